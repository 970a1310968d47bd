"""The columns of a file with running trajecten: for the reader, the page and the template."""

from dataclasses import dataclass

from ..models import Partij

PARTIJEN = (Partij.INSTELLING, Partij.KANDIDAAT, Partij.LEERBEDRIJF, Partij.VERTEGENWOORDIGER)


@dataclass(frozen=True)
class Kolom:
    """Eén kolom: wat erin komt, een voorbeeld, en of hij in elk bestand moet staan."""

    naam: str
    uitleg: str
    voorbeeld: str = ""
    nodig: bool = True


TABEL = (
    Kolom("studentnummer", "Uit de administratie van de school. Nooit het BSN.", "S-1001"),
    Kolom("naam", "Van de kandidaat.", "Ali Voorbeeld"),
    Kolom("telefoon", "10 cijfers. In Excel: maak van de kolom tekst.", "0612345678"),
    Kolom("email", "Mag leeg.", "ali@voorbeeld.example", nodig=False),
    Kolom("taal", "Die de kandidaat het liefst spreekt. Leeg is Nederlands.", "Turks", nodig=False),
    Kolom("gemeente", "Naam van de gemeente.", "Deventer"),
    Kolom(
        "geboortedatum",
        "Mag leeg. Alleen om te zien of iemand er al staat; we bewaren hem niet.",
        nodig=False,
    ),
    Kolom("jonger_dan_18", "ja of nee", "nee"),
    Kolom("startkwalificatie", "ja of nee: havo, vwo of mbo niveau 2 of hoger.", "nee"),
    Kolom("wens", "Wat wil de kandidaat leren?", "Werken in een magazijn"),
    Kolom("route", "praktijkverklaring, mbo-certificaat of diploma", "praktijkverklaring"),
    Kolom("leerweg", "bol, bbl of derde leerweg", "derde leerweg"),
    Kolom("route_reden", "Waarom deze route?", "Past bij wat Ali kan"),
    Kolom("crebo", "5 cijfers, van de opleiding.", "25743"),
    Kolom("certificaat", "Alleen bij de route mbo-certificaat: C en 4 cijfers.", nodig=False),
    Kolom(
        "werkprocessen",
        "Codes uit de overeenkomst, met een spatie of komma ertussen.",
        "B1-K1-W1 B1-K1-W2 P1-K1-W1",
    ),
    Kolom(
        "afgetekend",
        "Wat de kandidaat al zelfstandig kan: code en dag. Mag leeg.",
        "B1-K1-W1=12-03-2026",
        nodig=False,
    ),
    Kolom("leerbedrijf_id", "9 cijfers. Staat op de overeenkomst.", "100999001"),
    Kolom(
        "erkenning_gecontroleerd_op",
        "De dag waarop de school bij SBB keek: vóór de start, hooguit 90 dagen. "
        "Mag leeg als die controle hier al vastligt.",
        "12-01-2026",
        nodig=False,
    ),
    Kolom("praktijkopleider", "Naam.", "Johan Voorbeeld"),
    Kolom("praktijkopleider_email", "Mag leeg.", "johan@schakel.example", nodig=False),
    Kolom("praktijkopleider_telefoon", "Mag leeg.", nodig=False),
    Kolom("begin", "Eerste dag bij het leerbedrijf.", "02-02-2026"),
    Kolom("eind", "Laatste dag volgens de overeenkomst.", "31-07-2026"),
    Kolom("uren_per_week", "Heel getal.", "24"),
    Kolom("uren_totaal", "Heel getal.", "560"),
    Kolom("ingeschreven_op", "Dag van inschrijving bij de school.", "26-01-2026"),
    Kolom("opgesteld_op", "Dag waarop de overeenkomst is opgesteld.", "19-01-2026"),
    Kolom("getekend_op", "Dag waarop de laatste tekende.", "26-01-2026"),
    Kolom("tekende_instelling", "Naam van wie tekende voor de school.", "Fatima Voorbeeld"),
    Kolom("tekende_kandidaat", "Naam van de kandidaat die tekende.", "Ali Voorbeeld"),
    Kolom("tekende_leerbedrijf", "Naam van wie tekende voor het bedrijf.", "Johan Voorbeeld"),
    Kolom("tekende_vertegenwoordiger", "Ouder of voogd, bij jonger dan 18.", nodig=False),
    Kolom("scan", "Naam van de scan van de getekende overeenkomst, in de zip.", "ali.pdf"),
)
REDEN = "reden"  # the file with refused lines has it, and may be offered again as it is
VERPLICHT = tuple(kolom.naam for kolom in TABEL if kolom.nodig)
KOLOMMEN = (*(kolom.naam for kolom in TABEL), REDEN)
