"""Results of lessons and exams: what is recorded, refused, improved and withdrawn."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tests import factories as f
from trajecten import actions, rules
from trajecten.models import Logregel, Resultaat, Status
from trajecten.rules import Bezwaar, Ingehaald

pytestmark = pytest.mark.django_db

VANDAAG = timezone.localdate()
ZEVEN = Decimal(7)


def vastleggen(traject, fatima, **velden):
    velden = {
        "onderdeel": "kerntaak", "code": "B1-K1", "cijfer": Decimal(7), "gebeurd_op": VANDAAG,
    } | velden  # fmt: skip
    return actions.resultaat_vastleggen(traject=traject, door=fatima.lid, **velden)


def bezwaren(traject, **velden):
    velden = {"onderdeel": "kerntaak", "code": "B1-K1", "gebeurd_op": VANDAAG} | velden
    kader = rules.kader_van(traject, velden["code"])
    return rules.bezwaren_tegen_resultaat(kader, rules.Opgave(**velden))


def test_school_legt_een_kerntaak_vast_met_de_titel_van_het_dossier(planregel, fatima):
    rij = vastleggen(planregel.traject, fatima, instrument="Examenproject")

    assert (rij.naam, rij.bevestigd, rij.in_woorden) == ("Werkt als assistent", True, "7")
    assert Logregel.objects.filter(actie="resultaat_vastleggen", object_id=str(rij.pk)).exists()


def test_twee_keer_hetzelfde_is_een_resultaat(planregel, fatima):
    eerste = vastleggen(planregel.traject, fatima)

    assert vastleggen(planregel.traject, fatima) == eerste


def test_onbekend_keuzedeel_blijft_staan_maar_is_niet_bevestigd(planregel, fatima):
    rij = vastleggen(
        planregel.traject, fatima, onderdeel="keuzedeel", code="K9999", naam="Fietsen maken"
    )

    assert (rij.naam, rij.bevestigd) == ("Fietsen maken", False)


def test_bekend_keuzedeel_krijgt_naam_en_klokuren_van_de_lijst(planregel, fatima):
    f.keuzedeel()

    rij = vastleggen(planregel.traject, fatima, onderdeel="keuzedeel", code="K0023")

    assert (rij.naam, rij.klokuren) == ("Digitale vaardigheden gevorderden", 240)


@pytest.mark.parametrize(
    ("velden", "veld", "tekst"),
    [
        ({"cijfer": Decimal(11)}, "resultaat", "tussen 1 en 10. Hier staat 11"),
        ({"cijfer": Decimal("7.5")}, "resultaat", "heel cijfer. Hier staat 7,5"),
        ({"cijfer": Decimal("7.25"), "deel": "deelexamen", "naam": "A"}, "resultaat", "één cijfer"),
        ({"woord": "voldaan"}, "resultaat", "“voldaan” kan hier niet"),
        ({}, "resultaat", "Vul het resultaat in"),
        ({"cijfer": ZEVEN, "code": "P9-K1"}, "code", "hoort bij een andere opleiding"),
        ({"cijfer": ZEVEN, "gebeurd_op": VANDAAG + timedelta(1)}, "gebeurd_op", "nog niet geweest"),
        ({"cijfer": ZEVEN, "gebeurd_op": date(2020, 1, 1)}, "gebeurd_op", "vóór de start"),
        ({"cijfer": ZEVEN, "onderdeel": "certificaatexamen", "code": "", "naam": "Deel 1"},
         "onderdeel", "niet voor een mbo-certificaat"),
        ({"cijfer": ZEVEN, "onderdeel": "keuzedeel", "code": "23"}, "code", "K en vier cijfers"),
        ({"cijfer": Decimal(6), "onderdeel": "nederlands", "code": ""}, "niveau", "Kies het niv"),
        ({"uitslag": "mooi", "onderdeel": "loopbaan", "code": ""}, "resultaat", "voldaan of niet"),
    ],
)  # fmt: skip
def test_wat_niet_klopt_heeft_een_eigen_zin_bij_het_veld(planregel, velden, veld, tekst):
    gevonden = bezwaren(planregel.traject, **({"cijfer": None} | velden))

    assert list(gevonden) == [veld]
    assert tekst in gevonden[veld]


def test_examen_van_een_ander_certificaat_hoort_hier_niet(planregel):
    planregel.traject.certificaat = f.certificaat()

    gevonden = bezwaren(
        planregel.traject, onderdeel="certificaatexamen", code="C0060", naam="A", cijfer=Decimal(7)
    )

    assert list(gevonden) == ["code"]
    assert "Dit traject is voor C0021 Koken in de horeca" in gevonden["code"]


def test_ce_heeft_een_cijfer_achter_de_komma(planregel, fatima):
    rij = vastleggen(
        planregel.traject, fatima, onderdeel="nederlands", deel="ce", code="", niveau="2F",
        cijfer=Decimal("6.3"),
    )  # fmt: skip

    assert (rij.in_woorden, rij.naam) == ("6,3", "Nederlandse taal")


@pytest.mark.parametrize(
    ("status", "tekst"),
    [
        (Status.PLAN, "nog niet gestart"),
        (Status.BIJ_EXAMENCOMMISSIE, "ligt bij de examencommissie"),
        (Status.UITGEREIKT, "liggen vast"),
    ],
)
def test_alleen_tijdens_het_traject(traject, fatima, status, tekst):
    traject.status = status
    traject.save()
    traject.overgangen.filter(naar=Status.ACTIEF).delete()

    with pytest.raises(Bezwaar, match=tekst):
        vastleggen(traject, fatima)


def test_alleen_de_eigen_school_legt_vast(planregel, karin):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator van de school"):
        vastleggen(planregel.traject, karin)


def test_verbeteren_is_een_nieuwe_rij_die_de_oude_noemt(planregel, fatima, farid):
    fout = vastleggen(planregel.traject, fatima)
    gegevens = {"onderdeel": "kerntaak", "code": "B1-K1", "gebeurd_op": VANDAAG}

    goed = actions.resultaat_verbeteren(
        resultaat=fout, door=farid.lid, reden="Typefout", cijfer=Decimal(8), **gegevens
    )

    assert (goed.vervangt, goed.reden) == (fout, "Typefout")
    assert rules.geldige_resultaten(planregel.traject) == [goed]
    with pytest.raises(Ingehaald) as ingehaald:
        actions.resultaat_intrekken(resultaat=fout, door=fatima.lid, reden="Hoort hier niet")
    assert ingehaald.value.eerder == goed


def test_intrekken_vraagt_een_reden_en_laat_de_rij_staan(planregel, fatima):
    rij = vastleggen(planregel.traject, fatima)
    with pytest.raises(Bezwaar, match="Schrijf op waarom"):
        actions.resultaat_intrekken(resultaat=rij, door=fatima.lid, reden=" ")

    actions.resultaat_intrekken(resultaat=rij, door=fatima.lid, reden="Van een ander")

    assert rules.geldige_resultaten(planregel.traject) == []
    assert Resultaat.objects.get() == rij


@pytest.mark.parametrize(
    ("pogingen", "verwacht"),
    [
        ([5, 7, 6], "7"),
        (["onvoldoende", "goed", "voldoende"], "goed"),
        ([5, "voldoende"], "voldoende"),
        (["voldoende", 4], "voldoende"),
    ],
)
def test_de_hoogste_poging_telt(traject, pogingen, verwacht):
    for waarde in pogingen:
        f.resultaat(traject, waarde=waarde)

    (stand,) = rules.standen(rules.geldige_resultaten(traject))

    assert (stand.telt.in_woorden, stand.is_herkanst) == (verwacht, True)


def test_ander_examenonderdeel_is_geen_herkansing(traject):
    for naam, cijfer in (("Mise en place", "7,2"), ("Uitgifte", "5,4")):
        f.resultaat(traject, "certificaatexamen", cijfer, code="C0021", naam=naam)

    gevonden = [(s.naam, s.is_voldoende) for s in rules.standen(traject.resultaten.all())]

    assert gevonden == [("Mise en place", True), ("Uitgifte", False)]


def test_diploma_zegt_wat_er_nog_open_staat(traject):
    f.werkproces()
    traject.route = "diploma"
    f.resultaat(traject)
    f.resultaat(traject, "keuzedeel", 7, klokuren=120)
    f.resultaat(traject, "nederlands", "6,1", deel="ie", niveau="2F")

    open_ = rules.nog_open(traject, rules.standen(rules.geldige_resultaten(traject)))

    assert {str(onderdeel): zinnen for onderdeel, zinnen in open_.items() if zinnen} == {
        "rekenen": ["rekenen: eindresultaat"],
        "keuzedeel": ["Keuzedelen: 120 van 240 klokuren"],
        "loopbaan": ["loopbaan: voldaan"],
        "burgerschap": ["burgerschap: voldaan"],
    }
