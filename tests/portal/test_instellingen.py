"""The settings hold what the rest of the house counts on."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

WORTEL = Path(__file__).resolve().parents[2]


def instelling(naam, **omgeving):
    """The value of one setting in a fresh process."""
    schoon = {sleutel: os.environ[sleutel] for sleutel in ("PATH", "HOME") if sleutel in os.environ}
    opdracht = f"from portal import settings; print(settings.{naam})"
    uitkomst = subprocess.run(
        [sys.executable, "-c", opdracht],
        cwd=WORTEL,
        env=schoon | omgeving,
        capture_output=True,
        text=True,
        check=True,
    )
    return uitkomst.stdout.strip()


def test_without_omgeving_it_is_ontwikkeling():
    assert instelling("OMGEVING") == "ontwikkeling"


def test_debug_is_off_but_for_ontwikkeling():
    aan = [soort for soort in settings.OMGEVINGEN if instelling("DEBUG", OMGEVING=soort) == "True"]

    assert aan == ["ontwikkeling"]


@pytest.mark.parametrize("soort", ["test", "ontwikkeling", "productie"])
def test_demo_does_not_exist_elsewhere(soort):
    assert "portal.demo" not in instelling("INSTALLED_APPS", OMGEVING=soort)


def test_secret_key_from_a_file(tmp_path):
    bestand = tmp_path / "sleutel"
    bestand.write_text("uit-een-bestand")

    assert instelling("SECRET_KEY", SECRET_KEY_FILE=str(bestand)) == "uit-een-bestand"


def test_cookies_in_productie_are_bound_to_the_host():
    namen = [
        instelling(naam, OMGEVING="productie")
        for naam in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE")
    ]

    assert namen == ["__Host-sessie", "__Host-csrf", "True"]


def test_postgresql_has_timeouts_and_a_checked_certificate():
    waarde = instelling(
        "DATABASES", OMGEVING="productie", DATABASE_URL="postgres://u:w%40@h:5433/naam"
    )

    for deel in (
        "'sslmode': 'verify-full'",
        "'connect_timeout': 3",
        "'target_session_attrs': 'read-write'",
        "-c statement_timeout=15s -c lock_timeout=3s -c idle_in_transaction_session_timeout=30s",
        "'CONN_MAX_AGE': 60",
        "'CONN_HEALTH_CHECKS': True",
        "'PASSWORD': 'w@'",
    ):
        assert deel in waarde


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="pragmas of SQLite")
def test_sqlite_pragmas():
    with connection.cursor() as cursor:
        waarden = {
            naam: cursor.execute(f"PRAGMA {naam}").fetchone()[0]
            for naam in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }

    assert waarden == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
    }


@pytest.mark.django_db(transaction=True)
def test_parallel_read_then_write_never_meets_a_locked_database():
    """12 writers, 240 transactions that read before they write: no error, no lost update."""
    from trajecten.models import Teller

    Teller.objects.create(soort="proef", jaar=2026)
    fouten = []

    def ophogen():
        try:
            for _ in range(20):
                with transaction.atomic():
                    teller = Teller.objects.select_for_update().get(soort="proef", jaar=2026)
                    teller.stand += 1
                    teller.save()
        except Exception as fout:
            fouten.append(fout)
        finally:
            connection.close()

    draden = [threading.Thread(target=ophogen) for _ in range(12)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert fouten == []
    assert Teller.objects.get(soort="proef").stand == 240
