"""The five steps from match to start, as the list on top of each page."""

from dataclasses import dataclass

from ..models import Plaatsing, Praktijkovereenkomst, Status, Traject
from .overeenkomsten import geldige_overeenkomst, ontbrekende_partijen
from .plaatsingen import lopende_plaatsing


@dataclass(frozen=True)
class Stap:
    """Eén regel: het werkwoord, de pagina, en of het klaar is, nog moet of nog niet kan."""

    naam: str
    url: str
    staat: str  # Klaar, Nog doen, Kan nog niet


def stappen_tot_start(traject: Traject) -> list[Stap]:
    """Wat klaar is, wat nu kan en wat nog niet; een stap is klaar als zijn feit er is."""
    plaatsing = lopende_plaatsing(traject)
    overeenkomst = geldige_overeenkomst(traject)
    klaar = {
        "match": plaatsing is not None and traject.status != Status.MATCH,
        "plan": bool(plaatsing and plaatsing.begin and plaatsing.planregels.geldig().exists()),
        "inschrijven": hasattr(traject, "inschrijving"),
        "overeenkomst": bool(overeenkomst and not ontbrekende_partijen(overeenkomst)),
        "starten": traject.status not in (Status.MATCH, Status.PLAN, Status.POK_TER_ONDERTEKENING),
    }
    kan = _kan(traject, plaatsing, overeenkomst)
    return [
        Stap(naam, f"trajecten:{url}", _staat(klaar[url], kan[url]))
        for url, naam in (
            ("match", "Leerbedrijf kiezen"),
            ("plan", "Praktijkleerplan maken"),
            ("inschrijven", "Inschrijven"),
            ("overeenkomst", "Overeenkomst tekenen"),
            ("starten", "Starten"),
        )
    ]


def _kan(
    traject: Traject, plaatsing: Plaatsing | None, overeenkomst: Praktijkovereenkomst | None
) -> dict[str, bool]:
    voorbij_match = traject.status not in (Status.AANGEMELD, Status.INTAKE, Status.MATCH)
    return {
        "match": traject.status not in (Status.AANGEMELD, Status.INTAKE),
        "plan": voorbij_match,
        "inschrijven": traject.status not in (Status.AANGEMELD, Status.INTAKE),
        "overeenkomst": voorbij_match and bool(plaatsing and plaatsing.planregels.exists()),
        "starten": overeenkomst is not None,
    }


def _staat(klaar: bool, kan: bool) -> str:
    return "Klaar" if klaar else "Nog doen" if kan else "Kan nog niet"
