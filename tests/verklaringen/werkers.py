"""The worker as a real process on the database of the test."""

import os
import subprocess
import sys

from django.conf import settings
from django.db import connection


def database_url() -> str:
    gegevens = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{gegevens['NAME']}"
    wie = f"{gegevens['USER']}:{gegevens['PASSWORD']}@{gegevens['HOST']}:{gegevens['PORT']}"
    return f"postgres://{wie}/{gegevens['NAME']}"


def starten(*argumenten, **omgeving) -> subprocess.Popen:
    """`manage.py worker`, with its output on a pipe."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "worker", *argumenten],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "OMGEVING": "test",
            "DATABASE_URL": database_url(),
            "OPSLAG_MAP": str(settings.OPSLAG_MAP),
            "WORKER_LEASE": "1",
        }
        | omgeving,
    )


def afmaken(proces: subprocess.Popen, seconden=120) -> tuple[int, str]:
    """Wait for the end: exit code and what it said."""
    uitvoer, _ = proces.communicate(timeout=seconden)
    return proces.returncode, uitvoer.decode()
