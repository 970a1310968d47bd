"""De slagingsregels: pure functies van wat er behaald is naar voldoet, voldoet niet, of de
examencommissie. Bron: EKB 3b, 15, 17, 17d, 18c; WEB 7.4.6 lid 2. Een advies, nooit een besluit.
"""

from .certificaat import (
    certificaat_toetsen,
    eindcijfer_certificaat,
    regel_van_het_examenplan,
)
from .cijfers import SCHAAL, bezwaar_tegen_woordtabel, eindcijfer, getal, in_letters
from .diploma import NIEUWE_REGELS, diploma_toetsen
from .gegevens import (
    EXAMENCOMMISSIE,
    JA,
    NEE,
    ONBEKEND,
    UITKOMSTEN,
    VOLDOET,
    VOLDOET_NIET,
    Antwoord,
    Certificaatstand,
    Diplomastand,
    Examendeel,
    Generiek,
    Kerntaak,
    Keuzedeel,
    Schoolregels,
    Toets,
    Waardering,
)
from .generiek import eindcijfer_van
from .wegen import zeggen

__all__ = [
    "EXAMENCOMMISSIE",
    "JA",
    "NEE",
    "NIEUWE_REGELS",
    "ONBEKEND",
    "SCHAAL",
    "UITKOMSTEN",
    "VOLDOET",
    "VOLDOET_NIET",
    "Antwoord",
    "Certificaatstand",
    "Diplomastand",
    "Examendeel",
    "Generiek",
    "Kerntaak",
    "Keuzedeel",
    "Schoolregels",
    "Toets",
    "Waardering",
    "bezwaar_tegen_woordtabel",
    "certificaat_toetsen",
    "diploma_toetsen",
    "eindcijfer",
    "eindcijfer_certificaat",
    "eindcijfer_van",
    "getal",
    "in_letters",
    "regel_van_het_examenplan",
    "zeggen",
]
