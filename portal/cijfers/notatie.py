"""Getallen zoals wij ze in Nederland schrijven: 1.234,5 en 35%."""

from decimal import ROUND_HALF_UP, Decimal

TE_WEINIG = "te weinig mensen om te tonen"
NIET_GEMETEN = "nog niet gemeten"
TE_VROEG = "nog te vroeg om te meten"
NIET_INGEVULD = "niet ingevuld"
NIEMAND = "niemand"


def getal(waarde: int | float | Decimal, decimalen: int = 0) -> str:
    """`waarde` met punten per duizend, een komma en `decimalen` cijfers daarachter.

    Halves go up, the way people round; binary floats are read as they print.
    """
    afgerond = afronden(waarde, decimalen)
    return f"{afgerond:,f}".translate(str.maketrans(",.", ".,"))


def afronden(waarde: int | float | Decimal, decimalen: int = 0) -> Decimal:
    """`waarde` op `decimalen` cijfers achter de komma; een half gaat naar boven."""
    return Decimal(str(waarde)).quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)


def procent(teller: int, noemer: int, decimalen: int = 0) -> str:
    """`8, 23` wordt `35%`. Raises: ZeroDivisionError bij noemer 0."""
    return f"{getal(aandeel(teller, noemer, decimalen), decimalen)}%"


def aandeel(teller: int, noemer: int, decimalen: int = 0) -> Decimal:
    """Aandeel in procenten, 0 tot en met 100, afgerond op `decimalen`."""
    if noemer == 0:
        raise ZeroDivisionError("een aandeel van niemand bestaat niet")
    return afronden(Decimal(100 * teller) / Decimal(noemer), decimalen)


def van(teller: int, noemer: int) -> str:
    """`8 van 23`, altijd met de noemer erbij."""
    return f"{getal(teller)} van {getal(noemer)}"


def dagen(aantal: int) -> str:
    """`1 dag`, `34 dagen`."""
    return "1 dag" if aantal == 1 else f"{getal(aantal)} dagen"
