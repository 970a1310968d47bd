"""CSV, XLSX en ODS: dezelfde getallen als op het scherm, en niets dat een formule wordt."""

import csv
import os
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from odf.opendocument import load
from odf.table import Table

from portal.cijfers.tabellen import Telling
from portal.cijfers.uitvoer import Werkmap, csv_nl, ods, xlsx
from portal.cijfers.uitvoer.ontwapenen import ontwapend
from portal.cijfers.uitvoer.raster import raster
from tests.portal.cijfers import voorbeeldcijfers as v

TE_WEINIG = "te weinig mensen om te tonen"
FORMULES = ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK()", " =1"]


def werkmap(**anders):
    soort = {
        "gemeente": "'s-Hertogenbosch é",
        "indicatorset": "voor de raad",
        "peildatum": date(2026, 9, 30),
        "tabellen": (v.trechter(), v.doorlooptijd(), v.kwartalen(), v.cohort(), v.doelgroepen()),
        "begrippen": (("Gestart", "De overeenkomst is getekend, en de eerste dag is geweest."),),
    }
    return Werkmap(**(soort | anders))


def met_formules():
    """Een tabel waarin elke naam een formule wil zijn."""
    cel = v.cellen({"a": (30,)})["a"]
    rijen = [(formule, [cel]) for formule in FORMULES]
    return v.tabel("formules", "=1+1", "x", ("=cmd|' /C calc'!A0",), rijen, uitleg="=2+2")


def regels(inhoud):
    return list(csv.reader(StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))


def test_bestandsnaam():
    assert werkmap().naam == "praktijkleren_s-hertogenbosch-e_voor-de-raad_2026-09-30"


def test_csv_is_wat_een_nederlandse_excel_verwacht():
    inhoud = csv_nl(v.trechter())

    assert inhoud.startswith(b"\xef\xbb\xbfStap;")
    assert inhoud.count(b"\r\n") == 7
    assert regels(inhoud)[1:3] == [
        ["Aangemeld", "120", "", "", "", ""],
        ["Intake gehad", "97", "120", "80,8", "", ""],
    ]


def test_csv_zegt_te_weinig_in_plaats_van_leeg():
    assert regels(csv_nl(v.trechter()))[6][1:4] == [TE_WEINIG, "21", TE_WEINIG]


def test_grenzen_staan_erbij_onder_de_honderd():
    rij = regels(csv_nl(v.doelgroepen()))[3]

    assert rij[:6] == ["Statushouder of inburgeraar", "8", "23", "34,8", "18,8", "55,1"]


@pytest.mark.parametrize("tekst", [*FORMULES, "＝1", "＋1", "－1", "＠A"])
def test_formules_zijn_ontwapend(tekst):
    assert ontwapend(tekst).startswith("'")


@pytest.mark.parametrize("tekst", ["", "Zorg = zorg", "niveau 2", "3-6 maanden", "é"])
def test_gewone_tekst_blijft_gewoon(tekst):
    assert ontwapend(tekst) == tekst


def test_stuurtekens_gaan_niet_mee():
    assert ontwapend("a\0b\x1bc") == "abc"


@pytest.mark.parametrize("maken", [csv_nl, raster])
def test_alleen_een_veilige_tabel_gaat_het_portaal_uit(maken):
    with pytest.raises(TypeError, match="VeiligeTabel"):
        maken([Telling(indicator="I01", periode="2026", teller=3)])


def test_een_werkmap_neemt_alleen_veilige_tabellen():
    with pytest.raises(TypeError, match="VeiligeTabel"):
        werkmap(tabellen=(Telling(indicator="I01", periode="2026", teller=3),))


def openen(map_):
    return openpyxl.load_workbook(BytesIO(xlsx(map_)))


def test_xlsx_bladen_in_de_afgesproken_volgorde():
    boek = openen(werkmap())

    assert boek.sheetnames[:3] == ["Toelichting", "Begrippen", "1 trechter"]
    assert len(boek.sheetnames) == 2 + 5
    assert all(len(naam) <= 31 for naam in boek.sheetnames)


def test_xlsx_titel_in_a1_kop_vast_niets_samengevoegd():
    blad = openen(werkmap())["1 trechter"]

    assert blad["A1"].value == v.trechter().titel
    assert blad["A2"].value == "Geteld tot en met 30-09-2026."
    assert blad["A3"].value == "Stap"
    assert blad.freeze_panes == "A4"
    assert not blad.merged_cells.ranges


def test_xlsx_bevat_geen_formule():
    boek = openen(werkmap(tabellen=(met_formules(),), gemeente="=1+1"))

    cellen = [cel for blad in boek for rij in blad.iter_rows() for cel in rij]
    assert "f" not in {cel.data_type for cel in cellen}
    assert [str(c.value) for c in cellen if str(c.value).startswith(tuple("=+-@\t\r"))] == []


def test_ods_bevat_geen_formule():
    boek = load(BytesIO(ods(werkmap(tabellen=(met_formules(),), gemeente="=1+1"))))

    assert "formula" not in boek.contentxml().decode()


def test_ods_en_xlsx_hebben_dezelfde_bladen():
    boek = load(BytesIO(ods(werkmap())))

    namen = [blad.getAttribute("name") for blad in boek.getElementsByType(Table)]
    assert namen == openen(werkmap()).sheetnames


def verwacht(blad):
    """Elke cel zoals een CSV van dat blad haar hoort te hebben."""
    alles = [[blad.titel], [blad.noot], blad.kop, *blad.regels]
    breed = max(map(len, alles))
    return [[_tekst(w) for w in regel] + [""] * (breed - len(regel)) for regel in alles]


def _tekst(waarde):
    # LibreOffice reads a leading ' in a file as part of the text, as it should be.
    # It drops the zero of 81.0 on its way to a CSV.
    return f"{waarde:f}".removesuffix(".0") if isinstance(waarde, Decimal) else str(waarde)


@pytest.mark.parametrize(("soort", "maken"), [("xlsx", xlsx), ("ods", ods)])
def test_libreoffice_leest_elke_cel_zoals_hij_op_het_scherm_staat(soort, maken, tmp_path):
    soffice = shutil.which("soffice")
    if soffice is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI without LibreOffice: apt install libreoffice-calc-nogui")
        pytest.skip("needs LibreOffice: apt install libreoffice-calc-nogui")
    map_ = werkmap(tabellen=(*werkmap().tabellen, met_formules()))
    (tmp_path / f"boek.{soort}").write_bytes(maken(map_))

    # Every sheet (-1) as CSV: comma, quotes, UTF-8, as shown.
    filter_ = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1"
    opdracht = [soffice, f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless"]
    opdracht += ["--convert-to", filter_, "--outdir", str(tmp_path), f"{tmp_path}/boek.{soort}"]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=180)

    for blad in map_.bladen():
        bestand = tmp_path / f"boek-{blad.naam}.csv"
        gelezen = list(csv.reader(StringIO(bestand.read_text(encoding="utf-8"), newline="")))
        assert gelezen == verwacht(blad), blad.naam
