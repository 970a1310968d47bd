from .eigen import Duiding, EigenOpgave
from .publicaties import Publicatie
from .trajectfeiten import Einde, Trajectfeit
from .waarden import MINSTE_GEMEENTEN, Afsluiting, Herbouw, IndicatorWaarde, Voor

__all__ = [
    "Afsluiting",
    "Duiding",
    "EigenOpgave",
    "Einde",
    "Herbouw",
    "IndicatorWaarde",
    "MINSTE_GEMEENTEN",
    "Publicatie",
    "Trajectfeit",
    "Voor",
]
