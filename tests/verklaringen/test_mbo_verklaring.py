"""The mbo-verklaring: which parts there are, what stands in them, and who gets it unasked."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.verklaringen.lezer import bladen, lopende_tekst
from tests.verklaringen.voorbeelden import CODE, MBO_COMPLEET
from trajecten import models as m
from trajecten.models import Onderdeel, Woord
from verklaringen import actions, rules
from verklaringen.documenten import mbo_verklaring
from verklaringen.models import Soort, Uitgifte, Uitgifteopdracht


@pytest.fixture
def zonder_blad(beoordeeld, plaatsing, johan, fatima):
    """The school chose optie 2: a part of the bpv, without praktijkverklaring."""
    f.documentgegevens(plaatsing, johan.lid, fatima.lid, omschrijving="Werk in het magazijn.")
    beoordeeld.schooloordelen.update(optie=2)
    return beoordeeld


def resultaat(traject, door, onderdeel="kerntaak", **velden):
    """A mark of 7 unless `cijfer`, `woord` or `uitslag` says otherwise."""
    uitkomst = {} if {"woord", "uitslag"} & velden.keys() else {"cijfer": "7.0"}
    velden = {"gebeurd_op": timezone.localdate(), "naam": "Werkt"} | uitkomst | velden
    return traject.resultaten.create(
        volgnummer=traject.resultaten.count() + 1, onderdeel=onderdeel, door=door, **velden
    )


def inhoud(traject):
    return mbo_verklaring.inhoud(traject, [], None, traject.kandidaat.identiteit)


def besluiten(traject, anne):
    return actions.besluiten(
        traject=traject, door=anne.lid, uitkomst="toegekend", naam="Anne Voorbeeld",
        functie="voorzitter", plaats="Zwolle",
    )  # fmt: skip


def test_alleen_wat_voldoende_en_bevestigd_is_staat_in_deel_a(beoordeeld, fatima):
    ja = {"code": "B1-K1", "naam": "Werkt als assistent"}
    resultaat(beoordeeld, fatima.lid, cijfer="5.4", code="P1-K1", naam="Assisteert")
    resultaat(beoordeeld, fatima.lid, cijfer="5.5", **ja)
    resultaat(beoordeeld, fatima.lid, code="K9999", naam="Onbekend", bevestigd=False)
    resultaat(beoordeeld, fatima.lid, Onderdeel.NEDERLANDS, woord=Woord.ONVOLDOENDE)
    resultaat(beoordeeld, fatima.lid, Onderdeel.REKENEN, woord=Woord.VOLDAAN, niveau="2F")

    tabellen = inhoud(beoordeeld)["examenresultaten"]

    assert tabellen["specifiek"] == [ja | {"niveau": "", "resultaat": "5,5"}]
    assert [(rij["naam"], rij["niveau"], rij["resultaat"]) for rij in tabellen["generiek"]] == [
        ("Rekenen", "2F", "voldaan")
    ]
    assert (tabellen["keuzedelen"], tabellen["loopbaan_en_burgerschap"]) == ([], [])


def test_deelexamen_staat_er_alleen_zolang_het_hele_examen_er_niet_is(beoordeeld, fatima):
    deel = {"deel": "deelexamen", "code": "P1-K1", "naam": "Proef magazijn"}
    resultaat(beoordeeld, fatima.lid, woord=Woord.VOLDOENDE, **deel)
    eerst = inhoud(beoordeeld)["examenresultaten"]["specifiek"]
    resultaat(beoordeeld, fatima.lid, code="P1-K1", naam="Assisteert")

    nu = inhoud(beoordeeld)["examenresultaten"]["specifiek"]

    assert [rij["naam"] for rij in eerst] == ["Proef magazijn (deelexamen)"]
    assert [(rij["naam"], rij["resultaat"]) for rij in nu] == [("Assisteert", "7")]


def test_van_een_herkansing_staat_het_hoogste_cijfer_er(beoordeeld, fatima):
    for cijfer in ("6.0", "8.0", "7.0"):
        resultaat(beoordeeld, fatima.lid, code="B1-K1", cijfer=cijfer)

    (rij,) = inhoud(beoordeeld)["examenresultaten"]["specifiek"]

    assert rij["resultaat"] == "8"


def test_les_en_toets_staan_in_deel_c_en_zonder_resultaat_is_er_geen_deel(beoordeeld, fatima):
    leeg = inhoud(beoordeeld)
    toets = {"inhoud": "Veilig tillen", "uitslag": "gedaan"}
    resultaat(beoordeeld, fatima.lid, Onderdeel.VOORTGANGSTOETS, naam="Tillen", **toets)

    vol = inhoud(beoordeeld)

    assert mbo_verklaring.delen(leeg) == ["B"]
    assert mbo_verklaring.delen(vol) == ["B", "C"]
    assert vol["overige_resultaten"]["voortgangstoetsen"] == [
        {"naam": "Tillen", "inhoud": "Veilig tillen", "resultaat": "gedaan"}
    ]


def test_zonder_praktijkverklaring_tekent_er_niemand_en_besluit_de_commissie(
    client, zonder_blad, fatima, anne, renderer
):
    fatima.aanmelden(client)
    pagina = reverse("verklaringen:ondertekening", args=[zonder_blad.pk])

    assertContains(client.get(pagina), "Er hoeft niemand een blad te tekenen.")
    response = client.post(reverse("verklaringen:aanbieden", args=[zonder_blad.pk]))
    assertRedirects(response, pagina)
    besluiten(zonder_blad, anne)
    (opdracht,) = actions.uitgeven(traject=zonder_blad, door=fatima.lid)
    actions.opdracht_uitvoeren(actions.pakken(Uitgifteopdracht), renderer)

    uitgifte = Uitgifte.objects.get(opdracht=opdracht)
    assert uitgifte.soort == Soort.MBO_VERKLARING
    assert uitgifte.inhoud["bpv"]["optie"] == 2
    assert uitgifte.inhoud["bpv"]["leerbedrijven"][0]["omschrijving"] == "Werk in het magazijn."
    assert client.get(pagina).context["stap"] == 4


def test_zonder_positief_oordeel_en_zonder_resultaat_is_er_niets_te_verklaren(zonder_blad, fatima):
    zonder_blad.schooloordelen.update(positief=False, optie=None)

    assert "niets om te verklaren" in rules.bezwaar_tegen_aanbieden(zonder_blad)
    resultaat(zonder_blad, fatima.lid, Onderdeel.KEUZEDEEL, code="K0023", naam="Digitaal")
    assert rules.bezwaar_tegen_aanbieden(zonder_blad) == ""
    assert mbo_verklaring.delen(inhoud(zonder_blad)) == ["A"]


def test_zonder_blad_telt_de_erkenning_van_de_hele_periode_ook(zonder_blad, plaatsing, anne):
    actions.aanbieden(traject=zonder_blad, door=zonder_blad.coordinator)
    besluiten(zonder_blad, anne)
    plaatsing.leerbedrijf.erkenningcontroles.all().delete()

    assert plaatsing.leerbedrijf.naam in rules.waarschuwing_bij_uitgeven(zonder_blad)


@pytest.mark.parametrize(
    ("geboren", "startkwalificatie", "krijgt"),
    [
        (date(2004, 1, 2), False, True),  # still 22
        (date(2004, 1, 1), False, False),  # 23 today
        (date(2004, 1, 2), True, False),
    ],
)
def test_jonger_dan_de_grens_zonder_startkwalificatie_hoeft_niet_te_vragen(
    beoordeeld, fatima, geboren, startkwalificatie, krijgt
):
    m.Verzoek.objects.filter(traject=beoordeeld).delete()
    beoordeeld.kandidaat.identiteiten.update(geboortedatum=geboren)
    m.Intake.objects.create(
        traject=beoordeeld, volgnummer=1, startkwalificatie=startkwalificatie, wens="werk",
        route_reden="past", door=fatima.lid, gebeurd_op=timezone.localdate(),
    )  # fmt: skip
    vers = m.Traject.objects.get(pk=beoordeeld.pk)

    assert rules.krijgt_zonder_verzoek(vers, date(2027, 1, 1)) is krijgt
    assert bool(rules.bezwaar_tegen_zonder_verzoek(vers, date(2027, 1, 1))) is not krijgt


def test_leeftijdsgrens_is_die_van_de_dag_zelf(settings):
    settings.VERKLARING_ZONDER_VERZOEK = [(date(2012, 1, 1), 23), (date(2027, 8, 1), 27)]

    dagen = (date(2011, 12, 31), date(2027, 7, 31), date(2027, 8, 1))
    assert [rules.leeftijdsgrens(dag) for dag in dagen] == [0, 23, 27]


@pytest.mark.parametrize(
    "zin",
    [
        "Samira Voorbeeld", "14 maart 1991, Zwolle", "Helpende Zorg en Welzijn, crebo 25960",
        "derde leerweg", "Roc Voorbeeld", "Namens de examencommissie", "Anne Voorbeeld",
        "voorzitter", "Zwolle, 6 augustus 2026", "Delen A, B, C. Van andere delen",
        "A. Examenresultaten", "B1-K1 Voert dienstverlenende werkzaamheden uit 7",
        "P2-K1 Praktijkexamen wonen (deelexamen) voldoende", "Nederlandse taal 2F 6",
        "Rekenen mbo-rekenniveau 2 6", "Loopbaan voldaan",
        "K0023 Digitale vaardigheden gevorderden 8", "B. Resultaten beroepspraktijkvorming",
        "(optie 2)", "Werkbedrijf De Schakel, Deventer Ondersteunen bij wonen. 320",
        "Woonzorg De Linde, Deventer 180", "C. Overige resultaten", "VCA basis",
        "Voortgangstoetsen", "Hygiënisch werken Handen, kleding, schoonmaken goed", CODE,
        "Documentnummer MV-2026-0000042-B, uitgegeven op 20 augustus 2026 door Roc Voorbeeld.",
    ],
)  # fmt: skip
def test_document_heeft_de_velden_van_bijlage_10(compleet, zin):
    assert zin in lopende_tekst(compleet)


@pytest.fixture(scope="module")
def compleet(renderer):
    return renderer.renderen(mbo_verklaring.drukwerk(MBO_COMPLEET, code=CODE))


def test_document_noemt_niets_dat_er_nooit_op_mag(compleet):
    gelezen = lopende_tekst(compleet).lower()

    assert bladen(compleet) == 2
    for woord in (
        "zelfstandig", "onder toezicht", "bsn", "gemeente", "uitkering", "jobcoach", "nlqf",
        "verzoek", "motivering", "praktijkverklaring",
    ):  # fmt: skip
        assert woord not in gelezen


def test_wat_de_eerste_versie_bevroor_wordt_gedrukt_als_toen(renderer):
    from tests.verklaringen.voorbeelden import MBO_VERKLARING

    gelezen = lopende_tekst(renderer.renderen(mbo_verklaring.drukwerk(MBO_VERKLARING, code=CODE)))

    assert "Deze mbo-verklaring heeft alleen een deel B" in gelezen
    assert "Delen" not in gelezen
