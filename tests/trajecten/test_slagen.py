"""The passing rules against the test vectors and against every lower mark."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajecten.rules.slagen import (
    SCHAAL,
    Diplomastand,
    Generiek,
    Kerntaak,
    Keuzedeel,
    Schoolregels,
    Waardering,
    diploma_toetsen,
    eindcijfer,
    eindcijfer_van,
)
from trajecten.rules.slagen.gegevens import VOLGORDE

TABEL = (("onvoldoende", 5), ("voldoende", 6), ("goed", 8))


def w(waarde, *, vrijgesteld=False):
    """A figure (7, 5.4 as text) or a word."""
    if waarde is None:
        return Waardering(vrijgesteld=vrijgesteld)
    if str(waarde)[0].isdigit():
        return Waardering(cijfer=Decimal(str(waarde)), vrijgesteld=vrijgesteld)
    return Waardering(woord=waarde, vrijgesteld=vrijgesteld)


def kd(*delen):
    """Keuzedelen as 240:7; a trailing - does not count for the load."""
    uit = []
    for nummer, deel in enumerate(delen, 1):
        uren, _, waarde = deel.rstrip("-").partition(":")
        naam = f"Keuzedeel {nummer}"
        telt = not deel.endswith("-")
        uit.append(Keuzedeel(f"K{nummer:04}", naam, int(uren), w(waarde), telt_mee=telt))
    return tuple(uit)


def taken(*waarden):
    return tuple(Kerntaak(f"B1-K{n}", "Werkt", w(waarde)) for n, waarde in enumerate(waarden, 1))


VOLDOENDE = {
    1: {"kerntaken": taken(6, "voldoende"), "rekenen": Generiek(w("voldaan"))}
    | {"nederlands": Generiek(w(4)), "keuzedelen": kd("240:6")},
    2: {"kerntaken": taken(7, "voldoende"), "nederlands": Generiek(w(5))}
    | {"rekenen": Generiek(w(6)), "keuzedelen": kd("240:7", "240:5")},
    3: {"kerntaken": taken(6, 6), "nederlands": Generiek(w(6)), "rekenen": Generiek(w(6))}
    | {"keuzedelen": kd("240:7", "240:7", "240:7")},
    4: {"kerntaken": taken(6, 6), "nederlands": Generiek(w(6)), "rekenen": Generiek(w(6))}
    | {"engels": Generiek(w(6)), "keuzedelen": kd("720:7")},
}


def stand(niveau=2, **anders):
    """Everything sufficient, except what the test says."""
    vast = {"loopbaan": w("voldaan"), "burgerschap": w("voldaan"), "bpv": "positief"}
    return Diplomastand(
        niveau=niveau, begin=date(2025, 8, 1), **(vast | VOLDOENDE[niveau] | anders)
    )


def talen(nederlands, rekenen, engels=None):
    uit = {"nederlands": Generiek(w(nederlands)), "rekenen": Generiek(w(rekenen))}
    return uit | ({"engels": Generiek(w(engels))} if engels else {})


VECTOREN = {
    "1": (stand(), "voldoet"),
    "2 Ned 5 rek 5": (stand(**talen(5, 5)), "voldoet_niet"),
    "2 Ned 4 rek 8": (stand(**talen(4, 8)), "voldoet_niet"),
    "3 kd 8 en 3": (stand(keuzedelen=kd("240:8", "240:3")), "voldoet_niet"),
    "3 kd 9 en 3": (stand(keuzedelen=kd("240:9", "240:3")), "voldoet_niet"),
    "4 kd 8 en 4": (stand(keuzedelen=kd("240:8", "240:4")), "voldoet"),
    "4 kd 7 en 4": (stand(keuzedelen=kd("240:7", "240:4")), "examencommissie"),
    "5 kd 480:5": (stand(keuzedelen=kd("480:5")), "voldoet_niet"),
    "5 kd 240:8": (stand(keuzedelen=kd("240:8")), "voldoet_niet"),
    "6 derde telt niet mee": (stand(keuzedelen=kd("240:6", "240:6", "240:2-")), "voldoet"),
    "7 goed zonder tabel": (stand(keuzedelen=kd("240:goed", "240:6")), "examencommissie"),
    "7 studiejaar 2021": (replace(stand(), begin=date(2021, 8, 1)), "examencommissie"),
    "8 kd 10 5 5": (stand(3, keuzedelen=kd("240:10", "240:5", "240:5")), "voldoet_niet"),
    "8 kd 8 6 4": (stand(3, keuzedelen=kd("240:8", "240:6", "240:4")), "voldoet"),
    "9 bpv mist": (stand(bpv=""), "voldoet_niet"),
    "9 L&B niet voldaan": (stand(burgerschap=w("niet_voldaan")), "voldoet_niet"),
    "9 kerntaken 5 en 9": (stand(kerntaken=taken(5, 9)), "voldoet_niet"),
    "10 verleend": (
        stand(kerntaken=(Kerntaak("B1-K1", "Werkt", w(None, vrijgesteld=True)),)),
        "voldoet",
    ),
    "10 alleen gevraagd": (stand(kerntaken=(Kerntaak("B1-K1", "Werkt"),)), "voldoet_niet"),
    "11": (stand(1), "voldoet"),
    "11 schoolregel": (stand(1, regels=Schoolregels(nederlands_minimum=6)), "voldoet_niet"),
    "12 rekenen": (stand(1, rekenen=Generiek(w("niet_voldaan"))), "voldoet_niet"),
    "12 kd 240:5": (stand(1, keuzedelen=kd("240:5")), "voldoet_niet"),
    "13 Ned 5 rek 6 Eng 6": (stand(4, **talen(5, 6, 6)), "voldoet"),
    "13 Ned 5 rek 5 Eng 9": (stand(4, **talen(5, 5, 9)), "voldoet_niet"),
    "13 Ned 6 rek 6 Eng 4": (stand(4, **talen(6, 6, 4)), "voldoet_niet"),
}


@pytest.mark.parametrize(("gegeven", "verwacht"), VECTOREN.values(), ids=VECTOREN.keys())
def test_voorbeelden_van_de_slagingsregels(gegeven, verwacht):
    assert diploma_toetsen(gegeven).uitkomst == verwacht


@pytest.mark.parametrize(
    ("ce", "ie", "eind"),
    [("5.4", "5.5", 5), ("5.5", "5.5", 6), ("6.3", "4.8", 6), ("4.4", "6.4", 5)],
)
def test_alleen_de_eerste_decimaal_van_het_gemiddelde_beslist(ce, ie, eind):
    assert eindcijfer_van(Generiek(ce=w(ce), ie=w(ie))) == eind


# Each rule once, from both sides, beyond the vectors.
RANDEN = {
    "gemiddelde afgerond door de school": (
        stand(keuzedelen=kd("240:7", "240:4"), regels=Schoolregels(gemiddelde_afronden=True)),
        "voldoet",
    ),
    "gemiddelde niet afgerond door de school": (
        stand(keuzedelen=kd("240:7", "240:4"), regels=Schoolregels(gemiddelde_afronden=False)),
        "voldoet_niet",
    ),
    "woorden met tabel": (
        stand(keuzedelen=kd("240:goed", "240:6"), regels=Schoolregels(woordtabel=TABEL)),
        "voldoet",
    ),
    "een woord verbergt geen 3": (stand(keuzedelen=kd("240:goed", "240:3")), "voldoet_niet"),
    "twee keuzedelen bij entree": (
        stand(1, keuzedelen=kd("240:8", "240:8")),
        "examencommissie",
    ),
    "dag van inschrijving onbekend": (replace(stand(), begin=None), "examencommissie"),
    "eerste dag van de regels van nu": (replace(stand(), begin=date(2022, 8, 1)), "voldoet"),
    "laatste dag van de oude regels": (
        replace(stand(), begin=date(2022, 7, 31)),
        "examencommissie",
    ),
    "niveau 4 van onbekende soort": (stand(4, keuzedelen=kd("240:7")), "examencommissie"),
    "specialist": (stand(4, keuzedelen=kd("240:7"), soort="specialist"), "voldoet"),
    "middenkader": (stand(4, keuzedelen=kd("240:7"), soort="middenkader"), "voldoet_niet"),
    "levensbeschouwelijk": (
        stand(keuzedelen=kd("240:7"), regels=Schoolregels(levensbeschouwelijk=True)),
        "voldoet",
    ),
    "studielast niet bekend": (
        stand(keuzedelen=(Keuzedeel("K0001", "Een", None, w(7)),)),
        "examencommissie",
    ),
    "instellingsexamen mist": (stand(nederlands=Generiek(ce=w(9))), "voldoet_niet"),
    "Engels mist": (stand(4, engels=Generiek()), "voldoet_niet"),
    "kerntaken niet bekend": (stand(kerntaken=()), "examencommissie"),
    "half cijfer is geen eindcijfer": (stand(kerntaken=taken("5.5")), "examencommissie"),
    "een deel van de bpv": (stand(bpv="deels"), "voldoet_niet"),
    "Nederlands mist bij entree": (stand(1, nederlands=Generiek()), "voldoet_niet"),
    "rekenen met cijfer bij entree": (stand(1, rekenen=Generiek(w(8))), "examencommissie"),
}


@pytest.mark.parametrize(("gegeven", "verwacht"), RANDEN.values(), ids=RANDEN.keys())
def test_randen_van_de_slagingsregels(gegeven, verwacht):
    assert diploma_toetsen(gegeven).uitkomst == verwacht


def test_vrijstelling_met_cijfer_telt_dat_cijfer():
    met_4 = Keuzedeel("K0001", "Een", 240, w(4, vrijgesteld=True))
    zonder = replace(met_4, waardering=w(None, vrijgesteld=True))
    zeven = Keuzedeel("K0002", "Twee", 240, w(6))

    uitkomsten = [
        diploma_toetsen(stand(keuzedelen=(deel, zeven))).uitkomst for deel in (met_4, zonder)
    ]

    assert uitkomsten == ["voldoet_niet", "voldoet"]


def test_vrijstelling_voor_nederlands_zonder_cijfer_is_voor_de_examencommissie():
    nederlands = Generiek(eind=w(None, vrijgesteld=True))

    assert diploma_toetsen(stand(nederlands=nederlands)).uitkomst == "examencommissie"


def test_elk_antwoord_noemt_zin_en_bron():
    toets = diploma_toetsen(stand(keuzedelen=kd("240:7", "240:4")))

    assert all(a.zin.endswith(".") and a.bron for a in toets.antwoorden)
    assert toets.redenen == (
        "Gemiddelde van de keuzedelen: 5,50; nodig is een 6. "
        "De school stelde niet vast of het gemiddelde wordt afgerond.",
    )


def test_schoolregel_staat_erbij_met_wie_hem_vaststelde():
    regels = Schoolregels(nederlands_minimum=6, besloten="directie, 1-9-2026")

    antwoord = next(a for a in diploma_toetsen(stand(1, regels=regels)).antwoorden if a.schoolregel)

    assert (antwoord.voldaan, antwoord.bron) == ("nee", "schoolregel (directie, 1-9-2026)")


CIJFERS = st.integers(10, 100).map(lambda tienden: Waardering(cijfer=Decimal(tienden) / 10))
WAARDERINGEN = st.builds(
    replace,
    CIJFERS | st.sampled_from(SCHAAL).map(lambda woord: Waardering(woord=woord)),
    vrijgesteld=st.booleans(),
)
KEUZEDELEN = st.builds(
    Keuzedeel,
    st.just("K0001"), st.just("Een"), st.sampled_from([240, 480, 720, None]), WAARDERINGEN,
    st.booleans(),
)  # fmt: skip
KERNTAKEN = st.builds(Kerntaak, st.just("B1-K1"), st.just("Werkt"), WAARDERINGEN)
GENERIEK = st.builds(Generiek, eind=WAARDERINGEN) | st.builds(
    Generiek, ce=WAARDERINGEN, ie=WAARDERINGEN
)
STANDEN = st.builds(
    Diplomastand,
    niveau=st.integers(1, 4),
    begin=st.sampled_from([date(2021, 8, 1), date(2024, 8, 1)]),
    kerntaken=st.lists(KERNTAKEN, max_size=2).map(tuple),
    nederlands=GENERIEK, rekenen=GENERIEK | st.just(Generiek(w("voldaan"))), engels=GENERIEK,
    loopbaan=st.just(w("voldaan")), burgerschap=st.just(w("voldaan")),
    keuzedelen=st.lists(KEUZEDELEN, max_size=4).map(tuple),
    bpv=st.just("positief"),
    regels=st.builds(
        Schoolregels,
        nederlands_minimum=st.sampled_from([None, 6]),
        gemiddelde_afronden=st.sampled_from([None, True, False]),
        woordtabel=st.sampled_from([(), TABEL]),
    ),
)  # fmt: skip


def lager(waardering, keuze):
    """The same, with a lower mark or a lower word of the scale."""
    if waardering.cijfer is not None:
        return replace(waardering, cijfer=keuze(Decimal(1), waardering.cijfer))
    if waardering.woord in SCHAAL:
        plek = SCHAAL.index(waardering.woord)
        return replace(waardering, woord=SCHAAL[keuze(0, plek)])
    return waardering


def verlagen(stand, keuze):
    """Every mark of this stand lowered, or left as it is."""

    def generiek(deel):
        delen = {naam: lager(getattr(deel, naam), keuze) for naam in ("eind", "ce", "ie")}
        return replace(deel, **delen)

    def alle(delen):
        return tuple(replace(deel, waardering=lager(deel.waardering, keuze)) for deel in delen)

    return replace(
        stand,
        kerntaken=alle(stand.kerntaken), keuzedelen=alle(stand.keuzedelen),
        nederlands=generiek(stand.nederlands), rekenen=generiek(stand.rekenen),
        engels=generiek(stand.engels),
    )  # fmt: skip


@given(stand=STANDEN, data=st.data())
def test_geen_uitkomst_wordt_beter_van_een_lager_cijfer(stand, data):
    def keuze(van, tot):
        if isinstance(van, int):
            return data.draw(st.integers(van, tot))
        return Decimal(data.draw(st.integers(10, int(tot * 10)))) / 10

    lagere = verlagen(stand, keuze)

    voor, na = diploma_toetsen(stand).uitkomst, diploma_toetsen(lagere).uitkomst
    assert VOLGORDE.index(na) <= VOLGORDE.index(voor)


@given(st.decimals("1", "10", places=3))
def test_eindcijfer_ligt_nooit_meer_dan_een_half_punt_van_het_gemiddelde(gemiddelde):
    verschil = eindcijfer(gemiddelde) - gemiddelde

    assert Decimal("-0.6") < verschil <= Decimal("0.5")
    assert eindcijfer(gemiddelde) == int(gemiddelde) + (int(gemiddelde * 10) % 10 >= 5)
