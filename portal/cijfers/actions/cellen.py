"""A counted cell, and what follows from cells: all routes, more years, the region, the spread."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..indicatoren import ALLEEN_VERWIJZER, VERDEELT_TELLER, Definitie, Dimensie
from ..models import Voor
from ..periodes import Periode

NIET_IN_REGIO = ALLEEN_VERWIJZER | {Dimensie.GEMEENTE}  # no list of gemeenten, no doelgroepen
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


def regio(cellen: Mapping[Sleutel, Cel], regio_van: Mapping[int, int]) -> Cellen:
    """De regio, uit haar gemeenten; en per gemeente de totalen van de regio zonder haarzelf."""
    samen: Cellen = {}
    eigen = [paar for paar in cellen.items() if paar[0].voor_soort == Voor.GEMEENTE]
    for sleutel, cel in eigen:
        if sleutel.dimensie in NIET_IN_REGIO or cel.is_leeg:
            continue
        plek = sleutel._replace(voor_soort=Voor.REGIO.value, voor_id=regio_van[sleutel.voor_id])
        som = samen.setdefault(plek, Cel(bijdragers=0))
        som.erbij(cel)
        som.bijdragers += 1
    return samen | _zonder(dict(eigen), samen, regio_van)


def _zonder(eigen: Cellen, regios: Cellen, regio_van: Mapping[int, int]) -> Cellen:
    per_regio = defaultdict(list)
    for gemeente in {sleutel.voor_id for sleutel in eigen}:
        per_regio[regio_van[gemeente]].append(gemeente)
    zonder = {}
    for sleutel, som in regios.items():
        if sleutel.dimensie:
            continue
        for gemeente in per_regio[sleutel.voor_id]:
            zelf = eigen.get(sleutel._replace(voor_soort=Voor.GEMEENTE.value, voor_id=gemeente))
            plek = sleutel._replace(voor_soort=Voor.REGIO_ZONDER.value, voor_id=gemeente)
            zonder[plek] = _min(som, zelf or Cel())
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
