"""Build the demo region once, through the actions of the portal."""

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from portal.cijfers import actions as cijfers
from trajecten import actions
from trajecten.models import Aanmelding, Kandidaat, Organisatie, Status, Traject

from . import einde, nazorg, papieren, raad, resultaten, verhalen, vroeger
from .kandidaten import VERHALEN
from .leren import leren
from .levenslopen import levenslopen
from .overname import overnemen
from .regio import Regio, regio_bouwen, regio_vinden

TOT_PLAN = ("intake", "aangemeld")
VOOR_POK = ("match", "erkenning_aangevraagd", "plan_leeg", "plan")


def bouwen(nu=None, draden=2) -> int:
    """Make the region and everybody in it; returns the number of kandidaten, 0 when it was there.

    First two years of the past: as far as the documents, the documents, what came after. Then who
    is here now, whole or not at all; the worker makes their documents, as everywhere, and they are
    handed over. A start that broke off goes on where it was.
    """
    nu = nu or timezone.now()
    if not Organisatie.objects.filter(naam="Roc Voorbeeld").exists():
        with transaction.atomic():
            vroeger.tot_het_document(regio_bouwen(nu), levenslopen())
    nieuw = not Aanmelding.objects.filter(naam=VERHALEN[0].naam).exists()
    if nieuw:
        papieren.uitgeven_zoals_toen(draden)
        vroeger.na_het_document(regio_vinden(nu), levenslopen())
        with transaction.atomic():
            regio = regio_vinden(nu)
            for verhaal in VERHALEN:
                vertellen(regio, verhaal)
        papieren.rondsturen()
    _uitreiken()
    if nieuw:
        cijfers.herbouwen()
        cijfers.publiceren()
        raad.invullen(regio.bas, nu)
    return Kandidaat.objects.count() if nieuw else 0


def _uitreiken():
    """The documents of who is just done, handed over."""
    wachtend = Traject.objects.filter(
        status=Status.BIJ_EXAMENCOMMISSIE,
        kandidaat__naam__in=[verhaal.naam for verhaal in VERHALEN if verhaal.stand == "uitgereikt"],
    )
    if wachtend.exists():
        call_command("worker", eenmaal=True)
    for traject in wachtend:
        einde.uitreiken(traject)


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
    nazorg.jobcoach(regio, verhaal, traject)
    leren(regio, verhaal, traject)
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
    elif verhaal.bijzonder == "vrijstelling":
        resultaten.vrijstelling_vragen(regio, verhaal, traject)
    elif verhaal.stand in verhalen.AF:
        einde.eindigen(regio, verhaal, traject)
        nazorg.nazorg(regio, verhaal, traject)
