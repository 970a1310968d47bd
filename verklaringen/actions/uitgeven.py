"""Giving the order to issue, and recording that the documents were handed over."""

from django.db import transaction
from django.utils import timezone

from trajecten import actions as traject_actions
from trajecten import logboek
from trajecten.models import Status, Traject
from trajecten.rules import Bezwaar

from .. import rules
from ..models import Soort, Uitgifte, Uitgifteopdracht, Uitreiking
from .bevriezen import vingerafdruk


@transaction.atomic
def uitgeven(*, traject, door, motivering="", reeks=None, nu=None) -> list[Uitgifteopdracht]:
    """Geef opdracht om elk vastgesteld document uit te geven; de worker doet de rest.

    Twee keer drukken geeft dezelfde opdrachten terug. `reeks`: waar de opdracht bij hoort.
    Raises: Bezwaar (422).
    """
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_uitgeven(traject, door, motivering, timezone.localdate(nu)):
        raise Bezwaar(bezwaar)
    # The sheets first: the mbo-verklaring names their numbers.
    te_maken = traject.vaststellingen.geldig().uit_te_geven()
    vaststellingen = sorted(te_maken, key=lambda v: v.plaatsing_id is None)
    return [_opdracht(vaststelling, door, motivering, reeks, nu) for vaststelling in vaststellingen]


def _opdracht(vaststelling, door, motivering, reeks, nu) -> Uitgifteopdracht:
    lopend = vaststelling.opdrachten.lopend().first()
    if lopend:
        return lopend
    inhoud = dict(vaststelling.inhoud)
    if vaststelling.soort == Soort.PRAKTIJKVERKLARING:
        inhoud["akkoorden"] = [
            {
                "partij": akkoord.partij,
                "naam": akkoord.naam,
                "plaats": akkoord.plaats,
                "op": akkoord.gebeurd_op.isoformat(),
                "wijze": akkoord.bron,
            }
            for akkoord in vaststelling.akkoorden.all()
        ]
    opdracht = Uitgifteopdracht.objects.create(
        vaststelling=vaststelling,
        soort=vaststelling.soort,
        inhoud=inhoud,
        inhoud_sha256=vingerafdruk(inhoud),
        door=door,
        motivering=motivering,
        reeks=reeks,
        aangevraagd_op=nu,
        niet_voor=nu,
    )
    logboek.schrijven(door, "uitgeven", opdracht)
    return opdracht


@transaction.atomic
def uitreiken(
    *, traject, door, plaats, gebeurd_op=None, oud_ingeleverd=None, nu=None
) -> list[Uitreiking]:
    """Leg vast dat de kandidaat de documenten kreeg. Raises: Bezwaar (422), Ingehaald (409).

    `oud_ingeleverd`: bij een nieuwe naam, of het oude document terug is (WEB 7.4.6b).
    """
    nu = nu or timezone.now()
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_uitreiken(traject, door, gebeurd_op, nu):
        raise Bezwaar(bezwaar)
    if bezwaar := rules.bezwaar_tegen_oud_ingeleverd(traject, oud_ingeleverd):
        raise Bezwaar(bezwaar)
    # What was replaced before it was handed over, is not handed over any more.
    uitgiften = Uitgifte.objects.geldig().filter(traject=traject, uitreiking=None).order_by("pk")
    uitreikingen = [
        Uitreiking.objects.create(
            uitgifte=uitgifte, plaats=plaats, gebeurd_op=gebeurd_op, vastgelegd_op=nu, door=door
        )
        for uitgifte in uitgiften
    ]
    for uitreiking in uitreikingen:
        logboek.schrijven(door, "uitreiken", uitreiking)
    traject.verbeteringen.lopend().update(oud_ingeleverd=oud_ingeleverd)
    traject_actions.document_overgaan(traject=traject, naar=Status.UITGEREIKT, door=door, nu=nu)
    return uitreikingen
