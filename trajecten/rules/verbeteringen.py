"""Mending what was issued: the documents take their steps again, the traject stays where it is."""

from datetime import datetime

from ..models import OVERGANGEN, Traject, Verbetering


def lopende_verbetering(traject: Traject) -> Verbetering | None:
    """De verbetering die nu loopt, of None; wie veel trajecten bekijkt haalt ze vooraf op."""
    alle = traject.verbeteringen.all()
    return next((verbetering for verbetering in alle if verbetering.klaar_op is None), None)


def documentstatus(traject: Traject) -> str:
    """Op welke stap de documenten van dit traject zijn: de enige plek waar dat staat.

    Loopt er een verbetering, dan telt haar stap, en anders die van het traject zelf.
    """
    verbetering = lopende_verbetering(traject)
    return verbetering.status if verbetering else traject.status


def documentstatus_sinds(traject: Traject) -> datetime:
    """Sinds wanneer de documenten op deze stap zijn: een besluit van daarvoor telt niet mee."""
    verbetering = lopende_verbetering(traject)
    return verbetering.status_sinds if verbetering else traject.status_sinds


def bezwaar_tegen_verbeterstap(verbetering: Verbetering, naar: str) -> str:
    """Dezelfde stappen als een eerste document, tussen het oordeel en de uitreiking."""
    if naar in OVERGANGEN[verbetering.status] and naar in Verbetering.STATUSSEN:
        return ""
    return f"Deze verbetering is nu '{verbetering.get_status_display()}'. Dit kan nu niet."
