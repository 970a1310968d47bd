"""What the beleidsmedewerker of Voorbeeldstad typed beside the figures. All invented."""

from datetime import datetime
from decimal import Decimal

from portal.cijfers.actions import duiden, eigen_opgave_invullen
from portal.cijfers.models import EigenOpgave
from trajecten.models import Lidmaatschap

Soort = EigenOpgave.Soort
OPGAVEN = (
    (Soort.KOSTEN, "", 0, 171500, "voorbeeldcijfer, niet echt: jaarrekening, pagina 12"),
    (Soort.STREVEN, "I01", 0, 45, "voorbeeldcijfer, niet echt: programmabegroting"),
    (Soort.STREVEN, "I09", 0, 80, "voorbeeldcijfer, niet echt: programmabegroting"),
    (Soort.STREVEN, "I16", 0, 50, "voorbeeldcijfer, niet echt: programmabegroting"),
    (Soort.EERDER_JAAR, "I01", -2, 11, "voorbeeldcijfer, niet echt: jaarverslag"),
    (Soort.EERDER_JAAR, "I16", -2, 44, "voorbeeldcijfer, niet echt: eigen telling"),
)  # (soort, indicator, years from the last whole year, waarde, herkomst)
UITLEG = "Sinds het voorjaar melden klantmanagers mensen al in het eerste gesprek aan."


def invullen(bas: Lidmaatschap, nu: datetime) -> None:
    """Costs, goals and earlier years of the last whole year, through the actions."""
    jaar = nu.year - 1
    for soort, code, verschil, waarde, herkomst in OPGAVEN:
        eigen_opgave_invullen(
            door=bas, soort=soort, code=code, periode=str(jaar + verschil),
            waarde=Decimal(waarde), herkomst=herkomst, nu=nu,
        )  # fmt: skip
    duiden(door=bas, code="I01", periode=str(jaar), tekst=UITLEG, nu=nu)
