"""The voordracht for a mbo-certificaat or diploma. Source: WEB 7.2.3, 7.4.6; RMD art. 2, 3 and 3a.

The portal proposes; the examencommissie decides, and the school makes the document itself.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from trajecten.models import Besluit, Lidmaatschap, Route, Schooloordeel, Status, Traject
from trajecten.rules import (
    Punt,
    bezwaar_tegen_certificaat,
    bezwaar_tegen_overgang,
    bezwaar_tegen_uitgeven_door_school,
    bezwaar_tegen_uitgeven_op_kwalificatie,
    gegevens_compleet,
    geldig_schooloordeel,
    is_coordinator_van,
    met_bpv,
    slagen,
)

from ..models import Voordracht
from .vaststellingen import bezwaar_tegen_inhoud

ALLEEN_DE_SCHOOL = "Alleen een mbo-coördinator van de school doet dit."
GEEN_VOORDRACHT = "Dit traject heeft geen voordracht: die hoort bij een mbo-certificaat of diploma."


def soort_van(traject: Traject) -> str:
    """Waar de voordracht om vraagt; leeg bij een route zonder voordracht."""
    return {
        Route.CERTIFICAAT: Voordracht.Soort.CERTIFICAAT,
        Route.DIPLOMA: Voordracht.Soort.DIPLOMA,
    }.get(traject.route, "")


def geldige_voordracht(traject: Traject) -> Voordracht | None:
    """De voordracht die nu bij de examencommissie ligt, of die zij toekende."""
    return traject.voordrachten.geldig().select_related("door__gebruiker", "besluit").first()


def voordrachtlijst(traject: Traject, op: date) -> list[Punt]:
    """Wat klaar moet zijn voor de voordracht, in de volgorde van het werk; examens toetst de
    slagingsregel.
    """
    punten = []
    if met_bpv(traject):
        bezwaar = _zonder_oordeel(traject)
        punten.append(Punt("Oordeel van de school", bezwaar, "trajecten:schooloordeel"))
    bezwaar = _zonder_gegevens(traject)
    punten.append(Punt("Officiële naam en gegevens", bezwaar, "trajecten:gegevens"))
    kwalificatie = traject.kwalificatie
    if kwalificatie is None:
        return [*punten, Punt("Opleiding", "Er is nog geen opleiding gekozen.")]
    if traject.route == Route.CERTIFICAAT:
        bezwaar = bezwaar_tegen_certificaat(traject.certificaat, op)
        punten.append(Punt("Mbo-certificaat geldt", bezwaar))
    onbevestigd = bezwaar_tegen_uitgeven_op_kwalificatie(kwalificatie)
    school = bezwaar_tegen_uitgeven_door_school(traject, kwalificatie.crebo, op)
    return [
        *punten,
        Punt("Namen van het register", onbevestigd),
        Punt("De school mag dit uitgeven", school),
        Punt("Nog geen diploma van deze opleiding", bezwaar_tegen_tweede_diploma(traject)),
    ]


def _zonder_oordeel(traject: Traject) -> str:
    oordeel = geldig_schooloordeel(traject)
    if oordeel is None:
        return "De school gaf nog geen oordeel over het leren op het werk (WEB 7.2.8 lid 3)."
    if not oordeel.positief or oordeel.optie != Schooloordeel.Optie.HELE_BPV:
        return "Het oordeel van de school over het leren op het werk is nog niet positief."
    return ""


def _zonder_gegevens(traject: Traject) -> str:
    if bezwaar := bezwaar_tegen_inhoud(traject):
        return bezwaar
    if gegevens_compleet(traject):
        return ""
    return "Vul de uren en de namen in zoals SBB ze kent."


def bezwaar_tegen_tweede_diploma(traject: Traject) -> str:
    """Eén diploma per kwalificatie, en daarna ook geen certificaat van een deel ervan.

    Bron: WEB 7.4.6; RMD bijlage 1A. Alleen wat in dit portaal is toegekend, is bekend.
    """
    eerder = Voordracht.objects.toegekend().filter(
        soort=Voordracht.Soort.DIPLOMA,
        traject__kandidaat=traject.kandidaat_id,
        traject__kwalificatie__crebo=traject.kwalificatie.crebo if traject.kwalificatie else "",
    )
    if not eerder.exclude(traject=traject.pk).exists():
        return ""
    return f"De kandidaat heeft al een diploma van {traject.kwalificatie}."


def bezwaar_tegen_voordragen(
    traject: Traject, lid: Lidmaatschap, toets: slagen.Toets, motivering: str, op: date
) -> str:
    """Alles klaar, en voldoet het niet (of is het niet te berekenen), dan een motivering."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_DE_SCHOOL
    if not soort_van(traject):
        return GEEN_VOORDRACHT
    if traject.status != Status.SCHOOLOORDEEL:
        return bezwaar_tegen_overgang(traject, Status.BIJ_EXAMENCOMMISSIE) or _NA_HET_OORDEEL
    nog = [punt.bezwaar for punt in voordrachtlijst(traject, op) if not punt.klaar]
    if nog:
        return f"Nog niet: {nog[0]}"
    if vraagt_motivering(toets) and not motivering.strip():
        return MOTIVERING
    return ""


_NA_HET_OORDEEL = "De voordracht komt na het oordeel van de school."
MOTIVERING = "Schrijf op waarom je dit toch voordraagt. De examencommissie leest dit."


def vraagt_motivering(toets: slagen.Toets) -> bool:
    """Voldoet niet, of niet te berekenen: dan legt de school uit waarom zij toch voordraagt."""
    return toets.uitkomst != slagen.VOLDOET


def bezwaar_tegen_voordracht_terughalen(traject: Traject, lid: Lidmaatschap, reden: str) -> str:
    """Tot het is toegekend, ook als het is aangehouden; met een reden."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_DE_SCHOOL
    voordracht = geldige_voordracht(traject)
    if voordracht is None or traject.status != Status.BIJ_EXAMENCOMMISSIE:
        return "Er ligt nu geen voordracht bij de examencommissie."
    if voordracht.is_toegekend:
        return "De examencommissie kende dit al toe. Terughalen kan niet meer."
    return "" if reden.strip() else "Schrijf op waarom je de voordracht terughaalt."


def bezwaar_tegen_voordracht_uitreiken(
    traject: Traject, lid: Lidmaatschap, gebeurd_op: date | None = None, nu: datetime | None = None
) -> str:
    """Na toekennen, op een dag die geweest is en niet vóór het besluit."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_DE_SCHOOL
    voordracht = geldige_voordracht(traject)
    if voordracht is None or not voordracht.is_toegekend:
        return "De examencommissie heeft dit nog niet toegekend."
    if traject.status != Status.BIJ_EXAMENCOMMISSIE:
        return "De uitreiking is al vastgelegd."
    if gebeurd_op and gebeurd_op > timezone.localdate(nu):
        return "De datum ligt in de toekomst. Vul de dag in waarop het is gegeven."
    besloten_op = voordracht.besluit.gebeurd_op
    if gebeurd_op and gebeurd_op < besloten_op:
        return f"De examencommissie besloot op {besloten_op:%d-%m-%Y}. Kies die dag of later."
    return ""


def is_aangehouden(voordracht: Voordracht) -> bool:
    """De examencommissie wacht nog met haar besluit."""
    besluit = voordracht.besluit
    return bool(besluit and besluit.uitkomst == Besluit.Uitkomst.AANGEHOUDEN)


@dataclass(frozen=True)
class Uitkomst:
    """Wat de kandidaat over de voordracht leest: waarover, hoe het staat, en sinds welke dag."""

    traject: Traject
    wat: str  # mbo-certificaat or diploma
    stand: str  # toegekend, aangehouden, afgewezen, uitgereikt
    op: date
    reden: str = ""


def eigen_uitkomsten(lid: Lidmaatschap) -> list[Uitkomst]:
    """Per eigen traject de uitkomst van de laatste voordracht, zodra er een besluit over is."""
    rijen = Voordracht.objects.filter(traject__in=Traject.objects.zichtbaar_voor(lid))
    rijen = rijen.select_related("traject", "besluit", "uitreiking").order_by("volgnummer")
    laatste = {rij.traject_id: rij for rij in rijen}
    return [_uitkomst(rij) for rij in laatste.values() if _te_vertellen(rij)]


def _te_vertellen(voordracht: Voordracht) -> bool:
    """A decision that still says something: on what was taken back it says nothing any more."""
    besluit = voordracht.besluit
    if besluit is None:
        return False
    return not voordracht.vervallen_op or besluit.uitkomst == Besluit.Uitkomst.AFGEWEZEN


def _uitkomst(voordracht: Voordracht) -> Uitkomst:
    traject, besluit = voordracht.traject, voordracht.besluit
    wat, uitreiking = traject.get_route_display(), getattr(voordracht, "uitreiking", None)
    if uitreiking:
        return Uitkomst(traject, wat, "uitgereikt", uitreiking.gebeurd_op)
    return Uitkomst(traject, wat, besluit.uitkomst, besluit.gebeurd_op, besluit.reden)
