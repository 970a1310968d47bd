"""How the values of a breakdown are called on the page."""

from collections.abc import Iterable

from trajecten.models import (
    Gemeente,
    GestoptReden,
    Kwalificatie,
    Leerbedrijf,
    NietGestartReden,
    Organisatie,
    Route,
)

from ..indicatoren import Dimensie

ONBEKEND = "niet bekend"
VAST = {
    Dimensie.NIVEAU: {"1": "entree (niveau 1)", **{str(n): f"niveau {n}" for n in (2, 3, 4)}},
    Dimensie.VERWIJZER_SOORT: {**dict(Organisatie.Soort.choices), "kandidaat": "Kandidaat zelf"},
    Dimensie.REDEN: {**dict(NietGestartReden.choices), **dict(GestoptReden.choices)},
    Dimensie.KLASSE: {
        "0-14": "0 tot en met 14 dagen", "15-42": "15 tot en met 42 dagen",
        "43-90": "43 tot en met 90 dagen", "90+": "meer dan 90 dagen",
    },
    Dimensie.DOCUMENT: {
        "praktijkverklaring": "Praktijkverklaring", "mbo_verklaring": "Mbo-verklaring",
        "certificaat": "Mbo-certificaat", "diploma": "Diploma",
    },
    Dimensie.WAAR: {
        "leerbedrijf": "Bij het leerbedrijf", "andere_werkgever": "Bij een andere werkgever",
        "sociaal_ontwikkelbedrijf": "Bij een sociaal ontwikkelbedrijf", "beschut": "Beschut werk",
        "zelfstandig": "Als zelfstandige", "elders_onbekend": "Ergens anders",
    },
}  # fmt: skip
STAPPEN = {
    "praktijkverklaring": "praktijkverklaring", "certificaat": "mbo-certificaat",
    "diploma-1": "entree", "diploma-2": "niveau 2", "diploma-3": "niveau 3",
    "diploma-4": "niveau 4", "": "een andere opleiding",
}  # fmt: skip
ROUTES = dict(Route.choices)


def namen(dimensie: str, waarden: Iterable[str]) -> dict[str, str]:
    """Per waarde de naam; hooguit één vraag aan de database."""
    waarden = [waarde for waarde in waarden if waarde]
    return _namen(dimensie, waarden) | {"": ONBEKEND}


def _namen(dimensie: str, waarden: list[str]) -> dict[str, str]:
    match dimensie:
        case Dimensie.KWALIFICATIE:
            rijen = Kwalificatie.objects.filter(pk__in=waarden).values_list("pk", "naam", "crebo")
            return {str(pk): f"{naam} ({crebo})" for pk, naam, crebo in rijen}
        case Dimensie.LEERBEDRIJF:
            return _op_naam(Leerbedrijf, waarden)
        case Dimensie.GEMEENTE:
            return _op_naam(Gemeente, waarden)
        case Dimensie.VERWIJZER | Dimensie.INSTELLING:
            return _op_naam(Organisatie, waarden)
        case Dimensie.STOPMAAND:
            return {waarde: f"maand {waarde}" for waarde in waarden}
        case Dimensie.STAP:
            return {waarde: _stap(waarde) for waarde in waarden}
    vast = VAST.get(dimensie, {})
    return {waarde: vast.get(waarde, waarde.replace("_", " ")) for waarde in waarden}


def _op_naam(model, waarden: list[str]) -> dict[str, str]:
    return {
        str(pk): naam for pk, naam in model.objects.filter(pk__in=waarden).values_list("pk", "naam")
    }


def _stap(waarde: str) -> str:
    van, _, naar = waarde.partition(">")
    return f"van {STAPPEN.get(van, van)} naar {STAPPEN.get(naar, naar)}"
