"""The rule of the examenplan for a certificaat, with the numbers of a worked example."""

from decimal import Decimal

import pytest

from trajecten.rules.slagen import (
    Certificaatstand,
    Examendeel,
    Schoolregels,
    Waardering,
    certificaat_toetsen,
    eindcijfer_certificaat,
)

WERKPROCESSEN = tuple((f"C1-K1-W{nummer}", True) for nummer in (1, 2, 3, 4))
LESSEN = (Examendeel("Koken", Waardering(woord="voldaan")),)
CIJFERS = ("7.2", "6.8", "5.9", "8.0", "6.1", "5.5")


def delen(*waarden):
    return tuple(
        Examendeel(
            f"Onderdeel {nummer}",
            Waardering(cijfer=Decimal(waarde)) if waarde[0].isdigit() else Waardering(woord=waarde),
        )
        for nummer, waarde in enumerate(waarden, 1)
    )


def stand(*waarden, **anders):
    velden = {"werkprocessen": WERKPROCESSEN, "lessen": LESSEN, "onderdelen": delen(*waarden)}
    return Certificaatstand(**(velden | anders))


@pytest.mark.parametrize(
    ("waarden", "uitkomst"),
    [
        (CIJFERS, "voldoet"),
        ((*CIJFERS[:5], "5.4"), "voldoet_niet"),
        ((*CIJFERS[:5], "voldoende"), "voldoet"),
        ((*CIJFERS[:5], "onvoldoende"), "voldoet_niet"),
        ((), "voldoet_niet"),
    ],
)
def test_elk_onderdeel_is_ten_minste_vijf_en_een_half(waarden, uitkomst):
    assert certificaat_toetsen(stand(*waarden)).uitkomst == uitkomst


def test_eindcijfer_is_het_gemiddelde_van_de_onderdelen():
    midden, eind = eindcijfer_certificaat(stand(*CIJFERS))

    assert (round(midden, 2), eind) == (Decimal("6.58"), 7)


def test_zonder_cijfer_is_er_geen_eindcijfer():
    assert eindcijfer_certificaat(stand("7.0", "goed")) is None


def test_compenseren_mag_alleen_als_de_school_het_zo_regelt():
    laag = (*CIJFERS[:5], "5.4")
    regels = Schoolregels(certificaat_compensatie=True)

    assert certificaat_toetsen(stand(*laag, regels=regels)).uitkomst == "voldoet"


def test_een_werkproces_zonder_ja_houdt_het_certificaat_tegen():
    half = (*WERKPROCESSEN[:3], ("C1-K1-W4", False))

    toets = certificaat_toetsen(stand(*CIJFERS, werkprocessen=half))

    assert toets.uitkomst == "voldoet_niet"
    assert toets.redenen == (
        "3 van 4 werkprocessen hebben het eindoordeel ja. Nog niet: C1-K1-W4.",
    )


def test_een_traject_zonder_bpv_wordt_niet_op_de_werkvloer_getoetst():
    zonder = stand(*CIJFERS, werkprocessen=(), met_bpv=False)

    assert certificaat_toetsen(zonder).uitkomst == "voldoet"


@pytest.mark.parametrize(
    ("lessen", "uitkomst"),
    [
        ((), "examencommissie"),
        ((Examendeel("Koken", Waardering(woord="niet_voldaan")),), "voldoet_niet"),
    ],
)
def test_lessen_die_ontbreken_vraagt_de_examencommissie_na(lessen, uitkomst):
    assert certificaat_toetsen(stand(*CIJFERS, lessen=lessen)).uitkomst == uitkomst
