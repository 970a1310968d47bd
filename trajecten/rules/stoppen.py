"""Side exits: stopping, undoing a mistaken stop, and a pause."""

from datetime import date

from ..models import (
    GestoptReden,
    Lidmaatschap,
    NietGestartReden,
    Status,
    Statusovergang,
    Traject,
)
from .intake import is_coordinator_van
from .trajecten import bezwaar_tegen_overgang

ALLEEN_COORDINATOR = "Alleen een mbo-coördinator van de school doet dit."


def eindstatus(traject: Traject) -> str:
    """Na een eerste keer actief heet het einde gestopt, daarvoor niet gestart."""
    return Status.GESTOPT if traject.was_actief else Status.NIET_GESTART


def stopredenen(traject: Traject) -> list:
    """De redenen die bij dit einde horen; geen gezondheid, verslaving of schuld."""
    redenen = GestoptReden if eindstatus(traject) == Status.GESTOPT else NietGestartReden
    return redenen.choices


def bezwaar_tegen_stoppen(traject: Traject, lid: Lidmaatschap, reden_code: str) -> str:
    """Stoppen kan zolang het traject niet uitgereikt of al geëindigd is, met een reden uit de
    lijst.
    """
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if bezwaar := bezwaar_tegen_overgang(traject, eindstatus(traject)):
        return bezwaar
    if reden_code not in dict(stopredenen(traject)):
        return "Kies een reden uit de lijst."
    return ""


def te_herstellen_stop(traject: Traject) -> Statusovergang | None:
    """De laatste stap, als dat een stop is die nog niet is teruggedraaid."""
    laatste = traject.overgangen.last()
    stops = (Status.GESTOPT, Status.NIET_GESTART)
    return laatste if laatste and laatste.naar in stops and traject.status in stops else None


def bezwaar_tegen_stop_herstellen(traject: Traject, lid: Lidmaatschap, reden: str) -> str:
    """Een vergissing: terug naar de vorige status, met een reden."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if te_herstellen_stop(traject) is None:
        return "Dit traject is niet gestopt."
    if not reden.strip():
        return "Schrijf op waarom het stoppen een vergissing was."
    return ""


def bezwaar_tegen_alsnog_beoordelen(traject: Traject, lid: Lidmaatschap) -> str:
    """Na een stop kan, op verzoek, één keer alsnog beoordeeld worden wat bereikt is."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if traject.overgangen.filter(
        van=Status.GESTOPT, naar=Status.EINDBEOORDELING, herstelt=None
    ).exists():
        return "Dit traject is al een keer alsnog beoordeeld."
    if traject.status != Status.GESTOPT:
        return "Dit traject is niet gestopt."
    return bezwaar_tegen_overgang(traject, Status.EINDBEOORDELING)


def bezwaar_tegen_onderbreken(
    traject: Traject, lid: Lidmaatschap, reden: str, verwacht_op: date, vandaag: date
) -> str:
    """Onderbreken vraagt een reden en de dag waarop de kandidaat terug verwacht wordt."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if bezwaar := bezwaar_tegen_overgang(traject, Status.ONDERBROKEN):
        return bezwaar
    if not reden.strip():
        return "Schrijf op waarom het leren even stopt."
    if verwacht_op <= vandaag:
        return "De dag van terugkomst ligt niet in de toekomst. Kies een latere dag."
    return ""


def bezwaar_tegen_hervatten(traject: Traject, lid: Lidmaatschap) -> str:
    """Alleen wat onderbroken is kan verder."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if traject.status != Status.ONDERBROKEN:
        return "Dit traject is niet onderbroken."
    return ""
