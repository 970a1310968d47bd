"""A first load into a nearly empty table: keys and search indexes aside, and back before commit.

Building an index once costs half of keeping it up to date row by row. The tables are locked
meanwhile, so it is done only where hardly anything stands yet, and only by their owner.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

TABELLEN = ("trajecten_leerbedrijf", "trajecten_erkenning", "trajecten_uitvoerbaar")
INDEXEN = ("leerbedrijf_zoeken", "leerbedrijf_bladeren")
EIGENAAR = """
SELECT bool_and(pg_has_role(tableowner, 'USAGE')) FROM pg_tables
WHERE schemaname = current_schema() AND tablename IN %s
"""
VERWIJZINGEN = """
SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
FROM pg_constraint WHERE contype = 'f' AND conrelid IN (
    SELECT c.oid FROM pg_class c WHERE c.relname IN %s AND c.relnamespace = (
        SELECT oid FROM pg_namespace WHERE nspname = current_schema()))
"""
INDEXVORMEN = """
SELECT indexname, indexdef FROM pg_indexes
WHERE schemaname = current_schema() AND indexname IN %s
"""
BEZET = "SELECT count(*) FROM (SELECT 1 FROM trajecten_leerbedrijf LIMIT %s) AS eerste"


@contextmanager
def ruimte_voor(aantal: int) -> Iterator[None]:
    """Put keys aside for `aantal` rows if that pays; use inside the transaction of the load."""
    if not _loont(aantal):
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(VERWIJZINGEN, [TABELLEN])
        verwijzingen = cursor.fetchall()
        cursor.execute(INDEXVORMEN, [INDEXEN])
        indexen = cursor.fetchall()
        for tabel, naam, _ in verwijzingen:
            cursor.execute(f"ALTER TABLE {tabel} DROP CONSTRAINT {naam}")
        for naam, _ in indexen:
            cursor.execute(f"DROP INDEX {naam}")
    yield
    with connection.cursor() as cursor:
        for tabel, naam, vorm in verwijzingen:
            cursor.execute(f"ALTER TABLE {tabel} ADD CONSTRAINT {naam} {vorm}")
        for _, vorm in indexen:
            cursor.execute(vorm)
        for tabel in TABELLEN:
            cursor.execute(f"ANALYZE {tabel}")


def _loont(aantal: int) -> bool:
    """Whether at most one row stands there for each four that come, and the tables are ours."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute(BEZET, [aantal // 4 + 1])
        if cursor.fetchone()[0] > aantal // 4:
            return False
        cursor.execute(EIGENAAR, [TABELLEN])
        return bool(cursor.fetchone()[0])
