"""Three-valued weighing: a mark that is not known exactly lies between two marks."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from .cijfers import Grenzen, getal
from .gegevens import JA, NEE, ONBEKEND, Waardering

Eis = Callable[[Sequence[Decimal]], str]


def wegen(grenzen: Sequence[Grenzen], eis: Eis) -> str:
    """Ja als de laagste cijfers al voldoen, nee als de hoogste nog niet voldoen, anders onbekend.

    `eis` wordt nooit beter van een lager cijfer; daardoor wordt ook dit antwoord dat niet.
    """
    laag = eis([grens[0] for grens in grenzen])
    hoog = eis([grens[1] for grens in grenzen])
    if laag == JA:
        return JA
    return NEE if hoog == NEE else ONBEKEND


def als(waar: bool) -> str:
    return JA if waar else NEE


def zeggen(waardering: Waardering) -> str:
    """Een waardering in gewone woorden: 7, voldoende, vrijstelling (7), nog geen resultaat."""
    tekst = waardering.woord.replace("_", " ")
    if waardering.cijfer is not None:
        tekst = getal(waardering.cijfer)
    if waardering.vrijgesteld:
        return f"vrijstelling ({tekst})" if tekst else "vrijstelling"
    return tekst or "nog geen resultaat"
