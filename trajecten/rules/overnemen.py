"""Taking over a traject that already runs: every rule of the steps it skips still holds."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..models import (
    Erkenningcontrole,
    Kandidaat,
    Lidmaatschap,
    Plaatsing,
    Praktijkovereenkomst,
    Rol,
    Route,
    Traject,
)
from .intake import LEERWEGEN
from .leerbedrijven import bezwaar_tegen_erkenning_controleren, erkenning_op
from .overeenkomsten import bezwaar_tegen_minderjarige, bezwaar_tegen_zelfde_naam, partijen
from .plaatsingen import bezwaar_tegen_erkenning_bij_start
from .praktijkleerplan import (
    Keuze,
    bezwaar_tegen_dag_van_inschrijven,
    bezwaar_tegen_gekozen_certificaat,
    bezwaar_tegen_keuzes,
    bezwaar_tegen_periode,
    bezwaar_tegen_uitgeven_door_school,
    bezwaar_tegen_uren,
    per_kwalificatie,
)


@dataclass(frozen=True)
class Overname:
    """Wat iemand wil overnemen. De rijen staan nog nergens: ze zijn er om te beoordelen."""

    plaatsing: Plaatsing
    overeenkomst: Praktijkovereenkomst
    keuzes: Collection[Keuze]
    erkenning_gecontroleerd_op: date | None
    ingeschreven_op: date
    getekend_op: date
    ondertekenaars: Mapping[str, str]  # {partij: naam}
    afgetekend: Mapping[Keuze, date]

    @property
    def traject(self) -> Traject:
        return self.plaatsing.traject


def overname_van(
    lid: Lidmaatschap, *, kandidaat: dict[str, Any], periode: dict[str, Any], **gegevens: Any
) -> Overname:
    """De overname uit dezelfde gegevens als `actions.overnemen`; wat niet telt mag erbij."""
    traject = Traject(
        kandidaat=Kandidaat(**kandidaat),
        instelling=lid.organisatie,
        **{naam: gegevens[naam] for naam in ("route", "leerweg", "kwalificatie")},
        certificaat=gegevens.get("certificaat"),
    )
    plaatsing = Plaatsing(traject=traject, leerbedrijf=gegevens["leerbedrijf"], **periode)
    overeenkomst = Praktijkovereenkomst(
        plaatsing=plaatsing,
        opgesteld_op=gegevens["opgesteld_op"],
        vertegenwoordiger_nodig=bool(traject.kandidaat.jonger_dan_18),
    )
    zelf = (
        "keuzes", "erkenning_gecontroleerd_op", "ingeschreven_op", "getekend_op",
        "ondertekenaars", "afgetekend",
    )  # fmt: skip
    return Overname(plaatsing, overeenkomst, **{naam: gegevens[naam] for naam in zelf})


def bezwaren_tegen_overname(overname: Overname, lid: Lidmaatschap, vandaag: date) -> dict[str, str]:
    """Waarom dit niet kan, per gegeven; leeg als het kan."""
    traject, plaatsing = overname.traject, overname.plaatsing
    if bezwaar := bezwaar_tegen_overnemen(lid, traject.route, traject.leerweg):
        return {"leerweg": bezwaar}
    begin, eind = plaatsing.begin, plaatsing.eind
    if begin > vandaag:
        return {"begin": "Dit traject is nog niet begonnen. Meld de kandidaat gewoon aan."}
    if bezwaar := bezwaar_tegen_periode(traject.kwalificatie, begin, eind):
        return {"eind": bezwaar}
    bezwaren = {
        "certificaat": _bezwaar_tegen_certificaat(traject, begin),
        "crebo": bezwaar_tegen_uitgeven_door_school(traject, traject.kwalificatie.crebo, begin),
        "uren_totaal": bezwaar_tegen_uren(begin, eind, plaatsing.uren_totaal),
        "erkenning_gecontroleerd_op": _bezwaar_tegen_erkenningen(overname, lid, vandaag),
        "werkprocessen": bezwaar_tegen_keuzes(plaatsing, overname.keuzes),
        "ingeschreven_op": bezwaar_tegen_dag_van_inschrijven(begin, overname.ingeschreven_op),
        "getekend_op": _bezwaar_tegen_handtekeningen(overname, vandaag),
        "afgetekend": _bezwaar_tegen_aftekeningen(overname, vandaag),
    }
    return {gegeven: bezwaar for gegeven, bezwaar in bezwaren.items() if bezwaar}


def bezwaar_tegen_overnemen(lid: Lidmaatschap, route: str, leerweg: str) -> str:
    """Alleen een mbo-coördinator, voor de eigen school, met een leerweg die bij de route past."""
    if lid.rol != Rol.COORDINATOR:
        return "Alleen een mbo-coördinator neemt een lopend traject over."
    if leerweg not in LEERWEGEN[Route(route)]:
        return "Een praktijkverklaring gaat altijd via de derde leerweg. Kies die leerweg."
    return ""


def controle_van_toen(
    overname: Overname, crebo: str, lid: Lidmaatschap
) -> Erkenningcontrole | None:
    """Wat de school destijds bij SBB zag, als controle; None als er al een geldt of er geen is."""
    plaatsing, op = overname.plaatsing, overname.erkenning_gecontroleerd_op
    if op is None or erkenning_op(plaatsing.leerbedrijf, crebo, plaatsing.begin):
        return None
    return Erkenningcontrole(
        leerbedrijf=plaatsing.leerbedrijf, crebo=crebo, gecontroleerd_op=op, door=lid,
        uitkomst=Erkenningcontrole.Uitkomst.GEVERIFIEERD,
        toelichting="Overgenomen uit eerdere administratie.",
    )  # fmt: skip


def _bezwaar_tegen_erkenningen(overname: Overname, lid: Lidmaatschap, vandaag: date) -> str:
    plaatsing = overname.plaatsing
    for kwalificatie in per_kwalificatie(overname.keuzes):
        crebo = kwalificatie.crebo
        gezien = controle_van_toen(overname, crebo, lid)
        bezwaar = bezwaar_tegen_erkenning_bij_start(
            plaatsing.leerbedrijf, crebo, plaatsing.begin, vandaag, gezien
        )
        if bezwaar and overname.erkenning_gecontroleerd_op is None:
            return "Vul in op welke dag de erkenning bij SBB is nagekeken."
        if gezien and not bezwaar:
            bezwaar = bezwaar_tegen_erkenning_controleren(lid, gezien.gecontroleerd_op, vandaag)
        if bezwaar:
            return bezwaar
    return ""


def _bezwaar_tegen_certificaat(traject: Traject, begin: date) -> str:
    if traject.certificaat and traject.route != Route.CERTIFICAAT:
        return "Een mbo-certificaat hoort alleen bij de route mbo-certificaat. Kijk de route na."
    return bezwaar_tegen_gekozen_certificaat(
        traject, traject.certificaat, traject.kwalificatie, begin
    )


def _bezwaar_tegen_handtekeningen(overname: Overname, vandaag: date) -> str:
    """Alle partijen tekenden, verschillende mensen, op een dag die geweest is."""
    overeenkomst, namen = overname.overeenkomst, dict(overname.ondertekenaars)
    for partij in partijen(overeenkomst):
        if not namen.get(partij):
            return f"Vul in wie tekende voor {partij.label}."
    if bezwaar := bezwaar_tegen_minderjarige(overname.traject):
        return bezwaar
    if overeenkomst.opgesteld_op > overname.getekend_op:
        return "De overeenkomst is getekend vóór de dag van opstellen. Kijk de datums na."
    if overname.getekend_op > vandaag:
        return "De dag van tekenen ligt in de toekomst. Kies vandaag of een eerdere dag."
    return bezwaar_tegen_zelfde_naam(overeenkomst, namen)


def _bezwaar_tegen_aftekeningen(overname: Overname, vandaag: date) -> str:
    """Wat al afgetekend is, staat in het plan en is dat tijdens deze plaatsing."""
    begin, gekozen = overname.plaatsing.begin, set(overname.keuzes)
    vreemd = [keuze[1] for keuze in overname.afgetekend if keuze not in gekozen]
    if vreemd:
        return f"{vreemd[0]} is afgetekend, maar staat niet in het plan. Zet het er ook bij."
    if any(not begin <= dag <= vandaag for dag in overname.afgetekend.values()):
        return (
            f"Een aftekening ligt tussen de start op {begin:%d-%m-%Y} en vandaag. "
            "Kijk de datums bij de werkprocessen na."
        )
    return ""
