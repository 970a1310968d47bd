"""What an invariant is, and what looking at it gives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

HOOGUIT = 100  # deviations kept of one invariant; the count is of all of them


@dataclass(frozen=True)
class Invariant:
    """One promise about the whole database and the store.

    `afwijkingen` yields one Dutch sentence per deviation, with numbers and no names of people.
    None: this version has not built what the promise is about.
    """

    id: str
    belofte: str
    afwijkingen: Callable[[], Iterator[str]] | None


@dataclass(frozen=True)
class Uitkomst:
    """What was found. `stand`: klopt, afwijking or niet_gebouwd."""

    id: str
    belofte: str
    stand: str
    aantal: int
    afwijkingen: list[str]


def nagaan(invariant: Invariant) -> Uitkomst:
    """Look at one invariant now."""
    if invariant.afwijkingen is None:
        return Uitkomst(invariant.id, invariant.belofte, "niet_gebouwd", 0, [])
    aantal, zinnen = 0, []
    for zin in invariant.afwijkingen():
        aantal += 1
        if aantal <= HOOGUIT:
            zinnen.append(zin)
    stand = "afwijking" if aantal else "klopt"
    return Uitkomst(invariant.id, invariant.belofte, stand, aantal, zinnen)
