"""Counted rows in the words of the layer that guards small numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..models import IndicatorWaarde
from ..tabellen import Telling
from .samenhang import MENSEN_VAN


def tellingen(rijen: Iterable[IndicatorWaarde]) -> list[Telling]:
    """De ruwe tellingen van deze rijen; wie onbekend is, is een cijfer ernaast."""
    rijen = list(rijen)
    mensen = {
        (rij.code, deel, rij.periode, rij.route): getal
        for rij in rijen
        if not rij.dimensie
        for deel, getal in (("teller", rij.teller), ("noemer", rij.noemer))
    }
    return [telling for rij in rijen for telling in _van_rij(rij, mensen)]


def _van_rij(
    rij: IndicatorWaarde, mensen: dict[tuple[str, str, str, str], int | None]
) -> Iterator[Telling]:
    naam, wie = naam_van(rij.code, rij.maand), MENSEN_VAN.get(rij.code)
    telling = Telling(
        indicator=naam, periode=rij.periode, route=rij.route, dimensie=rij.dimensie,
        waarde=rij.waarde, teller=rij.teller, noemer=rij.noemer, kwartielen=_kwartielen(rij),
        mensen=(mensen.get((*wie, rij.periode, rij.route)) or 0) if wie else None,
        gemeenten=rij.bijdragers,
    )  # fmt: skip
    yield telling
    if rij.onbekend is not None and rij.noemer is not None:
        yield replace(
            telling, indicator=f"{naam}-onbekend", teller=rij.onbekend,
            noemer=rij.noemer + rij.onbekend, kwartielen=None,
        )  # fmt: skip


def naam_van(code: str, maand: int = 0) -> str:
    """`I16` na 12 maanden heet `I16-12`."""
    return f"{code}-{maand}" if maand else code


def _kwartielen(rij: IndicatorWaarde) -> tuple[int, int, int] | None:
    if rij.p25 is None or rij.mediaan is None or rij.p75 is None:
        return None
    return round(rij.p25), round(rij.mediaan), round(rij.p75)
