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


POSTEN = """
import sys, django
django.setup()
from django.test import Client
client = Client(HTTP_HOST="127.0.0.1")
client.cookies["sessie"] = sys.argv[1]
print(client.post(sys.argv[2], {"sleutel": sys.argv[3]}).status_code)
"""


def starten(*argumenten, **omgeving) -> subprocess.Popen:
    """`manage.py worker`, with its output on a pipe."""
    return proces("manage.py", "worker", *argumenten, **omgeving)


def posten(client, adres, sleutel, **omgeving) -> subprocess.Popen:
    """A web process that answers one POST of who is signed in at `client`."""
    return proces("-c", POSTEN, client.cookies["sessie"].value, adres, str(sleutel), **omgeving)


def proces(*argumenten, **omgeving) -> subprocess.Popen:
    """Python on the database and the store of the test."""
    return subprocess.Popen(
        [sys.executable, *argumenten],
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
