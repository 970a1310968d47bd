"""Giving a traject a jobcoach, and another one."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Jobcoaching
from ..rules import Bezwaar, Ingehaald
from .plaatsingen import vastpakken


@transaction.atomic
def jobcoach_koppelen(*, traject, door, jobcoach, na=None, nu=None) -> Jobcoaching:
    """Koppel deze jobcoach van vandaag af; de vorige ziet het traject daarna niet meer.

    `na` is de koppeling die de afzender zag (None: geen). Raises: Bezwaar (422), Ingehaald (409).
    """
    vandaag = timezone.localdate(nu)
    traject = vastpakken(traject)
    lopend = traject.jobcoachings.filter(tot=None).select_related("lid__gebruiker").first()
    if lopend and lopend.lid_id == jobcoach.pk:
        return lopend
    if (lopend and lopend.pk) != na:
        raise Ingehaald(lopend)
    if bezwaar := rules.bezwaar_tegen_jobcoach_koppelen(
        traject, door
    ) or rules.bezwaar_tegen_jobcoach(traject, jobcoach, vandaag):
        raise Bezwaar(bezwaar)
    if lopend:
        _beeindigen(lopend, vandaag)
    rij = traject.jobcoachings.create(lid=jobcoach, van=vandaag)
    logboek.schrijven(
        door, "jobcoach_koppelen", traject, bijzonderheden={"waarvoor": jobcoach.naam}
    )
    return rij


@transaction.atomic
def jobcoaching_beeindigen(*, traject, door, na, nu=None) -> Jobcoaching:
    """Zonder jobcoach verder. `na` is de koppeling die de afzender zag. Raises: Bezwaar, Ingehaald.

    Een tweede druk doet niets.
    """
    traject = vastpakken(traject)
    if bezwaar := rules.bezwaar_tegen_jobcoach_koppelen(traject, door):
        raise Bezwaar(bezwaar)
    gezien = traject.jobcoachings.get(pk=na)
    lopend = traject.jobcoachings.filter(tot=None).select_related("lid__gebruiker").first()
    if lopend is None:
        return gezien
    if lopend.pk != gezien.pk:
        raise Ingehaald(lopend)
    _beeindigen(lopend, timezone.localdate(nu))
    logboek.schrijven(door, "jobcoaching_beeindigen", traject)
    return lopend


def _beeindigen(rij, vandaag):
    # `tot` is the last day: yesterday, so that the very next click is refused.
    rij.tot = vandaag - timedelta(days=1)
    rij.van = min(rij.van, rij.tot)
    rij.save(update_fields=["van", "tot"])
