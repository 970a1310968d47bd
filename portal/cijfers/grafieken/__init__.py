"""Grafieken als SVG, op de server gemaakt uit een VeiligeTabel en uit niets anders."""

from portal.cijfers.grafieken.balken import balken
from portal.cijfers.grafieken.lijn import lijn
from portal.cijfers.grafieken.punten import punten
from portal.cijfers.grafieken.stapel import stapel
from portal.cijfers.grafieken.vormen import Grafiek

__all__ = ["Grafiek", "balken", "lijn", "punten", "stapel"]
