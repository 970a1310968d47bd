"""Write down what a school decided about passing."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Organisatie, Schoolregels
from ..rules import Bezwaar, Ingehaald

VELDEN = (
    "nederlands_minimum", "gemiddelde_afronden", "woordtabel", "certificaat_minimum",
    "certificaat_compensatie", "levensbeschouwelijk", "besloten_door", "gebeurd_op",
)  # fmt: skip


@transaction.atomic
def schoolregels_vaststellen(*, door, na, nu=None, **velden) -> Schoolregels:
    """Leg vast wat de school besloot, na volgnummer `na`; de oude regels blijven te lezen.

    `velden`: die van `VELDEN`. Staat precies dit er al, dan is dat het antwoord.
    Raises: Bezwaar (422), Ingehaald (409) met de regels van wie eerder was.
    """
    if bezwaar := rules.bezwaar_tegen_schoolregels_vaststellen(door):
        raise Bezwaar(bezwaar)
    instelling = Organisatie.objects.select_for_update().get(pk=door.organisatie_id)
    laatste = instelling.schoolregels.select_related("door__gebruiker").last()
    if laatste and all(getattr(laatste, naam) == velden[naam] for naam in VELDEN):
        return laatste
    if laatste and laatste.volgnummer != na:
        raise Ingehaald(laatste)
    keurbaar = ("woordtabel", "certificaat_minimum", "besloten_door", "gebeurd_op")
    if bezwaren := rules.bezwaren_tegen_schoolregels(**{naam: velden[naam] for naam in keurbaar}):
        raise Bezwaar(" ".join(bezwaren.values()))
    volgnummer = laatste.volgnummer + 1 if laatste else 1
    rij = instelling.schoolregels.create(
        volgnummer=volgnummer, door=door, vastgelegd_op=nu or timezone.now(), **velden
    )
    logboek.schrijven(door, "schoolregels_vaststellen", rij)
    return rij
