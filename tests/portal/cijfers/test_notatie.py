from decimal import Decimal

import pytest

from portal.cijfers import notatie
from portal.cijfers.intervallen import wilson, wilson_tekst


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (0, 0, "0"),
        (1234, 0, "1.234"),
        (1234.5, 1, "1.234,5"),
        (1234567, 0, "1.234.567"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("2.5"), 0, "3"),
        (-1029.145, 2, "-1.029,15"),
    ],
)
def test_getal_in_nederlandse_notatie(waarde, decimalen, tekst):
    assert notatie.getal(waarde, decimalen) == tekst


def test_aandeel_noemt_altijd_zijn_noemer():
    assert f"{notatie.van(8, 23)} ({notatie.procent(8, 23)})" == "8 van 23 (35%)"


def test_aandeel_van_niemand_bestaat_niet():
    with pytest.raises(ZeroDivisionError):
        notatie.procent(0, 0)


@pytest.mark.parametrize(
    ("teller", "noemer", "tekst"),
    [
        (8, 23, "18,8–55,1%"),
        (20, 60, "22,7–45,9%"),
        (0, 25, "0,0–13,3%"),
        (22, 25, "70,0–95,8%"),
        (25, 25, "86,7–100,0%"),
    ],
)
def test_wilson(teller, noemer, tekst):
    assert wilson_tekst(teller, noemer) == tekst


@pytest.mark.parametrize(("teller", "noemer"), [(1, 0), (0, 0), (-1, 5), (6, 5)])
def test_wilson_weigert_wat_geen_aandeel_is(teller, noemer):
    with pytest.raises(ValueError, match="geen aandeel"):
        wilson(teller, noemer)
