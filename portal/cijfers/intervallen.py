"""Hoe zeker een aandeel is: het 95%-interval van Wilson."""

from math import sqrt

from portal.cijfers.notatie import getal

Z = 1.959964  # 95%, two-sided
KLEIN = 100  # below this a difference may well be chance, and the interval is shown


def wilson(teller: int, noemer: int) -> tuple[float, float]:
    """Onder- en bovengrens van het aandeel, elk 0 tot en met 1.

    Source: E.B. Wilson, Journal of the American Statistical Association 22 (1927), p. 209-212.
    Raises: ValueError als teller niet tussen 0 en noemer ligt, of noemer 0 is.
    """
    if not 0 <= teller <= noemer or noemer == 0:
        raise ValueError(f"geen aandeel: {teller} van {noemer}")
    p, n, zz = teller / noemer, noemer, Z * Z
    midden = (p + zz / (2 * n)) / (1 + zz / n)
    straal = Z * sqrt(p * (1 - p) / n + zz / (4 * n * n)) / (1 + zz / n)
    # At 0% and 100% the bound is exact; floats would say 1e-17.
    return (0.0 if teller == 0 else midden - straal, 1.0 if teller == noemer else midden + straal)


def wilson_tekst(teller: int, noemer: int) -> str:
    """`18,8–55,1%`, zoals in een tabel naast `8 van 23`."""
    onder, boven = wilson(teller, noemer)
    return f"{getal(100 * onder, 1)}–{getal(100 * boven, 1)}%"
