"""What a test may need from the machine. Absent Chromium or Pango is a failure, never a skip."""

import os
import shutil

import hypothesis
import pytest
from django.db import connection, transaction

PROGRAMMAS = ("chromium-headless-shell", "pdftotext", "qpdf")


def pytest_configure(config):
    # Playwright keeps an event loop beside Django's tests; the rows are still read synchronously.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    # A busy machine is no reason to fail; in CI the examples are the same at every run.
    hypothesis.settings.register_profile(
        "huis", deadline=None, derandomize=os.environ.get("CI") == "true"
    )
    hypothesis.settings.load_profile("huis")


def pytest_sessionstart(session):
    weg = [naam for naam in PROGRAMMAS if shutil.which(naam) is None]
    if weg and os.environ.get("CI") == "true":
        pytest.exit(f"CI without {', '.join(weg)}: nothing may be skipped here", returncode=4)


@pytest.fixture(scope="session", autouse=True)
def _leegmaken_tussen_tests():
    """A test with transactions is undone by emptying every table, also those that only grow.

    In the test database alone the triggers go and come back, in one transaction with the emptying.
    PostgreSQL deletes the few rows of a test at once, and takes a second to truncate the tables.
    """
    from trajecten.models import onveranderlijk

    # On the class: Playwright's event loop gives its tests a connection object of their own.
    ops = type(connection.ops)
    eigen, tabellen = ops.execute_sql_flush, onveranderlijk.TABELLEN

    def leegmaken(self, opdrachten):
        with transaction.atomic():
            onveranderlijk.weghalen(self.connection, tabellen)
            eigen(self, [_verwijderen(opdracht) for opdracht in opdrachten])
            onveranderlijk.aanleggen(self.connection, tabellen)

    ops.execute_sql_flush = leegmaken
    yield
    ops.execute_sql_flush = eigen


def _verwijderen(opdracht: str) -> str:
    """TRUNCATE "a", "b"; becomes a DELETE for each table, with the foreign keys asleep."""
    woord, _, tabellen = opdracht.rstrip(";").partition(" ")
    if woord != "TRUNCATE":
        return opdracht
    tabellen = tabellen.removesuffix(" RESTART IDENTITY")
    weg = [f"DELETE FROM {tabel}" for tabel in tabellen.split(", ")]
    return "; ".join(["SET LOCAL session_replication_role = replica", *weg])


def pytest_collection_modifyitems(items):
    """On SQLite the tests marked postgresql are skipped, visibly: the other run has them."""
    if connection.vendor == "postgresql":
        return
    reden = pytest.mark.skip(reason="needs DATABASE_URL=postgres://...")
    for item in items:
        if item.get_closest_marker("postgresql"):
            item.add_marker(reden)
