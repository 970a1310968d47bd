"""Proposing a mbo-certificaat or diploma, taking it back, and that the kandidaat got it."""

from django.db import transaction
from django.utils import timezone

from trajecten import actions as traject_actions
from trajecten import logboek
from trajecten.models import Status, Traject
from trajecten.rules import Bezwaar, Ingehaald, toets_van

from .. import rules
from ..documenten import voordracht as document
from ..models import Voordracht, Voordrachtuitreiking
from .bevriezen import vingerafdruk


@transaction.atomic
def voordragen(*, traject, door, motivering="", beroepsvereisten="", nu=None) -> Voordracht:
    """Bied de voordracht aan de examencommissie aan, met inhoud en toets zoals ze nu zijn.

    Twee keer drukken geeft dezelfde voordracht terug. Raises: Bezwaar (422), Ingehaald (409) met
    de voordracht van wie eerder was.
    """
    nu = nu or timezone.now()
    op = timezone.localdate(nu)
    # The lock turns two simultaneous clicks into one voordracht and one polite answer.
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if eerder := rules.geldige_voordracht(traject):
        if eerder.door_id == door.pk and eerder.besluit is None:
            return eerder
        raise Ingehaald(eerder)
    toets = toets_van(traject)
    if bezwaar := rules.bezwaar_tegen_voordragen(traject, door, toets, motivering, op):
        raise Bezwaar(bezwaar)
    soort = rules.soort_van(traject)
    inhoud = dict(
        document.inhoud(
            traject, soort=soort, toets=toets, door=door, op=op, motivering=motivering,
            beroepsvereisten=beroepsvereisten,
        )
    )  # fmt: skip
    laatste = traject.voordrachten.last()
    voordracht = traject.voordrachten.create(
        soort=soort,
        volgnummer=laatste.volgnummer + 1 if laatste else 1,
        inhoud=inhoud,
        inhoud_sha256=vingerafdruk(inhoud),
        toets=toets.als_json(),
        motivering=motivering,
        aangeboden_op=nu,
        door=door,
    )
    traject_actions.overgaan(traject=traject, naar=Status.BIJ_EXAMENCOMMISSIE, door=door, nu=nu)
    logboek.schrijven(door, "voordragen", voordracht)
    return voordracht


@transaction.atomic
def voordracht_terughalen(*, traject, door, reden, nu=None) -> Voordracht:
    """Haal de voordracht terug om iets te verbeteren of aan te vullen. Raises: Bezwaar (422)."""
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_voordracht_terughalen(traject, door, reden):
        raise Bezwaar(bezwaar)
    voordracht = rules.geldige_voordracht(traject)
    voordracht.vervallen_op = nu
    voordracht.vervallen_reden = f"Teruggehaald door de school: {reden}"[:500]
    voordracht.save(update_fields=["vervallen_op", "vervallen_reden"])
    traject_actions.overgaan(
        traject=traject,
        naar=Status.SCHOOLOORDEEL,
        door=door,
        reden_code="teruggehaald",
        toelichting=reden[:500],
        nu=nu,
    )
    logboek.schrijven(door, "voordracht_terughalen", voordracht)
    return voordracht


@transaction.atomic
def voordracht_uitreiken(
    *, traject, door, naam, plaats, gebeurd_op=None, nu=None
) -> Voordrachtuitreiking:
    """Leg vast dat de kandidaat het certificaat of diploma van de school kreeg.

    Raises: Bezwaar (422), Ingehaald (409) met de uitreiking die er al was.
    """
    nu = nu or timezone.now()
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    voordracht = rules.geldige_voordracht(traject)
    if voordracht and hasattr(voordracht, "uitreiking"):
        raise Ingehaald(voordracht.uitreiking)
    if bezwaar := rules.bezwaar_tegen_voordracht_uitreiken(traject, door, gebeurd_op, nu):
        raise Bezwaar(bezwaar)
    uitreiking = Voordrachtuitreiking.objects.create(
        voordracht=voordracht, naam=naam, plaats=plaats, gebeurd_op=gebeurd_op, vastgelegd_op=nu,
        door=door,
    )  # fmt: skip
    traject_actions.overgaan(traject=traject, naar=Status.UITGEREIKT, door=door, nu=nu)
    logboek.schrijven(door, "voordracht_uitreiken", uitreiking)
    return uitreiking
