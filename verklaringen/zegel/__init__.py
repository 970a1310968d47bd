"""The seal: the key it is made with, the sealing itself, and looking at a seal afterwards."""

from verklaringen.zegel.nakijken import NietOrigineel, nakijken
from verklaringen.zegel.sleutel import (
    Sleutel,
    ZegelFout,
    eigen_certificaten,
    is_testcertificaat,
    paraat,
    vingerafdruk,
)
from verklaringen.zegel.verzegelen import verzegelen

__all__ = [
    "NietOrigineel",
    "Sleutel",
    "ZegelFout",
    "eigen_certificaten",
    "is_testcertificaat",
    "nakijken",
    "paraat",
    "verzegelen",
    "vingerafdruk",
]
