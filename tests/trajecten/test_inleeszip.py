"""A zip that is not what it should be is refused as a whole, with a sentence of its own."""

import io
import os
import stat
import zipfile

import pytest

from tests.trajecten.maken_zip import PDF, inpakken, insturen, rij, tabel
from tests.trajecten.stappen import tekst
from trajecten import models, opslag
from trajecten.forms import inlezen
from trajecten.imports import zips
from trajecten.models import Inlezing, Traject

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


def _zip(**bestanden):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as bundel:
        for naam, inhoud in bestanden.items():
            bundel.writestr(naam, inhoud)
    return uit.getvalue()


def _snelkoppeling():
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as bundel:
        deel = zipfile.ZipInfo("1.pdf")
        deel.external_attr = (stat.S_IFLNK | 0o777) << 16
        bundel.writestr("t.csv", "a")
        bundel.writestr(deel, "/etc/passwd")
    return uit.getvalue()


def _met_wachtwoord():
    ruw = bytearray(_zip(**{"t.csv": "a", "1.pdf": "b"}))
    plek = ruw.rfind(b"PK\x01\x02")
    ruw[plek + 8] |= 1
    return bytes(ruw)


def _onbekend_ingepakt():
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_LZMA) as bundel:
        bundel.writestr("t.csv", "a")
    return uit.getvalue()


def _twee_keer():
    return _zip(**{"t.csv": "a", "1.pdf": "b", "1.PDF": "c"})


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"geen zip", "Dit is geen zip, of hij is beschadigd."),
        (_zip(**{"t.csv": "a"})[:-30], "Dit is geen zip, of hij is beschadigd."),
        (_zip(**{"1.pdf": PDF}), "In de zip zit geen CSV-bestand."),
        (_zip(**{"a.csv": "a", "b.csv": "b"}), "In de zip zitten 2 CSV-bestanden."),
        (_zip(**{"t.csv": "a", "../1.pdf": PDF}), "../1.pdf wijst naar een plek buiten de zip."),
        (_zip(**{"t.csv": "a", "/1.pdf": PDF}), "/1.pdf wijst naar een plek buiten de zip."),
        (_zip(**{"t.csv": "a", "C:\\1.pdf": PDF}), "wijst naar een plek buiten de zip."),
        (_snelkoppeling(), "1.pdf is een snelkoppeling."),
        (_met_wachtwoord(), "Er zit een wachtwoord op deze zip."),
        (_onbekend_ingepakt(), "t.csv is op een manier ingepakt die we niet kennen."),
        (_twee_keer(), "1.PDF zit twee keer in de zip."),
        (_zip(**{"t.csv": "a", "b.zip": _zip(a="b")}), "b.zip is zelf een zip."),
        (_zip(**{"t.csv": "a", "b.pdf": _zip(a="b")}), "b.pdf is zelf een zip."),
        (_zip(**{"t.xlsx": "a"}), "t.xlsx is geen CSV."),
        (_zip(**{"[Content_Types].xml": "a"}), "Dit is een bestand van Excel of Word."),
        (_zip(**{"t.csv": "a", "b.docx": "b"}), "b.docx kan niet in de zip."),
        (_zip(**{"t.csv": "a", "b.svg": "b"}), "b.svg kan niet in de zip."),
        (_zip(**{"t.csv": "a\0b"}), "Dit is geen CSV-bestand."),
        (_zip(**{"t.csv": "a" * (zips.CSV_MAX + 1)}), "t.csv is te groot. Het mag 2 MB zijn."),
        (
            _zip(**{"t.csv": "a", "1.pdf": b"0" * 5_000_000}),
            "1.pdf wordt bij het uitpakken veel",
        ),
        (
            _zip(**{"t.csv": "a", "1.pdf": b"0" * (zips.SCAN_MAX + 1)}),
            "1.pdf is te groot. Het mag 10 MB zijn.",
        ),
        (
            _zip(**{"t.csv": "a"} | {f"{n}.pdf": "b" for n in range(zips.INHOUD_MAX)}),
            f"In deze zip zitten {zips.INHOUD_MAX + 1} bestanden.",
        ),
        (_zip(**{"t.csv": tabel(*(rij(n) for n in range(101)))}), "meer dan 100 regels"),
    ],
)
def test_zip_die_niet_kan_wordt_met_uitleg_geweigerd(client, fatima, inhoud, reden):
    antwoord = insturen(client, fatima, inhoud)

    assert antwoord.status_code == 422
    assert reden in tekst(antwoord)
    assert not Inlezing.objects.exists()
    assert not models.Bestand.objects.exists()


def test_te_veel_bij_elkaar_wordt_geweigerd(client, fatima, monkeypatch):
    monkeypatch.setattr(zips, "UITGEPAKT_MAX", 2000)

    antwoord = insturen(client, fatima, _zip(**{"t.csv": "a", "1.pdf": "b" * 2001}))

    assert "Uitgepakt is deze zip groter dan" in tekst(antwoord)


def test_te_grote_upload_wordt_geweigerd_voor_er_gelezen_wordt(client, fatima, monkeypatch):
    monkeypatch.setattr(inlezen, "ZIP_MAX", 100)

    assert "Dit bestand is te groot" in tekst(insturen(client, fatima, inpakken(rij(1))))


def test_zip_die_over_de_grootte_liegt_komt_niet_verder(client, fatima):
    ruw = bytearray(inpakken(rij(1)))
    plek = ruw.rfind(b"PK\x01\x02")
    ruw[plek + 24 : plek + 28] = (10).to_bytes(4, "little")  # the uncompressed size

    pad = insturen(client, fatima, bytes(ruw))

    assert "beschadigd" in tekst(pad if pad.status_code == 422 else client.get(pad["Location"]))
    assert not Traject.objects.exists()


def test_grote_zip_wordt_van_schijf_gelezen_en_heel_bewaard(client, fatima, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    inhoud = inpakken(rij(1), scans={"1.pdf": PDF, "2.pdf": os.urandom(200_000)})

    antwoord = insturen(client, fatima, inhoud)

    bestand = models.Bestand.objects.get()
    assert antwoord.status_code == 302
    assert (bestand.grootte, bestand.mimetype) == (len(inhoud), "application/zip")
    assert opslag.lezen(bestand) == inhoud
