"""Build the demo region once, through the actions of the portal."""

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from trajecten import actions
from trajecten.models import Organisatie, Status, Traject

from . import einde, verhalen
from .kandidaten import VERHALEN
from .overname import overnemen
from .regio import Regio, regio_bouwen

TOT_PLAN = ("intake", "aangemeld")
VOOR_POK = ("match", "erkenning_aangevraagd", "plan_leeg", "plan")


def bouwen(nu=None) -> int:
    """Make the region and everybody in it; returns the number of kandidaten, 0 when it was there.

    Whole or not at all; then the worker makes the documents, as everywhere, and they are handed
    over.
    """
    nieuw = not Organisatie.objects.filter(naam="Roc Voorbeeld").exists()
    if nieuw:
        with transaction.atomic():
            regio = regio_bouwen(nu or timezone.now())
            for verhaal in VERHALEN:
                vertellen(regio, verhaal)
    wachtend = Traject.objects.filter(
        status=Status.BIJ_EXAMENCOMMISSIE,
        kandidaat__naam__in=[verhaal.naam for verhaal in VERHALEN if verhaal.stand == "uitgereikt"],
    )
    if wachtend.exists():
        call_command("worker", eenmaal=True)
    for traject in wachtend:
        einde.uitreiken(traject)
    return len(VERHALEN) if nieuw else 0


def vertellen(regio: Regio, verhaal) -> Traject | None:
    """One story, as far as it goes."""
    if verhaal.stand == "overgenomen":
        return overnemen(regio, verhaal)
    traject = verhalen.aanmelden(regio, verhaal)
    if traject is None:
        return None
    verhalen.intake(regio, verhaal, traject)
    if verhaal.stand in TOT_PLAN:
        return traject
    if verhaal.stand == "niet_gestart":
        actions.stoppen(
            traject=verhalen.vers(traject),
            door=verhalen.coordinator(regio, verhaal),
            reden_code="vervoer_tijden",
            nu=verhalen.dag(regio, verhaal, 20),
        )
        return traject
    if verhaal.stand == "match":
        return traject
    kwalificatie = verhalen.match(regio, verhaal, traject)
    if verhaal.stand in VOOR_POK[1:3]:
        return traject
    verhalen.plan(regio, verhaal, traject, kwalificatie)
    if verhaal.stand in VOOR_POK or not verhalen.overeenkomst(regio, verhaal, traject):
        return traject
    verhalen.starten(regio, verhaal, traject)
    verhalen.leren(regio, verhaal, traject)
    afloop(regio, verhaal, traject)
    return traject


def afloop(regio, verhaal, traject):
    """What came after the start, if anything."""
    if verhaal.stand == "gestopt":
        einde.stoppen(regio, verhaal, traject)
    elif verhaal.stand == "onderbroken":
        actions.onderbreken(
            traject=verhalen.vers(traject),
            door=verhalen.coordinator(regio, verhaal),
            reden="Het restaurant is een maand dicht.",
            nu=verhalen.dag(regio, verhaal, verhaal.dagen - 6),
            verwacht_op=verhalen.dag(regio, verhaal, verhaal.dagen).date()
            + verhalen.timedelta(days=21),
        )
    elif verhaal.stand in verhalen.AF:
        einde.eindigen(regio, verhaal, traject)
