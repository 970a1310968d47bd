"""When a document may be issued and handed over. Source: WEB 7.4.6a; RMD bijlage 9 and 10."""

import hmac
from datetime import date, datetime, timedelta

from django.utils import timezone

from trajecten.models import (
    Bron,
    Eindoordeel,
    Kwalificatie,
    Lidmaatschap,
    Plaatsing,
    Rol,
    Status,
    Traject,
)
from trajecten.namen import zoekvorm
from trajecten.rules import (
    bezwaar_tegen_erkenning_in_periode,
    bezwaar_tegen_uitgeven_door_school,
    bezwaar_tegen_uitgeven_op_kwalificatie,
    geldig_schooloordeel,
    is_coordinator_van,
)

from ..models import Raadpleging, Soort, Uitgifte
from .vaststellingen import akkoord_compleet, vraagt_blad

POGINGEN = 5  # names that do not match, within an hour


def bezwaar_tegen_besluiten(traject: Traject, lid: Lidmaatschap, bron: str = Bron.PORTAAL) -> str:
    """De examencommissie besluit; de mbo-coördinator mag een getekend besluit vastleggen."""
    lid_van_commissie = (
        lid.rol == Rol.EXAMENCOMMISSIE and lid.organisatie_id == traject.instelling_id
    )
    if not (lid_van_commissie or bron == Bron.PAPIER and is_coordinator_van(traject, lid)):
        return "Alleen de examencommissie van de school neemt dit besluit."
    if traject.status != Status.BIJ_EXAMENCOMMISSIE:
        return "Dit traject ligt nu niet bij de examencommissie."
    if is_toegekend(traject):
        return "De examencommissie heeft al besloten."
    return ""


def bezwaar_tegen_uitgeven(
    traject: Traject, lid: Lidmaatschap, motivering: str = "", op: date | None = None
) -> str:
    """Pas na alle akkoorden en het besluit, door een school die op deze dag mag uitgeven.

    Op een erkende plek, of met een vastgelegde reden. Bron: WEB 7.2.8 lid 4.
    """
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school geeft de verklaring uit."
    if traject.status != Status.BIJ_EXAMENCOMMISSIE:
        return "Uitgeven kan pas als het traject bij de examencommissie ligt."
    if not akkoord_compleet(traject):
        return "De praktijkopleider en de kandidaat hebben nog niet allebei getekend."
    if not is_toegekend(traject):
        return "De examencommissie heeft nog niet besloten."
    op = op or timezone.localdate()
    if bezwaar := bezwaar_tegen_uitgeven_door_school(traject, traject.kwalificatie.crebo, op):
        return bezwaar
    for kwalificatie in _gedrukte_kwalificaties(traject):
        if bezwaar := bezwaar_tegen_uitgeven_op_kwalificatie(kwalificatie):
            return bezwaar
    if waarschuwing := waarschuwing_bij_uitgeven(traject, op):
        return "" if motivering.strip() else f"{waarschuwing} Schrijf op waarom het toch kan."
    return ""


def _gedrukte_kwalificaties(traject: Traject) -> list[Kwalificatie]:
    """De kwalificatie zelf, en die van elk werkproces dat als Extra op het blad staat."""
    extra = traject.planregels.geldig().filter(extra=True).with_oordeel()
    extra = extra.filter(oordeel_nu=Eindoordeel.Oordeel.JA).select_related("werkproces__kerntaak")
    dossiers = {(regel.crebo, regel.werkproces.kerntaak.dossier_id) for regel in extra}
    return [
        traject.kwalificatie,
        *(Kwalificatie.objects.get(crebo=crebo, dossier=pk) for crebo, pk in sorted(dossiers)),
    ]


def waarschuwing_bij_uitgeven(traject: Traject, op: date | None = None) -> str:
    """Wat er is met de erkenning in de hele periode (WEB 7.2.8 lid 4); leeg als alles klopt.

    Uitgeven kan dan alleen met een gemotiveerd besluit, dat vastgelegd wordt.
    """
    op = op or timezone.localdate()
    for plaatsing, crebos in _gedrukte_plaatsingen(traject):
        eind = plaatsing.beeindigd_op or plaatsing.eind
        for crebo in crebos:
            if bezwaar := bezwaar_tegen_erkenning_in_periode(
                plaatsing.leerbedrijf, crebo, plaatsing.begin, eind, op
            ):
                return f"{plaatsing.leerbedrijf}: {bezwaar}"
    return ""


def _gedrukte_plaatsingen(traject: Traject) -> list[tuple[Plaatsing, list[str]]]:
    """Elke plaatsing die op een document staat, met de crebo's waarvoor."""
    bladen = traject.vaststellingen.geldig().filter(soort=Soort.PRAKTIJKVERKLARING)
    rijen = [
        (blad.plaatsing, [blad.inhoud["kwalificatie"]["crebo"]]
         + [groep["kwalificatie"]["crebo"] for groep in blad.inhoud["extra"]])
        for blad in bladen.select_related("plaatsing__leerbedrijf")
    ]  # fmt: skip
    if rijen or vraagt_blad(traject):
        return rijen
    oordeel = geldig_schooloordeel(traject)
    if not oordeel or not oordeel.positief:
        return []
    plekken = Plaatsing.objects.met_ja().filter(traject=traject).select_related("leerbedrijf")
    return [(plek, [traject.kwalificatie.crebo]) for plek in plekken]


def bezwaar_tegen_uitreiken(
    traject: Traject, lid: Lidmaatschap, gebeurd_op: date | None = None, nu=None
) -> str:
    """Uitreiken kan als elk document is uitgegeven, op de dag zelf of daarna."""
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school legt de uitreiking vast."
    if traject.status != Status.BIJ_EXAMENCOMMISSIE:
        return "Dit traject heeft nu niets om uit te reiken."
    vaststellingen = traject.vaststellingen.geldig()
    uitgiften = Uitgifte.objects.filter(opdracht__vaststelling__in=vaststellingen)
    if not uitgiften or uitgiften.count() < vaststellingen.count():
        return "Nog niet alle documenten zijn uitgegeven."
    if gebeurd_op and gebeurd_op > timezone.localdate(nu):
        return "De datum ligt in de toekomst. Vul de dag in waarop het document is gegeven."
    eerste = max(timezone.localdate(uitgifte.uitgegeven_op) for uitgifte in uitgiften)
    if gebeurd_op and gebeurd_op < eerste:
        return f"Het document is pas uitgegeven op {eerste:%d-%m-%Y}. Kies die dag of later."
    return ""


def bezwaar_tegen_vergelijken(uitgifte: Uitgifte, nu: datetime) -> str:
    """Vijf andere namen binnen een uur: daarna een dag lang geen vergelijking meer."""
    anders = uitgifte.raadplegingen.filter(
        vorm=Raadpleging.Vorm.ANDERS, op__gt=nu - timedelta(days=1)
    )
    laatste = list(anders.order_by("-op").values_list("op", flat=True)[:POGINGEN])
    if len(laatste) == POGINGEN and laatste[0] - laatste[-1] <= timedelta(hours=1):
        return "U hebt het te vaak geprobeerd. Probeer het morgen nog eens."
    return ""


def komt_overeen(uitgifte: Uitgifte, achternaam: str, geboren_op: date) -> bool:
    """Of deze naam en geboortedatum op het uitgegeven document staan; accenten tellen niet mee."""
    gevraagd = f"{zoekvorm(achternaam)}|{geboren_op.isoformat()}"
    inhoud = uitgifte.inhoud
    gedrukt = f"{zoekvorm(inhoud['achternaam'])}|{inhoud['geboren_op']}"
    return hmac.compare_digest(gevraagd.encode(), gedrukt.encode())


def is_toegekend(traject: Traject) -> bool:
    """Een besluit geldt zolang de mbo-verklaring geldt die het vaststelde.

    Haalt de school het blad terug, dan vervalt zij, en besluit de examencommissie opnieuw.
    """
    return traject.vaststellingen.geldig().filter(soort=Soort.MBO_VERKLARING).exists()
