"""The seal: the key it is made with, the sealing itself, and looking at a seal afterwards."""

from verklaringen.zegel.apart import apart_onderzoeken
from verklaringen.zegel.nakijken import NietOrigineel, Onderzoek, nakijken
from verklaringen.zegel.sleutel import (
    Sleutel,
    ZegelFout,
    eigen_certificaten,
    is_testcertificaat,
    paraat,
    van_wie,
    vingerafdruk,
)
from verklaringen.zegel.verzegelen import verzegelen

__all__ = [
    "NietOrigineel",
    "Onderzoek",
    "Sleutel",
    "ZegelFout",
    "apart_onderzoeken",
    "eigen_certificaten",
    "is_testcertificaat",
    "nakijken",
    "paraat",
    "van_wie",
    "verzegelen",
    "vingerafdruk",
]
