"""A step of the documents: of the running verbetering, or else of the traject itself."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Status, Verbetering
from ..rules import Bezwaar, Ingehaald
from .trajecten import overgaan


@transaction.atomic
def document_overgaan(*, traject, naar, door, reden_code="", toelichting="", nu=None) -> None:
    """Zet de documenten een stap verder. Raises: Bezwaar (geen wettige stap), Ingehaald.

    Tijdens een verbetering blijft het traject waar het is. Was het eerste document nog niet
    uitgereikt, dan gaat het traject bij de uitreiking van het nieuwe mee.
    """
    nu = nu or timezone.now()
    verbetering = rules.lopende_verbetering(traject)
    if verbetering is None:
        overgaan(
            traject=traject, naar=naar, door=door, reden_code=reden_code, toelichting=toelichting,
            nu=nu,
        )  # fmt: skip
        return
    if bezwaar := rules.bezwaar_tegen_verbeterstap(verbetering, naar):
        raise Bezwaar(bezwaar)
    klaar_op = nu if naar == Status.UITGEREIKT else None
    gezet = Verbetering.objects.lopend().filter(pk=verbetering.pk, status=verbetering.status)
    if not gezet.update(status=naar, status_sinds=nu, klaar_op=klaar_op):
        raise Ingehaald(traject)
    logboek.schrijven(door, f"verbetering:{naar}", verbetering)
    if naar == Status.UITGEREIKT and traject.status == Status.BIJ_EXAMENCOMMISSIE:
        overgaan(traject=traject, naar=naar, door=door, nu=nu)
