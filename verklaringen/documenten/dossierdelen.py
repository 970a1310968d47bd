"""Wat de voordracht, het diplomadossier en de concept-resultatenlijst delen.

Alleen bevestigde resultaten. Nooit erop: niveaus van aftekenen, BSN, verwijzer, uitkering.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, NotRequired, TypedDict

from trajecten.models import (
    Eindoordeel,
    Kwalificatie,
    Onderdeel,
    Plaatsing,
    Planregel,
    Resultaat,
    Traject,
    Vrijstellingsbesluit,
    Vrijstellingsverzoek,
)
from trajecten.rules import Onderdeelstand, geldig_schooloordeel, geldige_resultaten, standen
from trajecten.rules.slagen import JA, NEE, ONBEKEND, UITKOMSTEN, Toets, getal

from .resultaten import uitslag

# The labels on screen are sentences of the praktijkopleider; a table wants a word.
OORDELEN = {
    Eindoordeel.Oordeel.JA: "ja",
    Eindoordeel.Oordeel.NEE: "nee, nog niet",
    Eindoordeel.Oordeel.NIET_AANGEBODEN: "niet aangeboden",
}
NOG_GEEN_OORDEEL = "nog geen eindoordeel"
VOLDAAN = {JA: "ja", NEE: "nee", ONBEKEND: "niet te zeggen"}
BEROEPSVEREISTEN = (
    "Het portaal weet niet of er voor dit beroep wettelijke beroepsvereisten zijn. "
    "De school kijkt dat na in het kwalificatieregister."
)
Verleend = Vrijstellingsbesluit.Uitkomst


class Mens(TypedDict):
    """Officiële naam en geboorte, zoals in de BRP; leeg zolang de school ze nog niet vastlegde."""

    naam: str
    geboren_op: str
    geboren_te: str


class Opleiding(TypedDict):
    """`niveau` zoals het model van het diploma het drukt (RMD bijlage 1A)."""

    naam: str
    crebo: str
    dossier: str
    dossier_crebo: str
    niveau: str


class Werkproces(TypedDict):
    """Een werkproces met het laatste eindoordeel; `op` is de dag (ISO), leeg zonder oordeel."""

    code: str
    titel: str
    oordeel: str
    op: str


class Kerntaak(TypedDict):
    code: str
    titel: str
    werkprocessen: list[Werkproces]


class Plek(TypedDict):
    """Eén leerplek. `uren` in woorden: gemaakt, geschat of alleen gepland."""

    leerbedrijf: str
    plaats: str
    leerbedrijf_id: str
    begin: str
    eind: str
    uren: str
    kerntaken: NotRequired[list[Kerntaak]]  # the plan with its eindoordelen


class Oordeel(TypedDict):
    """Het oordeel van de school over de bpv (WEB 7.2.8 lid 3)."""

    uitkomst: str
    motivering: str
    op: str
    door: str


class Examenregel(TypedDict):
    """Eén resultaat: waarvan, wanneer, wat."""

    code: str
    naam: str
    op: str
    resultaat: str


class Toetsregel(TypedDict):
    regel: str
    voldaan: str
    zin: str
    bron: str


class Toetsblok(TypedDict):
    """De slagingsregels, regel voor regel met hun bron: een advies, geen besluit."""

    uitkomst: str
    regels: list[Toetsregel]
    opmerkingen: list[str]


def mens(traject: Traject) -> Mens:
    """De officiële gegevens; zonder die de naam die het portaal kent, zonder geboorte."""
    identiteit = traject.kandidaat.identiteit
    if identiteit is None:
        return Mens(naam=traject.kandidaat.naam, geboren_op="", geboren_te="")
    return Mens(
        naam=identiteit.naam,
        geboren_op=identiteit.geboortedatum.isoformat(),
        geboren_te=identiteit.geboren_te,
    )


def opleiding(kwalificatie: Kwalificatie) -> Opleiding:
    return Opleiding(
        naam=kwalificatie.naam,
        crebo=kwalificatie.crebo,
        dossier=kwalificatie.dossier.naam,
        dossier_crebo=kwalificatie.dossier.crebo,
        niveau=niveau(kwalificatie.niveau),
    )


def niveau(nummer: int) -> str:
    """mbo-2 (NLQF2/EQF2): van 1 tot en met 4 zijn de nummers gelijk (RMD bijlage 1A)."""
    return f"mbo-{nummer} (NLQF{nummer}/EQF{nummer})"


def plekken(traject: Traject, *, met_plan: bool = False) -> list[Plek]:
    """De leerplekken die tot stand kwamen, oudste eerst."""
    plaatsingen = Plaatsing.objects.geldig().filter(traject=traject)
    plaatsingen = plaatsingen.select_related("leerbedrijf").order_by("begin", "pk")
    return [_plek(plaatsing, met_plan) for plaatsing in plaatsingen]


def _plek(plaatsing: Plaatsing, met_plan: bool) -> Plek:
    gegevens, bedrijf = plaatsing.documentgegevens.last(), plaatsing.leerbedrijf
    plek = Plek(
        leerbedrijf=gegevens.leerbedrijf_naam if gegevens else bedrijf.naam,
        plaats=gegevens.vestigingsplaats if gegevens else bedrijf.plaats,
        leerbedrijf_id=gegevens.leerbedrijf_id if gegevens else bedrijf.leerbedrijf_id,
        begin=iso(plaatsing.begin),
        eind=iso(plaatsing.beeindigd_op or plaatsing.eind),
        uren=_uren(plaatsing, gegevens),
    )
    if met_plan:
        plek["kerntaken"] = onder_kerntaken(_planregels(plaatsing))
    return plek


def _uren(plaatsing: Plaatsing, gegevens) -> str:
    if gegevens:
        return f"{gegevens.uren} uren{' (geschat)' if gegevens.uren_geschat else ''}"
    return f"{plaatsing.uren_totaal} uren gepland" if plaatsing.uren_totaal else "niet vastgelegd"


def _planregels(plaatsing: Plaatsing) -> list[Planregel]:
    """Het geldige plan met zijn eindoordelen, extra werkprocessen achteraan."""
    regels = plaatsing.planregels.geldig().prefetch_related("eindoordelen")
    return sorted(regels, key=lambda regel: (regel.extra, regel.crebo * regel.extra))


def onder_kerntaken(regels: Iterable[Planregel]) -> list[Kerntaak]:
    """Planregels onder hun kerntaak, in de volgorde van het plan; van een extra de crebo erbij."""
    taken: dict[tuple[str, str], Kerntaak] = {}
    for regel in regels:
        titel = regel.kerntaak_titel + (f" (extra, crebo {regel.crebo})" if regel.extra else "")
        leeg = Kerntaak(code=regel.kerntaak_code, titel=titel, werkprocessen=[])
        taak = taken.setdefault((regel.crebo, regel.kerntaak_code), leeg)
        gezegd, op = oordeel(regel)
        taak["werkprocessen"].append(
            Werkproces(code=regel.code, titel=regel.titel, oordeel=gezegd, op=op)
        )
    return list(taken.values())


def oordeel(regel: Planregel) -> tuple[str, str]:
    """Het laatste eindoordeel over een planregel, en van welke dag (ISO, of leeg)."""
    laatste = regel.laatste_eindoordeel
    if laatste is None:
        return NOG_GEEN_OORDEEL, ""
    return OORDELEN[laatste.oordeel], iso(laatste.gebeurd_op)


def schooloordeel(traject: Traject) -> list[Oordeel]:
    """Het oordeel dat nu geldt; een lege lijst zolang de school niet oordeelde."""
    rij = geldig_schooloordeel(traject)
    if rij is None:
        return []
    uitkomst = rij.get_optie_display() if rij.positief else "De bpv is niet positief beoordeeld"
    return [
        Oordeel(
            uitkomst=uitkomst, motivering=rij.motivering, op=iso(rij.gebeurd_op), door=rij.van.naam
        )
    ]


def bevestigde_standen(traject: Traject) -> list[Onderdeelstand]:
    """Per onderdeel alle pogingen, zonder wat niet bevestigd is: dat wordt nooit gedrukt."""
    return standen(rij for rij in geldige_resultaten(traject) if rij.bevestigd)


def examenregels(gedaan: Iterable[Onderdeelstand], onderdeel: Onderdeel) -> list[Examenregel]:
    """Van elk onderdeel van deze soort de poging die telt."""
    return [examenregel(stand.telt) for stand in gedaan if stand.onderdeel == onderdeel]


def examenregel(rij: Resultaat) -> Examenregel:
    return Examenregel(code=rij.code, naam=rij.naam, op=iso(rij.gebeurd_op), resultaat=uitslag(rij))


def verleend(traject: Traject, onderdeel: Onderdeel) -> list[Vrijstellingsverzoek]:
    """De verleende vrijstellingen van dit onderdeel; wie deels kreeg staat er niet bij."""
    verzoeken = traject.vrijstellingsverzoeken.select_related("besluit")
    return list(verzoeken.filter(onderdeel=onderdeel, besluit__uitkomst=Verleend.VERLEEND))


def vrijgestelde_regel(verzoek: Vrijstellingsverzoek) -> Examenregel:
    """De vrijstelling op de plaats van het resultaat (EKB 3b)."""
    return Examenregel(
        code=verzoek.code,
        naam=verzoek.naam,
        op=iso(verzoek.besluit.gebeurd_op),
        resultaat=vrijstelling_in_woorden(verzoek.besluit),
    )


def vrijstelling_in_woorden(besluit: Vrijstellingsbesluit) -> str:
    """ "vrijstelling", met het eerdere cijfer of woord dat meetelt (EKB 3b lid 3)."""
    eerder = besluit.get_woord_display()
    if besluit.cijfer is not None:
        heel = besluit.cijfer == besluit.cijfer.to_integral_value()
        eerder = getal(besluit.cijfer, 0 if heel else 1)
    return f"vrijstelling ({eerder})" if eerder else "vrijstelling"


def toetsblok(toets: Toets) -> Toetsblok:
    return Toetsblok(
        uitkomst=UITKOMSTEN[toets.uitkomst],
        regels=[
            Toetsregel(
                regel=antwoord.regel,
                voldaan=VOLDAAN[antwoord.voldaan],
                zin=antwoord.zin,
                bron=antwoord.bron,
            )
            for antwoord in toets.antwoorden
        ],
        opmerkingen=list(toets.opmerkingen),
    )


def iso(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def kop(traject: Traject) -> dict[str, Any]:
    """Over wie, waarvoor en bij welke school dit werkdocument gaat."""
    return {
        "traject": traject.nummer,
        "mens": mens(traject),
        "opleiding": opleiding(traject.kwalificatie),
        "leerweg": traject.get_leerweg_display(),
        "instelling": traject.instelling.naam,
    }
