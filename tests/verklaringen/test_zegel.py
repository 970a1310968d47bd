"""The seal: what it takes, what it allows, and every way to tamper that it shows."""

import io
import subprocess
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
import time_machine

from trajecten import opslag
from verklaringen import actions, zegel
from verklaringen.models import Uitgifte, Uitgifteopdracht
from verklaringen.zegel import testzegel


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


@pytest.mark.parametrize("sleutelbestand", ["P-256", "RSA"], indirect=True)
def test_pdfsig_en_de_eigen_controle_keuren_elk_uitgegeven_document_goed(
    sleutelbestand, uitgegeven, tmp_path
):
    pad = tmp_path / "z.pdf"
    for uitgifte in Uitgifte.objects.all():
        pad.write_bytes(opslag.lezen(uitgifte.bestand))
        opdracht = ["pdfsig", "-nocert", str(pad)]
        gezegd = subprocess.run(opdracht, capture_output=True, text=True).stdout

        assert gezegd.count("Signature #") == 1
        assert "Signature is Valid." in gezegd
        assert "Total document signed" in gezegd
        assert "ETSI.CAdES.detached" in gezegd
        assert [oordeel(pad.read_bytes())] == list(zegel.eigen_certificaten())


def in_de_lijst(settings, tmp_path, *certificaten):
    settings.ZEGEL_CERTIFICATEN = str(tmp_path / "eigen.pem")
    (tmp_path / "eigen.pem").write_bytes(testzegel.als_pem(*certificaten))


@pytest.fixture
def oud(settings, tmp_path):
    """A key whose certificate ran from 2020 to 2022; it still stands in our list."""
    sleutel = testzegel.nieuwe_sleutel()
    rij = testzegel.certificaat(
        sleutel, vanaf=datetime(2020, 1, 1, tzinfo=UTC), tot=datetime(2022, 1, 1, tzinfo=UTC)
    )
    in_de_lijst(settings, tmp_path, testzegel.certificaat(testzegel.nieuwe_sleutel()), rij)
    return zegel.Sleutel(sleutel, rij)


def test_verlopen_certificaat_geldt_voor_wat_het_in_zijn_tijd_verzegelde(kaal, oud):
    with time_machine.travel(datetime(2021, 6, 1, tzinfo=UTC)):
        verzegeld = zegel.verzegelen(kaal, oud)

    assert oordeel(verzegeld) == zegel.vingerafdruk(oud.certificaat)


def test_verlopen_certificaat_geldt_niet_voor_wat_er_later_mee_is_verzegeld(kaal, oud):
    verzegeld = zegel.verzegelen(kaal, oud)

    assert oordeel(verzegeld) == "Het certificaat was niet geldig toen het zegel werd gezet."


def test_certificaat_uit_de_lijst_gehaald_geldt_nergens_meer_voor(kaal, oud, settings, tmp_path):
    with time_machine.travel(datetime(2021, 6, 1, tzinfo=UTC)):
        verzegeld = zegel.verzegelen(kaal, oud)

    in_de_lijst(settings, tmp_path, testzegel.certificaat(testzegel.nieuwe_sleutel()))

    assert oordeel(verzegeld) == "Het zegel is van iemand anders."


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


def verlopen(bestand, geleden=timedelta(days=1)):
    sleutel = testzegel.nieuwe_sleutel()
    tot = datetime.now(UTC) - geleden
    rij = testzegel.certificaat(sleutel, vanaf=tot - timedelta(days=9), tot=tot)
    testzegel.bewaren(bestand, sleutel, rij)


def verloopt_over_vijf_minuten(bestand):
    verlopen(bestand, geleden=-timedelta(minutes=5))


def vreemde_sleutel(bestand):
    bestand.write_bytes(b"geen pkcs12")


@pytest.mark.parametrize(
    ("maken", "reden"),
    [
        (lambda bestand: bestand.unlink(), "niet te lezen"),
        (verlopen, "verlopen op"),
        (verloopt_over_vijf_minuten, "verlopen op"),
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
    afdruk = oordeel(opslag.lezen(uitgifte.bestand))

    assert uitgifte.zegel == f"test-{afdruk[:15]}"
    assert Uitgifte.objects.count() == 2
