from .afdrukken import Afdruk
from .uitgiften import (
    OVERGANGEN,
    Raadpleging,
    Staat,
    Uitgifte,
    Uitgifteopdracht,
    Uitreiking,
)
from .vaststellingen import Akkoord, Partij, Soort, Tegenspraak, Vaststelling

__all__ = [
    "OVERGANGEN",
    "Afdruk",
    "Akkoord",
    "Partij",
    "Raadpleging",
    "Soort",
    "Staat",
    "Tegenspraak",
    "Uitgifte",
    "Uitgifteopdracht",
    "Uitreiking",
    "Vaststelling",
]
