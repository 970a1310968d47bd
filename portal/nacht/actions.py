"""Doing the work of the night: every task by itself, each with its line."""

import logging
import time
from collections.abc import Callable

from django.db import connection
from django.utils import timezone

from portal.slot import slot

from .models import Nacht
from .taken import TAKEN, Afwijking, Taak

BEWAREN = 100  # nights
logger = logging.getLogger(__name__)


def nachtwerk_doen(taken=TAKEN, melden: Callable[[dict], object] | None = None) -> Nacht:
    """Do every task, also when one fails; `melden` hears each outcome at once. Raises: Bezet."""
    with slot("elke_nacht"):
        nacht = Nacht.objects.create()
        for taak in taken:
            uitkomst = _uitvoeren(taak, nacht.begonnen_op)
            nacht.taken.append(uitkomst)
            nacht.save(update_fields=["taken"])  # what is done stays known if the rest dies
            if melden:
                melden(uitkomst)
        nacht.klaar_op = timezone.now()
        nacht.save(update_fields=["klaar_op"])
        oud = Nacht.objects.order_by("-pk").values_list("pk", flat=True)[BEWAREN:]
        Nacht.objects.filter(pk__in=list(oud)).delete()
    return nacht


def _uitvoeren(taak: Taak, nu) -> dict:
    """The outcome of one task. A fault of one is a line, and no reason to leave the others."""
    begin = time.monotonic()
    try:
        gelukt, zin = True, taak.doen(nu)
    except Afwijking as afwijking:
        gelukt, zin = False, str(afwijking)
    except Exception as fout:
        # Only the kind of fault: its text may hold data of people.
        logger.exception("nachtwerk: %s", taak.naam)
        gelukt, zin = False, f"Mislukt ({type(fout).__name__}). Kijk in het logboek van de server."
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
    seconden = round(time.monotonic() - begin, 1)
    return {
        "naam": taak.naam, "wat": taak.wat, "gelukt": gelukt, "zin": zin, "seconden": seconden,
    }  # fmt: skip
