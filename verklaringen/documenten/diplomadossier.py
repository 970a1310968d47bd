"""Het overzicht van het diplomadossier: alle resultaten en besluiten van één kandidaat voor één
diploma, als werkdocument voor de school en haar examencommissie.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from trajecten.models import Besluit, Lidmaatschap, Onderdeel, Resultaat, Traject
from trajecten.models import Vrijstellingsverzoek as Verzoekrij
from trajecten.rules import Onderdeelstand
from trajecten.rules.slagen import Toets

from .dossierdelen import (
    Mens,
    Oordeel,
    Opleiding,
    Plek,
    Toetsblok,
    bevestigde_standen,
    iso,
    plekken,
    schooloordeel,
    toetsblok,
    vrijstelling_in_woorden,
)
from .dossierdelen import kop as kopgegevens
from .drukken import KOPREGEL, WERKDOCUMENT, drukken
from .resultaten import GENERIEK, LOOPBAAN_BURGERSCHAP, onderdeelnaam, uitslag

SJABLOONVERSIE = "diplomadossier-1"
TITEL = "Overzicht diplomadossier"
TELT = "telt"
GROEPEN = (
    ("Kerntaken", (Onderdeel.KERNTAAK,)),
    ("Nederlands, rekenen en Engels", GENERIEK),
    ("Loopbaan en burgerschap", LOOPBAAN_BURGERSCHAP),
    ("Keuzedelen", (Onderdeel.KEUZEDEEL,)),
    ("Examen van een mbo-certificaat", (Onderdeel.CERTIFICAATEXAMEN,)),
    ("Lessen, toetsen en andere resultaten",
     (Onderdeel.LES, Onderdeel.VOORTGANGSTOETS, Onderdeel.OVERIG)),
)  # fmt: skip


class Poging(TypedDict):
    """Eén poging; `telt` zegt of dit de poging is die meetelt."""

    op: str
    resultaat: str
    examenvorm: str
    beoordelaar: str
    telt: str


class Onderdeelblok(TypedDict):
    """Een onderdeel met al zijn pogingen, oudste eerst; `bij` zegt wat erbij hoort te weten."""

    code: str
    naam: str
    bij: str
    pogingen: list[Poging]


class Groep(TypedDict):
    kop: str
    onderdelen: list[Onderdeelblok]


class Vrijstelling(TypedDict):
    """Een verzoek met het besluit; zolang er geen is, zijn de velden ervan leeg."""

    naam: str
    gevraagd_op: str
    uitkomst: str
    motivering: str
    besloten: str
    op: str


class Commissiebesluit(TypedDict):
    """Een eerder besluit van de examencommissie over dit traject."""

    uitkomst: str
    reden: str
    besloten: str
    op: str


class Inhoud(TypedDict):
    """Dates are ISO; a group without results is not there."""

    titel: str
    traject: str
    mens: Mens
    opleiding: Opleiding
    leerweg: str
    instelling: str
    begin: str
    plekken: list[Plek]
    schooloordeel: list[Oordeel]
    groepen: list[Groep]
    vrijstellingen: list[Vrijstelling]
    besluiten: list[Commissiebesluit]
    toets: Toetsblok
    door: str
    op: str


def inhoud(traject: Traject, *, toets: Toets, door: Lidmaatschap, op: date) -> Inhoud:
    """Het dossier zoals het nu is: alleen bevestigde resultaten, alle pogingen, alle besluiten."""
    inschrijving = getattr(traject, "inschrijving", None)
    return Inhoud(
        titel=TITEL,
        **kopgegevens(traject),
        begin=iso(inschrijving and inschrijving.gebeurd_op),
        plekken=plekken(traject, met_plan=True),
        schooloordeel=schooloordeel(traject),
        groepen=_groepen(bevestigde_standen(traject)),
        vrijstellingen=_vrijstellingen(traject),
        besluiten=[_besluit(rij) for rij in traject.besluiten.all()],
        toets=toetsblok(toets),
        door=door.naam,
        op=iso(op),
    )


def drukwerk(inhoud: Inhoud, merk: str = ""):
    """Het werkdocument, met op elk blad dat het geen diploma is."""
    return drukken(
        "diplomadossier",
        kop=KOPREGEL,
        voet=f"{inhoud['titel']} · {inhoud['traject']} · {inhoud['mens']['naam']}",
        merk=merk or WERKDOCUMENT,
        b=inhoud,
        kopregel=KOPREGEL,
    )


def _groepen(gedaan: Iterable[Onderdeelstand]) -> list[Groep]:
    gedaan = list(gedaan)
    groepen = [
        Groep(kop=kop, onderdelen=[_blok(rij) for rij in gedaan if rij.onderdeel in soorten])
        for kop, soorten in GROEPEN
    ]
    return [groep for groep in groepen if groep["onderdelen"]]


def _blok(stand: Onderdeelstand) -> Onderdeelblok:
    return Onderdeelblok(
        code=stand.code,
        naam=onderdeelnaam(stand.telt),
        bij=_bij(stand.telt),
        pogingen=[_poging(rij, stand.telt) for rij in stand.pogingen],
    )


def _bij(rij: Resultaat) -> str:
    """Het niveau, de studielast van een keuzedeel, of waar een les of toets over ging."""
    uren = f"{rij.klokuren} klokuren" if rij.klokuren else ""
    mee = "" if rij.telt_mee else "telt niet mee voor de studielast"
    return ", ".join(filter(None, [rij.niveau, uren, mee, rij.inhoud]))


def _poging(rij: Resultaat, telt: Resultaat) -> Poging:
    return Poging(
        op=iso(rij.gebeurd_op),
        resultaat=uitslag(rij),
        examenvorm=rij.instrument,
        beoordelaar=rij.beoordelaar,
        telt=TELT if rij.pk == telt.pk else "",
    )


def _vrijstellingen(traject: Traject) -> list[Vrijstelling]:
    verzoeken = traject.vrijstellingsverzoeken.select_related("besluit").order_by("volgnummer")
    return [_vrijstelling(verzoek) for verzoek in verzoeken]


def _vrijstelling(verzoek: Verzoekrij) -> Vrijstelling:
    besluit = getattr(verzoek, "besluit", None)
    deel = f" ({verzoek.get_deel_display()})" if verzoek.deel else ""
    if besluit is None:
        uitkomst = "nog niet besloten"
    elif besluit.uitkomst == besluit.Uitkomst.VERLEEND:
        uitkomst = f"verleend: {vrijstelling_in_woorden(besluit)}"
    else:
        codes = f": {', '.join(besluit.werkprocessen)}" if besluit.werkprocessen else ""
        uitkomst = besluit.get_uitkomst_display().lower() + codes
    return Vrijstelling(
        naam=f"{verzoek.code} {verzoek.naam}".strip() + deel,
        gevraagd_op=iso(verzoek.gebeurd_op),
        uitkomst=uitkomst,
        motivering=besluit.motivering if besluit else "",
        besloten=f"{besluit.naam}, {besluit.functie}" if besluit else "",
        op=iso(besluit and besluit.gebeurd_op),
    )


def _besluit(rij: Besluit) -> Commissiebesluit:
    return Commissiebesluit(
        uitkomst=rij.get_uitkomst_display().lower(),
        reden=rij.reden,
        besloten=f"{rij.naam}, {rij.functie}",
        op=iso(rij.gebeurd_op),
    )
