"""Exemptions: who may ask for what, and what the examencommissie may decide. Source: EKB 3b."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from ..models import (
    GEEINDIGD,
    GENERIEK,
    Bron,
    EerderExamen,
    Keuzedeel,
    Lidmaatschap,
    Onderdeel,
    Rol,
    Route,
    Status,
    Traject,
    Vrijstellingsbesluit,
    Vrijstellingsverzoek,
)
from .intake import is_coordinator_van

Uitkomst = Vrijstellingsbesluit.Uitkomst
GEEN_VRIJSTELLING_MEER = (*GEEINDIGD, Status.AANGEMELD, Status.UITGEREIKT, Status.NAZORG)
COMMISSIE_VAN_BEROEP = (
    "De kandidaat kan tegen dit besluit in beroep gaan bij de commissie van beroep voor de examens "
    "van de school (WEB 7.5.1)."
)


@dataclass(frozen=True)
class Vrijstelbaar:
    """Eén examenonderdeel waar om vrijstelling gevraagd kan worden."""

    onderdeel: str
    code: str
    naam: str

    @property
    def sleutel(self) -> str:
        return f"{self.onderdeel}:{self.code}"

    @property
    def label(self) -> str:
        return f"{self.code} {self.naam}".strip()


def vrijstelbare_onderdelen(traject: Traject) -> list[Vrijstelbaar]:
    """De examenonderdelen van deze opleiding; Engels alleen bij niveau 4 (EKB 15, 17)."""
    kwalificatie = traject.kwalificatie
    if kwalificatie is None:
        return []
    if traject.route == Route.CERTIFICAAT:
        certificaat = traject.certificaat
        if certificaat is None:
            return []
        naam = f"Examen van {certificaat.naam}"
        return [Vrijstelbaar(Onderdeel.CERTIFICAATEXAMEN, certificaat.code, naam)]
    kerntaken = [
        Vrijstelbaar(Onderdeel.KERNTAAK, kerntaak.code, kerntaak.titel)
        for kerntaak in kwalificatie.kerntaken()
    ]
    algemeen = [Onderdeel.NEDERLANDS, Onderdeel.REKENEN]
    algemeen += [Onderdeel.ENGELS] if kwalificatie.niveau == 4 else []
    algemeen += [Onderdeel.LOOPBAAN, Onderdeel.BURGERSCHAP]
    return [
        *kerntaken,
        *(Vrijstelbaar(vak, "", Onderdeel(vak).label.capitalize()) for vak in algemeen),
        Vrijstelbaar(Onderdeel.KEUZEDEEL, "", "Een keuzedeel"),
    ]


def keuzedeel_met_code(code: str) -> Keuzedeel | None:
    """Het keuzedeel met deze code, of None als het portaal het niet kent."""
    return Keuzedeel.objects.filter(code=code.strip().upper()).first()


def bezwaar_tegen_vrijstelling_vragen(traject: Traject, lid: Lidmaatschap) -> str:
    """De kandidaat vraagt; de mbo-coördinator mag het verzoek opschrijven (EKB 3b lid 1)."""
    is_kandidaat = lid.rol == Rol.KANDIDAAT and lid.kandidaat_id == traject.kandidaat_id
    if not (is_kandidaat or is_coordinator_van(traject, lid)):
        return "Alleen de kandidaat of de mbo-coördinator van de school vraagt om een vrijstelling."
    if traject.route == Route.PRAKTIJKVERKLARING:
        return "Bij een praktijkverklaring is er geen examen. Een vrijstelling is dan niet nodig."
    if traject.status in GEEN_VRIJSTELLING_MEER:
        return "Vragen om een vrijstelling kan van de intake tot het document is gegeven."
    if traject.kwalificatie is None:
        return "Kies eerst de opleiding. Daarna is duidelijk welke examens erbij horen."
    if traject.route == Route.CERTIFICAAT and traject.certificaat is None:
        return "Kies eerst het mbo-certificaat. Daarna is duidelijk welk examen erbij hoort."
    return ""


def bezwaar_tegen_inhoud_verzoek(
    traject: Traject,
    *,
    onderdeel: str,
    code: str,
    deel: str,
    eerder_examen: str,
    zelfde_niveau: bool | None,
    gebeurd_op: date,
) -> str:
    """Nederlands, rekenen, Engels: alleen na een examen van minstens dat niveau (EKB 3b lid 5)."""
    if bezwaar := bezwaar_zonder_eerder_examen(onderdeel, eerder_examen, zelfde_niveau):
        return bezwaar
    if gebeurd_op > timezone.localdate():
        return "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."
    zelfde = traject.vrijstellingsverzoeken.filter(onderdeel=onderdeel, code=code, deel=deel)
    if zelfde.open().exists():
        return "Dit verzoek ligt er al. De examencommissie besluit er nog over."
    if zelfde.filter(besluit__uitkomst=Uitkomst.VERLEEND).exists():
        return "Voor dit onderdeel is al een vrijstelling verleend."
    return ""


def vraagt_eerder_examen(onderdeel: str) -> bool:
    """Nederlands, rekenen en Engels."""
    return onderdeel in GENERIEK


def bezwaar_zonder_eerder_examen(
    onderdeel: str, eerder_examen: str | None, zelfde_niveau: bool | None
) -> str:
    """Waarom dit vak geen vrijstelling kan krijgen (EKB 3b lid 5); leeg als het kan."""
    elders = eerder_examen in (EerderExamen.MBO, EerderExamen.HAVO_VWO)
    if not vraagt_eerder_examen(onderdeel) or elders and zelfde_niveau:
        return ""
    return (
        f"Voor {Onderdeel(onderdeel).label} kan een vrijstelling alleen na een examen van minstens "
        "hetzelfde niveau: in een andere mbo-opleiding, op een andere mbo-school, of op havo of "
        "vwo. Ervaring, een EVC-rapport of een praktijkverklaring is niet genoeg (EKB 3b lid 5)."
    )


def bezwaar_tegen_bewijs_toevoegen(verzoek: Vrijstellingsverzoek, lid: Lidmaatschap) -> str:
    """Bewijs komt van de kandidaat of van de school, tot er een besluit is."""
    traject = verzoek.traject
    is_kandidaat = lid.rol == Rol.KANDIDAAT and lid.kandidaat_id == traject.kandidaat_id
    if not (is_kandidaat or is_coordinator_van(traject, lid)):
        return "Alleen de kandidaat of de mbo-coördinator van de school voegt bewijs toe."
    if hasattr(verzoek, "besluit"):
        return "De examencommissie heeft al besloten. Vraag opnieuw als er nieuw bewijs is."
    return ""


def bezwaar_tegen_vrijstelling_besluiten(
    verzoek: Vrijstellingsverzoek, lid: Lidmaatschap, bron: str = Bron.PORTAAL
) -> str:
    """Alleen de examencommissie, met bewijs erbij; de school legt een getekend besluit vast."""
    traject = verzoek.traject
    van_commissie = lid.rol == Rol.EXAMENCOMMISSIE and lid.organisatie_id == traject.instelling_id
    if not (van_commissie or bron == Bron.PAPIER and is_coordinator_van(traject, lid)):
        return "Alleen de examencommissie van de school besluit over een vrijstelling."
    if hasattr(verzoek, "besluit"):
        return "De examencommissie heeft al over dit verzoek besloten."
    if traject.status in GEEN_VRIJSTELLING_MEER:
        return "Dit traject is klaar of gestopt. Een besluit over dit verzoek is niet meer nodig."
    if not verzoek.bewijzen.exists():
        return "Er is nog geen bewijs bij dit verzoek. De school of de kandidaat voegt dat toe."
    return ""


def bezwaar_tegen_vrijstellingsbesluit(
    verzoek: Vrijstellingsverzoek,
    *,
    uitkomst: str,
    motivering: str,
    cijfer: Decimal | None,
    woord: str,
    werkprocessen: list[str],
    gebeurd_op: date,
) -> str:
    """De inhoud van het besluit; het eerdere cijfer telt mee in de uitslag (EKB 3b lid 3)."""
    if not motivering.strip():
        return "Schrijf op waarom de examencommissie dit besluit neemt."
    if gebeurd_op < verzoek.gebeurd_op or gebeurd_op > timezone.localdate():
        return f"Kies een dag vanaf het verzoek ({verzoek.gebeurd_op:%d-%m-%Y}) tot en met vandaag."
    if cijfer is not None and woord:
        return "Vul het eerdere cijfer in of het eerdere woord, niet allebei."
    if uitkomst == Uitkomst.AFGEWEZEN:
        over = cijfer is not None or woord or werkprocessen
        return "Bij een afwijzing hoort geen cijfer en geen werkproces." if over else ""
    return _bezwaar_tegen_verlenen(verzoek, uitkomst, cijfer is not None or woord, werkprocessen)


def _bezwaar_tegen_verlenen(verzoek, uitkomst, heeft_cijfer, werkprocessen) -> str:
    if verzoek.onderdeel in GENERIEK:
        if bezwaar := bezwaar_zonder_eerder_examen(verzoek.onderdeel, verzoek.eerder_examen, True):
            return bezwaar
        if not heeft_cijfer:
            return "Vul het eerdere cijfer of woord in: het telt mee in de uitslag (EKB 3b lid 3)."
    alle = werkprocescodes(verzoek)
    if uitkomst == Uitkomst.DEELS and alle:
        if not werkprocessen:
            return "Kies voor welke werkprocessen de vrijstelling wel geldt."
        if set(werkprocessen) == set(alle):
            return "Je koos alle werkprocessen. Kies dan voor verleend."
    if uitkomst == Uitkomst.VERLEEND and werkprocessen:
        return "Verleend geldt voor het hele onderdeel. Kies deels, of geen werkprocessen."
    return ""


def werkprocessen_van(verzoek: Vrijstellingsverzoek):
    """De werkprocessen onder de kerntaak waar het verzoek over gaat; anders geen."""
    traject = verzoek.traject
    if verzoek.onderdeel != Onderdeel.KERNTAAK or traject.kwalificatie is None:
        return []
    return list(traject.kwalificatie.werkprocessen().filter(kerntaak__code=verzoek.code))


def werkprocescodes(verzoek: Vrijstellingsverzoek) -> list[str]:
    return [proces.code for proces in werkprocessen_van(verzoek)]


def vrijgestelde_codes(traject: Traject) -> dict[str, str]:
    """Per code van een kerntaak of werkproces: "vrijgesteld" of "deels vrijgesteld".

    Alleen besloten vrijstellingen tellen; wie niet gevraagd of nog niet besloten is, heeft niets.
    """
    codes: dict[str, str] = {}
    besluiten = Vrijstellingsbesluit.objects.filter(
        verzoek__traject=traject, verzoek__onderdeel=Onderdeel.KERNTAAK, verzoek__deel=""
    ).exclude(uitkomst=Uitkomst.AFGEWEZEN)
    for besluit in besluiten.select_related("verzoek__traject__kwalificatie"):
        verzoek = besluit.verzoek
        geheel = besluit.uitkomst == Uitkomst.VERLEEND
        codes[verzoek.code] = "vrijgesteld" if geheel else "deels vrijgesteld"
        gedekt = werkprocescodes(verzoek) if geheel else besluit.werkprocessen
        codes |= dict.fromkeys(gedekt, "vrijgesteld")
    return codes
