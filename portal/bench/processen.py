"""Workers and web processes of their own on the scratch database."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

WACHTTIJD = 60


def starten(*argumenten: str, **omgeving: str) -> subprocess.Popen[bytes]:
    """Python with these arguments, on the scratch database and its store."""
    return subprocess.Popen(  # noqa: S603  our own modules
        [sys.executable, *argumenten],
        cwd=settings.BASE_DIR,
        stdout=subprocess.DEVNULL,
        env=os.environ
        | {
            "DATABASE_URL": _database_url(),
            "OPSLAG_MAP": str(settings.OPSLAG_MAP),
            "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
            "DEBUG": "0",
            "LOGNIVEAU": "ERROR",
        }
        | omgeving,
    )


def _database_url() -> str:
    gegevens = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{gegevens['NAME']}"
    wie = f"{gegevens['USER']}:{gegevens['PASSWORD']}@{gegevens['HOST']}:{gegevens['PORT']}"
    return f"postgres://{wie}/{gegevens['NAME']}"


@contextmanager
def web(processen: int) -> Iterator[int]:
    """The portal behind gunicorn as in productie; gives the port it listens on."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    gunicorn = ("-m", "gunicorn", "portal.wsgi", "--config", "deploy/gunicorn.conf.py")
    proces = starten(*gunicorn, PORT=str(poort), WEB_PROCESSEN=str(processen))
    try:
        _wachten_op(poort)
        yield poort
    finally:
        proces.send_signal(signal.SIGTERM)
        proces.wait(WACHTTIJD)


def _wachten_op(poort: int) -> None:
    tot = time.monotonic() + WACHTTIJD
    while time.monotonic() < tot:
        with socket.socket() as beller:
            if beller.connect_ex(("127.0.0.1", poort)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"no web process on port {poort}")
