"""What a gate gives back, and the clock it is measured with."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Meting:
    """One figure with its gate. `gehaald` is the verdict; `toelichting` names both sides."""

    id: str
    waarde: float
    poort: str
    eenheid: str
    gehaald: bool
    toelichting: str = ""


def minstens(id: str, waarde: float, poort: float, eenheid: str, toelichting: str = "") -> Meting:
    return Meting(id, waarde, f"minstens {poort:g}", eenheid, waarde >= poort, toelichting)


def hooguit(id: str, waarde: float, poort: float, eenheid: str, toelichting: str = "") -> Meting:
    return Meting(id, waarde, f"hooguit {poort:g}", eenheid, waarde <= poort, toelichting)


def duur(werk: Callable[[], object]) -> float:
    """Seconds on the wall for doing `werk` once."""
    begin = time.perf_counter()
    werk()
    return time.perf_counter() - begin


def beste(werk: Callable[[], object], keren: int = 5) -> float:
    """The shortest of some runs: what is left when the neighbours are quiet."""
    return min(duur(werk) for _ in range(keren))
