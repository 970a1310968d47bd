"""The seal: what it takes, what it allows, and every way to tamper that it shows."""

import io
import subprocess
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest

from verklaringen import actions, zegel
from verklaringen.models import Uitgifte, Uitgifteopdracht
from verklaringen.zegel import testzegel


@pytest.fixture
def sleutelbestand(settings, tmp_path):
    """A P-256 test certificate, set as the seal of this portal."""
    settings.ZEGEL_BESTAND = str(tmp_path / "zegel.p12")
    testzegel.klaarzetten(tmp_path / "zegel.p12")
    return tmp_path / "zegel.p12"


@pytest.fixture
def verzegeld(sleutelbestand):
    uit = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(uit)
    return zegel.verzegelen(uit.getvalue(), zegel.paraat())


def oordeel(pdf):
    """The fingerprint, or the reason why this is not an original."""
    try:
        return zegel.nakijken(pdf, zegel.eigen_certificaten())
    except zegel.NietOrigineel as fout:
        return str(fout)


def opnieuw_bewaard(pdf):
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(uit)
    return uit.getvalue()


def test_eigen_zegel_wordt_herkend(verzegeld):
    assert [oordeel(verzegeld)] == list(zegel.eigen_certificaten())


def test_pdfsig_keurt_het_zegel_goed(verzegeld, tmp_path):
    (tmp_path / "z.pdf").write_bytes(verzegeld)
    opdracht = ["pdfsig", "-nocert", str(tmp_path / "z.pdf")]
    gezegd = subprocess.run(opdracht, capture_output=True, text=True).stdout

    assert "Signature is Valid." in gezegd
    assert "Total document signed" in gezegd


@pytest.mark.parametrize(
    ("knoeien", "reden"),
    [
        (lambda pdf: pdf + b"\n% erbij", "Het zegel gaat niet over het hele bestand."),
        (lambda pdf: pdf.replace(b"/MediaBox", b"/MediaBoy", 1), None),
        (opnieuw_bewaard, None),
    ],
)
def test_geknoei_is_niet_origineel(verzegeld, knoeien, reden):
    gezegd = oordeel(knoeien(verzegeld))

    assert gezegd not in zegel.eigen_certificaten()
    assert reden in (None, gezegd)


def test_zegel_van_een_ander_is_niet_origineel(verzegeld, settings, tmp_path):
    settings.ZEGEL_BESTAND = str(tmp_path / "ander.p12")
    testzegel.klaarzetten(tmp_path / "ander.p12")

    assert oordeel(verzegeld) == "Het zegel is van iemand anders."


def verlopen(bestand):
    sleutel = testzegel.nieuwe_sleutel()
    gisteren = datetime.now(UTC) - timedelta(days=1)
    vanaf = gisteren - timedelta(days=9)
    rij = testzegel.certificaat(sleutel, vanaf=vanaf, tot=gisteren)
    testzegel.bewaren(bestand, sleutel, rij)


def vreemde_sleutel(bestand):
    bestand.write_bytes(b"geen pkcs12")


@pytest.mark.parametrize(
    ("maken", "reden"),
    [
        (lambda bestand: bestand.unlink(), "niet te lezen"),
        (verlopen, "verlopen op"),
        (vreemde_sleutel, "het wachtwoord past niet"),
    ],
)
def test_zonder_goede_sleutel_wacht_de_opdracht(opdrachten, renderer, sleutelbestand, maken, reden):
    maken(sleutelbestand)

    opdracht = actions.pakken(Uitgifteopdracht)
    actions.opdracht_uitvoeren(opdracht, renderer)

    opdracht.refresh_from_db()
    assert (opdracht.staat, opdracht.nummer, opdracht.pogingen) == ("vastgesteld", None, 0)
    assert opdracht.fout.startswith("Er is geen geldig zegel: ")
    assert reden in opdracht.fout


def test_uitgegeven_document_draagt_het_zegel(sleutelbestand, uitgifte):
    from trajecten import opslag

    afdruk = oordeel(opslag.lezen(uitgifte.bestand))

    assert uitgifte.zegel == f"test-{afdruk[:15]}"
    assert Uitgifte.objects.count() == 2
