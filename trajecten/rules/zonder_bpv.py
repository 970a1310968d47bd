"""A mbo-certificaat without learning on the job: from intake to active at once. Eigen ontwerp.

Bpv hoort bij een opleiding (WEB 7.2.8); bij een los certificaat zegt de school of het erbij hoort.
"""

from datetime import date

from django.utils import timezone

from ..models import Certificaat, Kwalificatie, Lidmaatschap, Status, Traject
from .intake import is_coordinator_van, met_bpv
from .kwalificaties import bezwaar_tegen_kwalificatie
from .praktijkleerplan import (
    bezwaar_tegen_gekozen_certificaat,
    bezwaar_tegen_uitgeven_door_school,
)
from .stoppen import ALLEEN_COORDINATOR

HOORT_ERBIJ = "Bij dit traject hoort leren op het werk. Kies eerst een leerbedrijf."


def bezwaar_tegen_starten_zonder_bpv(traject: Traject, lid: Lidmaatschap) -> str:
    """Na de intake, als de school vastlegde dat er geen leren op het werk bij hoort."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if traject.status != Status.INTAKE:
        return f"Dit traject is nu bij '{traject.get_status_display()}'. Starten kan nu niet."
    if traject.intake is None:
        return "Doe eerst de intake."
    return HOORT_ERBIJ if met_bpv(traject) else ""


def bezwaar_tegen_inhoud_zonder_bpv(
    traject: Traject, kwalificatie: Kwalificatie, certificaat: Certificaat, op: date
) -> str:
    """Het certificaat geldt, hoort bij de opleiding, en de school mag het uitgeven."""
    if op > timezone.localdate():
        return "De dag van inschrijving ligt in de toekomst. Kies vandaag of een eerdere dag."
    return (
        bezwaar_tegen_kwalificatie(kwalificatie, op)
        or bezwaar_tegen_gekozen_certificaat(traject, certificaat, kwalificatie, op)
        or bezwaar_tegen_uitgeven_door_school(traject, kwalificatie.crebo, op)
    )
