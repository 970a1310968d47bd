"""Het eindoordeelformulier: het slotoordeel van de praktijkopleider op papier."""

from trajecten.models import Eindoordeel

from .aftekenlijst import Inhoud, inhoud
from .drukken import drukken

__all__ = ["SJABLOONVERSIE", "Inhoud", "drukwerk", "inhoud"]

SJABLOONVERSIE = "eindoordeelformulier-2"


def drukwerk(inhoud: Inhoud):
    """Per werkproces een van drie oordelen, met ruimte voor een toelichting en een handtekening."""
    return drukken(
        "eindoordeelformulier",
        kop="Eindoordeel van de praktijkopleider",
        voet=f"{inhoud['traject']} · {inhoud['kandidaat']}",
        b=inhoud,
        oordelen=[oordeel.label for oordeel in Eindoordeel.Oordeel],
    )
