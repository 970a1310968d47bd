from .eigen import Duiding, EigenOpgave
from .publicaties import Publicatie
from .trajectfeiten import Einde, Trajectfeit
from .waarden import Afsluiting, Herbouw, IndicatorWaarde, Voor

__all__ = [
    "Afsluiting",
    "Duiding",
    "EigenOpgave",
    "Einde",
    "Herbouw",
    "IndicatorWaarde",
    "Publicatie",
    "Trajectfeit",
    "Voor",
]
