"""The first page: the last complete quarter in a few figures."""

from dataclasses import dataclass

from ..rules.kijkers import Kijker
from ..tabellen import Cel
from .cijfers import Cijfers
from .tabel import Keuze, definitie

# Which figure leads to which page.
EERST = {
    "I01": "trechter", "I04": "trechter", "I08": "voortgang", "I09": "voortgang",
    "I10": "uitval", "I16-12": "uitstroom",
}  # fmt: skip


@dataclass(frozen=True)
class Kopcijfer:
    """Eén cijfer met zijn titel, waar het over gaat, en de pagina erachter."""

    titel: str
    cel: Cel
    naar: str


def overzicht(kijker: Kijker, keuze: Keuze) -> list[Kopcijfer]:
    """De kopcijfers van de gekozen periode."""
    cijfers = Cijfers(kijker, EERST, [keuze.periode])
    return [
        Kopcijfer(definitie(code).titel, cijfers.cel(code, keuze.periode, keuze.route), naar)
        for code, naar in EERST.items()
    ]
