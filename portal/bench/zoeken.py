"""Gate `search`: finding nothing in 250,000 leerbedrijven, and the last page against the first."""

import json

from django.db import connection, transaction
from django.db.models import QuerySet

from trajecten.models import Leerbedrijf, zoekindex

from . import inlezen
from .meting import Meting, beste, duur, hooguit, minstens

NERGENS = "xylofoonbouwer"


def meten() -> list[Meting]:
    inlezen.klaarzetten()
    return [_zonder_treffer(), _laatste_bladzijde()]


def _zonder_treffer() -> Meting:
    """What the database itself spends: Python and the ORM cost the same on both sides."""
    gevonden = Leerbedrijf.objects.zoeken(NERGENS)
    # On SQLite the index is another table, so without it the question reads otherwise.
    zonder_index = Leerbedrijf.objects.filter(zoek__contains=NERGENS)
    met = min(_databasetijd(gevonden) for _ in range(30))
    with transaction.atomic():
        zoekindex.weghalen(connection)
        zonder = min(_databasetijd(zonder_index) for _ in range(5))
        transaction.set_rollback(True)
    zin = f"geen treffer: met index {met * 1000:.2f} ms, zonder {zonder * 1000:.0f} ms"
    return minstens("search", zonder / met, 100, "keer zo snel", zin)


def _databasetijd(gevonden: QuerySet) -> float:
    """Seconds to plan and answer the question for one page."""
    bladzijde = gevonden.order_by("zoek", "pk")[:51]
    if connection.vendor == "sqlite":
        return duur(lambda: list(bladzijde.values_list()))
    with transaction.atomic(), connection.cursor() as cursor:
        # Helpers of PostgreSQL would hide the work of a search, but only on an idle machine.
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
        [plan] = json.loads(bladzijde.explain(analyze=True, timing=False, format="json"))
    return (plan["Planning Time"] + plan["Execution Time"]) / 1000


def _laatste_bladzijde() -> Meting:
    """Keyset pages: the last one costs what the first one costs, however deep it lies."""
    gevonden = Leerbedrijf.objects.zoeken(crebo="25743")
    einde = list(gevonden.reverse()[:51])[-1]
    eerste = beste(lambda: gevonden.bladzijde(), 20)
    laatste = beste(lambda: gevonden.bladzijde(na=(einde.zoek, einde.pk)), 20)
    zin = f"eerste bladzijde {eerste * 1000:.1f} ms, laatste {laatste * 1000:.1f} ms"
    return hooguit("search-last", laatste / eerste, 3, "keer de eerste", zin)
