"""Stopping, undoing a mistaken stop, and a pause."""

from django.db import transaction
from django.utils import timezone

from .. import rules
from ..models import Plaatsing, Status, Statusovergang
from ..rules import Bezwaar
from .trajecten import overgaan


@transaction.atomic
def stoppen(*, traject, door, reden_code, toelichting="", nu=None) -> Statusovergang:
    """Beëindig een traject: niet gestart of gestopt. Raises: Bezwaar (422), Ingehaald (409)."""
    nu = nu or timezone.now()
    if bezwaar := rules.bezwaar_tegen_stoppen(traject, door, reden_code):
        raise Bezwaar(bezwaar)
    traject.plaatsingen.filter(vervallen_op=None, beeindigd_op=None).update(
        beeindigd_op=timezone.localdate(nu)
    )
    return overgaan(
        traject=traject, naar=rules.eindstatus(traject), door=door, reden_code=reden_code,
        toelichting=toelichting, nu=nu,
    )  # fmt: skip


@transaction.atomic
def stop_herstellen(*, traject, door, reden, nu=None) -> Statusovergang:
    """Draai een vergissing terug: de vorige status, met een reden. Raises: Bezwaar, Ingehaald."""
    nu = nu or timezone.now()
    if bezwaar := rules.bezwaar_tegen_stop_herstellen(traject, door, reden):
        raise Bezwaar(bezwaar)
    stop = rules.te_herstellen_stop(traject)
    _plaatsing_heropenen(traject, stop)
    return overgaan(
        traject=traject, naar=stop.van, door=door, toelichting=reden, herstelt=stop, nu=nu
    )


@transaction.atomic
def alsnog_beoordelen(*, traject, door, toelichting="", nu=None) -> Statusovergang:
    """Beoordeel één keer alsnog wat voor de stop bereikt was. Raises: Bezwaar, Ingehaald."""
    if bezwaar := rules.bezwaar_tegen_alsnog_beoordelen(traject, door):
        raise Bezwaar(bezwaar)
    _plaatsing_heropenen(traject, rules.te_herstellen_stop(traject))
    return overgaan(
        traject=traject, naar=Status.EINDBEOORDELING, door=door, toelichting=toelichting, nu=nu
    )


def _plaatsing_heropenen(traject, stop):
    """The plaatsing that this stop ended counts again."""
    geraakt = traject.plaatsingen.filter(
        vervallen_op=None, beeindigd_op=timezone.localdate(stop.op)
    )
    laatste = geraakt.order_by("pk").last()
    if laatste:
        Plaatsing.objects.filter(pk=laatste.pk).update(beeindigd_op=None)


@transaction.atomic
def onderbreken(*, traject, door, reden, verwacht_op, nu=None) -> Statusovergang:
    """Zet het leren even stil. Raises: Bezwaar, Ingehaald."""
    nu = nu or timezone.now()
    vandaag = timezone.localdate(nu)
    if bezwaar := rules.bezwaar_tegen_onderbreken(traject, door, reden, verwacht_op, vandaag):
        raise Bezwaar(bezwaar)
    overgang = overgaan(
        traject=traject, naar=Status.ONDERBROKEN, door=door, toelichting=reden, nu=nu
    )
    overgang.verwacht_op = verwacht_op
    overgang.save(update_fields=["verwacht_op"])
    return overgang


@transaction.atomic
def hervatten(*, traject, door, nu=None) -> Statusovergang:
    """Ga verder na een onderbreking. Raises: Bezwaar, Ingehaald."""
    if bezwaar := rules.bezwaar_tegen_hervatten(traject, door):
        raise Bezwaar(bezwaar)
    return overgaan(traject=traject, naar=Status.ACTIEF, door=door, nu=nu)
