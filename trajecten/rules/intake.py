"""Intake at the school."""

from ..models import Kandidaat, Lidmaatschap, Rol, Route, Traject
from .trajecten import bezwaar_tegen_overgang

LEERWEGEN = {
    Route.PRAKTIJKVERKLARING: ("derde_leerweg",),
    Route.CERTIFICAAT: ("derde_leerweg", "bbl", "bol"),
    Route.DIPLOMA: ("bbl", "bol", "derde_leerweg"),
}


def is_coordinator_van(traject: Traject, lid: Lidmaatschap) -> bool:
    """Of dit lid mbo-coördinator is bij de instelling van het traject."""
    return lid.rol == Rol.COORDINATOR and lid.organisatie_id == traject.instelling_id


def met_bpv(traject: Traject) -> bool:
    """Of leren op het werk bij dit traject hoort; alleen een mbo-certificaat kan zonder."""
    intake = traject.intake
    return intake is None or intake.met_bpv


def bezwaar_tegen_intake_beginnen(traject: Traject, lid: Lidmaatschap) -> str:
    """De intake begint bij een aangemeld traject, of opnieuw als de route toch anders wordt."""
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school doet de intake."
    return bezwaar_tegen_overgang(traject, Traject.Status.INTAKE)


def bezwaar_tegen_intake(
    traject: Traject,
    lid: Lidmaatschap,
    *,
    route: str,
    leerweg: str,
    jonger_dan_18: bool,
    vertegenwoordiger: str,
    met_bpv: bool = True,
) -> str:
    """Route met reden, en bij een minderjarige de wettelijk vertegenwoordiger."""
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school doet de intake."
    if traject.status != Traject.Status.INTAKE:
        return "De intake van dit traject is al klaar of nog niet begonnen."
    if leerweg not in LEERWEGEN[Route(route)]:
        return "Een praktijkverklaring gaat altijd via de derde leerweg. Kies die leerweg."
    if not met_bpv and route != Route.CERTIFICAAT:
        return "Alleen een mbo-certificaat kan zonder leren op het werk. Kies ja, of die route."
    if jonger_dan_18 and not vertegenwoordiger:
        return "De kandidaat is jonger dan 18. Vul de naam van de ouder of voogd in."
    return ""


def bezwaar_tegen_koppelen(traject: Traject, bestaande: Kandidaat, lid: Lidmaatschap) -> str:
    """Een dubbele aanmelding hoort bij iemand die de school al kent; alleen tijdens de intake."""
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school koppelt een kandidaat."
    if traject.status not in (Traject.Status.AANGEMELD, Traject.Status.INTAKE):
        return "Koppelen kan alleen tijdens de intake."
    if bestaande.pk == traject.kandidaat_id:
        return "Dit traject hoort al bij deze kandidaat."
    if traject.kandidaat.trajecten.exclude(pk=traject.pk).exists():
        return "Deze kandidaat heeft al een ander traject. Koppelen kan dan niet meer."
    return ""
