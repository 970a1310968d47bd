"""Puntenplot: het eigen aandeel naast de regio, met hoe zeker het is."""

from portal.cijfers import notatie
from portal.cijfers.grafieken.vormen import (
    BAND,
    BREED,
    INKT,
    KLEIN,
    RAND,
    ZACHT,
    Grafiek,
)
from portal.cijfers.tabellen import Cel, Rij, VeiligeTabel

HOOG = 26
MARGE = 10
BAAN = BREED - 2 * MARGE


def punten(tabel: VeiligeTabel) -> Grafiek:
    """Eén regel per rij: kolom 1 de kijker zelf, kolom 2 (mag ontbreken) de regio zonder hem.

    Shares from 0 to 100%. The line through the own dot is the 95% interval (Wilson) below a
    hundred people; the band is P25 to P75 of the gemeenten, in hundredths in `kwartielen` of the
    cell of the region. Raises: TypeError bij iets anders dan een VeiligeTabel.
    """
    grafiek = Grafiek(tabel)
    begin = y = _legenda(grafiek) + 8
    merken: list[tuple[int, Rij]] = []
    for rij in tabel.rijen:
        y = grafiek.kopregel(y, rij.kop, " · ".join(_waarden(tabel, rij)))
        merken.append((y, rij))
        y += HOOG + 14
    for deel in (0, 25, 50, 75, 100):
        grafiek.streep(_x(deel), begin, _x(deel), y, "#e2dbce", stroke_width=1)
        anker = {0: "start", 100: "end"}.get(deel, "middle")
        x = {0: 0, 100: BREED}.get(deel, _x(deel))
        grafiek.schrijf(x, y + 18, f"{deel}%", anker=anker, grootte=KLEIN, kleur=ZACHT)
    # The grid goes behind everything else.
    grafiek.vormen.sort(key=lambda vorm: ("stroke", "#e2dbce") not in vorm.kenmerken)
    for hoogte, rij in merken:
        _merk(grafiek, hoogte + HOOG / 2, rij)
    grafiek.hoogte = y + 24
    return grafiek


def _x(aandeel: float) -> float:
    return MARGE + BAAN * aandeel / 100


def _waarden(tabel: VeiligeTabel, rij: Rij) -> list[str]:
    """The own share in full; of the region only the share."""
    teksten = [tabel.kort(rij.cellen[0])]
    if len(rij.cellen) > 1 and rij.cellen[1].heeft_aandeel:
        teksten.append(f"{tabel.kolommen[1].lower()} {notatie.getal(rij.cellen[1].aandeel)}%")
    return teksten


def _legenda(grafiek: Grafiek) -> int:
    tabel, y = grafiek.tabel, 0
    cellen = [rij.cellen for rij in tabel.rijen]
    grafiek.stip(17, 10)
    tekst = tabel.kolommen[0]
    if any(rij[0].interval for rij in cellen):
        grafiek.streep(0, 10, 34, 10, INKT, stroke_width=2)
        grafiek.stip(17, 10)
        tekst += ", met de ruimte voor toeval"
    grafiek.schrijf(44, 15, tekst)
    if any(cel.heeft_aandeel for rij in cellen for cel in rij[1:]):
        y += 24
        grafiek.ruit(17, y + 10)
        grafiek.schrijf(44, y + 15, tabel.kolommen[1])
        if any(rij[1].kwartielen for rij in cellen):
            y += 24
            _band(grafiek, 0, 34, y + 10)
            grafiek.schrijf(44, y + 15, "de middelste helft van de gemeenten")
    if tabel.iets_verborgen:
        y += 24
        grafiek.open_rondje(17, y + 10)
        grafiek.schrijf(44, y + 15, notatie.TE_WEINIG)
    return y + 24


def _band(grafiek: Grafiek, begin: float, eind: float, y: float) -> None:
    grafiek.vlak(begin, y - 8, max(eind - begin, 2), 16, BAND, stroke=RAND, stroke_width="1")


def _merk(grafiek: Grafiek, y: float, rij: Rij) -> None:
    eigen: Cel = rij.cellen[0]
    regio = rij.cellen[1] if len(rij.cellen) > 1 else None
    if regio is not None and regio.kwartielen:
        _band(grafiek, _x(regio.kwartielen[0] / 100), _x(regio.kwartielen[2] / 100), y)
    grafiek.streep(_x(0), y, _x(100), y, "#e2dbce", stroke_width=1)
    if regio is not None and regio.heeft_aandeel:
        grafiek.ruit(_x(float(regio.aandeel)), y)
    if eigen.interval:
        onder, boven = (_x(100 * grens) for grens in eigen.interval)
        grafiek.streep(onder, y, boven, y, INKT, stroke_width=2)
        for x in (onder, boven):
            grafiek.streep(x, y - 5, x, y + 5, INKT, stroke_width=2)
    if eigen.heeft_aandeel:
        grafiek.stip(_x(float(eigen.aandeel)), y)
    elif eigen.verborgen:
        grafiek.open_rondje(_x(0), y)
