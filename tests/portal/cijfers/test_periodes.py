"""The fixed periods: no other exists, so no two ranges can be subtracted."""

from datetime import date

import pytest

from portal.cijfers import periodes as p


@pytest.mark.parametrize(
    ("code", "begin", "eind", "titel"),
    [
        ("2026-K1", date(2026, 1, 1), date(2026, 3, 31), "1e kwartaal 2026"),
        ("2026-K4", date(2026, 10, 1), date(2026, 12, 31), "4e kwartaal 2026"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024"),
        ("2025/2026", date(2025, 8, 1), date(2026, 7, 31), "schooljaar 2025/2026"),
        ("2024-2026", date(2024, 1, 1), date(2026, 12, 31), "2024 tot en met 2026"),
    ],
)
def test_code_en_periode_horen_bij_elkaar(code, begin, eind, titel):
    periode = p.lezen(code)

    assert (periode.begin, periode.eind, periode.titel) == (begin, eind, titel)


@pytest.mark.parametrize(
    "code", ["", "2026-K5", "2026-05", "2025/2027", "2026-2025", "2020-2026", "2026-K1 ", "1999"]
)
def test_een_andere_periode_bestaat_niet(code):
    assert p.lezen(code) is None


def test_alle_periodes_van_anderhalf_jaar():
    gevonden = p.periodes(date(2025, 5, 2), date(2026, 11, 20))

    assert [periode.code for periode in gevonden] == [
        "2025-K2", "2024/2025", "2025-K3", "2025", "2025-K4", "2026-K1", "2026-K2", "2025/2026",
        "2026-K3", "2025-2026", "2026", "2026-K4", "2026/2027",
    ]  # fmt: skip


def test_de_vorige_en_hetzelfde_kwartaal_een_jaar_eerder():
    kwartaal = p.lezen("2026-K1")

    assert (kwartaal.vorige().code, kwartaal.vorige(4).code) == ("2025-K4", "2025-K1")
    assert p.lezen("2025/2026").vorige().code == "2024/2025"
    with pytest.raises(ValueError):
        p.lezen("2025-2026").vorige()


@pytest.mark.parametrize(
    ("dag", "aantal", "verwacht"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
    ],
)
def test_maanden_later(dag, aantal, verwacht):
    assert p.maanden_later(dag, aantal) == verwacht
