"""What the document needs and the school checks. Source: RMD bijlage 10; WEB 7.4.6a."""

from datetime import date

from django.utils import timezone

from ..models import Identiteit, Kandidaat, Lidmaatschap, Plaatsing, Route, Status, Traject
from .afronding import bezwaar_tegen_dag, bezwaar_tegen_school
from .verbeteringen import documentstatus

GEGEVENS_BIJ = (Status.EINDBEOORDELING, Status.SCHOOLOORDEEL)
VERZOEK_BIJ = (
    Status.ACTIEF, Status.ONDERBROKEN, *GEGEVENS_BIJ, Status.VERKLARING_TER_ONDERTEKENING,
    Status.GESTOPT,
)  # fmt: skip
LEEFTIJD_HOOGUIT = 110


def plaatsingen_voor_document(traject: Traject):
    """De plaatsingen die een blad krijgen; zolang er nog geen eindoordeel is, alle met een plan."""
    met_ja = Plaatsing.objects.met_ja().filter(traject=traject)
    alle = Plaatsing.objects.geldig().filter(traject=traject, planregels__vervallen_op=None)
    return met_ja if met_ja.exists() else alle.exclude(planregels=None).distinct()


def bezwaar_tegen_gegevens(traject: Traject, lid: Lidmaatschap) -> str:
    """Geboortegegevens vragen we pas als het eerste document ze nodig heeft."""
    if bezwaar := bezwaar_tegen_school(traject, lid):
        return bezwaar
    status = documentstatus(traject)
    if status in GEGEVENS_BIJ:
        return ""
    if status in (Status.VERKLARING_TER_ONDERTEKENING, Status.BIJ_EXAMENCOMMISSIE):
        gedaan = "verklaring is vastgesteld"
        if traject.route != Route.PRAKTIJKVERKLARING:
            gedaan = "voordracht is aangeboden"
        wat = gedaan.partition(" ")[0]
        return f"De {gedaan} met deze gegevens. Klopt er iets niet? Haal de {wat} dan eerst terug."
    if status in (Status.UITGEREIKT, Status.NAZORG, Status.AFGESLOTEN):
        return "De verklaring is al uitgegeven. Klopt er iets niet? Vraag dan een verbetering."
    return "De gegevens voor het document vul je in vanaf de eindbeoordeling."


def bezwaar_tegen_geboortedatum(geboortedatum: date) -> str:
    """Een geboortedatum ligt in het verleden en hoort bij een levend mens."""
    vandaag = timezone.localdate()
    if geboortedatum >= vandaag:
        return "Deze geboortedatum is nog niet geweest. Kijk op het identiteitsbewijs."
    if vandaag.year - geboortedatum.year > LEEFTIJD_HOOGUIT:
        return "Deze geboortedatum is te lang geleden. Kijk op het identiteitsbewijs."
    return ""


def te_bevestigen(kandidaat: Kandidaat) -> Identiteit | None:
    """De wijziging van de officiële gegevens die op een tweede medewerker wacht, of None."""
    return kandidaat.identiteiten.te_bevestigen().select_related("door__gebruiker").last()


def bezwaar_tegen_bevestigen(identiteit: Identiteit, traject: Traject, lid: Lidmaatschap) -> str:
    """Een wijziging na de eerste controle keurt een ander goed dan wie haar invulde."""
    if bezwaar := bezwaar_tegen_gegevens(traject, lid):
        return bezwaar
    if hasattr(identiteit, "bevestiging"):
        return "Deze wijziging is al nagekeken."
    if identiteit.door.gebruiker_id == lid.gebruiker_id:
        return "Jij vulde deze wijziging in. Vraag een collega om haar na te kijken."
    return ""


def gegevens_compleet(traject: Traject) -> bool:
    """Of alles wat de school voor het document moet controleren, vastligt en bevestigd is."""
    if traject.kandidaat.identiteit is None or te_bevestigen(traject.kandidaat):
        return False
    return not plaatsingen_voor_document(traject).filter(documentgegevens=None).exists()


def bezwaar_tegen_verzoek(traject: Traject, lid: Lidmaatschap, gebeurd_op: date) -> str:
    """De kandidaat vraagt om een mbo-verklaring; dat kan zodra het leren begonnen is."""
    if bezwaar := bezwaar_tegen_school(traject, lid):
        return bezwaar
    if traject.route != Route.PRAKTIJKVERKLARING:
        return "Een mbo-verklaring hoort bij de route praktijkverklaring. Hier is zij niet nodig."
    if traject.status not in VERZOEK_BIJ:
        return "Een verzoek om de mbo-verklaring leg je vast als de kandidaat is gestart."
    begin = Plaatsing.objects.geldig().filter(traject=traject).order_by("begin").first()
    if begin and begin.begin and gebeurd_op < begin.begin:
        return f"Deze dag is vóór de start op {begin.begin:%d-%m-%Y}. Kies een latere dag."
    return bezwaar_tegen_dag(gebeurd_op)
