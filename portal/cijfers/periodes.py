"""The fixed periods that figures are given for: kwartaal, jaar, schooljaar and two to four years.

There are no free dates: the difference of two ranges that overlap would give a person away.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

RANG = {1: "1e", 2: "2e", 3: "3e", 4: "4e"}
SCHOOLJAAR_BEGINT = 8  # 1 August, as in WEB 1.1.1
MEERJAREN = (2, 3, 4)


class Soort(StrEnum):
    KWARTAAL = "kwartaal"
    JAAR = "jaar"
    SCHOOLJAAR = "schooljaar"
    JAREN = "jaren"


@dataclass(frozen=True, order=True)
class Periode:
    """Een vaste periode, `begin` en `eind` beide erbij. `code` staat in adres en tabel.

    `2026-K3` (kwartaal), `2026` (jaar), `2025/2026` (schooljaar), `2024-2026` (drie jaren).
    """

    eind: date
    begin: date
    soort: Soort
    code: str

    @property
    def titel(self) -> str:
        """Zoals het op het scherm staat: "3e kwartaal 2026", "schooljaar 2025/2026"."""
        match self.soort:
            case Soort.KWARTAAL:
                return f"{RANG[int(self.code[-1])]} kwartaal {self.begin.year}"
            case Soort.SCHOOLJAAR:
                return f"schooljaar {self.code}"
            case Soort.JAREN:
                return f"{self.begin.year} tot en met {self.eind.year}"
        return self.code

    def peildatum(self, vandaag: date) -> date:
        """De dag waarop een stand van deze periode gemeten is: het eind, of zolang hij loopt nu."""
        return min(self.eind, vandaag)

    def vorige(self, aantal: int = 1) -> "Periode":
        """De even lange periode ervoor; `vorige(4)` van een kwartaal is hetzelfde een jaar eerder.

        Raises: ValueError voor meer jaren samen, want die lopen in elkaar over.
        """
        match self.soort:
            case Soort.KWARTAAL:
                stand = self.begin.year * 4 + int(self.code[-1]) - 1 - aantal
                return kwartaal(stand // 4, stand % 4 + 1)
            case Soort.JAAR:
                return jaar(self.begin.year - aantal)
            case Soort.SCHOOLJAAR:
                return schooljaar(self.begin.year - aantal)
        raise ValueError(self.code)


def kwartaal(in_jaar: int, nummer: int) -> Periode:
    """Kwartaal 1 tot en met 4 van een jaar."""
    eerste = date(in_jaar, 3 * nummer - 2, 1)
    return Periode(
        _laatste_dag(in_jaar, 3 * nummer), eerste, Soort.KWARTAAL, f"{in_jaar}-K{nummer}"
    )


def jaar(welk: int) -> Periode:
    return Periode(date(welk, 12, 31), date(welk, 1, 1), Soort.JAAR, f"{welk}")


def schooljaar(begint_in: int) -> Periode:
    """Van 1 augustus tot en met 31 juli."""
    begin = date(begint_in, SCHOOLJAAR_BEGINT, 1)
    eind = date(begint_in + 1, SCHOOLJAAR_BEGINT - 1, 31)
    return Periode(eind, begin, Soort.SCHOOLJAAR, f"{begint_in}/{begint_in + 1}")


def jaren(van: int, tot_en_met: int) -> Periode:
    """Twee, drie of vier jaren samen. Raises: ValueError voor een ander aantal."""
    if tot_en_met - van + 1 not in MEERJAREN:
        raise ValueError(f"{van}-{tot_en_met}")
    return Periode(date(tot_en_met, 12, 31), date(van, 1, 1), Soort.JAREN, f"{van}-{tot_en_met}")


VORMEN = (
    (re.compile(r"(20[0-9]{2})-K([1-4])"), kwartaal),
    (re.compile(r"(20[0-9]{2})"), jaar),
    (re.compile(r"(20[0-9]{2})/20[0-9]{2}"), schooljaar),
    (re.compile(r"(20[0-9]{2})-(20[0-9]{2})"), jaren),
)


def lezen(code: str) -> Periode | None:
    """De periode met deze code; None als zo'n code niet bestaat (dus ook bij vrije datums)."""
    for vorm, maken in VORMEN:
        if gevonden := vorm.fullmatch(code):
            try:
                periode = maken(*map(int, gevonden.groups()))
            except ValueError:
                return None
            return periode if periode.code == code else None
    return None


def periodes(eerste: date, vandaag: date) -> list[Periode]:
    """Alle periodes die op `vandaag` begonnen zijn en `eerste` of later eindigen, oudste eerst."""
    gevonden = [
        periode
        for in_jaar in range(eerste.year - 1, vandaag.year + 1)
        for periode in _van_jaar(in_jaar, eerste.year)
        if periode.begin <= vandaag and periode.eind >= eerste
    ]
    return sorted(gevonden)


def _van_jaar(in_jaar: int, eerste_jaar: int) -> Iterator[Periode]:
    yield from (kwartaal(in_jaar, nummer) for nummer in RANG)
    yield jaar(in_jaar)
    yield schooljaar(in_jaar)
    for aantal in MEERJAREN:
        if in_jaar - aantal + 1 >= eerste_jaar:
            yield jaren(in_jaar - aantal + 1, in_jaar)


def maanden_later(dag: date, aantal: int) -> date:
    """Dezelfde dag zoveel maanden later; bestaat die niet, dan de laatste dag van die maand."""
    stand = dag.year * 12 + dag.month - 1 + aantal
    in_jaar, maand = stand // 12, stand % 12 + 1
    return date(in_jaar, maand, min(dag.day, monthrange(in_jaar, maand)[1]))


def _laatste_dag(in_jaar: int, maand: int) -> date:
    return date(in_jaar, maand, 1) + timedelta(days=monthrange(in_jaar, maand)[1] - 1)
