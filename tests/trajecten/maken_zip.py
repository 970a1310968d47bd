"""A zip with running trajecten, as a school offers it."""

import csv
import io
import zipfile
from datetime import timedelta

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests import factories as f
from tests.trajecten import stappen
from trajecten import actions, models
from trajecten.imports.trajectkolommen import TABEL

VANDAAG = timezone.localdate()
BEGIN = VANDAAG - timedelta(days=80)
KOP = [kolom.naam for kolom in TABEL]


def dag(datum):
    return f"{datum:%d-%m-%Y}"


def pdf():
    """The bytes of a PDF of one empty page."""
    uit, nieuw = io.BytesIO(), pikepdf.new()
    nieuw.add_blank_page()
    nieuw.save(uit)
    return uit.getvalue()


PDF = pdf()


def omgeving(lid):
    """Assistent logistiek, a leerbedrijf for it, and a school that may issue it."""
    f.mag_uitgeven(lid.organisatie)
    f.gemeente()
    kwalificatie = stappen.kwalificatie()
    bedrijf = f.leerbedrijf("Werkbedrijf De Schakel", erkend_voor=(), leerbedrijf_id="100999501")
    models.Erkenning.objects.create(leerbedrijf=bedrijf, crebo="25743")
    stappen.uitvoerbaar(bedrijf)
    return kwalificatie, bedrijf


def rij(nummer=1, **anders):
    """A line that can be taken over, as {column: what stands in it}."""
    return {
        "studentnummer": f"S-{nummer}", "naam": "Ali Voorbeeld", "telefoon": "0612345678",
        "gemeente": "Deventer", "jonger_dan_18": "nee", "startkwalificatie": "nee",
        "wens": "Werken in een magazijn", "route": "praktijkverklaring",
        "leerweg": "derde leerweg", "route_reden": "Past bij Ali", "crebo": "25743",
        "werkprocessen": "B1-K1-W1 P1-K1-W1",
        "afgetekend": f"B1-K1-W1={dag(BEGIN + timedelta(days=30))}",
        "leerbedrijf_id": "100999501",
        "erkenning_gecontroleerd_op": dag(BEGIN - timedelta(days=10)),
        "praktijkopleider": "Johan Voorbeeld", "begin": dag(BEGIN),
        "eind": dag(VANDAAG + timedelta(days=60)), "uren_per_week": "24", "uren_totaal": "400",
        "ingeschreven_op": dag(BEGIN), "opgesteld_op": dag(BEGIN - timedelta(days=7)),
        "getekend_op": dag(BEGIN - timedelta(days=2)), "tekende_instelling": "Fatima Voorbeeld",
        "tekende_kandidaat": "Ali Voorbeeld", "tekende_leerbedrijf": "Johan Voorbeeld",
        "scan": f"{nummer}.pdf",
    } | anders  # fmt: skip


def tabel(*rijen, kop=KOP, teken=";"):
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, kop, delimiter=teken, restval="", extrasaction="ignore")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return uit.getvalue().encode()


def inpakken(*rijen, csv=None, scans=None, **bestanden):
    """The zip; without `scans` each line gets the scan that it names."""
    uit = io.BytesIO()
    if scans is None:
        scans = {een["scan"]: PDF for een in rijen}
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as bundel:
        bundel.writestr("trajecten.csv", tabel(*rijen) if csv is None else csv)
        for naam, inhoud in (scans | bestanden).items():
            bundel.writestr(naam, inhoud)
    return uit.getvalue()


def aanbieden(lid, *rijen, **zo):
    """Offered through the action: the Inlezing."""
    return actions.bestand_aanbieden(
        soort="trajecten", inhoud=inpakken(*rijen, **zo), naam="trajecten.zip", door=lid
    )


def insturen(client, speler, inhoud):
    """Offered through the page: the response."""
    bestand = SimpleUploadedFile("trajecten.zip", inhoud, "application/zip")
    velden = {"soort": "trajecten", "bestand": bestand}
    return speler.aanmelden(client).post(reverse("trajecten:inlezen"), velden)


def redenen(inlezing):
    return [regel["reden"] for regel in inlezing.stand["regels"]]


def uitkomsten(inlezing):
    return [regel["uitkomst"] for regel in inlezing.stand["regels"]]
