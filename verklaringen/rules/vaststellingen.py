"""When a sheet may be fixed, and who may agree with it. Source: RMD bijlage 10."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from trajecten.models import (
    Bron,
    Inrichting,
    Lidmaatschap,
    Plaatsing,
    Rol,
    Route,
    Schooloordeel,
    Status,
    Traject,
)
from trajecten.rules import (
    blad_van,
    documentstatus,
    geldig_schooloordeel,
    is_coordinator_van,
    lopende_verbetering,
    te_bevestigen,
)

from ..models import Partij, Soort, Uitgifteopdracht, Vaststelling
from .mbo_verklaringen import bezwaar_tegen_zonder_verzoek, voldoende_resultaten


def bezwaar_tegen_vaststellen(traject: Traject, lid: Lidmaatschap) -> str:
    """Positief schooloordeel met optie 3, en alle gegevens voor het document."""
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school stelt de praktijkverklaring vast."
    if traject.route != Route.PRAKTIJKVERKLARING:
        return "Dit traject heeft een andere route dan de praktijkverklaring."
    if documentstatus(traject) != Status.SCHOOLOORDEEL:
        return "Vaststellen kan zodra de school haar oordeel gaf, voordat er iemand tekent."
    oordeel = geldig_schooloordeel(traject)
    if not oordeel or not oordeel.positief:
        return "De school heeft nog geen positief oordeel gegeven over het leren op het werk."
    if oordeel.optie != Schooloordeel.Optie.PRAKTIJKVERKLARING:
        return "De school koos in het oordeel voor een document zonder praktijkverklaring."
    return bezwaar_tegen_inhoud(traject) or bezwaar_tegen_bpv(traject)


def bezwaar_tegen_inhoud(traject: Traject) -> str:
    """Wat er nog mist van de kandidaat om een document te kunnen drukken."""
    if te_bevestigen(traject.kandidaat):
        return "Een collega moet de gewijzigde officiële gegevens eerst nakijken."
    if traject.kandidaat.identiteit is None:
        return "Vul eerst de officiële naam en de geboortegegevens in, van het identiteitsbewijs."
    return ""


def bezwaar_tegen_bpv(traject: Traject) -> str:
    """Wat er nog mist van het leren op het werk om het te kunnen drukken."""
    plaatsingen = Plaatsing.objects.met_ja().filter(traject=traject)
    if not plaatsingen:
        return "Er is geen werkproces met het eindoordeel ja. Dan is er niets om te verklaren."
    if leeg := plaatsingen.filter(documentgegevens=None).first():
        return (
            f"Vul eerst de gegevens voor het document in bij {leeg.leerbedrijf}: "
            "de uren en de namen zoals SBB ze kent."
        )
    return ""


def partij_van(vaststelling: Vaststelling, lid: Lidmaatschap) -> str:
    """Als welke partij dit lid zelf tekent; leeg als dit lid geen partij is.

    Alleen de praktijkopleider die op het blad staat, niet een collega.
    """
    if lid.rol == Rol.KANDIDAAT and lid.kandidaat_id == vaststelling.traject.kandidaat_id:
        return Partij.KANDIDAAT
    if lid.rol == Rol.PRAKTIJKOPLEIDER and vaststelling.plaatsing:
        gegevens = vaststelling.plaatsing.documentgegevens.last()
        if gegevens and gegevens.praktijkopleider_id == lid.pk:
            return Partij.PRAKTIJKOPLEIDER
    return ""


def bezwaar_tegen_akkoord_geven(
    vaststelling: Vaststelling,
    partij: str,
    lid: Lidmaatschap,
    *,
    bron: str = Bron.PORTAAL,
    gebeurd_op: date | None = None,
    nu=None,
) -> str:
    """In het portaal tekent ieder voor zichzelf; papier legt de mbo-coördinator vast."""
    if bezwaar := _bezwaar_tegen_stand(vaststelling):
        return bezwaar
    if bron == Bron.PAPIER:
        if not is_coordinator_van(vaststelling.traject, lid):
            return "Alleen een mbo-coördinator van de school legt een getekend blad vast."
    elif vaststelling.is_van_praktijkloket:
        return (
            "Deze school gebruikt het formulier van SBB's Praktijkloket. "
            "Dat teken je op papier. De school geeft het je."
        )
    elif not partij or partij_van(vaststelling, lid) != partij:
        return "Je kunt hier niet tekenen: je naam staat niet op dit blad."
    vandaag = timezone.localdate(nu)
    if gebeurd_op and gebeurd_op > vandaag:
        return "De datum ligt in de toekomst. Vul de dag in waarop er is getekend."
    if gebeurd_op and gebeurd_op < timezone.localdate(vaststelling.vastgesteld_op):
        return "Het blad is pas later vastgesteld. Laat het nieuwe tekenexemplaar tekenen."
    return ""


def te_tekenen(lid: Lidmaatschap) -> list[Vaststelling]:
    """De bladen die nu op het akkoord van dit lid wachten."""
    bladen = Vaststelling.objects.zichtbaar_voor(lid).geldig().select_related("plaatsing")
    trajecten = Traject.objects.bij_document(Status.VERKLARING_TER_ONDERTEKENING)
    bladen = bladen.filter(
        soort=Soort.PRAKTIJKVERKLARING, traject__in=trajecten.values("pk")
    ).select_related("traject__kandidaat")
    return [blad for blad in bladen if _wacht_op(blad, lid)]


def _wacht_op(blad: Vaststelling, lid: Lidmaatschap) -> bool:
    partij = partij_van(blad, lid)
    getekend = blad.akkoorden.filter(partij=partij).exists()
    return not getekend and not bezwaar_tegen_akkoord_geven(blad, partij, lid)


def bezwaar_tegen_tegenspreken(vaststelling: Vaststelling, partij: str, lid: Lidmaatschap) -> str:
    """'Dit klopt niet': de partij zelf, of de mbo-coördinator die het van haar hoorde."""
    if bezwaar := _bezwaar_tegen_stand(vaststelling):
        return bezwaar
    if is_coordinator_van(vaststelling.traject, lid):
        return ""
    if not partij or partij_van(vaststelling, lid) != partij:
        return "Je kunt hier niet reageren: je naam staat niet op dit blad."
    return ""


def _bezwaar_tegen_stand(vaststelling: Vaststelling) -> str:
    if vaststelling.vervallen_op:
        return "Dit blad is vervallen. Er komt een nieuw blad om te tekenen."
    if vaststelling.opdrachten.filter(uitgifte__isnull=False).exists():
        return "Dit blad is al uitgegeven."
    if vaststelling.soort != Soort.PRAKTIJKVERKLARING:
        return "De mbo-verklaring tekent alleen de examencommissie."
    if documentstatus(vaststelling.traject) != Status.VERKLARING_TER_ONDERTEKENING:
        return "Dit blad kan nu niet getekend worden."
    return ""


def vraagt_blad(traject: Traject) -> bool:
    """Of bij de mbo-verklaring een praktijkverklaring hoort (RMD bijlage 10, deel B optie 3)."""
    oordeel = geldig_schooloordeel(traject)
    return bool(oordeel and oordeel.optie == Schooloordeel.Optie.PRAKTIJKVERKLARING)


def geldige_bladen(traject: Traject, soort: str = Soort.PRAKTIJKVERKLARING) -> list[Vaststelling]:
    """Wat nu van deze soort vastgesteld is; wie veel trajecten bekijkt haalt het vooraf op."""
    bladen = traject.vaststellingen.all()
    return [blad for blad in bladen if blad.soort == soort and blad.vervallen_op is None]


def akkoord_compleet(traject: Traject) -> bool:
    """Of beide partijen akkoord zijn met elk geldig blad; zonder blad tekent er niemand."""
    if not vraagt_blad(traject):
        return True
    akkoorden = [len(blad.akkoorden.all()) for blad in geldige_bladen(traject)]
    return bool(akkoorden) and all(aantal == len(Partij) for aantal in akkoorden)


def bezwaar_tegen_aanbieden(traject: Traject) -> str:
    """Beide partijen getekend, en een verzoek om de mbo-verklaring.

    Zonder praktijkverklaring tekent er niemand: dan kan het meteen na het schooloordeel.
    """
    if not vraagt_blad(traject):
        return bezwaar_tegen_aanbieden_zonder_blad(traject)
    if documentstatus(traject) != Status.VERKLARING_TER_ONDERTEKENING:
        return "Dit traject kan nu niet naar de examencommissie."
    if not akkoord_compleet(traject):
        return "De praktijkopleider en de kandidaat hebben nog niet allebei getekend."
    if bezwaar := bezwaar_tegen_formulier(traject):
        return bezwaar
    return bezwaar_tegen_zonder_verzoek(traject)


def bezwaar_tegen_aanbieden_zonder_blad(traject: Traject) -> str:
    """Een mbo-verklaring met alleen het oordeel over de bpv (optie 1, 2) of examenresultaten.

    Ook zonder positief oordeel is er iets te verklaren als er een resultaat is (WEB 7.4.6a).
    """
    if traject.route != Route.PRAKTIJKVERKLARING:
        return "Dit traject heeft een andere route dan de praktijkverklaring."
    oordeel = geldig_schooloordeel(traject)
    if documentstatus(traject) != Status.SCHOOLOORDEEL or not oordeel:
        return "Dit traject kan naar de examencommissie zodra de school haar oordeel gaf."
    if not oordeel.positief and not voldoende_resultaten(traject):
        return "Er is nog niets om te verklaren: geen positief oordeel en geen voldoende resultaat."
    if bezwaar := bezwaar_tegen_inhoud(traject):
        return bezwaar
    if oordeel.positief and (bezwaar := bezwaar_tegen_bpv(traject)):
        return bezwaar
    return bezwaar_tegen_zonder_verzoek(traject)


def bezwaar_tegen_formulier(traject: Traject) -> str:
    """Het blad van dit portaal alleen zolang de school dat gebruikt (RMD bijlage 10)."""
    bladen = traject.vaststellingen.geldig().uit_te_geven()
    eigen = bladen.filter(soort=Soort.PRAKTIJKVERKLARING).exists()
    if eigen and blad_van(traject.instelling) == Inrichting.Blad.PRAKTIJKLOKET:
        return (
            "Deze school gebruikt nu het formulier van SBB's Praktijkloket. "
            "Haal het blad terug en stel het opnieuw vast."
        )
    return ""


def opdrachten_van_nu(traject: Traject) -> QuerySet[Uitgifteopdracht]:
    """De opdrachten die niet vervielen; loopt er een verbetering, dan alleen die van haar."""
    opdrachten = Uitgifteopdracht.objects.lopend().filter(vaststelling__traject=traject)
    if verbetering := lopende_verbetering(traject):
        return opdrachten.filter(aangevraagd_op__gte=verbetering.vastgelegd_op)
    return opdrachten


def bezwaar_tegen_terughalen(traject: Traject, lid: Lidmaatschap, reden: str) -> str:
    """De school haalt het vastgestelde blad terug om iets te verbeteren; ook na het tekenen."""
    if not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school haalt het blad terug."
    stappen = (Status.VERKLARING_TER_ONDERTEKENING, Status.BIJ_EXAMENCOMMISSIE)
    if documentstatus(traject) not in stappen:
        return "Terughalen kan tussen het vaststellen en het uitgeven."
    if opdrachten_van_nu(traject).exists():
        return "De verklaring wordt of is al uitgegeven. Terughalen kan niet meer."
    return "" if reden.strip() else "Schrijf op waarom je het blad terughaalt."
