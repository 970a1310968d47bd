"""The invariants by their number, and looking at all of them at one moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from . import database, register, samenhang, sporen
from .invariant import Invariant, Uitkomst, nagaan


def _standen() -> Iterator[str]:
    yield from register.standen()
    yield from register.een_geldig()
    yield from sporen.geschiedenis()


INVARIANTEN = (
    Invariant("I1", "Elk documentnummer bestaat één keer, zonder gat.", register.nummers),
    Invariant("I2", "Elk uitgegeven document heeft zijn eigen bestand.", register.bestanden),
    Invariant("I3", "In de opslag staat niets wat nergens bij hoort.", sporen.losse_bestanden),
    Invariant("I4", "Elke uitgifte staat één keer in het logboek.", sporen.logregels),
    Invariant("I5", "De ketens van het logboek kloppen.", None),
    Invariant("I6", "Elk zegel is geldig.", register.zegels),
    Invariant("I7", "Geen status ging ooit terug.", _standen),
    Invariant("I8", "De post en het werk lopen door.", sporen.uitgaande_post),
    Invariant("I9", "Niets verwijst naar iets van een ander.", samenhang.verwijzingen),
    Invariant("I10", "Wat bevroren is, is niet veranderd.", register.bevroren_inhoud),
    Invariant("I11", "Alle sloten van de database zitten erop.", database.voorzieningen),
)


def controleren() -> list[Uitkomst]:
    """Look at every invariant, all at the same moment: work that goes on meanwhile is not seen."""
    with een_moment():
        return [nagaan(invariant) for invariant in INVARIANTEN]


@contextmanager
def een_moment() -> Iterator[None]:
    """One snapshot of the database. On SQLite a transaction would hold up every writer."""
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield
