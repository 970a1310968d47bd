"""From the last day at the leerbedrijf to the schooloordeel. Source: WEB 7.2.8 lid 3."""

from datetime import date

from django.utils import timezone

from ..models import (
    Eindoordeel,
    Lidmaatschap,
    Planregel,
    Route,
    Schooloordeel,
    Status,
    Traject,
)  # fmt: skip
from .intake import is_coordinator_van, met_bpv
from .trajecten import bezwaar_tegen_overgang

ALLEEN_DE_SCHOOL = "Alleen een mbo-coördinator van de school doet dit."
NOG_BEZIG = (Status.ACTIEF, Status.ONDERBROKEN)
GEEN_BPV = "Bij dit traject hoort geen leren op het werk. Een oordeel erover is niet nodig."
NA_STOPPEN = (
    "Na het stoppen kan het portaal alleen bij de route praktijkverklaring nog een mbo-verklaring "
    "maken. Was het stoppen een vergissing? Herstel dat dan eerst."
)


def bezwaar_tegen_school(traject: Traject, lid: Lidmaatschap) -> str:
    """Wat de school doet, doet een mbo-coördinator van de instelling van dit traject."""
    return "" if is_coordinator_van(traject, lid) else ALLEEN_DE_SCHOOL


def bezwaar_tegen_eindbeoordeling(traject: Traject, lid: Lidmaatschap) -> str:
    """Of de praktijkopleider nu om de eindoordelen gevraagd kan worden."""
    if bezwaar := bezwaar_tegen_school(traject, lid):
        return bezwaar
    if traject.status == Status.GESTOPT and traject.route != Route.PRAKTIJKVERKLARING:
        return NA_STOPPEN
    if bezwaar := bezwaar_tegen_overgang(traject, Status.EINDBEOORDELING):
        return bezwaar
    if not met_bpv(traject):
        return "" if traject.status in NOG_BEZIG else "De lessen en examens zijn al afgerond."
    if not Planregel.objects.geldig().filter(traject=traject).exists():
        return "Er staan geen werkprocessen in het plan. Zet ze er eerst in."
    if traject.status == Status.GESTOPT and not hasattr(traject, "verzoek"):
        return "Leg eerst het verzoek van de kandidaat om een mbo-verklaring vast."
    return ""


def eindbeoordeling_compleet(traject: Traject) -> bool:
    """Elk gepland werkproces heeft een eindoordeel; na terugsturen minstens één nieuw."""
    planregels = Planregel.objects.geldig().filter(traject=traject)
    if not planregels.exists() or planregels.filter(eindoordelen=None).exists():
        return False
    terug = traject.overgangen.filter(van=Status.SCHOOLOORDEEL, naar=Status.EINDBEOORDELING).last()
    nieuw = Eindoordeel.objects.filter(planregel__in=planregels)
    return terug is None or nieuw.filter(vastgelegd_op__gte=terug.op).exists()


def bezwaar_tegen_terugsturen(traject: Traject, lid: Lidmaatschap, reden: str) -> str:
    """Terug naar de praktijkopleider kan alleen vanuit het schooloordeel, met een reden."""
    if bezwaar := bezwaar_tegen_school(traject, lid):
        return bezwaar
    if not met_bpv(traject):
        return GEEN_BPV
    if traject.status != Status.SCHOOLOORDEEL:
        return bezwaar_tegen_overgang(traject, Status.EINDBEOORDELING) or _NIET_HIER
    return "" if reden.strip() else "Schrijf op waarom. De praktijkopleider leest dit."


_NIET_HIER = "Terugsturen kan als de praktijkopleider alle eindoordelen gaf."


def bezwaar_tegen_schooloordeel(traject: Traject, lid: Lidmaatschap) -> str:
    """Of de school nu over de bpv kan oordelen [WEB 7.2.8 lid 3]."""
    if bezwaar := bezwaar_tegen_school(traject, lid):
        return bezwaar
    if not met_bpv(traject):
        return GEEN_BPV
    if traject.status == Status.SCHOOLOORDEEL:
        return ""
    if traject.status == Status.EINDBEOORDELING:
        return "De praktijkopleider heeft nog niet over elk werkproces een eindoordeel gegeven."
    return (
        f"Dit traject is nu '{traject.get_status_display()}'. "
        "Het schooloordeel komt na de eindbeoordeling."
    )


def bezwaar_tegen_inhoud_schooloordeel(traject: Traject, positief: bool, optie: int | None) -> str:
    """Positief vraagt minstens één eindoordeel `ja`, en een keuze uit RMD bijlage 10 deel B.

    Een diploma of mbo-certificaat vraagt de hele bpv (optie 1); examens tellen hier niet mee.
    """
    if not positief:
        return "Kies geen optie als het oordeel niet positief is." if optie else ""
    if not aantal_ja(traject):
        return "Positief kan niet: de praktijkopleider gaf bij geen enkel werkproces een ja."
    if traject.route != Route.PRAKTIJKVERKLARING and optie != Schooloordeel.Optie.HELE_BPV:
        return "Voor deze route is het oordeel over de hele bpv positief, of nog niet positief."
    return "" if optie else "Kies wat er positief is: de hele bpv of een deel."


def aantal_ja(traject: Traject) -> int:
    """Hoeveel geplande werkprocessen nu het eindoordeel `ja` hebben."""
    regels = Planregel.objects.geldig().filter(traject=traject).with_oordeel()
    return regels.filter(oordeel_nu=Eindoordeel.Oordeel.JA).count()


def geldig_schooloordeel(traject: Traject) -> Schooloordeel | None:
    """Het oordeel van de school over de eindoordelen zoals ze nu zijn."""
    return traject.schooloordelen.geldig().last()


def bezwaar_tegen_uitstroom(traject: Traject, lid: Lidmaatschap, gebeurd_op: date) -> str:
    """Hoe het verder ging, leggen we vast als het traject klaar is of stopt."""
    if bezwaar := bezwaar_tegen_school(traject, lid):
        return bezwaar
    if traject.status not in (Status.UITGEREIKT, Status.NAZORG, Status.GESTOPT):
        return "Hoe het verder ging leg je vast als het traject is uitgereikt of gestopt."
    return bezwaar_tegen_dag(gebeurd_op)


def bezwaar_tegen_dag(dag: date) -> str:
    """Wat we vastleggen is al gebeurd."""
    if dag > timezone.localdate():
        return "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."
    return ""
