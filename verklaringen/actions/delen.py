"""Showing an own document to somebody else for a while: share, open, stop."""

from django.db import transaction
from django.utils import timezone

from trajecten import logboek
from trajecten.models import Traject
from trajecten.rules import Bezwaar

from .. import namen, rules
from ..models import Deelduur, Deling, Raadpleging, Uitgifte
from .raadplegen import onthouden


@transaction.atomic
def delen(*, uitgifte, door, code, duur, nu=None) -> Deling:
    """Deel een document zolang `duur`; van de geheime `code` blijft alleen de SHA-256 over.

    Dezelfde code nog eens geeft dezelfde deling. Raises: Bezwaar (422).
    """
    nu = nu or timezone.now()
    Traject.objects.select_for_update().get(pk=uitgifte.traject_id)
    uitgifte = Uitgifte.objects.with_geldigheid().get(pk=uitgifte.pk)
    sha256 = namen.code_sha256(code)
    if eerder := Deling.objects.filter(code_sha256=sha256, uitgifte=uitgifte, door=door).first():
        if eerder.gestopt_op or eerder.tot <= nu:
            raise Bezwaar("Deze link is gestopt. Deel het document opnieuw.")
        return eerder
    if bezwaar := rules.bezwaar_tegen_delen(uitgifte, door, nu):
        raise Bezwaar(bezwaar)
    deling = Deling.objects.create(
        uitgifte=uitgifte,
        code_sha256=sha256,
        gedeeld_op=nu,
        tot=nu + Deelduur(duur).lengte,
        door=door,
    )
    logboek.schrijven(door, "delen", deling)
    return deling


@transaction.atomic
def delen_stoppen(*, deling, door, nu=None) -> Deling:
    """Vanaf nu opent de link niets meer. Twee keer stoppen is één keer. Raises: Bezwaar (422)."""
    deling = Deling.objects.select_for_update().get(pk=deling.pk)
    if bezwaar := rules.bezwaar_tegen_delen_stoppen(deling, door):
        raise Bezwaar(bezwaar)
    if deling.gestopt_op is None:
        deling.gestopt_op = nu or timezone.now()
        deling.save(update_fields=["gestopt_op"])
        logboek.schrijven(door, "delen_stoppen", deling)
    return deling


@transaction.atomic
def gedeeld_openen(*, code, nu=None) -> Deling | None:
    """De lopende deling van deze code, met `uitgifte` met geldigheid; onthoudt dat er gekeken is.

    Onbekend, gestopt en verlopen zijn alle drie None.
    """
    nu = nu or timezone.now()
    # Locked: who stops sharing at this moment either comes first, or sees this visit counted.
    lopend = Deling.objects.select_for_update().lopend(nu)
    deling = lopend.filter(code_sha256=namen.code_sha256(code)).first()
    if deling is None:
        return None
    deling.uitgifte = Uitgifte.objects.with_geldigheid().get(pk=deling.uitgifte_id)
    onthouden(deling.uitgifte, Raadpleging.Vorm.GEDEELD, nu, deling)
    return deling
