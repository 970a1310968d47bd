"""The house rules that a machine can check. The sense of each stands in docs/besluiten.md."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db.backends.postgresql.psycopg_any import is_psycopg3

from tests.bronnen import (
    APPS,
    GRAAF,
    KAMERS,
    PYTHON,
    TEMPLATES,
    WORTEL,
    getrackt,
    imports,
    kamer,
    lezen,
    lus,
    overtredingen,
    verdieping,
)

MODELVOLGORDE = """
feiten redenen statussen tellers opslag organisaties leden schoolregels logboek post kwalificaties
certificaten leerbedrijven kandidaten trajecten intake plaatsingen overeenkomsten voortgang
resultaten vrijstellingen jobcoaching nazorg doelgroepen
""".split()  # noqa: SIM905  read as a line, top to bottom
VERBODEN_KAMERS = """
utils util helpers services selectors managers mixins signals constants common misc
""".split()  # noqa: SIM905  read as a line, top to bottom
BOVENSTE = """
manage.py pyproject.toml requirements.txt requirements-dev.txt Makefile README.md CHANGELOG.md
LICENSE .gitignore .ci portal trajecten verklaringen templates static tests deploy docs
""".split()  # noqa: SIM905  read as a line, top to bottom
PYTHON_MAXIMUM = 300
TEMPLATE_MAXIMUM = 100


def test_apps_import_one_way():
    fout = [
        f"{van} -> {naar}"
        for van, doelen in GRAAF.items()
        for naar in doelen
        if APPS.index(naar.split(".")[0]) > APPS.index(van.split(".")[0])
    ]

    assert fout == []


def test_rooms_of_the_roof_import_one_way():
    fout = [
        f"{van} -> {naar}"
        for van, doelen in GRAAF.items()
        for naar in doelen
        if kamer(van) in KAMERS
        and kamer(naar) in KAMERS
        and KAMERS.index(kamer(naar)) > KAMERS.index(kamer(van))
    ]

    assert fout == []


def test_floors_import_downward_only():
    fout = [
        f"{van} -> {naar}"
        for van, doelen in GRAAF.items()
        for naar in doelen
        if None not in (verdieping(van), verdieping(naar)) and verdieping(naar) > verdieping(van)
    ]

    assert fout == []


def test_no_import_cycle():
    assert lus(GRAAF) == []


def test_model_files_import_one_way():
    fout = [
        f"{van} -> {naar}"
        for van, doelen in GRAAF.items()
        for naar in doelen
        if van.startswith("trajecten.models.") and naar.startswith("trajecten.models.")
        if (vorige := van.split(".")[2]) in MODELVOLGORDE
        if (doel := naar.split(".")[2]) in MODELVOLGORDE
        if MODELVOLGORDE.index(doel) > MODELVOLGORDE.index(vorige)
    ]

    assert fout == []


def test_only_the_pdf_floor_imports_weasyprint():
    fout = [naam for naam in PYTHON for doel in imports(naam) if doel.startswith("weasyprint")]

    assert [naam for naam in fout if not naam.startswith("verklaringen/pdf/")] == []


@pytest.mark.parametrize(
    ("patroon", "maximum"), [("*.py", PYTHON_MAXIMUM), ("templates/*.html", TEMPLATE_MAXIMUM)]
)
def test_files_are_small(patroon, maximum):
    lengtes = {
        naam: len(lezen(naam).splitlines())
        for naam in getrackt(patroon)
        if "/migrations/" not in naam
        # Names imported and listed once more: no line of it does anything.
        if not naam.endswith(("rules/__init__.py", "actions/__init__.py", "models/__init__.py"))
    }

    assert {naam: lengte for naam, lengte in lengtes.items() if lengte > maximum} == {}


def test_no_rooms_without_a_name():
    delen = {naam: set(naam.removesuffix(".py").split("/")) for naam in getrackt("*.py")}

    assert [naam for naam, stukken in delen.items() if stukken & set(VERBODEN_KAMERS)] == []


def test_no_signals():
    assert overtredingen(r"django\.(db\.models|dispatch|core)\.signals|@receiver\b", PYTHON) == []


def test_no_class_based_views():
    patroon = r"django\.views\.generic|\.as_view\(|class \w+\(.*View\b"

    assert overtredingen(patroon, PYTHON) == []


# Facts that everybody may read: no person and no secret stands in these tables.
OPENBAAR = {
    "Arbeidsmarktregio": "list of the ministry",
    "Certificaat": "list of the ministry",
    "Gemeente": "list of the CBS",
    "Kwalificatie": "register of the SBB",
    "Leerbedrijf": "register of the SBB",
    "Organisatie": "names of schools and gemeenten",
}


def test_views_and_forms_fetch_scoped_only():
    namen = [naam for naam in PYTHON if re.search(r"/(views|forms)(/|\.py)", naam)]
    patroon = (
        rf"\b(?!(?:{'|'.join(OPENBAAR)})\.)\w+\.objects\b(?!\.(?:zichtbaar_voor|none)\()"
        r"|\._default_manager|\._base_manager"
    )

    assert overtredingen(patroon, namen) == []


def test_get_object_or_404_never_gets_a_whole_table():
    fout = [
        f"{naam}:{knoop.lineno}"
        for naam in PYTHON
        for knoop in ast.walk(ast.parse(lezen(naam)))
        if isinstance(knoop, ast.Call)
        and getattr(knoop.func, "id", "") in {"get_object_or_404", "get_list_or_404"}
        and isinstance(knoop.args[0], ast.Name)
        and knoop.args[0].id[0].isupper()
    ]

    assert fout == []


def test_views_write_nothing():
    namen = [naam for naam in PYTHON if re.search(r"/views(/|\.py)", naam)]

    assert overtredingen(r"\.(save|create|delete|bulk_create|get_or_create)\(", namen) == []


def test_autoescape_is_never_off():
    in_python = overtredingen(r"mark_safe|SafeString|SafeText|autoescape=False", PYTHON)
    in_templates = overtredingen(r"\|\s*safe(seq)?\b|autoescape off", TEMPLATES)

    assert in_python + in_templates == []


def test_forms_name_their_fields():
    assert overtredingen(r"fields\s*=\s*[\"']__all__[\"']|^\s+exclude\s*=", PYTHON) == []


def test_no_inline_style_or_script():
    patroon = r"<style\b|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=[\"']|javascript:"

    assert overtredingen(patroon, TEMPLATES) == []


def test_static_files_named_in_templates_exist():
    genoemd = {
        pad
        for naam in TEMPLATES
        for pad in re.findall(r"{%\s*static\s+[\"']([^\"']+)[\"']", lezen(naam))
    }

    assert sorted(pad for pad in genoemd if finders.find(pad) is None) == []


def test_templates_are_formatted():
    if not TEMPLATES:
        return
    opdracht = [
        Path(sys.executable).parent / "djade",
        "--target-version",
        "5.2",
        "--check",
        *TEMPLATES,
    ]
    uitkomst = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True)

    assert uitkomst.returncode == 0, uitkomst.stderr


def test_psycopg2_stays_the_driver():
    assert is_psycopg3 is False


def test_no_registry_address_in_a_tracked_file():
    adressen = "|".join(
        [r"pypi\.(org|python)", r"files\.python" + r"hosted", r"registry\.npm", r"/simple" + r"/"]
    )
    geen_tekst = {".pdf", ".png", ".ttf", ".xml"}
    namen = [naam for naam in getrackt() if Path(naam).suffix not in geen_tekst]

    assert overtredingen(adressen, namen) == []


def test_the_top_level_is_fixed():
    assert {naam.split("/")[0] for naam in getrackt()} - set(BOVENSTE) == set()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
