"""The next step: from a finished traject to a new one. Eigen ontwerp; the school decides."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from ..models import (
    Certificaat,
    Eindoordeel,
    Kwalificatie,
    Lidmaatschap,
    Niveau,
    Route,
    Status,
    Traject,
)
from .intake import is_coordinator_van
from .kwalificaties import bezwaar_tegen_certificaat, bezwaar_tegen_kwalificatie
from .praktijkleerplan import bezwaar_tegen_gekozen_certificaat

KLAAR = (Status.UITGEREIKT, Status.NAZORG, Status.AFGESLOTEN)
NOOIT_BEGONNEN = (Status.NIET_GESTART, Status.GESTOPT)
LADDER = {Route.PRAKTIJKVERKLARING: Route.CERTIFICAAT, Route.CERTIFICAAT: Route.DIPLOMA}


@dataclass(frozen=True)
class Doel:
    """Waar het nieuwe traject heen gaat; `certificaat` alleen bij die route."""

    route: str
    kwalificatie: Kwalificatie
    certificaat: Certificaat | None = None

    def __str__(self) -> str:
        if self.route == Route.CERTIFICAAT:
            return f"mbo-certificaat {self.certificaat}"
        return f"{Route(self.route).label} {self.kwalificatie}"

    def is_van(self, traject: Traject) -> bool:
        """Of dit traject precies hierheen gaat."""
        anders = (self.certificaat.pk if self.certificaat else None, self.kwalificatie.pk)
        return traject.route == self.route and anders == (
            traject.certificaat_id, traject.kwalificatie_id,
        )  # fmt: skip


def volgende_stap(traject: Traject) -> Traject | None:
    """Het traject dat hierop volgt en niet is afgebroken, of None."""
    return traject.vervolgen.exclude(status__in=NOOIT_BEGONNEN).order_by("pk").first()


def bezwaar_tegen_vervolgen(traject: Traject, lid: Lidmaatschap) -> str:
    """Na een traject dat klaar is, gestopt met resultaat, of nog loopt; één volgende stap."""
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school begint een volgende stap."
    if volgende := volgende_stap(traject):
        return f"De volgende stap is al begonnen: {volgende.nummer}."
    if traject.status in (*KLAAR, Status.ACTIEF):
        return ""
    if traject.status != Status.GESTOPT:
        return (
            f"Dit traject is nu '{traject.get_status_display()}'. Een volgende stap kan als het "
            "traject klaar is, of vanuit het leren op het werk."
        )
    if not heeft_iets_bereikt(traject):
        return "In dit traject is nog niets behaald. Meld de kandidaat opnieuw aan."
    return ""


def heeft_iets_bereikt(traject: Traject) -> bool:
    """Een werkproces met ja of zelfstandig, of een resultaat."""
    regels = traject.planregels.geldig()
    return (
        regels.with_oordeel().filter(oordeel_nu=Eindoordeel.Oordeel.JA).exists()
        or regels.with_niveau().filter(niveau_nu=Niveau.ZELFSTANDIG).exists()
        or traject.resultaten.geldig().exists()
    )


def bezwaar_tegen_doel(traject: Traject, doel: Doel, op: date | None = None) -> str:
    """Een opleiding waarin nu begonnen mag worden, en bij een certificaat een dat erbij past."""
    op = op or timezone.localdate()
    if doel.route == Route.CERTIFICAAT and doel.certificaat is None:
        return bezwaar_tegen_certificaat(None, op)
    if bezwaar := bezwaar_tegen_kwalificatie(doel.kwalificatie, op):
        return bezwaar
    naar = Traject(route=doel.route, instelling=traject.instelling)
    return bezwaar_tegen_gekozen_certificaat(naar, doel.certificaat, doel.kwalificatie, op)


def waarschuwing_bij_vervolgen(traject: Traject) -> str:
    """Wat er met het oude traject gebeurt; alleen een lopend traject stroomt door."""
    if traject.status != Status.ACTIEF:
        return ""
    return (
        "Dit traject loopt nog. Begin je het nieuwe traject, dan sluit dit traject als "
        "‘doorgestroomd’. Dat draai je niet terug, en er komt geen document over. Wil je dat wel? "
        "Open dan eerst de eindbeoordeling."
    )


def voorgesteld_doel(traject: Traject, op: date | None = None) -> Doel | None:
    """Eén trede hoger in dezelfde opleiding, of in haar opvolger; None als die er niet is."""
    op = op or timezone.localdate()
    kwalificatie = _kiesbare(traject.kwalificatie, op)
    if kwalificatie is None:
        return None
    route = LADDER.get(Route(traject.route), Route.DIPLOMA) if traject.route else Route.DIPLOMA
    mogelijk = Certificaat.objects.filter(crebo=kwalificatie.crebo)
    certificaat = next((c for c in mogelijk if not bezwaar_tegen_certificaat(c, op)), None)
    if route == Route.CERTIFICAAT and certificaat:
        return Doel(route, kwalificatie, certificaat)
    return Doel(Route.DIPLOMA, kwalificatie)


def _kiesbare(kwalificatie: Kwalificatie | None, op: date) -> Kwalificatie | None:
    """The kwalificatie itself, a newer version of its crebo, or its recorded opvolger."""
    if kwalificatie is None:
        return None
    kiesbaar = Kwalificatie.objects.kiesbaar_op(op).select_related("dossier")
    return (
        kiesbaar.filter(pk=kwalificatie.pk).first()
        or kiesbaar.filter(opvolger_van=kwalificatie).first()
        or kiesbaar.filter(crebo=kwalificatie.crebo).first()
    )
