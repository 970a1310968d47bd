"""Wie er kijkt, en vanaf hoeveel mensen hij een getal te zien krijgt."""

from enum import StrEnum

from django.conf import settings


class Publiek(StrEnum):
    """Soort kijker. De drempels staan per omgeving in settings.KLEINE_AANTALLEN.

    Eigen ontwerp: geen wet noemt een drempel. De FG en een statisticus tekenen ervoor.
    """

    EIGEN = "eigen"  # beleid van de eigen gemeente, instelling of het eigen werkbedrijf
    PARTNER = "partner"  # region, other gemeenten, and who looks at the data of a partner
    OPENBAAR = "openbaar"  # everybody

    @property
    def k(self) -> int:
        """Minste aantal mensen in een getoond getal dat geen 0 is."""
        return settings.KLEINE_AANTALLEN[self]["k"]

    @property
    def stap(self) -> int:
        """Op welk veelvoud getallen worden afgerond; 1 is niet."""
        return settings.KLEINE_AANTALLEN[self]["stap"]

    @property
    def minste_gemeenten(self) -> int:
        """Hoeveel gemeenten moeten meetellen voor er iets te zien is."""
        return settings.KLEINE_AANTALLEN[self]["gemeenten"]

    @property
    def minste_maanden(self) -> int:
        """De kortste periode waarover iets te zien is, in maanden."""
        return settings.KLEINE_AANTALLEN[self]["maanden"]

    def afgerond(self, aantal: int) -> int:
        """`aantal` op het dichtstbijzijnde veelvoud van de stap; een half gaat naar boven."""
        return (2 * aantal + self.stap) // (2 * self.stap) * self.stap

    def grenzen(self, getoond: int) -> tuple[int, int]:
        """Tussen welke aantallen het ware aantal ligt waarvoor dit publiek `getoond` leest."""
        if not getoond:
            return 0, 0
        return max(self.k, getoond - self.stap // 2), getoond + (self.stap - 1) // 2
