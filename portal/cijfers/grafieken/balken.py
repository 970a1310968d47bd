"""Liggende balken: de trechter, een uitsplitsing of doorlooptijden."""

from portal.cijfers.grafieken.vormen import ACCENT, BAAN, BREED, INKT, RAND, Grafiek
from portal.cijfers.tabellen import Cel, Maat, VeiligeTabel

HOOG = 20
TUSSEN = 16


def balken(tabel: VeiligeTabel) -> Grafiek:
    """Eén balk per rij, van de eerste kolom. Wat de balk lang maakt zegt `tabel.maat`.

    Counts and days run to the longest of the table, shares to 100%. With days a line over the bar
    runs from P25 to P75. Raises: TypeError bij iets anders dan een VeiligeTabel.
    """
    grafiek = Grafiek(tabel)
    y = 0
    hoogste = max([_top(tabel, rij.cellen[0]) for rij in tabel.rijen], default=0) or 1
    for rij in tabel.rijen:
        cel = rij.cellen[0]
        y = grafiek.kopregel(y, rij.kop, tabel.tekst(cel))
        _balk(grafiek, y, cel, BREED / (100 if tabel.maat is Maat.AANDEEL else hoogste))
        y += HOOG + TUSSEN
    grafiek.hoogte = max(y - TUSSEN + 4, 1)
    return grafiek


def _balk(grafiek: Grafiek, y: int, cel: Cel, schaal: float) -> None:
    tabel = grafiek.tabel
    lang = tabel.lengte(cel)
    if lang is None:
        if cel.verborgen:
            grafiek.streep(14, y + HOOG / 2, BREED, y + HOOG / 2, stroke_dasharray="2 5")
            grafiek.open_rondje(7, y + HOOG / 2)
        return
    grafiek.vlak(0, y, BREED, HOOG, BAAN)
    grafiek.vlak(0, y, max(lang * schaal, 2), HOOG, ACCENT)
    if tabel.maat is Maat.DAGEN and cel.kwartielen:
        begin, _, eind = (getal * schaal for getal in cel.kwartielen)
        midden = y + HOOG / 2
        # White under dark: visible on the bar and beside it.
        grafiek.streep(begin, midden, eind, midden, "#ffffff", stroke_width=6)
        grafiek.streep(begin, midden, eind, midden, INKT, stroke_width=2)
        for x in (begin, eind):
            grafiek.streep(x, y + 3, x, y + HOOG - 3, "#ffffff", stroke_width=6)
            grafiek.streep(x, y + 3, x, y + HOOG - 3, INKT, stroke_width=2)
    grafiek.streep(0, y - 2, 0, y + HOOG + 2, RAND, stroke_width=2)


def _top(tabel: VeiligeTabel, cel: Cel) -> float:
    lang = tabel.lengte(cel) or 0
    return max(lang, cel.kwartielen[2]) if tabel.maat is Maat.DAGEN and cel.kwartielen else lang
