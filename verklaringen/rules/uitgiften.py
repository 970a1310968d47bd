"""When a document may be issued and handed over. Source: WEB 7.4.6a; RMD bijlage 9 and 10."""

import hmac
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.utils import timezone

from trajecten.models import (
    Bron,
    Eindoordeel,
    Kwalificatie,
    Leerbedrijf,
    Lidmaatschap,
    Plaatsing,
    Rol,
    Status,
    Traject,
)
from trajecten.namen import zoekvorm
from trajecten.rules import (
    Erkenningfeiten,
    bezwaar_tegen_erkenning_in_periode,
    bezwaar_tegen_uitgeven_door_school,
    bezwaar_tegen_uitgeven_op_kwalificatie,
    documentstatus,
    erkenningfeiten,
    geldig_schooloordeel,
    is_coordinator_van,
    lopende_verbetering,
)

from ..models import Raadpleging, Soort, Uitgifte
from .vaststellingen import akkoord_compleet, geldige_bladen, vraagt_blad
from .voordrachten import geldige_voordracht, soort_van

Feitenbron = Callable[[Leerbedrijf, str], Erkenningfeiten]
POGINGEN = 5  # names that do not match, within an hour


def bezwaar_tegen_besluiten(traject: Traject, lid: Lidmaatschap, bron: str = Bron.PORTAAL) -> str:
    """De examencommissie besluit; de mbo-coördinator mag een getekend besluit vastleggen."""
    lid_van_commissie = (
        lid.rol == Rol.EXAMENCOMMISSIE and lid.organisatie_id == traject.instelling_id
    )
    if not (lid_van_commissie or bron == Bron.PAPIER and is_coordinator_van(traject, lid)):
        return "Alleen de examencommissie van de school neemt dit besluit."
    if documentstatus(traject) != Status.BIJ_EXAMENCOMMISSIE:
        return "Dit traject ligt nu niet bij de examencommissie."
    if is_toegekend(traject):
        return "De examencommissie heeft al besloten."
    if soort_van(traject) and geldige_voordracht(traject) is None:
        return "Er is geen voordracht om over te besluiten. Vraag de school er een te maken."
    return ""


def bezwaar_tegen_uitgeven(
    traject: Traject, lid: Lidmaatschap, motivering: str = "", op: date | None = None
) -> str:
    """Pas na alle akkoorden en het besluit, door een school die op deze dag mag uitgeven.

    Op een erkende plek, of met een vastgelegde reden. Bron: WEB 7.2.8 lid 4.
    """
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school geeft de verklaring uit."
    if soort_van(traject):
        return "Een mbo-certificaat of diploma maakt de school zelf, buiten dit portaal."
    if documentstatus(traject) != Status.BIJ_EXAMENCOMMISSIE:
        return "Uitgeven kan pas als het traject bij de examencommissie ligt."
    if not akkoord_compleet(traject):
        return "De praktijkopleider en de kandidaat hebben nog niet allebei getekend."
    if not is_toegekend(traject):
        return "De examencommissie heeft nog niet besloten."
    op = op or timezone.localdate()
    if bezwaar := _bezwaar_tegen_school(traject, op):
        return bezwaar
    for kwalificatie in _gedrukte_kwalificaties(traject):
        if bezwaar := bezwaar_tegen_uitgeven_op_kwalificatie(kwalificatie):
            return bezwaar
    if motivering.strip():
        return ""
    waarschuwing = waarschuwing_bij_uitgeven(traject, op)
    return f"{waarschuwing} Schrijf op waarom het toch kan." if waarschuwing else ""


def _bezwaar_tegen_school(traject: Traject, op: date) -> str:
    """Of de school nu mag uitgeven; een verbetering mag ook als zij het mocht toen zij uitgaf.

    Wie een nieuwe naam heeft of een fout vindt, krijgt zo ook jaren later een goed document
    (WEB 7.4.6b; dat de dag van de eerste uitgifte dan telt, is Eigen ontwerp).
    """
    crebo = traject.kwalificatie.crebo
    bezwaar = bezwaar_tegen_uitgeven_door_school(traject, crebo, op)
    if not bezwaar or lopende_verbetering(traject) is None:
        return bezwaar
    eerste = Uitgifte.objects.filter(traject=traject).order_by("pk").first()
    toen = timezone.localdate(eerste.uitgegeven_op) if eerste else op
    return bezwaar_tegen_uitgeven_door_school(traject, crebo, toen) and bezwaar


def _gedrukte_kwalificaties(traject: Traject) -> list[Kwalificatie]:
    """De kwalificatie zelf, en die van elk werkproces dat als Extra op het blad staat."""
    extra = traject.planregels.geldig().filter(extra=True).with_oordeel()
    extra = extra.filter(oordeel_nu=Eindoordeel.Oordeel.JA).select_related("werkproces__kerntaak")
    dossiers = {(regel.crebo, regel.werkproces.kerntaak.dossier_id) for regel in extra}
    return [
        traject.kwalificatie,
        *(Kwalificatie.objects.get(crebo=crebo, dossier=pk) for crebo, pk in sorted(dossiers)),
    ]


def waarschuwing_bij_uitgeven(
    traject: Traject, op: date | None = None, feiten: Feitenbron = erkenningfeiten
) -> str:
    """Wat er is met de erkenning in de hele periode (WEB 7.2.8 lid 4); leeg als alles klopt.

    Uitgeven kan dan alleen met een gemotiveerd besluit, dat vastgelegd wordt. `feiten`: waar de
    erkenningen vandaan komen, voor wie veel trajecten tegelijk bekijkt.
    """
    op = op or timezone.localdate()
    for plaatsing, crebos in _gedrukte_plaatsingen(traject):
        eind = plaatsing.beeindigd_op or plaatsing.eind
        for crebo in crebos:
            if bezwaar := bezwaar_tegen_erkenning_in_periode(
                feiten(plaatsing.leerbedrijf, crebo), plaatsing.begin, eind, op
            ):
                return f"{plaatsing.leerbedrijf}: {bezwaar}"
    return ""


def _gedrukte_plaatsingen(traject: Traject) -> list[tuple[Plaatsing, list[str]]]:
    """Elke plaatsing die op een document staat, met de crebo's waarvoor."""
    rijen = [
        (blad.plaatsing, [blad.inhoud["kwalificatie"]["crebo"]]
         + [groep["kwalificatie"]["crebo"] for groep in blad.inhoud["extra"]])
        for blad in geldige_bladen(traject)
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
    """Uitreiken kan als elk document is uitgegeven, op de dag zelf of daarna.

    Ook bij een verbetering: zonder nieuw besluit komt er nog een nieuwe mbo-verklaring.
    """
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school legt de uitreiking vast."
    if documentstatus(traject) != Status.BIJ_EXAMENCOMMISSIE:
        return "Dit traject heeft nu niets om uit te reiken."
    vaststellingen = traject.vaststellingen.geldig().uit_te_geven()
    uitgiften = Uitgifte.objects.filter(opdracht__vaststelling__in=vaststellingen)
    compleet = is_toegekend(traject) and uitgiften.count() == vaststellingen.count()
    if not uitgiften or not compleet:
        return "Nog niet alle documenten zijn uitgegeven."
    if uitgiften.geldig().count() < uitgiften.count():
        return "Een document is ingetrokken. Vraag een verbetering: dan komt er een nieuw document."
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
    """Een besluit geldt zolang de mbo-verklaring geldt die het vaststelde, of de voordracht.

    Haalt de school het blad terug, dan vervalt zij, en besluit de examencommissie opnieuw.
    """
    if soort_van(traject):
        return traject.voordrachten.toegekend().exists()
    return bool(geldige_bladen(traject, Soort.MBO_VERKLARING))


def is_uitgegeven(traject: Traject) -> bool:
    """Of elk document dat het portaal uitgeeft in het register staat, na het besluit erover."""
    uit_te_geven = traject.vaststellingen.geldig().uit_te_geven()
    return is_toegekend(traject) and not uit_te_geven.zonder_uitgifte().exists()
