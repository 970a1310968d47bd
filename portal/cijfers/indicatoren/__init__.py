"""The indicators of the portal: one definition each, in code, with text and version.

`INDICATOREN["I10"]` is the definition of today. What changes in how it counts is a new version.
"""

from .definitie import Definitie, Eenheid, Moment, Telling, Vorm
from .dimensies import ALLEEN_VERWIJZER, GEVOELIG, TITELS, VERDEELT_TELLER, WACHTKLASSEN, Dimensie
from .instroom import INSTROOM
from .randvoorwaarden import RANDVOORWAARDEN
from .uitkomst import NAZORG, UITKOMST
from .verloop import STIL_NA, VERLOOP

INDICATOREN: dict[str, Definitie] = {
    definitie.code: definitie for definitie in (*INSTROOM, *VERLOOP, *UITKOMST, *RANDVOORWAARDEN)
}
# What is counted from the facts; I22 is reckoned from these and from costs that somebody typed.
GEMETEN = tuple(definitie for definitie in INDICATOREN.values() if definitie.tellen)

__all__ = [
    "ALLEEN_VERWIJZER",
    "Definitie",
    "Dimensie",
    "Eenheid",
    "GEMETEN",
    "GEVOELIG",
    "INDICATOREN",
    "Moment",
    "NAZORG",
    "STIL_NA",
    "TITELS",
    "Telling",
    "VERDEELT_TELLER",
    "Vorm",
    "WACHTKLASSEN",
]
