"""When an issued document may be mended. Source: WEB 7.4.6b; the rest is Eigen ontwerp."""

from django.db.models import Q

from trajecten.models import Lidmaatschap, Route, Traject, Verbeterreden
from trajecten.rules import is_coordinator_van, lopende_verbetering

from ..models import Uitgifte
from .vaststellingen import opdrachten_van_nu

ALLEEN_DE_SCHOOL = "Alleen een mbo-coördinator van de school verbetert een document."


def bezwaar_tegen_verbeteren(traject: Traject, lid: Lidmaatschap) -> str:
    """Alleen wat helemaal is uitgegeven: daarvoor haalt de school het blad terug."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_DE_SCHOOL
    if traject.route != Route.PRAKTIJKVERKLARING:
        return "Bij deze route maakt de school het document zelf. Verbeter het daar."
    if verbetering := lopende_verbetering(traject):
        return f"Er loopt al een verbetering, van {verbetering.door.naam}."
    if not Uitgifte.objects.filter(traject=traject).exists():
        return "Er is nog niets uitgegeven. Haal het blad terug om iets te verbeteren."
    if traject.vaststellingen.geldig().uit_te_geven().zonder_uitgifte().exists():
        return "Nog niet alle documenten zijn uitgegeven. Wacht tot ze klaar zijn."
    return ""


def bezwaar_tegen_verbeteren_stoppen(traject: Traject, lid: Lidmaatschap, reden: str) -> str:
    """Stoppen kan tot de opdracht is gegeven om het nieuwe document uit te geven."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_DE_SCHOOL
    if lopende_verbetering(traject) is None:
        return "Er loopt nu geen verbetering."
    if opdrachten_van_nu(traject).exists():
        return "Het nieuwe document wordt of is al uitgegeven. Stoppen kan niet meer."
    return "" if reden.strip() else "Schrijf op waarom de verbetering niet meer nodig is."


def vraagt_oud_document(traject: Traject) -> bool:
    """Bij een nieuwe naam levert de kandidaat het oude document in (WEB 7.4.6b)."""
    verbetering = lopende_verbetering(traject)
    return bool(verbetering and verbetering.reden == Verbeterreden.NAAM_GEWIJZIGD)


def bezwaar_tegen_oud_ingeleverd(traject: Traject, oud_ingeleverd: bool | None) -> str:
    """Ja of nee, maar niet vergeten: ook dat een document kwijt is, wordt vastgelegd."""
    if vraagt_oud_document(traject) and oud_ingeleverd is None:
        return "Geef aan of het oude document is ingeleverd."
    return ""


def voorganger(uitgifte: Uitgifte) -> Uitgifte | None:
    """Het document waarvan deze uitgifte de plaats inneemt: dezelfde soort, dezelfde plek."""
    eerder = Uitgifte.objects.filter(
        ~Q(pk=uitgifte.pk),
        traject=uitgifte.traject_id,
        soort=uitgifte.soort,
        vervangen_door=None,
        opdracht__vaststelling__plaatsing=uitgifte.opdracht.vaststelling.plaatsing_id,
    )
    return eerder.order_by("pk").last()
