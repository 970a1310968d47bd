"""A migrated SQLite database, kept in var/: each test process copies it instead of migrating."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import django
from django.conf import settings


def klaarzetten(doel: Path) -> None:
    """Put a fresh copy at `doel`; the first process to ask after a change makes the original."""
    origineel = settings.VAR / f"sjabloon-{_vingerafdruk()}.sqlite3"
    settings.VAR.mkdir(exist_ok=True)
    with (settings.VAR / "sjabloon.lock").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not origineel.exists():
            for oud in settings.VAR.glob("sjabloon-*.sqlite3*"):
                oud.unlink()
            _maken(origineel)
    for rest in ("-wal", "-shm"):
        doel.with_name(doel.name + rest).unlink(missing_ok=True)
    shutil.copyfile(origineel, doel)


def _vingerafdruk() -> str:
    """Of everything that decides how the tables look."""
    som = hashlib.sha256(django.__version__.encode())
    for app in settings.BASE_DIR.iterdir():
        for bestand in sorted(app.rglob("*.py")) if (app / "apps.py").exists() else ():
            if {"migrations", "models"} & set(bestand.parts):
                som.update(bestand.read_bytes())
    return som.hexdigest()[:16]


def _maken(origineel: Path) -> None:
    half = origineel.with_suffix(".half")
    half.unlink(missing_ok=True)
    omgeving = os.environ | {
        "DATABASE_URL": f"sqlite:///{half}", "DJANGO_SETTINGS_MODULE": "tests.instellingen",
    }  # fmt: skip
    opdracht = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(opdracht, cwd=settings.BASE_DIR, env=omgeving, check=True)
    half.rename(origineel)
