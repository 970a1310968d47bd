"""From checked lines to rows: COPY and executemany, keys aside and back, no slow plans."""

import csv
import io

import pytest
from django.db import connection

from trajecten.imports import inladen
from trajecten.imports.inladen import Inlader
from trajecten.imports.leerbedrijven import Leerbedrijvenbestand
from trajecten.models import Leerbedrijf

pytestmark = pytest.mark.django_db


def rij(straat):
    tekst = io.StringIO()
    csv.writer(tekst).writerows(
        [["leerbedrijf_id", "naam", "plaats", "straat"], ["100999001", "Goed", "Zwolle", straat]]
    )
    tekst.seek(0)
    return next(iter(Leerbedrijvenbestand(tekst)))


def test_values_reach_the_table_as_typed():
    """Backslashes and separators of COPY's own format, quotes and SQL."""
    straat = r"'t \N Hoekje; \t DROP -- 100% \\"

    inlader = Inlader()
    inlader.erbij([rij(straat)])
    inlader.klaar()

    assert Leerbedrijf.objects.get().straat == straat


@pytest.mark.postgresql
def test_keys_and_indexes_are_back_after_a_first_load():
    def sleutels():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
                "WHERE conrelid::regclass::text ~ '^trajecten_(leerb|erkenning|uitvoer)' "
                "UNION SELECT indexname, indexdef FROM pg_indexes "
                "WHERE tablename ~ '^trajecten_(leerb|erkenning|uitvoer)' ORDER BY 1"
            )
            return cursor.fetchall()

    voor = sleutels()

    inlader = Inlader()
    inlader.erbij([rij(straat="Weg")])
    inlader.klaar()

    assert sleutels() == voor
    assert len(voor) > 10


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL hashes the sets")
def test_looking_for_old_answers_does_not_scan_the_file_for_each_row():
    Inlader()

    with connection.cursor() as cursor:
        cursor.execute(inladen.INDEXEREN)
        cursor.execute(f"EXPLAIN QUERY PLAN {inladen.OUDE_ANTWOORDEN}")
        stappen = [stap for *_, stap in cursor.fetchall()]

    assert any(stap.startswith("SEARCH n USING COVERING INDEX inlaad_per_code") for stap in stappen)
    assert not any(stap.startswith("SCAN n") for stap in stappen)
