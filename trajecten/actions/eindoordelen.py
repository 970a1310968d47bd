"""The eindoordeel of the praktijkopleider, and sending it to the school."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Eindoordeel, Planregel, Status, Statusovergang, Traject
from ..rules import Bezwaar, Ingehaald
from .trajecten import overgaan
from .voortgang import op_slot


@transaction.atomic
def eindoordeel_geven(
    *, planregel, door, oordeel, na, toelichting="", gebeurd_op=None, nu=None
) -> Eindoordeel:
    """Leg het slotoordeel vast op het oordeel `na` (volgnummer; 0 is het eerste).

    Hetzelfde oordeel nog eens is geen nieuwe rij, tenzij de school het terugstuurde.
    Raises: Bezwaar (422), Ingehaald (409).
    """
    nu = nu or timezone.now()
    planregel = op_slot(planregel)
    laatste = planregel.eindoordelen.last()
    gegeven = (door.pk, oordeel, toelichting)
    zelfde = laatste and (laatste.door_id, laatste.oordeel, laatste.toelichting) == gegeven
    if zelfde and not rules.opnieuw_gevraagd(planregel.traject, laatste.vastgelegd_op):
        return laatste
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    if bezwaar := rules.bezwaar_tegen_eindoordeel_geven(
        planregel, door
    ) or rules.bezwaar_tegen_datum(gebeurd_op, planregel.plaatsing, nu):
        raise Bezwaar(bezwaar)
    if (laatste.volgnummer if laatste else 0) != na:
        raise Ingehaald(laatste)
    eindoordeel = planregel.eindoordelen.create(
        volgnummer=na + 1, oordeel=oordeel, toelichting=toelichting, door=door,
        gebeurd_op=gebeurd_op, vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "eindoordeel", eindoordeel)
    return eindoordeel


@transaction.atomic
def eindoordelen_geven(*, door, oordelen, gebeurd_op=None, nu=None) -> list[Eindoordeel]:
    """Alle ingevulde rijen van één blad, of geen. `oordelen`: dicts met planregel, oordeel,
    toelichting en na. Raises: Bezwaar (422), Ingehaald (409).
    """
    # Always in the same order, so that two people on one page cannot deadlock.
    return [
        eindoordeel_geven(door=door, gebeurd_op=gebeurd_op, nu=nu, **rij)
        for rij in sorted(oordelen, key=lambda rij: rij["planregel"].pk)
    ]


@transaction.atomic
def eindoordelen_versturen(*, traject, door, nu=None) -> Statusovergang:
    """Klaar, stuur naar de school: eindbeoordeling -> schooloordeel.

    Raises: Bezwaar (er ontbreekt er een), Ingehaald (al verstuurd; `eerder` is het traject).
    """
    # Whoever is still judging a werkproces holds its row: wait, then count.
    list(Planregel.objects.select_for_update().filter(traject=traject.pk).order_by("pk"))
    versie = traject.versie
    traject = Traject.objects.get(pk=traject.pk)
    if traject.status == Status.SCHOOLOORDEEL and traject.versie != versie:
        raise Ingehaald(traject)
    if bezwaar := rules.bezwaar_tegen_eindoordelen_versturen(traject, door):
        raise Bezwaar(bezwaar)
    return overgaan(traject=traject, naar=Status.SCHOOLOORDEEL, door=door, nu=nu)
