"""Gate `list`: fifty trajecten with progress and whose turn it is, in a country of 1,000,000."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from trajecten.forms.trajecten import TrajectfilterForm
from trajecten.models import Lidmaatschap, Niveau, Traject
from trajecten.views.trajecten import bladzijde

from . import trajecten
from .meting import Meting, beste, hooguit, minstens

KLEIN, GROOT = 10_000, 1_000_000


def meten() -> list[Meting]:
    lid = trajecten.landelijk(KLEIN)
    klein = beste(lambda: _lijst(lid), 20)
    lid = trajecten.landelijk(GROOT)
    groot = beste(lambda: _lijst(lid), 20)
    with CaptureQueriesContext(connection) as vragen:
        _lijst(lid)
    return [
        hooguit("list", groot / klein, 3, "keer bij 10k", _zin(klein, groot)),
        hooguit("list-queries", len(vragen), 4, "vragen"),
        _tegen_tellen_per_rij(lid),
    ]


def _lijst(lid: Lidmaatschap) -> list[Traject]:
    """What the page asks: filters, fifty rows, progress and the turn line."""
    return bladzijde(TrajectfilterForm({}, lid=lid), met_voortgang=True)[0]


def _zin(klein, groot):
    return f"bij 10k {klein * 1000:.1f} ms, bij 1M {groot * 1000:.1f} ms"


def _tegen_tellen_per_rij(lid: Lidmaatschap) -> Meting:
    """The same fifty with the same two numbers, asked row by row as a loop would."""
    zichtbaar = Traject.objects.zichtbaar_voor(lid)
    ineens = beste(lambda: zichtbaar.with_voortgang().bladzijde(), 10)
    per_rij = beste(lambda: [_tellen(rij) for rij in zichtbaar.bladzijde()[0]], 3)
    zin = f"voortgang ineens {ineens * 1000:.1f} ms, per rij {per_rij * 1000:.0f} ms"
    return minstens("list-per-row", per_rij / ineens, 40, "keer zo snel", zin)


def _tellen(traject: Traject) -> tuple[int, int]:
    regels = list(traject.planregels.geldig())
    laatste = [regel.aftekeningen.geldig().order_by("volgnummer").last() for regel in regels]
    afgetekend = sum(1 for rij in laatste if rij and rij.niveau == Niveau.ZELFSTANDIG)
    return len(regels), afgetekend
