"""The passing rules of the diploma (EKB 15, 17, 17d; WEB 7.4.6 lid 2).

Wat hier nooit beter wordt: bij dezelfde onderdelen, vrijstellingen, schoolregels en eerste
studiejaar verlaagt een lager cijfer, of een lager woord van de schaal, de uitkomst of laat haar
gelijk, in de volgorde voldoet_niet, examencommissie, voldoet. Een cijfer door een woord vervangen
of een onderdeel weglaten is geen verlaging; daarover zegt dit niets.
"""

from datetime import date

from .cijfers import ZES, drempelgrenzen
from .gegevens import (
    DEELS,
    JA,
    NEE,
    ONBEKEND,
    POSITIEF,
    Antwoord,
    Diplomastand,
    Toets,
)
from .generiek import NIVEAU_4, generieke_antwoorden
from .keuzedelen import keuzedeelantwoorden
from .wegen import als, wegen, zeggen

NIEUWE_REGELS = date(2022, 8, 1)


def diploma_toetsen(stand: Diplomastand) -> Toets:
    """Of dit voldoet voor het diploma, regel voor regel; een advies aan de examencommissie."""
    cohort = _cohort(stand)
    if cohort.voldaan != JA:
        # Other rules hold for this cohort, so an answer by today's rules would mislead.
        return Toets((cohort,), stand.opmerkingen)
    antwoorden = (
        cohort,
        *_kerntaken(stand),
        *generieke_antwoorden(stand),
        *keuzedeelantwoorden(stand),
        _bpv(stand),
    )
    return Toets(antwoorden, stand.opmerkingen)


def _cohort(stand: Diplomastand) -> Antwoord:
    regel = "Eerste studiejaar"
    if stand.begin is None:
        zin = "De dag van inschrijving is niet bekend; daardoor weten we niet welke regels gelden."
        return Antwoord(regel, ONBEKEND, zin, "EKB 18c")
    dag = f"{stand.begin.day}-{stand.begin.month}-{stand.begin.year}"
    if stand.begin < NIEUWE_REGELS:
        zin = f"Begonnen op {dag}, voor 1-8-2022: daarvoor gelden andere regels."
        return Antwoord(regel, ONBEKEND, zin, "EKB 18c", dag)
    return Antwoord(regel, JA, f"Begonnen op {dag}: de regels van nu gelden.", "EKB 18c", dag)


def _kerntaken(stand: Diplomastand) -> list[Antwoord]:
    bron = {1: "EKB 17 lid 1 onder a", NIVEAU_4: "EKB 17 lid 3"}
    artikel = bron.get(stand.niveau, "EKB 17 lid 2 onder b")
    if not stand.kerntaken:
        zin = "Het portaal kent de kerntaken van deze kwalificatie niet."
        return [Antwoord("Kerntaken", ONBEKEND, zin, artikel)]
    tabel = dict(stand.regels.woordtabel)
    antwoorden = []
    for taak in stand.kerntaken:
        grens = drempelgrenzen(taak.waardering, tabel)
        voldaan = wegen([grens], lambda cijfers: als(cijfers[0] >= ZES))
        gezegd = zeggen(taak.waardering)
        zin = f"Kerntaak {taak.code}: {gezegd}."
        if voldaan != JA:
            zin = f"Kerntaak {taak.code} moet ten minste een 6 of voldoende zijn: {gezegd}."
        antwoorden.append(Antwoord(f"Kerntaak {taak.code}", voldaan, zin, artikel, gezegd))
    return antwoorden


def _bpv(stand: Diplomastand) -> Antwoord:
    zin = {
        POSITIEF: "De school beoordeelde de hele bpv positief.",
        DEELS: "De school beoordeelde maar een deel van de bpv positief.",
        "": "De school heeft nog niet over de bpv geoordeeld.",
    }.get(stand.bpv, "Het oordeel van de school over de bpv is niet positief.")
    voldaan = JA if stand.bpv == POSITIEF else NEE
    return Antwoord("Leren op het werk (bpv)", voldaan, zin, "WEB 7.4.6 lid 2", stand.bpv)
