"""The next step of a kandidaat: a new traject that names the one before it."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Status, Traject
from ..rules import Bezwaar, Doel
from .trajecten import overgaan, traject_aanmaken


@transaction.atomic
def vervolgen(*, traject, door, doel: Doel, nu=None) -> Traject:
    """Begin het volgende traject, in de intake. Raises: Bezwaar (422).

    Kandidaat en mbo-coördinator blijven; plan, inschrijving en overeenkomst zijn nieuw. Loopt het
    oude nog, dan stroomt het door; een uitgereikt traject blijft zoals het is. Twee keer hetzelfde
    doel is één traject.
    """
    nu = nu or timezone.now()
    # The lock turns two clicks into one traject.
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    eerder = rules.volgende_stap(traject)
    if eerder and eerder.status == Status.INTAKE and doel.is_van(eerder):
        return eerder
    if bezwaar := rules.bezwaar_tegen_vervolgen(traject, door) or rules.bezwaar_tegen_doel(
        traject, doel, timezone.localdate(nu)
    ):
        raise Bezwaar(bezwaar)
    nieuw = traject_aanmaken(
        kandidaat=traject.kandidaat, instelling=traject.instelling, door=door, nu=nu,
        coordinator=_coordinator(traject, door), vervolg_op=traject, route=doel.route,
        kwalificatie=doel.kwalificatie, certificaat=doel.certificaat,
    )  # fmt: skip
    overgaan(traject=nieuw, naar=Status.INTAKE, door=door, nu=nu)
    if traject.status == Status.ACTIEF:
        _doorstromen(traject, door, nu)
    logboek.schrijven(door, "vervolgen", nieuw)
    return nieuw


def _coordinator(traject, door):
    """Who did it before, as long as that person still works here."""
    eerder = traject.coordinator
    return eerder if eerder and rules.lid_is_geldig(eerder) else door


def _doorstromen(traject, door, nu):
    """The running traject ends, and so does its plaatsing."""
    traject.plaatsingen.filter(vervallen_op=None, beeindigd_op=None).update(
        beeindigd_op=timezone.localdate(nu)
    )
    overgaan(traject=traject, naar=Status.DOORGESTROOMD, door=door, nu=nu)
