from .eigen import (
    HOOGSTENS_ZINNEN,
    aantal_zinnen,
    bezwaar_tegen_duiding,
    bezwaar_tegen_opschrijven,
    bezwaren_tegen_eigen_opgave,
)
from .kijkers import Kijker, kijker_van

__all__ = [
    "HOOGSTENS_ZINNEN",
    "Kijker",
    "aantal_zinnen",
    "bezwaar_tegen_duiding",
    "bezwaar_tegen_opschrijven",
    "bezwaren_tegen_eigen_opgave",
    "kijker_van",
]
