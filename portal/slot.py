"""One run at a time, over all machines. Whoever dies lets go: the lock ends with the process."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

# Any number, as long as nobody else uses it in this database.
SLEUTELS = {"elke_nacht": 7_240_311, "cijfers": 7_240_312}


class Bezet(Exception):
    """Another run is busy."""


@contextmanager
def slot(naam: str) -> Iterator[None]:
    """Hold the lock with this name. Raises: Bezet."""
    met = _in_postgresql if connection.vendor == "postgresql" else _in_een_bestand
    with met(naam):
        yield


@contextmanager
def _in_postgresql(naam: str) -> Iterator[None]:
    """An advisory lock of this session: gone when the connection is gone."""
    sleutel = SLEUTELS[naam]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [sleutel])
        if not cursor.fetchone()[0]:
            raise Bezet
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [sleutel])


@contextmanager
def _in_een_bestand(naam: str) -> Iterator[None]:
    """SQLite stands on one machine, and so does this file beside it."""
    with Path(f"{connection.settings_dict['NAME']}.{naam}.lock").open("w") as bestand:
        try:
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as bezet:
            raise Bezet from bezet
        yield
