"""When progress may be recorded."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from ..models import Aftekening, Lidmaatschap, Planregel, Rol, Traject

ONGEDAAN_TIJD = timedelta(minutes=10)


def bezwaar_tegen_datum(gebeurd_op: date, plaatsing, nu: datetime | None = None) -> str:
    """Een dag in de toekomst of voor het begin van de plaatsing kan niet."""
    if gebeurd_op > timezone.localdate(nu):
        return "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."
    if plaatsing.begin and gebeurd_op < plaatsing.begin:
        return f"Deze dag is vóór de start op {plaatsing.begin:%d-%m-%Y}. Kies een latere dag."
    return ""


def bezwaar_tegen_aftekenen(planregel: Planregel, lid: Lidmaatschap) -> str:
    """Waarom dit lid dit werkproces nu niet mag aftekenen; leeg als het mag."""
    if lid.rol != Rol.PRAKTIJKOPLEIDER or not planregel.plaatsing.heeft_praktijkopleider(lid):
        return "Alleen een praktijkopleider van deze plaatsing tekent werkprocessen af."
    return bezwaar_tegen_oordeel_nu(planregel)


def bezwaar_tegen_oordeel_nu(planregel: Planregel) -> str:
    """Of er op dit moment op dit werkproces een aftekening bij kan, door wie dan ook vastgelegd."""
    if planregel.vervallen_op:
        return "Dit werkproces hoort niet meer bij het plan."
    if planregel.plaatsing.beeindigd_op:
        return "Deze plaatsing is beëindigd."
    if planregel.traject.status not in (Traject.Status.ACTIEF, Traject.Status.EINDBEOORDELING):
        return "Dit traject loopt nu niet."
    return ""


def bezwaar_tegen_aftekening_intrekken(
    aftekening: Aftekening, lid: Lidmaatschap, reden: str, nu: datetime | None = None
) -> str:
    """Ongedaan maken kan tien minuten zonder reden; daarna met een reden die de kandidaat kan
    lezen.
    """
    if aftekening.door_id != lid.pk:
        return "Alleen wie dit aftekende kan het terugnemen."
    if hasattr(aftekening, "intrekking"):
        return "Dit is al teruggenomen."
    if bezwaar := bezwaar_tegen_oordeel_nu(aftekening.planregel):
        return bezwaar
    if not reden and not nog_ongedaan_te_maken(aftekening, nu):
        return "Waarom verander je dit? Schrijf een reden op. De kandidaat kan die lezen."
    return ""


def bezwaar_tegen_zelfbeoordelen(planregel: Planregel, lid: Lidmaatschap) -> str:
    """Het eigen oordeel is van de kandidaat; niemand anders geeft of wijzigt het."""
    if lid.rol != Rol.KANDIDAAT or planregel.traject.kandidaat_id != lid.kandidaat_id:
        return "Alleen de kandidaat zegt zelf hoe het gaat."
    if planregel.vervallen_op:
        return "Deze taak hoort niet meer bij je plan."
    lopend = (Traject.Status.ACTIEF, Traject.Status.ONDERBROKEN, Traject.Status.EINDBEOORDELING)
    if planregel.traject.status not in lopend:
        return "Je bent nu niet aan het leren op het werk."
    return ""


def nog_ongedaan_te_maken(aftekening: Aftekening, nu: datetime | None = None) -> bool:
    """Of de tien minuten van 'Ongedaan maken' nog lopen."""
    return (nu or timezone.now()) - aftekening.vastgelegd_op <= ONGEDAAN_TIJD
