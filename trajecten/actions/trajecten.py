"""Steps of a traject."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from .. import logboek, rules
from ..models import Statusovergang, Teller, Traject
from ..models.tellers import jaar_van
from ..rules import Bezwaar, Ingehaald


def traject_aanmaken(*, kandidaat, instelling, door, nu=None, **velden) -> Traject:
    """Make a traject in `aangemeld` with the next number of the year. Call inside a transaction."""
    nu = nu or timezone.now()
    jaar = jaar_van(nu)
    nummer = f"TR-{jaar}-{Teller.objects.volgende('traject', jaar):05d}"
    traject = Traject.objects.create(
        nummer=nummer,
        kandidaat=kandidaat,
        instelling=instelling,
        status_sinds=nu,
        aangemaakt_op=nu,
        **velden,
    )
    Statusovergang.objects.create(
        traject=traject, naar=traject.status, op=nu, door=door, rol=door.rol if door else ""
    )
    return traject


@transaction.atomic
def overgaan(
    *, traject, naar, door, reden_code="", toelichting="", herstelt=None, nu=None
) -> Statusovergang:
    """Zet een traject een stap verder. Raises: Bezwaar (not a legal step), Ingehaald (someone was
    first).

    The gate of the step itself is asked by the calling action; `herstelt` is the mistaken stop
    this undoes. Without `door` the portal itself did it, at night.
    """
    nu = nu or timezone.now()
    if herstelt is None and (bezwaar := rules.bezwaar_tegen_overgang(traject, naar)):
        raise Bezwaar(bezwaar)
    # Conditional on status and version: of two people who press at once, one wins.
    gezet = Traject.objects.filter(
        pk=traject.pk, status=traject.status, versie=traject.versie
    ).update(status=naar, status_sinds=nu, versie=F("versie") + 1)
    if not gezet:
        raise Ingehaald(Traject.objects.get(pk=traject.pk))
    overgang = Statusovergang.objects.create(
        traject=traject, van=traject.status, naar=naar, op=nu, door=door,
        rol=door.rol if door else "", reden_code=reden_code,
        toelichting=toelichting, herstelt=herstelt,
    )  # fmt: skip
    traject.status, traject.status_sinds, traject.versie = naar, nu, traject.versie + 1
    logboek.schrijven(door, f"status:{naar}", traject)
    return overgang
