"""Each working paper with the longest names, twenty werkprocessen and many pages: always neat."""

from datetime import date

import pytest

from tests.verklaringen.lezer import beeld, bladen, bladtekst, ontbrekend
from tests.verklaringen.maken_dossier import (
    LANGE_NAAM,
    certificaattraject,
    diplomatraject,
    lang_maken,
)
from trajecten.rules import toets_van
from verklaringen.documenten import (
    conceptresultatenlijst,
    diplomadossier,
    totaaloverzicht,
    voordracht,
)
from verklaringen.documenten.drukken import KOPREGEL

OP = date(2026, 3, 2)
TABELKOPPEN = (
    "Nummer Kerntaak en werkprocessen", "Datum Resultaat Examenvorm", "Regel Voldaan Uitleg Bron",
    "Onderdeel Gevraagd Uitkomst", "Code Keuzedeel", "Les Resultaat", "Onderdeel van het examen",
    "Code Kerntaak", "Onderdeel Niveau", "Onderdeel Resultaat", "Erkend leerbedrijf Periode",
)  # fmt: skip
TITELS = (
    "Leren op het werk (bpv)", "Lessen", "Examen", "Keuzedelen", "Vrijstellingen", "Resultaten",
    "Kerntaken", "Voorgedragen", "Generieke onderdelen", "Loopbaan en burgerschap",
    "Lessen, toetsen en andere resultaten", "Examen van een mbo-certificaat",
    "Specifieke examenonderdelen", "Andere werkprocessen in het plan",
    "Waarom de school dit toch voordraagt",
)  # fmt: skip
LANGE_TITELS = ("Toets van de slagingsregels: ", "Werkprocessen bij ")


@pytest.fixture
def diploma(fatima, johan):
    traject = diplomatraject(fatima.lid, johan.lid)
    return lang_maken(traject, johan.lid, fatima.lid)


@pytest.fixture
def certificaat(fatima, johan):
    traject = certificaattraject(fatima.lid, johan.lid)
    return lang_maken(traject, johan.lid, fatima.lid)


def stukken(traject, door):
    """Every working paper of this traject: (module, content)."""
    soort = "certificaat" if traject.certificaat else "diploma"
    toets = toets_van(traject)
    wie = {"door": door, "op": OP}
    yield (
        voordracht,
        voordracht.inhoud(
            traject, soort=soort, toets=toets, motivering="Wij dragen dit toch voor. " * 38, **wie
        ),
    )
    yield totaaloverzicht, totaaloverzicht.inhoud(traject, op=OP)
    if soort == "diploma":
        yield diplomadossier, diplomadossier.inhoud(traject, toets=toets, **wie)
        yield conceptresultatenlijst, conceptresultatenlijst.inhoud(traject, **wie)


@pytest.mark.parametrize("route", ["diploma", "certificaat"])
def test_lange_stukken_blijven_netjes(route, request, renderer, fatima):
    """Every word is there; per sheet: the header, the name, a title or table head to begin with,
    no title at the foot, and nothing outside the margin.
    """
    traject = request.getfixturevalue(route)

    for module, inhoud in stukken(traject, fatima.lid):
        pdf = renderer.renderen(module.drukwerk(inhoud))

        heel = inhoud | {"motivering": ""}  # which runs over the foot of a sheet
        assert ontbrekend(heel, pdf, zonder="soort") == []
        for nummer in range(1, bladen(pdf) + 1):
            blad = (inhoud["titel"], nummer)
            regels, rand = lichaam(pdf, nummer, inhoud), beeld(pdf, nummer, dpi=50)
            assert nummer == 1 or begint_goed(regels[0], inhoud), (blad, regels[0])
            assert not is_kop(regels[-1]), (blad, regels[-1])
            rechts = rand.crop((rand.width - 30, 0, rand.width, rand.height))
            assert rechts.getextrema() == (255, 255), blad


def lichaam(pdf, nummer, inhoud):
    """What stands between the header and the foot of one sheet, after looking at those two."""
    regels = bladtekst(pdf, nummer)
    boven = KOPREGEL if nummer == 1 else f"{KOPREGEL} WERKDOCUMENT."
    kop = regels.index(boven)
    voet = max(plek for plek, regel in enumerate(regels) if regel.startswith(inhoud["titel"][:20]))
    slot = " ".join(regels[voet:]).replace(f" blad {nummer} van {bladen(pdf)}", "")
    assert slot == f"{inhoud['titel']} · {inhoud['traject']} · {LANGE_NAAM}".replace("- ", "-")
    return regels[kop + 1 : voet]


def is_kop(regel):
    """A title, or the head of a table."""
    return regel in TITELS or regel.startswith(LANGE_TITELS + TABELKOPPEN)


def begint_goed(regel, inhoud):
    """A title, the repeated head of a table, or the next line of a long text."""
    return is_kop(regel) or regel in inhoud.get("motivering", "")
