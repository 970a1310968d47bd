"""A migrated database that each test process copies instead of migrating one of its own."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.db import connection


def klaarzetten(test: dict) -> None:
    """See to it that the test database is a copy; the first to ask after a change migrates.

    test: DATABASES["default"]["TEST"] of this process. On SQLite the copy is put in place; on
    PostgreSQL the server makes it, from the database that is named here.
    """
    with _alleen():
        if connection.vendor == "sqlite":
            _bestand(Path(test["NAME"]))
        else:
            test["TEMPLATE"] = _op_de_server()


@contextmanager
def _alleen():
    settings.VAR.mkdir(exist_ok=True)
    with (settings.VAR / "sjabloon.lock").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def _bestand(doel: Path) -> None:
    origineel = settings.VAR / f"sjabloon-{_vingerafdruk()}.sqlite3"
    if not origineel.exists():
        for oud in settings.VAR.glob("sjabloon-*.sqlite3*"):
            oud.unlink()
        half = origineel.with_suffix(".half")
        half.unlink(missing_ok=True)
        _migreren(f"sqlite:///{half}")
        half.rename(origineel)
    for rest in ("-wal", "-shm"):
        doel.with_name(doel.name + rest).unlink(missing_ok=True)
    shutil.copyfile(origineel, doel)


def _op_de_server() -> str:
    naam = f"sjabloon_{_vingerafdruk()}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(r"SELECT datname FROM pg_database WHERE datname LIKE 'sjabloon\_%'")
        oud = {rij[0] for rij in cursor.fetchall()}
        if naam in oud:
            return naam
        for een in oud:
            cursor.execute(f'DROP DATABASE "{een}"')
        half = f"{naam}_half"
        cursor.execute(f'CREATE DATABASE "{half}"')
        _migreren(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{half}").geturl())
        cursor.execute(f'ALTER DATABASE "{half}" RENAME TO "{naam}"')
    return naam


def _vingerafdruk() -> str:
    """Of everything that decides how the tables look."""
    som = hashlib.sha256(django.__version__.encode())
    for app in sorted(settings.BASE_DIR.iterdir()):
        for bestand in sorted(app.rglob("*.py")) if (app / "apps.py").exists() else ():
            if {"migrations", "models"} & set(bestand.parts):
                som.update(bestand.read_bytes())
    return som.hexdigest()[:16]


def _migreren(url: str) -> None:
    omgeving = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.instellingen"}
    opdracht = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(opdracht, cwd=settings.BASE_DIR, env=omgeving, check=True)
