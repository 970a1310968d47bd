"""From the schooloordeel to the decision: fixing, agreeing, objecting, deciding."""

from datetime import timedelta

import pytest
import rfc8785
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests import factories as f
from tests.verklaringen.conftest import SCAN
from trajecten.models import Besluit, Bron, Identiteit, Inrichting, Schooloordeel, Status
from trajecten.models import Verzoek as Verzoekrij
from trajecten.rules import Bezwaar, Ingehaald
from verklaringen import actions
from verklaringen.actions.bevriezen import vingerafdruk
from verklaringen.models import Akkoord, Partij, Soort, Vaststelling


def akkoord(blad, partij, speler, **velden):
    return actions.akkoord_geven(
        vaststelling=blad, partij=partij, door=speler.lid, **({"plaats": "Deventer"} | velden)
    )


def besluit(traject, speler, uitkomst=Besluit.Uitkomst.TOEGEKEND, **velden):
    traject.refresh_from_db()
    velden = {"naam": "Anne Voorbeeld", "functie": "voorzitter", "plaats": "Zwolle"} | velden
    return actions.besluiten(traject=traject, door=speler.lid, uitkomst=uitkomst, **velden)


def test_blad_heeft_alleen_werkprocessen_met_ja_en_de_titels_uit_het_plan(blad):
    assert [
        (taak["code"], [proces["code"] for proces in taak["werkprocessen"]])
        for taak in blad.inhoud["kerntaken"]
    ] == [("B1-K1", ["B1-K1-W1", "B1-K1-W2"]), ("P1-K1", ["P1-K1-W1"])]
    assert blad.inhoud["naam"] == "Samira Voorbeeld"
    assert blad.inhoud["uren"] == 512


def test_werkproces_van_een_andere_kwalificatie_staat_onder_extra(
    beoordeeld, plaatsing, johan, fatima
):
    andere = f.kwalificatie("25741", "Assistent dienstverlening", profiel="P2")
    regel = f.planregel(
        plaatsing, "P2-K1-W1", "Maakt (werk)ruimtes gebruiksklaar", kwalificatie=andere, extra=True
    )
    f.eindoordeel(regel, johan.lid)

    (blad,) = actions.vaststellen(traject=beoordeeld, door=fatima.lid)

    (groep,) = blad.inhoud["extra"]
    assert groep["kwalificatie"] == {"naam": "Assistent dienstverlening", "crebo": "25741"}
    assert groep["kerntaken"][0]["werkprocessen"][0]["code"] == "P2-K1-W1"
    assert "P2-K1" not in [taak["code"] for taak in blad.inhoud["kerntaken"]]


@pytest.mark.parametrize(
    ("plaats", "land", "gedrukt"),
    [
        ("Zwolle", "Nederland", "Zwolle"),
        ("Asmara", "Eritrea", "Asmara, Eritrea"),
        ("", "Syrië", "Syrië"),
    ],
)
def test_geboorteplaats_volgt_de_regels_van_bijlage_10(beoordeeld, fatima, plaats, land, gedrukt):
    Identiteit.objects.update(geboorteplaats=plaats, geboorteland=land)

    (blad,) = actions.vaststellen(traject=beoordeeld, door=fatima.lid)

    assert blad.inhoud["geboren_te"] == gedrukt


def test_vingerafdruk_is_die_van_de_canonieke_json(blad):
    import hashlib

    blad.refresh_from_db()
    assert blad.inhoud_sha256 == hashlib.sha256(rfc8785.dumps(blad.inhoud)).hexdigest()


def test_latere_wijziging_raakt_de_bevroren_inhoud_niet(blad, plaatsing):
    plaatsing.planregels.update(titel="Anders")
    plaatsing.leerbedrijf.naam = "Andere naam"
    plaatsing.leerbedrijf.save()

    blad.refresh_from_db()
    assert vingerafdruk(blad.inhoud) == blad.inhoud_sha256
    assert "Anders" not in str(blad.inhoud)


@pytest.mark.parametrize(
    ("weg", "zin"),
    [
        (lambda t: t.schooloordelen.all().delete(), "nog geen positief oordeel"),
        (lambda t: t.schooloordelen.update(optie=Schooloordeel.Optie.DEEL), "zonder praktijkverkl"),
        (lambda t: t.kandidaat.identiteiten.all().delete(), "officiële naam"),
        (lambda t: t.plaatsingen.get().documentgegevens.all().delete(), "gegevens voor het doc"),
    ],
)
def test_wat_mist_houdt_het_vaststellen_tegen(beoordeeld, fatima, weg, zin):
    weg(beoordeeld)

    with pytest.raises(Bezwaar, match=zin):
        actions.vaststellen(traject=beoordeeld, door=fatima.lid)


def test_gewijzigde_naam_moet_eerst_door_een_ander_zijn_nagekeken(beoordeeld, fatima):
    f.identiteit(beoordeeld.kandidaat, fatima.lid, achternaam="Anders")

    with pytest.raises(Bezwaar, match="Een collega moet"):
        actions.vaststellen(traject=beoordeeld, door=fatima.lid)


@pytest.mark.parametrize("wie", ["johan", "samira", "anne", "karin"])
def test_alleen_de_coordinator_van_de_school_stelt_vast(beoordeeld, wie, request):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        actions.vaststellen(traject=beoordeeld, door=request.getfixturevalue(wie).lid)


def test_beide_akkoorden_brengen_het_traject_naar_de_examencommissie(blad, johan, samira):
    akkoord(blad, Partij.PRAKTIJKOPLEIDER, johan)
    akkoord(blad, Partij.KANDIDAAT, samira)

    blad.traject.refresh_from_db()
    assert blad.traject.status == Status.BIJ_EXAMENCOMMISSIE
    assert [(a.partij, a.naam, a.bron) for a in blad.akkoorden.all()] == [
        ("praktijkopleider", "Johan Voorbeeld", "portaal"),
        ("kandidaat", "Samira Voorbeeld", "portaal"),
    ]


def test_zonder_verzoek_blijft_het_traject_staan_tot_het_er_is(blad, johan, samira, fatima):
    Verzoekrij.objects.all().delete()
    akkoord(blad, Partij.PRAKTIJKOPLEIDER, johan)
    akkoord(blad, Partij.KANDIDAAT, samira)
    blad.traject.refresh_from_db()
    assert blad.traject.status == Status.VERKLARING_TER_ONDERTEKENING

    Verzoekrij.objects.create(
        traject=blad.traject, wijze="mondeling", door=fatima.lid, gebeurd_op=timezone.localdate()
    )
    actions.aanbieden(traject=blad.traject, door=fatima.lid)

    blad.traject.refresh_from_db()
    assert blad.traject.status == Status.BIJ_EXAMENCOMMISSIE


def test_formulier_van_het_praktijkloket_houdt_het_blad_tegen(blad, johan, samira):
    Inrichting.objects.update(blad=Inrichting.Blad.PRAKTIJKLOKET)
    akkoord(blad, Partij.PRAKTIJKOPLEIDER, johan)
    akkoord(blad, Partij.KANDIDAAT, samira)

    blad.traject.refresh_from_db()
    with pytest.raises(Bezwaar, match="Praktijkloket"):
        actions.aanbieden(traject=blad.traject, door=samira.lid)


@pytest.mark.parametrize(
    ("partij", "wie"),
    [
        (Partij.PRAKTIJKOPLEIDER, "els"),
        (Partij.PRAKTIJKOPLEIDER, "samira"),
        (Partij.KANDIDAAT, "johan"),
        (Partij.KANDIDAAT, "tarik"),
        (Partij.KANDIDAAT, "fatima"),
    ],
)
def test_niemand_tekent_voor_een_ander_in_het_portaal(blad, partij, wie, request):
    with pytest.raises(Bezwaar, match="je naam staat niet op dit blad"):
        akkoord(blad, partij, request.getfixturevalue(wie))


def test_papier_vraagt_een_scan_en_een_naam_van_wie_vergeleek(blad, fatima):
    with pytest.raises(Bezwaar, match="scan"):
        akkoord(blad, Partij.KANDIDAAT, fatima, bron=Bron.PAPIER)

    gelukt = akkoord(blad, Partij.KANDIDAAT, fatima, bron=Bron.PAPIER, scan=SCAN)

    assert (gelukt.vergeleken_door, gelukt.scan.mimetype) == (fatima.lid, "application/pdf")
    with pytest.raises(IntegrityError), transaction.atomic():
        Akkoord.objects.filter(pk=gelukt.pk).update(vergeleken_door=None)


@pytest.mark.parametrize(("dagen", "zin"), [(1, "toekomst"), (-30, "later vastgesteld")])
def test_datum_van_tekenen_ligt_na_het_vaststellen_en_niet_in_de_toekomst(blad, johan, dagen, zin):
    with pytest.raises(Bezwaar, match=zin):
        akkoord(
            blad,
            Partij.PRAKTIJKOPLEIDER,
            johan,
            gebeurd_op=timezone.localdate() + timedelta(days=dagen),
        )


def test_tweede_keer_tekenen_laat_het_eerste_akkoord_zien(blad, johan):
    eerste = akkoord(blad, Partij.PRAKTIJKOPLEIDER, johan)

    with pytest.raises(Ingehaald) as ingehaald:
        akkoord(blad, Partij.PRAKTIJKOPLEIDER, johan)

    assert ingehaald.value.eerder == eerste


def test_dit_klopt_niet_laat_blad_en_akkoorden_vervallen(blad, johan, samira):
    akkoord(blad, Partij.PRAKTIJKOPLEIDER, johan)
    actions.tegenspreken(
        vaststelling=blad, partij=Partij.KANDIDAAT, door=samira.lid, reden="Mijn naam is fout."
    )

    blad.refresh_from_db()
    assert blad.vervallen_op
    assert blad.traject.status == Status.SCHOOLOORDEEL
    with pytest.raises(Bezwaar, match="vervallen"):
        akkoord(blad, Partij.KANDIDAAT, samira)


def test_na_dit_klopt_niet_komt_er_een_nieuw_blad_zonder_akkoorden(blad, samira, fatima):
    actions.tegenspreken(
        vaststelling=blad, partij=Partij.KANDIDAAT, door=samira.lid, reden="Uren kloppen niet."
    )
    blad.traject.refresh_from_db()

    (nieuw,) = actions.vaststellen(traject=blad.traject, door=fatima.lid)

    assert (nieuw.volgnummer, nieuw.akkoorden.count()) == (2, 0)


def test_toegekend_besluit_stelt_de_mbo_verklaring_vast(getekend, anne):
    besluit(getekend, anne)

    verklaring = Vaststelling.objects.get(soort=Soort.MBO_VERKLARING)
    assert verklaring.inhoud["besluit"] == {
        "naam": "Anne Voorbeeld",
        "functie": "voorzitter",
        "plaats": "Zwolle",
        "op": timezone.localdate().isoformat(),
        "wijze": "portaal",
    }
    assert len(verklaring.inhoud["bladen"]) == 1


def test_afwijzing_laat_alles_vervallen_en_gaat_terug_naar_de_school(getekend, anne):
    besluit(getekend, anne, Besluit.Uitkomst.AFGEWEZEN, reden="De uren zijn niet duidelijk.")

    getekend.refresh_from_db()
    assert getekend.status == Status.SCHOOLOORDEEL
    assert not getekend.vaststellingen.geldig().exists()


@pytest.mark.parametrize("wie", ["fatima", "johan", "boris"])
def test_alleen_de_eigen_examencommissie_besluit_in_het_portaal(getekend, wie, request):
    with pytest.raises(Bezwaar, match="Alleen de examencommissie"):
        besluit(getekend, request.getfixturevalue(wie))


def test_coordinator_legt_een_getekend_besluit_van_papier_vast(getekend, fatima):
    rij = besluit(getekend, fatima, bron=Bron.PAPIER, scan=SCAN)

    assert (rij.bron, rij.scan.naam) == ("papier", "getekend.pdf")


def test_terughalen_kan_tot_het_uitgeven(getekend, fatima):
    getekend.refresh_from_db()
    actions.terughalen(traject=getekend, door=fatima.lid, reden="De uren waren verkeerd.")

    getekend.refresh_from_db()
    assert getekend.status == Status.SCHOOLOORDEEL


def test_terughalen_kan_niet_meer_na_de_opdracht(opdrachten, besloten, fatima):
    with pytest.raises(Bezwaar, match="Terughalen kan niet meer"):
        actions.terughalen(traject=besloten, door=fatima.lid, reden="Toch niet.")


@pytest.mark.parametrize(
    ("wie", "bladen", "alles"),
    [
        ("samira", 1, 2), ("fatima", 1, 2), ("anne", 1, 2), ("johan", 1, 1),
        ("els", 0, 0), ("karin", 0, 0), ("boris", 0, 0), ("tarik", 0, 0), ("mo", 0, 0),
    ],
)  # fmt: skip
def test_ieder_ziet_alleen_de_eigen_documenten(besloten, wie, bladen, alles, request):
    zichtbaar = Vaststelling.objects.zichtbaar_voor(request.getfixturevalue(wie).lid)

    assert zichtbaar.filter(soort=Soort.PRAKTIJKVERKLARING).count() == bladen
    assert zichtbaar.count() == alles
