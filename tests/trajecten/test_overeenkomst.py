from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests.trajecten import stappen
from trajecten import actions, models, rules
from trajecten.actions.overeenkomstinhoud import uren_per_studiejaar
from trajecten.models import Partij, Rol, Status
from trajecten.rules import Bezwaar, Ingehaald

VANDAAG = timezone.localdate()


@pytest.fixture
def overeenkomst(fatima, johan):
    return stappen.ter_ondertekening(fatima.lid, johan.lid, email="samira@mail.example")


@pytest.fixture
def samira(overeenkomst):
    kandidaat = overeenkomst.plaatsing.traject.kandidaat
    return f.lid(Rol.KANDIDAAT, "Samira Voorbeeld", kandidaat=kandidaat)


def tekenen(overeenkomst, lid):
    return actions.overeenkomst_ondertekenen(overeenkomst=overeenkomst, door=lid)


def status(overeenkomst):
    return models.Traject.objects.get(plaatsingen=overeenkomst.plaatsing).status


def test_opstellen_bevriest_codes_titels_en_namen(overeenkomst):
    inhoud = overeenkomst.inhoud

    assert status(overeenkomst) == Status.POK_TER_ONDERTEKENING
    assert inhoud["kandidaat"]["naam"] == "Samira Voorbeeld"
    assert inhoud["praktijkopleiders"] == ["Johan Voorbeeld"]
    assert inhoud["leerbedrijf"]["naam"] == "Werkbedrijf De Schakel"
    assert [kerntaak["code"] for kerntaak in inhoud["kerntaken"]] == ["B1-K1", "P1-K1"]
    assert inhoud["kerntaken"][1]["werkprocessen"] == [
        {"code": "P1-K1-W1", "titel": "Ontvangt goederen en/of producten"}
    ]
    assert inhoud["clausules"].startswith("1. De school begeleidt.")


def test_opstellen_neemt_de_titels_van_dat_moment(fatima, johan):
    traject = stappen.gepland(fatima.lid, johan.lid)
    models.Werkproces.objects.filter(code="P1-K1-W1").update(titel="Ontvangt alle goederen")

    overeenkomst = actions.overeenkomst_opstellen(traject=traject, door=fatima.lid)

    regel = overeenkomst.plaatsing.planregels.get(code="P1-K1-W1")
    assert regel.titel == "Ontvangt alle goederen"
    assert overeenkomst.inhoud["kerntaken"][1]["werkprocessen"][0]["titel"] == regel.titel


def test_na_het_opstellen_verandert_een_nieuwe_titel_niets(overeenkomst):
    models.Werkproces.objects.filter(code="P1-K1-W1").update(titel="Heel anders")

    regel = overeenkomst.plaatsing.planregels.get(code="P1-K1-W1")

    assert regel.titel == "Ontvangt goederen en/of producten"


def test_opstellen_zonder_eigen_tekst_van_de_school_kan_niet(fatima, johan):
    traject = stappen.gepland(fatima.lid, johan.lid)
    models.Inrichting.objects.update(clausules=" ")

    with pytest.raises(Bezwaar, match="geen eigen tekst"):
        actions.overeenkomst_opstellen(traject=traject, door=fatima.lid)


def test_opstellen_zonder_inschrijving_kan_niet(fatima, johan):
    traject = stappen.gepland(fatima.lid, johan.lid)
    models.Inschrijving.objects.all().delete()

    with pytest.raises(Bezwaar, match="Schrijf de kandidaat eerst in"):
        actions.overeenkomst_opstellen(traject=traject, door=fatima.lid)


def test_opstellen_zonder_erkenning_kan_niet(fatima, johan):
    traject = stappen.gepland(fatima.lid, johan.lid)
    models.Erkenning.objects.update(ingetrokken_op=VANDAAG)

    with pytest.raises(Bezwaar, match="ingetrokken"):
        actions.overeenkomst_opstellen(traject=traject, door=fatima.lid)


def test_twee_keer_opstellen_geeft_een_versie(overeenkomst, fatima):
    traject = overeenkomst.plaatsing.traject

    opnieuw = actions.overeenkomst_opstellen(traject=traject, door=fatima.lid)

    assert opnieuw == overeenkomst
    assert models.Praktijkovereenkomst.objects.count() == 1


def test_opstellen_vraagt_kandidaat_en_leerbedrijf_per_mail_te_tekenen(overeenkomst, johan):
    adressen = set(models.Bericht.objects.values_list("aan", flat=True))

    assert adressen == {"samira@mail.example", johan.lid.gebruiker.email}


def test_drie_partijen_tekenen_in_het_portaal(overeenkomst, fatima, johan, samira):
    for lid in (samira, johan.lid, fatima.lid):
        tekenen(overeenkomst, lid)

    rijen = overeenkomst.ondertekeningen.values_list("partij", "naam")
    assert set(rijen) == {
        ("kandidaat", "Samira Voorbeeld"),
        ("leerbedrijf", "Johan Voorbeeld"),
        ("instelling", "Fatima Voorbeeld"),
    }
    assert rules.ontbrekende_partijen(overeenkomst) == []


def test_coordinator_hoort_dat_alles_getekend_is(overeenkomst, fatima, johan, samira):
    for lid in (samira, johan.lid, fatima.lid):
        tekenen(overeenkomst, lid)

    assert models.Bericht.objects.filter(aan=fatima.lid.gebruiker.email).count() == 1


def test_tweede_klik_op_tekenen_geeft_een_handtekening(overeenkomst, samira):
    assert tekenen(overeenkomst, samira) == tekenen(overeenkomst, samira)

    assert overeenkomst.ondertekeningen.count() == 1


def test_tweede_tekenaar_van_hetzelfde_bedrijf_hoort_wie_al_tekende(overeenkomst, johan, bedrijf):
    baas = f.lid(Rol.LEERBEDRIJFBEHEERDER, "Bea Baas", leerbedrijf=bedrijf)
    tekenen(overeenkomst, johan.lid)

    with pytest.raises(Ingehaald) as ingehaald:
        tekenen(overeenkomst, baas)

    assert ingehaald.value.eerder.naam == "Johan Voorbeeld"


def test_een_mens_tekent_niet_voor_twee_partijen(overeenkomst, fatima, bedrijf):
    dubbel = models.Lidmaatschap.objects.create(
        gebruiker=fatima.lid.gebruiker, rol=Rol.LEERBEDRIJFBEHEERDER, leerbedrijf=bedrijf
    )
    tekenen(overeenkomst, fatima.lid)

    with pytest.raises(Bezwaar, match="al voor een andere partij getekend"):
        tekenen(overeenkomst, dubbel)


@pytest.mark.parametrize("wie", ["els", "karin", "anne", "mo", "tarik"])
def test_wie_geen_partij_is_tekent_niet(overeenkomst, wie, request):
    buitenstaander = request.getfixturevalue(wie)

    with pytest.raises(Bezwaar, match="geen partij"):
        tekenen(overeenkomst, buitenstaander.lid)


def test_op_papier_getekend_met_scan_en_namens(overeenkomst, fatima, johan):
    stappen.getekend_op_papier(overeenkomst, fatima.lid)

    rij = overeenkomst.ondertekeningen.get(partij=Partij.LEERBEDRIJF)
    assert (rij.bron, rij.door, rij.namens) == ("papier", fatima.lid, johan.lid)
    assert rij.scan.mimetype == "application/pdf"


def test_papier_met_twee_keer_dezelfde_naam_kan_niet(overeenkomst, fatima):
    with pytest.raises(Bezwaar, match="dezelfde naam"):
        stappen.getekend_op_papier(overeenkomst, fatima.lid, kandidaat="Fatima Voorbeeld")


def test_papier_vult_alleen_aan_wat_nog_ontbreekt(overeenkomst, fatima, samira):
    tekenen(overeenkomst, samira)

    with pytest.raises(Ingehaald):
        stappen.getekend_op_papier(overeenkomst, fatima.lid)

    assert overeenkomst.ondertekeningen.count() == 1


def test_minderjarige_tekent_met_de_vertegenwoordiger(fatima, johan):
    overeenkomst = stappen.ter_ondertekening(
        fatima.lid, johan.lid, jonger_dan_18=True, vertegenwoordiger_naam="Ouder Voorbeeld"
    )
    stappen.getekend_op_papier(overeenkomst, fatima.lid)

    assert rules.ontbrekende_partijen(overeenkomst) == [Partij.VERTEGENWOORDIGER]
    actions.overeenkomst_vastleggen(
        overeenkomst=overeenkomst, door=fatima.lid, getekend_op=VANDAAG, scan=stappen.SCAN,
        namen={Partij.VERTEGENWOORDIGER: "Ouder Voorbeeld"},
    )  # fmt: skip
    assert rules.ontbrekende_partijen(overeenkomst) == []


def test_elders_getekend_heeft_geen_eigen_tekst_nodig(fatima, johan):
    traject = stappen.gepland(fatima.lid, johan.lid)
    models.Inrichting.objects.update(clausules="")

    overeenkomst = actions.overeenkomst_elders_getekend(
        traject=traject, door=fatima.lid, opgesteld_op=VANDAAG, getekend_op=VANDAAG,
        scan=stappen.SCAN,
        namen={
            Partij.INSTELLING: "Fatima Voorbeeld",
            Partij.KANDIDAAT: "Samira Voorbeeld",
            Partij.LEERBEDRIJF: "Johan Voorbeeld",
        },
    )  # fmt: skip

    assert overeenkomst.elders_getekend
    assert rules.ontbrekende_partijen(overeenkomst) == []


def test_elders_getekend_zonder_een_partij_laat_niets_staan(fatima, johan):
    traject = stappen.gepland(fatima.lid, johan.lid)

    with pytest.raises(Bezwaar, match="het leerbedrijf"):
        actions.overeenkomst_elders_getekend(
            traject=traject, door=fatima.lid, opgesteld_op=VANDAAG, getekend_op=VANDAAG,
            scan=stappen.SCAN,
            namen={Partij.INSTELLING: "Fatima", Partij.KANDIDAAT: "Samira"},
        )  # fmt: skip

    assert not models.Praktijkovereenkomst.objects.exists()


def test_gewijzigde_inhoud_maakt_alle_handtekeningen_ongeldig(overeenkomst, fatima, johan):
    tekenen(overeenkomst, johan.lid)
    models.Bericht.objects.all().delete()

    actions.overeenkomst_laten_vervallen(
        overeenkomst=overeenkomst, door=fatima.lid, reden="De uren kloppen niet."
    )

    assert status(overeenkomst) == Status.PLAN
    assert models.Praktijkovereenkomst.objects.get().vervallen_reden == "De uren kloppen niet."
    bericht = models.Bericht.objects.get()
    assert bericht.aan == johan.lid.gebruiker.email
    assert "De uren" not in bericht.tekst


def test_na_vervallen_begint_een_nieuwe_versie_zonder_handtekeningen(overeenkomst, fatima, johan):
    tekenen(overeenkomst, johan.lid)
    actions.overeenkomst_laten_vervallen(
        overeenkomst=overeenkomst, door=fatima.lid, reden="De uren kloppen niet."
    )

    traject = models.Traject.objects.get(pk=overeenkomst.plaatsing.traject_id)
    nieuw = actions.overeenkomst_opstellen(traject=traject, door=fatima.lid)

    assert nieuw.versie == 2
    assert len(rules.ontbrekende_partijen(nieuw)) == 3


def test_vervallen_vraagt_een_reden(overeenkomst, fatima):
    with pytest.raises(Bezwaar, match="Schrijf op wat er verandert"):
        actions.overeenkomst_laten_vervallen(overeenkomst=overeenkomst, door=fatima.lid, reden=" ")


def test_een_vervallen_versie_is_niet_te_tekenen(overeenkomst, fatima, samira):
    actions.overeenkomst_laten_vervallen(
        overeenkomst=overeenkomst, door=fatima.lid, reden="De uren kloppen niet."
    )

    with pytest.raises(Bezwaar, match="vervallen"):
        tekenen(overeenkomst, samira)


def test_uren_per_studiejaar_tellen_samen_op_tot_het_totaal():
    rijen = uren_per_studiejaar(date(2027, 6, 1), date(2027, 12, 31), 501)

    assert [(rij["van"], rij["tot"]) for rij in rijen] == [
        ("2027-06-01", "2027-07-31"),
        ("2027-08-01", "2027-12-31"),
    ]
    assert sum(rij["uren"] for rij in rijen) == 501


def test_begin_later_dan_vandaag_plus_twee_weken_start_nog_niet(fatima, johan):
    overeenkomst = stappen.ter_ondertekening(
        fatima.lid, johan.lid, begin=VANDAAG + timedelta(days=30)
    )
    stappen.getekend_op_papier(overeenkomst, fatima.lid)

    with pytest.raises(Bezwaar, match="Starten kan vanaf"):
        actions.starten(traject=overeenkomst.plaatsing.traject, door=fatima.lid)
