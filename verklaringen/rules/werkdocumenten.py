"""Who may have a diplomadossier and a concept-resultatenlijst made, and when there is none.

Bron: EKB 18c; RMD artikel 2 en 3, bijlage 1 tot en met 3A.
"""

from trajecten.models import Lidmaatschap, Rol, Route, Traject
from trajecten.rules import is_coordinator_van
from trajecten.rules.slagen import NIEUWE_REGELS

from .mbo_verklaringen import bezwaar_tegen_totaaloverzicht


def bezwaar_tegen_diplomadossier(traject: Traject, lid: Lidmaatschap) -> str:
    """De school en haar examencommissie, van een traject naar een diploma."""
    commissie = lid.rol == Rol.EXAMENCOMMISSIE and lid.organisatie_id == traject.instelling_id
    if not commissie and not is_coordinator_van(traject, lid):
        return "Alleen de school en haar examencommissie maken dit werkdocument."
    if traject.route != Route.DIPLOMA:
        return "Dit traject gaat niet naar een diploma. Dan is er geen diplomadossier."
    if traject.kwalificatie is None:
        return "Kies eerst de opleiding. Daarna is duidelijk welke examens erbij horen."
    return ""


def bezwaar_tegen_conceptresultatenlijst(traject: Traject, lid: Lidmaatschap) -> str:
    """Alleen vanaf het studiejaar dat op 1-8-2022 begon: de modellen ervoor maakt het portaal niet.

    Bron: EKB 18c; RMD bijlage 1, 2 en 3 (vanaf 1-8-2022), 2A en 3A (daarvoor).
    """
    if bezwaar := bezwaar_tegen_diplomadossier(traject, lid):
        return bezwaar
    inschrijving = getattr(traject, "inschrijving", None)
    if inschrijving is None:
        return (
            "De dag van inschrijving is niet bekend. "
            "Die bepaalt welk model van de resultatenlijst geldt."
        )
    if inschrijving.gebeurd_op < NIEUWE_REGELS:
        return (
            f"Dit traject begon op {inschrijving.gebeurd_op:%d-%m-%Y}. "
            "Voor wie vóór 1-8-2022 begon geldt een ouder model; "
            "daarvan maakt het portaal geen concept."
        )
    return ""


def mogelijke_werkdocumenten(traject: Traject, lid: Lidmaatschap) -> list[str]:
    """Welke werkdocumenten over de examens dit lid nu kan laten maken."""
    bezwaren = {
        "diplomadossier": bezwaar_tegen_diplomadossier(traject, lid),
        "conceptresultatenlijst": bezwaar_tegen_conceptresultatenlijst(traject, lid),
        "totaaloverzicht": bezwaar_tegen_totaaloverzicht(traject, lid),
    }
    return [naam for naam, bezwaar in bezwaren.items() if not bezwaar]
