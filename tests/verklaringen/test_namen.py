"""Numbers and codes: every slip shows, every way of typing opens."""

import pytest

from verklaringen import namen


def test_documentnummer_heeft_een_vaste_vorm():
    assert namen.documentnummer("PV", 2026, 12345) == "PV-2026-0012345-" + namen.controleteken(
        "PV", 2026, 12345
    )


def test_elke_verschrijving_van_een_cijfer_en_elke_verwisseling_valt_op():
    goed = namen.documentnummer("PV", 2026, 12345)
    plekken = [plek for plek, teken in enumerate(goed) if teken.isdigit()]

    for plek in plekken:
        for cijfer in "0123456789":
            fout = goed[:plek] + cijfer + goed[plek + 1 :]
            assert namen.is_documentnummer(fout) is (fout == goed)
    for plek in plekken[:-1]:
        if goed[plek + 1].isdigit():
            om = goed[:plek] + goed[plek + 1] + goed[plek] + goed[plek + 2 :]
            assert namen.is_documentnummer(om) is (om == goed)
    assert not namen.is_documentnummer(goed.replace("PV", "MV"))


def test_code_is_zesentwintig_tekens_in_vijf_groepen():
    code = namen.nieuwe_code()

    assert [len(groep) for groep in code.split("-")] == [5, 5, 5, 5, 6]
    assert not set(code) & set("ILOU")


def test_codes_herhalen_zich_niet():
    assert len({namen.nieuwe_code() for _ in range(2000)}) == 2000


@pytest.mark.parametrize(
    "getypt",
    [
        "7zk3m 9qx2b h4tna 0wrv5 c8dfg6",
        "7ZK3M9QX2BH4TNA0WRV5C8DFG6",
        " 7ZK3M–9QX2B–H4TNA–OWRV5-C8DFG6\n",
    ],
)
def test_code_mag_op_elke_manier_getypt_worden(getypt):
    assert namen.code_opschonen(getypt) == "7ZK3M9QX2BH4TNA0WRV5C8DFG6"


@pytest.mark.parametrize(
    "getypt", ["", "7ZK3M", "8" + "0" * 25, "U" * 26, "7ZK3M" * 500, "💥" * 26]
)
def test_wat_geen_code_kan_zijn_is_leeg(getypt):
    assert namen.code_opschonen(getypt) == ""


def test_gemaskeerde_naam_laat_alleen_eerste_letters_zien():
    assert namen.gemaskeerd("Jan de Vries") == "J•• d• V••••"
