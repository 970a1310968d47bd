"""Een VeiligeTabel als regels met losse getallen: wat mensen optellen en sorteren."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from portal.cijfers import notatie
from portal.cijfers.tabellen import Aantal, Cel, Maat, VeiligeTabel

Waarde = str | int | Decimal


class Raster(NamedTuple):
    """kop: de kolomkoppen · regels: per rij evenveel waarden, getallen als getal."""

    kop: list[str]
    regels: list[list[Waarde]]


class Deel(NamedTuple):
    naam: str
    waarde: Callable[[Cel], Waarde]
    nodig: Callable[[Cel], bool]


def _getal(aantal: Aantal | None) -> Waarde:
    if aantal is None:
        return ""
    return aantal.waarde if aantal.getoond else str(aantal)


def _procent(cel: Cel) -> Waarde:
    if not cel.heeft_aandeel:
        return str(cel) if cel.verborgen else ""
    return min(notatie.aandeel(cel.teller.waarde, cel.noemer.waarde, 1), Decimal(100))


def _grens(kant: int) -> Callable[[Cel], Waarde]:
    return lambda cel: notatie.afronden(100 * cel.interval[kant], 1) if cel.interval else ""


def _dagen(plek: int) -> Callable[[Cel], Waarde]:
    def waarde(cel: Cel) -> Waarde:
        if cel.kwartielen:
            return cel.kwartielen[plek]
        return "" if cel.getoond and not cel.teller.waarde else str(_te_weinig(cel))

    return waarde


def _te_weinig(cel: Cel) -> str:
    return notatie.TE_WEINIG if cel.getoond else str(cel)


AANTAL = Deel("", lambda cel: _getal(cel.teller), lambda cel: True)
AANDEEL = (
    Deel("aantal", lambda cel: _getal(cel.teller), lambda cel: True),
    Deel("van", lambda cel: _getal(cel.noemer), lambda cel: cel.noemer is not None),
    Deel("procent", _procent, lambda cel: cel.noemer is not None),
    Deel("procent, ondergrens 95%", _grens(0), lambda cel: cel.interval is not None),
    Deel("procent, bovengrens 95%", _grens(1), lambda cel: cel.interval is not None),
)
DAGEN = (
    Deel("aantal mensen", lambda cel: _getal(cel.teller), lambda cel: True),
    Deel("mediaan in dagen", _dagen(1), lambda cel: True),
    Deel("P25 in dagen", _dagen(0), lambda cel: True),
    Deel("P75 in dagen", _dagen(2), lambda cel: True),
)


def raster(tabel: VeiligeTabel) -> Raster:
    """Koppen en regels van een tabel; een verborgen getal is tekst, nooit leeg en nooit 0.

    Raises: TypeError bij iets anders dan een VeiligeTabel.
    """
    if not isinstance(tabel, VeiligeTabel):
        raise TypeError("alleen een VeiligeTabel gaat het portaal uit")
    kolommen = [
        (nummer, deel) for nummer in range(len(tabel.kolommen)) for deel in _delen(tabel, nummer)
    ]
    kop = [tabel.kopkolom, *(_kop(tabel.kolommen[nummer], deel) for nummer, deel in kolommen)]
    regels: list[list[Waarde]] = [
        [rij.kop, *(deel.waarde(rij.cellen[nummer]) for nummer, deel in kolommen)]
        for rij in tabel.rijen
    ]
    return Raster(kop, regels)


def _kop(kolom: str, deel: Deel) -> str:
    return f"{kolom}: {deel.naam}" if deel.naam else kolom


def _delen(tabel: VeiligeTabel, nummer: int) -> Sequence[Deel]:
    cellen = [rij.cellen[nummer] for rij in tabel.rijen]
    if tabel.maat is Maat.DAGEN:
        return DAGEN
    if all(cel.noemer is None for cel in cellen):
        return (AANTAL,)
    return [deel for deel in AANDEEL if any(deel.nodig(cel) for cel in cellen)]
