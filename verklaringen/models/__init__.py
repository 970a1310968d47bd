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
from .voordrachten import Voordracht, Voordrachtuitreiking

__all__ = [
    "Afdruk",
    "Akkoord",
    "OVERGANGEN",
    "Partij",
    "Raadpleging",
    "Soort",
    "Staat",
    "Tegenspraak",
    "Uitgifte",
    "Uitgifteopdracht",
    "Uitreiking",
    "Vaststelling",
    "Voordracht",
    "Voordrachtuitreiking",
]
