"""Lijn met punten: hoe het per kwartaal ging, eventueel met de regio erbij."""

from math import ceil

from portal.cijfers import notatie
from portal.cijfers.grafieken.vormen import (
    ACCENT,
    BREED,
    INKT,
    KLEIN,
    RAND,
    TWEEDE,
    ZACHT,
    Grafiek,
)
from portal.cijfers.tabellen import Maat, VeiligeTabel

LINKS = 44
RECHTS = 18
HOOG = 200
STREPEN = ("none", "7 4")


def lijn(tabel: VeiligeTabel) -> Grafiek:
    """Eén punt per rij (een periode), één lijn per kolom: de kijker zelf, en hoogstens de regio.

    What may not be shown is an open mark on the bottom line, and the line does not run through
    it. Raises: TypeError bij iets anders dan een VeiligeTabel, ValueError bij meer dan twee lijnen.
    """
    if len(tabel.kolommen) > len(STREPEN):
        raise ValueError("meer dan twee lijnen zijn niet uit elkaar te houden")
    grafiek = Grafiek(tabel)
    boven = _legenda(grafiek) + 26
    top = _top(tabel)
    _as(grafiek, boven, top)
    stap = (BREED - LINKS - RECHTS) / max(len(tabel.rijen) - 1, 1)
    for kolom in reversed(range(len(tabel.kolommen))):
        _reeks(grafiek, kolom, boven, top, stap)
    for nummer, rij in enumerate(tabel.rijen):
        kort, _, jaar = rij.kop.partition(" ")
        x = LINKS + nummer * stap
        grafiek.schrijf(x, boven + HOOG + 24, kort, anker="middle", grootte=KLEIN)
        if nummer == 0 or jaar != tabel.rijen[nummer - 1].kop.partition(" ")[2]:
            grafiek.schrijf(x, boven + HOOG + 41, jaar, anker="middle", grootte=KLEIN, kleur=ZACHT)
    grafiek.hoogte = boven + HOOG + 48
    return grafiek


def _legenda(grafiek: Grafiek) -> int:
    """Which mark is whose, in words beside the mark. Returns: the y below it."""
    y = 0
    tabel = grafiek.tabel
    for kolom, naam in enumerate(tabel.kolommen):
        _stuk(grafiek, kolom, (0, y + 10), (34, y + 10))
        _punt(grafiek, kolom, 17, y + 10)
        grafiek.schrijf(44, y + 15, naam)
        y += 22
    if tabel.iets_verborgen:
        grafiek.open_rondje(17, y + 10)
        grafiek.schrijf(44, y + 15, notatie.TE_WEINIG)
        y += 22
    return y


def _as(grafiek: Grafiek, boven: int, top: int) -> None:
    for deel in range(5):
        waarde = top * deel / 4
        y = boven + HOOG - HOOG * deel / 4
        grafiek.streep(LINKS, y, BREED, y, RAND if deel == 0 else "#e2dbce", stroke_width=1)
        teken = "%" if grafiek.tabel.maat is Maat.AANDEEL else ""
        tekst = f"{notatie.getal(waarde)}{teken}"
        grafiek.schrijf(LINKS - 14, y + 5, tekst, anker="end", grootte=KLEIN, kleur=ZACHT)


def _reeks(grafiek: Grafiek, kolom: int, boven: int, top: int, stap: float) -> None:
    vorige: tuple[float, float] | None = None
    punten = []
    for nummer, rij in enumerate(grafiek.tabel.rijen):
        lang = grafiek.tabel.lengte(rij.cellen[kolom])
        x = LINKS + nummer * stap
        if lang is None:
            if rij.cellen[kolom].verborgen:
                grafiek.open_rondje(x, boven + HOOG)
            vorige = None
            continue
        hier = (x, boven + HOOG - HOOG * lang / top)
        if vorige:
            _stuk(grafiek, kolom, vorige, hier)
        vorige = hier
        punten.append((*hier, rij.cellen[kolom]))
    for x, y, cel in punten:
        _punt(grafiek, kolom, x, y)
        if kolom == 0:
            kort = grafiek.tabel.kort(cel).removesuffix(" dagen")  # the axis is in days
            grafiek.schrijf(x, y - 12, kort, anker="middle", grootte=KLEIN, kleur=INKT, dik=True)


def _stuk(grafiek: Grafiek, kolom: int, van: tuple[float, float], tot: tuple[float, float]) -> None:
    kleur = (ACCENT, TWEEDE)[kolom]
    grafiek.streep(*van, *tot, kleur, stroke_width=2, stroke_dasharray=STREPEN[kolom])


def _punt(grafiek: Grafiek, kolom: int, x: float, y: float) -> None:
    if kolom:
        grafiek.ruit(x, y)
    else:
        grafiek.stip(x, y)


def _top(tabel: VeiligeTabel) -> int:
    """Een rond getal boven het hoogste punt, deelbaar door vier."""
    if tabel.maat is Maat.AANDEEL:
        return 100
    hoogste = max((tabel.lengte(cel) or 0 for rij in tabel.rijen for cel in rij.cellen), default=0)
    maat = 4
    while maat * 5 < hoogste:
        maat *= 10 if maat * 10 <= hoogste else 2
    return max(ceil(hoogste / maat) * maat, 4)
