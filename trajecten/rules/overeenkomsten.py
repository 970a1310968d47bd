"""The praktijkovereenkomst: draw up, sign and start. Source: WEB 7.2.8, 7.2.9."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from ..models import (
    Kwalificatie,
    Lidmaatschap,
    Partij,
    Plaatsing,
    Planregel,
    Praktijkovereenkomst,
    Rol,
    Status,
    Traject,
)
from .intake import is_coordinator_van
from .kwalificaties import bezwaar_tegen_kwalificatie
from .leerbedrijven import bezwaar_tegen_erkenning
from .plaatsingen import (
    bezwaar_tegen_erkenning_bij_start,
    lopende_plaatsing,
)
from .praktijkleerplan import bezwaar_tegen_gekozen_certificaat, bezwaar_tegen_uitgeven_door_school
from .stoppen import ALLEEN_COORDINATOR

VOORAF = timedelta(days=14)
NIET_OPGESTELD = "De overeenkomst is nog niet opgesteld."
PARTIJ_VAN_ROL = {
    Rol.COORDINATOR: Partij.INSTELLING,
    Rol.KANDIDAAT: Partij.KANDIDAAT,
    Rol.PRAKTIJKOPLEIDER: Partij.LEERBEDRIJF,
    Rol.LEERBEDRIJFBEHEERDER: Partij.LEERBEDRIJF,
}


@dataclass(frozen=True)
class Punt:
    """Eén regel van de lijst voor de start; zonder bezwaar is het klaar."""

    naam: str
    bezwaar: str
    url: str = ""  # where to mend it

    @property
    def klaar(self) -> bool:
        return not self.bezwaar


def geldige_overeenkomst(traject: Traject) -> Praktijkovereenkomst | None:
    """De overeenkomst van de lopende plaatsing die nu geldt of ter ondertekening ligt."""
    plaatsing = lopende_plaatsing(traject)
    if plaatsing is None:
        return None
    return plaatsing.overeenkomsten.filter(vervallen_op=None).first()


def bezwaar_tegen_opstellen(
    traject: Traject, lid: Lidmaatschap, opgesteld_op: date, vandaag: date, *, elders: bool = False
) -> str:
    """Plan, praktijkopleider, erkenning, inschrijving, en de tekst van de school."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if traject.status != Status.PLAN:
        return f"Dit traject is nu bij '{traject.get_status_display()}'. Daar kan dit niet."
    if opgesteld_op > vandaag:
        return "De dag van opstellen ligt in de toekomst. Kies vandaag of een eerdere dag."
    plaatsing = lopende_plaatsing(traject)
    return (
        bezwaar_tegen_plan(plaatsing, vandaag)
        or bezwaar_tegen_zonder_inschrijving(traject)
        or ("" if elders else bezwaar_tegen_lege_clausules(traject))
        or bezwaar_tegen_minderjarige(traject)
    )


def bezwaar_tegen_plan(plaatsing: Plaatsing | None, op: date) -> str:
    """Minstens een werkproces, een periode, een versie die op de start geldt, erkend."""
    if plaatsing is None:
        return "Kies eerst een leerbedrijf."
    if plaatsing.begin is None or plaatsing.eind is None:
        return "Vul eerst de opleiding en de periode in."
    regels = list(plaatsing.planregels.geldig())
    if not any(not regel.extra for regel in regels):
        return "Kies eerst de werkprocessen."
    if not plaatsing.begeleidingen.filter(Q(tot=None) | Q(tot__gte=plaatsing.begin)).exists():
        return "Noem eerst de praktijkopleider."
    for crebo in dict.fromkeys(regel.crebo for regel in regels):
        if bezwaar := bezwaar_tegen_erkenning(plaatsing.leerbedrijf, crebo, op):
            return bezwaar
    traject = plaatsing.traject
    return (
        bezwaar_tegen_versie(plaatsing, regels)
        or bezwaar_tegen_gekozen_certificaat(
            traject, traject.certificaat, traject.kwalificatie, plaatsing.begin
        )
        or bezwaar_tegen_uitgeven_door_school(traject, traject.kwalificatie.crebo, plaatsing.begin)
    )


def bezwaar_tegen_versie(plaatsing: Plaatsing, regels: list[Planregel]) -> str:
    """Elk werkproces komt uit de versie die op de startdatum geldt."""
    for regel in regels:
        if regel.certificaatwerkproces:
            if regel.certificaatwerkproces.certificaat_id != plaatsing.traject.certificaat_id:
                return f"{regel} is van een ander certificaat. Kies de werkprocessen opnieuw."
            continue
        kwalificatie = Kwalificatie.objects.get(
            crebo=regel.crebo, dossier=regel.werkproces.kerntaak.dossier_id
        )
        if bezwaar := bezwaar_tegen_kwalificatie(kwalificatie, plaatsing.begin):
            return bezwaar
        if regel.werkproces.vervallen_op or regel.werkproces.kerntaak.vervallen_op:
            return f"{regel} bestaat niet meer in het dossier. Haal dit uit het plan."
    return ""


def bezwaar_tegen_zonder_inschrijving(traject: Traject) -> str:
    """De kandidaat is ingeschreven."""
    if hasattr(traject, "inschrijving"):
        return ""
    return "Schrijf de kandidaat eerst in: het studentnummer en de datum ontbreken."


def bezwaar_tegen_lege_clausules(traject: Traject) -> str:
    """De afspraken in de overeenkomst zijn de eigen tekst van de instelling (WEB 7.2.8 lid 2)."""
    inrichting = getattr(traject.instelling, "inrichting", None)
    if inrichting and inrichting.clausules.strip():
        return ""
    return (
        f"{traject.instelling.naam} heeft nog geen eigen tekst voor de praktijkovereenkomst. "
        "Vraag beheer om die tekst, of leg een overeenkomst vast die elders getekend is."
    )


def bezwaar_tegen_minderjarige(traject: Traject) -> str:
    """Bij een minderjarige tekent de wettelijk vertegenwoordiger mee."""
    kandidaat = traject.kandidaat
    if kandidaat.jonger_dan_18 and not kandidaat.vertegenwoordiger_naam:
        return "De kandidaat is jonger dan 18. Vul bij de intake de naam van de ouder of voogd in."
    return ""


def partijen(overeenkomst: Praktijkovereenkomst) -> list[Partij]:
    """Wie moeten tekenen: de drie partijen, en de vertegenwoordiger van een minderjarige."""
    drie = [Partij.INSTELLING, Partij.KANDIDAAT, Partij.LEERBEDRIJF]
    return drie + [Partij.VERTEGENWOORDIGER] * overeenkomst.vertegenwoordiger_nodig


def ontbrekende_partijen(overeenkomst: Praktijkovereenkomst) -> list[Partij]:
    """De partijen die nog niet getekend hebben."""
    getekend = set(overeenkomst.ondertekeningen.values_list("partij", flat=True))
    return [partij for partij in partijen(overeenkomst) if partij not in getekend]


def bezwaar_tegen_tekenen_nu(overeenkomst: Praktijkovereenkomst) -> str:
    """Of er nu getekend kan worden, door wie dan ook."""
    if overeenkomst.vervallen_op:
        return (
            f"Deze versie is vervallen: {overeenkomst.vervallen_reden} Er komt een nieuwe versie."
        )
    if overeenkomst.plaatsing.traject.status != Status.POK_TER_ONDERTEKENING:
        return "Deze overeenkomst ligt nu niet ter ondertekening."
    return ""


def bezwaar_tegen_overeenkomst_ondertekenen(
    overeenkomst: Praktijkovereenkomst, lid: Lidmaatschap
) -> str:
    """Drie verschillende mensen tekenen, elk voor de eigen partij (WEB 7.2.9)."""
    if bezwaar := bezwaar_tegen_tekenen_nu(overeenkomst):
        return bezwaar
    if bezwaar := _bezwaar_tegen_ondertekenaar(overeenkomst, lid):
        return bezwaar
    anders = overeenkomst.ondertekeningen.exclude(partij=PARTIJ_VAN_ROL[lid.rol])
    if anders.filter(bron="portaal", door__gebruiker=lid.gebruiker_id).exists():
        return "Je hebt al voor een andere partij getekend. Elke partij is een ander persoon."
    return ""


def te_ondertekenen(lid: Lidmaatschap) -> list[Praktijkovereenkomst]:
    """De overeenkomsten die nu op de handtekening van dit lid in het portaal wachten."""
    wachten = Praktijkovereenkomst.objects.zichtbaar_voor(lid).filter(
        vervallen_op=None, plaatsing__traject__status=Status.POK_TER_ONDERTEKENING
    )
    wachten = wachten.exclude(ondertekeningen__partij=PARTIJ_VAN_ROL.get(lid.rol))
    wachten = wachten.select_related("plaatsing__traject__kandidaat")
    return [rij for rij in wachten if not bezwaar_tegen_overeenkomst_ondertekenen(rij, lid)]


def _bezwaar_tegen_ondertekenaar(overeenkomst: Praktijkovereenkomst, lid: Lidmaatschap) -> str:
    plaatsing = overeenkomst.plaatsing
    traject = plaatsing.traject
    namens = {
        Rol.COORDINATOR: lid.organisatie_id == traject.instelling_id,
        Rol.KANDIDAAT: lid.kandidaat_id == traject.kandidaat_id,
        Rol.LEERBEDRIJFBEHEERDER: lid.leerbedrijf_id == plaatsing.leerbedrijf_id,
        Rol.PRAKTIJKOPLEIDER: plaatsing.heeft_praktijkopleider(lid),
    }
    return "" if namens.get(lid.rol) else "Jij bent geen partij bij deze overeenkomst."


def bezwaar_tegen_overeenkomst_vastleggen(
    overeenkomst: Praktijkovereenkomst,
    lid: Lidmaatschap,
    namen: dict[str, str],
    getekend_op: date,
    vandaag: date,
) -> str:
    """De school legt getekend papier vast: wie tekende, wanneer, met de scan; namen verschillen."""
    if not is_coordinator_van(overeenkomst.plaatsing.traject, lid):
        return ALLEEN_COORDINATOR
    if bezwaar := bezwaar_tegen_tekenen_nu(overeenkomst):
        return bezwaar
    if not namen:
        return "Vul in wie getekend heeft."
    if vreemd := set(namen) - set(partijen(overeenkomst)):
        return f"{Partij(sorted(vreemd)[0]).label.capitalize()} hoeft hier niet te tekenen."
    if getekend_op > vandaag:
        return "De dag van tekenen ligt in de toekomst. Kies vandaag of een eerdere dag."
    if getekend_op < overeenkomst.opgesteld_op:
        return (
            f"De overeenkomst is opgesteld op {overeenkomst.opgesteld_op:%d-%m-%Y}. "
            "Kies die dag of een latere."
        )
    return bezwaar_tegen_zelfde_naam(overeenkomst, namen)


def bezwaar_tegen_zelfde_naam(overeenkomst: Praktijkovereenkomst, namen: dict[str, str]) -> str:
    """De partijen zijn verschillende mensen."""
    eerder: dict[str, str] = {}
    if overeenkomst.pk:
        eerder = dict(overeenkomst.ondertekeningen.values_list("partij", "naam"))
    alle = [naam.casefold() for naam in (eerder | namen).values()]
    if len(set(alle)) < len(alle):
        return "Twee partijen hebben dezelfde naam. Elke partij is een ander persoon."
    return ""


def bezwaar_tegen_laten_vervallen(
    overeenkomst: Praktijkovereenkomst, lid: Lidmaatschap, reden: str
) -> str:
    """Gewijzigde inhoud: terug naar het plan, alle handtekeningen vervallen, met een reden."""
    if not is_coordinator_van(overeenkomst.plaatsing.traject, lid):
        return ALLEEN_COORDINATOR
    if bezwaar := bezwaar_tegen_tekenen_nu(overeenkomst):
        return bezwaar
    return "" if reden.strip() else "Schrijf op wat er verandert. Wie al tekende leest dit."


def startlijst(traject: Traject, vandaag: date) -> list[Punt]:
    """Alles wat klaar moet zijn voor de start, in de volgorde van het werk."""
    plaatsing = lopende_plaatsing(traject)
    overeenkomst = geldige_overeenkomst(traject)
    punten = [
        Punt("Praktijkleerplan", bezwaar_tegen_plan(plaatsing, vandaag), "trajecten:plan"),
        Punt("Inschrijving", bezwaar_tegen_zonder_inschrijving(traject), "trajecten:inschrijven"),
    ]
    if overeenkomst is None:
        return [*punten, Punt("Overeenkomst", NIET_OPGESTELD, "trajecten:overeenkomst")]
    nog = ontbrekende_partijen(overeenkomst)
    for partij in partijen(overeenkomst):
        bezwaar = f"{partij.label.capitalize()} moet nog tekenen." if partij in nog else ""
        punten.append(Punt(f"Getekend door {partij.label}", bezwaar, "trajecten:overeenkomst"))
    crebos = dict.fromkeys(plaatsing.planregels.geldig().values_list("crebo", flat=True))
    for crebo in crebos:
        bezwaar = bezwaar_tegen_erkenning_bij_start(
            plaatsing.leerbedrijf, crebo, plaatsing.begin, vandaag
        )
        punten.append(
            Punt(f"Erkenning voor crebo {crebo}", bezwaar, "trajecten:erkenning_controleren")
        )
    return [*punten, Punt("Startdatum", bezwaar_tegen_startdatum(plaatsing, vandaag))]


def bezwaar_tegen_startdatum(plaatsing: Plaatsing, vandaag: date) -> str:
    """Starten kan vanaf twee weken voor de eerste dag, zodat het traject dan klaarstaat."""
    vanaf = plaatsing.begin - VOORAF
    if vandaag >= vanaf:
        return ""
    return f"De eerste dag is {plaatsing.begin:%d-%m-%Y}. Starten kan vanaf {vanaf:%d-%m-%Y}."


def bezwaar_tegen_starten(traject: Traject, lid: Lidmaatschap, vandaag: date) -> str:
    """Geen actief traject voordat drie partijen tekenden en de erkenning op de start klopt."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if traject.status != Status.POK_TER_ONDERTEKENING:
        return f"Dit traject is nu bij '{traject.get_status_display()}'. Starten kan nu niet."
    nog = [punt.bezwaar for punt in startlijst(traject, vandaag) if not punt.klaar]
    return f"Nog niet: {nog[0]}" if nog else ""
