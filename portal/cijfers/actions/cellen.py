"""A counted cell, and what follows from cells: all routes, more years, the region, the spread."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..indicatoren import VERDEELT_TELLER, Definitie
from ..models import Voor
from ..periodes import Periode

KWARTEN = (1, 2, 3)


class Opdracht(NamedTuple):
    """Eén indicator, en bij nazorg de maand na het einde."""

    definitie: Definitie
    maand: int = 0


class Sleutel(NamedTuple):
    voor_soort: str
    voor_id: int
    periode: str
    route: str = ""
    dimensie: str = ""
    waarde: str = ""


@dataclass
class Cel:
    """`erin`: iedereen die meetelt, ook wie onbekend is. `duren`: dagen en hoe vaak."""

    erin: int = 0
    teller: int = 0
    onbekend: int = 0
    personen: int | None = None
    bijdragers: int | None = None
    duren: Counter[int] = field(default_factory=Counter)

    def erbij(self, ander: "Cel") -> None:
        self.erin += ander.erin
        self.teller += ander.teller
        self.onbekend += ander.onbekend
        self.duren.update(ander.duren)

    @property
    def noemer(self) -> int:
        return self.erin - self.onbekend

    @property
    def is_leeg(self) -> bool:
        return not (self.erin or self.teller)

    def spreiding(self) -> tuple[float, float, float] | None:
        """P25, mediaan en P75 in dagen, lineair ertussenin; None zonder waarnemingen."""
        if not self.duren:
            return None
        dagen = sorted(self.duren.elements())
        return tuple(_kwart(dagen, kwart) for kwart in KWARTEN)  # type: ignore[return-value]


Cellen = dict[Sleutel, Cel]


def _kwart(dagen: list[int], kwart: int) -> float:
    plek, rest = divmod((len(dagen) - 1) * kwart, 4)
    boven = dagen[min(plek + 1, len(dagen) - 1)]
    return dagen[plek] + (boven - dagen[plek]) * rest / 4


def alle_routes(cellen: Mapping[Sleutel, Cel]) -> Cellen:
    """De totalen per route, en hun som zonder route; een uitsplitsing is al zonder route."""
    samen: Cellen = {}
    for sleutel, cel in cellen.items():
        samen.setdefault(sleutel._replace(route=""), Cel()).erbij(cel)
    # Who has no route yet counts in the sum alone: an empty route is the sum.
    return {sleutel: cel for sleutel, cel in cellen.items() if sleutel.route} | samen


def meer_jaren(cellen: Mapping[Sleutel, Cel], jaren: Iterable[Periode]) -> Cellen:
    """Totalen over twee tot vier jaren, uit die van de losse jaren."""
    samen: Cellen = defaultdict(Cel)
    erin = defaultdict(list)
    for periode in jaren:
        for in_jaar in range(periode.begin.year, periode.eind.year + 1):
            erin[str(in_jaar)].append(periode.code)
    for sleutel, cel in cellen.items():
        if sleutel.dimensie:
            continue
        for code in erin.get(sleutel.periode, ()):
            samen[sleutel._replace(periode=code)].erbij(cel)
    return dict(samen)


def regio_zonder(cellen: Mapping[Sleutel, Cel], regio_van: Mapping[int, int]) -> Cellen:
    """Per gemeente de totalen van haar regio zonder haarzelf."""
    eigen = {
        sleutel: cel for sleutel, cel in cellen.items()
        if sleutel.voor_soort == Voor.GEMEENTE and not sleutel.dimensie and not sleutel.route
    }  # fmt: skip
    per_regio = defaultdict(set)
    samen: dict[tuple[int, str], Cel] = {}
    for sleutel, cel in eigen.items():
        regio = regio_van[sleutel.voor_id]
        per_regio[regio].add(sleutel.voor_id)
        if not cel.is_leeg:
            som = samen.setdefault((regio, sleutel.periode), Cel(bijdragers=0))
            som.erbij(cel)
            som.bijdragers += 1
    zonder = {}
    for (regio, periode), som in samen.items():
        for gemeente in per_regio[regio]:
            zelf = eigen.get(Sleutel(Voor.GEMEENTE.value, gemeente, periode))
            zonder[Sleutel(Voor.REGIO_ZONDER.value, gemeente, periode)] = _min(som, zelf or Cel())
    return zonder


def _min(som: Cel, zelf: Cel) -> Cel:
    return replace(
        som, erin=som.erin - zelf.erin, teller=som.teller - zelf.teller,
        onbekend=som.onbekend - zelf.onbekend, duren=som.duren - zelf.duren,
    )  # fmt: skip


def noemers_van_het_geheel(cellen: Cellen) -> None:
    """Waar een uitsplitsing de teller verdeelt, is de noemer die van het totaal ernaast."""
    for sleutel, cel in cellen.items():
        if sleutel.dimensie in VERDEELT_TELLER:
            heel = cellen[sleutel._replace(dimensie="", waarde="")]
            cel.erin, cel.onbekend = heel.erin, heel.onbekend
