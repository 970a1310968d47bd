"""A scratch database beside the one in DATABASE_URL, migrated, and dropped afterwards.

On PostgreSQL its name ends in the process number, on SQLite it is a file in var/: the data of users
is never touched. Files go to a folder of their own.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test.utils import override_settings


@contextmanager
def proefdatabase() -> Iterator[None]:
    """Everything inside reads and writes the scratch database, without limits on time."""
    eigen = str(connection.settings_dict["NAME"])
    proef = f"bench_{os.getpid()}"
    if connection.vendor == "sqlite":
        proef = str(Path(settings.VAR) / f"{proef}.sqlite3")
    connection.settings_dict["TEST"]["NAME"] = proef
    with tempfile.TemporaryDirectory() as map_, override_settings(OPSLAG_MAP=map_):
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            _zonder_grenzen()
            yield
        finally:
            connection.creation.destroy_test_db(eigen, verbosity=0)


def _zonder_grenzen() -> None:
    """The limits on a web request are not what is measured."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET idle_in_transaction_session_timeout = 0")
