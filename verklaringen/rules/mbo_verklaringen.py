"""Who gets a mbo-verklaring, and which results stand on it. Source: WEB 7.4.6a; RMD bijlage 10."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.utils import timezone

from trajecten.models import Lidmaatschap, Onderdeel, Resultaat, Rol, Traject, Woord
from trajecten.rules import is_coordinator_van

VOLDOENDE = Decimal("5.5")
VOLDOENDE_WOORDEN = {
    Woord.VOLDOENDE, Woord.RUIM_VOLDOENDE, Woord.GOED, Woord.ZEER_GOED, Woord.UITMUNTEND,
    Woord.VOLDAAN,
}  # fmt: skip
# What the totaaloverzicht is about: exams, not lessons or formative tests.
EXAMEN = (
    Onderdeel.KERNTAAK, Onderdeel.CERTIFICAATEXAMEN, Onderdeel.NEDERLANDS, Onderdeel.REKENEN,
    Onderdeel.ENGELS, Onderdeel.LOOPBAAN, Onderdeel.BURGERSCHAP, Onderdeel.KEUZEDEEL,
)  # fmt: skip


def is_voldoende(resultaat: Resultaat) -> bool:
    """5,5 of hoger, of het woord voldoende of beter; een uitslag in eigen woorden telt als gehaald.

    Bron: RMD bijlage 10, deel A.
    """
    if resultaat.cijfer is not None:
        return resultaat.cijfer >= VOLDOENDE
    return bool(resultaat.uitslag) or resultaat.woord in VOLDOENDE_WOORDEN


def bevestigde_resultaten(traject: Traject) -> list[Resultaat]:
    """Wat vaststaat: niet verbeterd of ingetrokken, en met een code die het dossier kent."""
    return list(traject.resultaten.geldig().filter(bevestigd=True))


def voldoende_resultaten(traject: Traject) -> list[Resultaat]:
    """Wat op de mbo-verklaring komt, in de volgorde van behalen."""
    rijen = [rij for rij in bevestigde_resultaten(traject) if is_voldoende(rij)]
    return sorted(rijen, key=lambda rij: (rij.gebeurd_op, rij.volgnummer))


def bezwaar_tegen_zonder_verzoek(traject: Traject, op: date | None = None) -> str:
    """De kandidaat vraagt erom, of de school moet haar geven zonder dat iemand vraagt."""
    if hasattr(traject, "verzoek") or krijgt_zonder_verzoek(traject, op):
        return ""
    return "De kandidaat heeft nog niet om een mbo-verklaring gevraagd. Leg het verzoek vast."


def krijgt_zonder_verzoek(traject: Traject, op: date | None = None) -> bool:
    """Jonger dan de grens die op deze dag geldt, en weg zonder startkwalificatie (WEB 7.4.6a)."""
    op = op or timezone.localdate()
    identiteit, intake = traject.kandidaat.identiteit, traject.intake
    if identiteit is None or intake is None or intake.startkwalificatie is not False:
        return False
    return leeftijd(identiteit.geboortedatum, op) < leeftijdsgrens(op)


def leeftijdsgrens(op: date) -> int:
    """De leeftijd uit de instelling VERKLARING_ZONDER_VERZOEK die op deze dag geldt; 0: geen."""
    return max((regel for regel in settings.VERKLARING_ZONDER_VERZOEK if regel[0] <= op),
               default=(op, 0))[1]  # fmt: skip


def leeftijd(geboren: date, op: date) -> int:
    """Hele jaren; wie op 29 februari geboren is, is in een gewoon jaar op 1 maart jarig."""
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def bezwaar_tegen_totaaloverzicht(traject: Traject, lid: Lidmaatschap) -> str:
    """Deel D: alle examenresultaten, ook onvoldoende; niet als alles voldoende is."""
    eigen = lid.rol == Rol.KANDIDAAT and lid.kandidaat_id == traject.kandidaat_id
    if not eigen and not is_coordinator_van(traject, lid):
        return "Alleen de kandidaat en de school maken het totaaloverzicht."
    if traject.kandidaat.identiteit is None:
        return "Vul eerst de officiële naam en de geboortegegevens in, van het identiteitsbewijs."
    rijen = [rij for rij in bevestigde_resultaten(traject) if rij.onderdeel in EXAMEN]
    if not rijen or traject.kwalificatie is None:
        return "Er zijn nog geen examenresultaten."
    if all(is_voldoende(rij) for rij in rijen):
        return "Alle examenresultaten zijn voldoende. Ze staan al op de mbo-verklaring."
    return ""
