"""Aftekenen, taking it back, and what the kandidaat says."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Aftekening, Aftekeningintrekking, Plaatsing, Planregel, Zelfbeoordeling
from ..rules import Bezwaar, Ingehaald


def op_slot(planregel) -> Planregel:
    """De rij op slot: van twee tegelijk wacht er een, en krijgt een net antwoord."""
    planregel = Planregel.objects.select_for_update().get(pk=planregel.pk)
    # Read after the lock, in a statement of its own: what the other changed must be seen here.
    plaatsingen = Plaatsing.objects.select_related("traject__kandidaat")
    planregel.plaatsing = plaatsingen.get(pk=planregel.plaatsing_id)
    planregel.traject = planregel.plaatsing.traject
    return planregel


@transaction.atomic
def aftekenen(
    *, planregel, door, niveau, sleutel, na, reden="", toelichting="", gebeurd_op=None, nu=None
) -> Aftekening:
    """Leg een oordeel vast op het oordeel `na` (volgnummer). Raises: Bezwaar (422), Ingehaald
    (409).
    """
    nu = nu or timezone.now()
    planregel = op_slot(planregel)
    if eerder := Aftekening.objects.filter(door=door, sleutel=sleutel).first():
        inhoud = (eerder.planregel_id, eerder.niveau, eerder.reden, eerder.toelichting)
        if inhoud != (planregel.pk, niveau, reden, toelichting):
            raise Ingehaald(eerder)
        return eerder
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    if bezwaar := rules.bezwaar_tegen_aftekenen(planregel, door) or rules.bezwaar_tegen_datum(
        gebeurd_op, planregel.plaatsing, nu
    ):
        raise Bezwaar(bezwaar)
    laatste = planregel.aftekeningen.last()
    if (laatste.volgnummer if laatste else 0) != na:
        raise Ingehaald(laatste)
    aftekening = planregel.aftekeningen.create(
        volgnummer=na + 1, niveau=niveau, reden=reden, door=door, sleutel=sleutel,
        toelichting=toelichting, gebeurd_op=gebeurd_op, vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "aftekenen", aftekening)
    return aftekening


@transaction.atomic
def meer_aftekenen(*, door, niveau, regels, gebeurd_op=None, nu=None) -> list[Aftekening]:
    """Hetzelfde niveau voor meer werkprocessen uit één gesprek: alle of geen.

    `regels`: dicts met planregel, sleutel en na. Raises: Bezwaar (422), Ingehaald (409).
    """
    # Always in the same order, so that two people on one page cannot block each other.
    return [
        aftekenen(door=door, niveau=niveau, gebeurd_op=gebeurd_op, nu=nu, **regel)
        for regel in sorted(regels, key=lambda regel: regel["planregel"].pk)
    ]


@transaction.atomic
def aftekening_intrekken(*, aftekening, door, reden="", nu=None) -> Aftekeningintrekking:
    """Neem een aftekening terug; de rij blijft staan, en een tweede druk doet niets.

    Raises: Bezwaar (422).
    """
    nu = nu or timezone.now()
    Planregel.objects.select_for_update().get(pk=aftekening.planregel_id)
    # Read again under the lock: the row in hand may know nothing of a withdrawal of just now.
    aftekening = Aftekening.objects.get(pk=aftekening.pk)
    eerder = getattr(aftekening, "intrekking", None)
    if eerder and (eerder.door_id, eerder.reden) == (door.pk, reden):
        return eerder
    if bezwaar := rules.bezwaar_tegen_aftekening_intrekken(aftekening, door, reden, nu):
        raise Bezwaar(bezwaar)
    intrekking = Aftekeningintrekking.objects.create(
        aftekening=aftekening,
        door=door,
        reden=reden,
        gebeurd_op=timezone.localdate(nu),
        vastgelegd_op=nu,
    )
    logboek.schrijven(door, "aftekening_intrekken", aftekening)
    return intrekking


@transaction.atomic
def zelfbeoordelen(*, planregel, door, niveau, woorden="", nu=None) -> Zelfbeoordeling:
    """Leg vast wat de kandidaat zelf zegt; hetzelfde nog eens op een dag is geen nieuwe rij.

    Raises: Bezwaar (422).
    """
    nu = nu or timezone.now()
    planregel = op_slot(planregel)
    if bezwaar := rules.bezwaar_tegen_zelfbeoordelen(planregel, door):
        raise Bezwaar(bezwaar)
    vandaag = timezone.localdate(nu)
    laatste = planregel.zelfbeoordelingen.last()
    gezegd = (niveau, woorden, vandaag)
    if laatste and (laatste.niveau, laatste.woorden, laatste.gebeurd_op) == gezegd:
        return laatste
    zelfbeoordeling = planregel.zelfbeoordelingen.create(
        volgnummer=laatste.volgnummer + 1 if laatste else 1, niveau=niveau, woorden=woorden,
        door=door, gebeurd_op=vandaag, vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "zelfbeoordelen", zelfbeoordeling)
    return zelfbeoordeling
