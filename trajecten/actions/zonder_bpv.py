"""Starting a traject to a mbo-certificaat that has no learning on the job."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Inschrijving, Status, Statusovergang
from ..rules import Bezwaar, Ingehaald
from .plaatsingen import bijwerken, vastpakken
from .trajecten import overgaan


@transaction.atomic
def starten_zonder_bpv(
    *, traject, door, kwalificatie, certificaat, studentnummer, op, nu=None
) -> Statusovergang:
    """Kies het certificaat, schrijf in en start: intake -> actief.

    Raises: Bezwaar (422), Ingehaald (409) met de stap van wie eerder was.
    """
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    if traject.status == Status.ACTIEF:
        laatste = traject.overgangen.select_related("door__gebruiker").last()
        if laatste.door_id == door.pk:
            return laatste
        raise Ingehaald(laatste)
    if bezwaar := rules.bezwaar_tegen_starten_zonder_bpv(
        traject, door
    ) or rules.bezwaar_tegen_inhoud_zonder_bpv(traject, kwalificatie, certificaat, op):
        raise Bezwaar(bezwaar)
    # A place from before the school chose otherwise belongs to nothing any more.
    traject.plaatsingen.geldig().update(vervallen_op=nu)
    inschrijving, nieuw = Inschrijving.objects.get_or_create(
        traject=traject,
        defaults={
            "studentnummer": studentnummer, "gebeurd_op": op, "door": door, "vastgelegd_op": nu,
        },
    )  # fmt: skip
    bijwerken(traject, kwalificatie=kwalificatie, certificaat=certificaat)
    overgang = overgaan(traject=traject, naar=Status.ACTIEF, door=door, nu=nu)
    if nieuw:
        logboek.schrijven(door, "inschrijven", inschrijving)
    logboek.schrijven(door, "starten_zonder_bpv", traject)
    return overgang
