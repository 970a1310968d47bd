"""Gestapelde balken: wat er van een cohort bekend is, met onbekend altijd erbij."""

from portal.cijfers import notatie
from portal.cijfers.grafieken.vormen import (
    ACCENT,
    BREED,
    INKT,
    KLEIN,
    LETTER,
    WIT,
    ZACHT,
    Grafiek,
)
from portal.cijfers.tabellen import Rij, VeiligeTabel

HOOG = 34
# How a part is filled: full, ruled, dotted, white; the last column is always hatched.
VULLINGEN = ("vol", "lijnen", "stippen", "wit")
MEESTE = len(VULLINGEN) + 1


def stapel(tabel: VeiligeTabel) -> Grafiek:
    """Eén balk per rij, één deel per kolom; de laatste kolom is onbekend, en gearceerd.

    A row in which a part may not be shown is an open bar: its proportions would give that part
    away. Raises: TypeError bij iets anders dan een VeiligeTabel, ValueError bij te veel delen.
    """
    if not 2 <= len(tabel.kolommen) <= MEESTE:
        raise ValueError("een stapel heeft twee tot vijf delen")
    grafiek = Grafiek(tabel, arcering=True)
    y = _legenda(grafiek) + 14
    for rij in tabel.rijen:
        y = _rij(grafiek, y, rij) + 18
    grafiek.hoogte = y - 14
    return grafiek


def _vulling(kolom: int, kolommen: int) -> str:
    return "arcering" if kolom == kolommen - 1 else VULLINGEN[kolom]


def _deel(grafiek: Grafiek, vulling: str, x: float, y: float, breed: float, hoog: int) -> None:
    kleur = {"vol": ACCENT, "wit": WIT}.get(vulling)
    # The id of a pattern is unique on the page: the template puts the name of the table before it.
    kleur = kleur or f"url(#{grafiek.tabel.naam}-{vulling})"
    grafiek.vlak(x, y, breed, hoog, kleur, stroke=INKT, stroke_width="2")


def _legenda(grafiek: Grafiek) -> int:
    x = y = 0
    kolommen = grafiek.tabel.kolommen
    for nummer, naam in enumerate(kolommen):
        breed = 38 + 9 * len(naam)
        if x and x + breed > BREED:
            x, y = 0, y + 26
        _deel(grafiek, _vulling(nummer, len(kolommen)), x + 1, y + 2, 22, 16)
        grafiek.schrijf(x + 30, y + LETTER, naam)
        x += breed + 8
    return y + 26


def _rij(grafiek: Grafiek, y: int, rij: Rij) -> int:
    samen = 0
    if all(cel.getoond for cel in rij.cellen):
        samen = sum(cel.teller.waarde for cel in rij.cellen)
    waarde = notatie.getal(samen) if samen else _zonder(rij)
    y = grafiek.kopregel(y, rij.kop, waarde)
    if not samen:
        streep = {"stroke": ZACHT, "stroke_width": "2", "stroke_dasharray": "4 3"}
        grafiek.vlak(1, y + 1, BREED - 2, HOOG, WIT, **streep)
        return y + HOOG
    return _delen(grafiek, y, rij, samen)


def _zonder(rij: Rij) -> str:
    """In words what cannot be drawn: of how many the first part is, if only another is hidden."""
    if rij.cellen[0].heeft_verhouding:
        return str(rij.cellen[0])
    if any(cel.verborgen for cel in rij.cellen):
        return notatie.TE_WEINIG
    return next((str(cel) for cel in rij.cellen if not cel.getoond), notatie.getal(0))


def _delen(grafiek: Grafiek, y: int, rij: Rij, samen: int) -> int:
    """Each part with its number under it, so that no text stands on a pattern."""
    x, vrij = 1.0, 0.0
    for nummer, cel in enumerate(rij.cellen):
        breed = (BREED - 2) * cel.teller.waarde / samen
        if not breed:
            continue
        _deel(grafiek, _vulling(nummer, len(rij.cellen)), x, y + 1, breed, HOOG)
        tekst = notatie.getal(cel.teller.waarde)
        # A narrow part moves its number to the right of the one before it.
        plek = max(x, vrij)
        grafiek.schrijf(plek, y + HOOG + 18, tekst, grootte=KLEIN)
        vrij = plek + 9 * len(tekst) + 6
        x += breed
    return y + HOOG + 22
