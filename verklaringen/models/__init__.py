from .afdrukken import Afdruk
from .delingen import Deelduur, Deling
from .geldigheid import (
    Intrekking,
    Intrekkingsreden,
    Intrekkingsvoorstel,
    Vervanging,
    Voorstelafwijzing,
)
from .reeksen import Reeksbestand, Reeksregel, Uitgiftereeks
from .uitgiften import (
    OVERGANGEN,
    Geldigheid,
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
    "Deelduur",
    "Deling",
    "Geldigheid",
    "Intrekking",
    "Intrekkingsreden",
    "Intrekkingsvoorstel",
    "OVERGANGEN",
    "Partij",
    "Raadpleging",
    "Reeksbestand",
    "Reeksregel",
    "Soort",
    "Staat",
    "Tegenspraak",
    "Uitgifte",
    "Uitgifteopdracht",
    "Uitgiftereeks",
    "Uitreiking",
    "Vaststelling",
    "Vervanging",
    "Voordracht",
    "Voordrachtuitreiking",
    "Voorstelafwijzing",
]
