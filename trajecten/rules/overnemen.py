"""Taking over a traject that already runs: every rule of the steps it skips still holds."""

from collections.abc import Collection, Iterable
from datetime import date

from ..models import Lidmaatschap, Plaatsing, Praktijkovereenkomst, Rol, Route
from .intake import LEERWEGEN
from .kwalificaties import bezwaar_tegen_kwalificatie
from .overeenkomsten import bezwaar_tegen_minderjarige, bezwaar_tegen_zelfde_naam, partijen
from .plaatsingen import bezwaar_tegen_erkenning_bij_start
from .praktijkleerplan import (
    Keuze,
    bezwaar_tegen_keuzes,
    bezwaar_tegen_uitgeven_door_school,
    per_kwalificatie,
)


def bezwaar_tegen_overnemen(lid: Lidmaatschap, route: str, leerweg: str) -> str:
    """Alleen een mbo-coördinator, voor de eigen school, met een leerweg die bij de route past."""
    if lid.rol != Rol.COORDINATOR:
        return "Alleen een mbo-coördinator neemt een lopend traject over."
    if leerweg not in LEERWEGEN[Route(route)]:
        return "Een praktijkverklaring gaat altijd via de derde leerweg. Kies die leerweg."
    return ""


def bezwaar_tegen_overgenomen_plan(
    plaatsing: Plaatsing, keuzes: Collection[Keuze], vandaag: date
) -> str:
    """Leerbedrijf en plan, gezien vanaf de dag waarop het leren begon."""
    traject, begin, eind = plaatsing.traject, plaatsing.begin, plaatsing.eind
    if begin > vandaag:
        return "Dit traject is nog niet begonnen. Meld de kandidaat gewoon aan."
    if eind < begin:
        return f"De einddatum is vóór de startdatum. Kies een datum na {begin:%d-%m-%Y}."
    if bezwaar := bezwaar_tegen_kwalificatie(traject.kwalificatie, begin):
        return bezwaar
    if bezwaar := bezwaar_tegen_uitgeven_door_school(traject, traject.kwalificatie.crebo, begin):
        return bezwaar
    for kwalificatie in per_kwalificatie(keuzes):
        bezwaar = bezwaar_tegen_erkenning_bij_start(
            plaatsing.leerbedrijf, kwalificatie.crebo, begin, vandaag
        )
        if bezwaar:
            return bezwaar
    return bezwaar_tegen_keuzes(plaatsing, keuzes)


def bezwaar_tegen_overgenomen_handtekeningen(
    overeenkomst: Praktijkovereenkomst, namen: dict[str, str], getekend_op: date, vandaag: date
) -> str:
    """Alle partijen tekenden, verschillende mensen, op een dag die geweest is."""
    if bezwaar := bezwaar_tegen_minderjarige(overeenkomst.plaatsing.traject):
        return bezwaar
    for partij in partijen(overeenkomst):
        if not namen.get(partij):
            return f"Vul in wie tekende voor {partij.label}."
    if overeenkomst.opgesteld_op > getekend_op:
        return "De overeenkomst is getekend vóór de dag van opstellen. Kijk de datums na."
    if getekend_op > vandaag:
        return "De dag van tekenen ligt in de toekomst. Kies vandaag of een eerdere dag."
    return bezwaar_tegen_zelfde_naam(overeenkomst, namen)


def bezwaar_tegen_overgenomen_aftekeningen(
    plaatsing: Plaatsing, dagen: Iterable[date], vandaag: date
) -> str:
    """Wat al afgetekend is, is dat tijdens deze plaatsing."""
    if any(not plaatsing.begin <= dag <= vandaag for dag in dagen):
        return (
            f"Een aftekening ligt tussen de start op {plaatsing.begin:%d-%m-%Y} en vandaag. "
            "Kijk de datums bij de werkprocessen na."
        )
    return ""
