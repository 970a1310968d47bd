"""The employer holds the PDF: its hash says whether it is the file that was issued."""

import hashlib

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from trajecten import opslag
from trajecten.models import Logregel
from verklaringen.models import Raadpleging

pytestmark = pytest.mark.usefixtures("verse_remmen")

URL = "/controleren/"
NIET_ORIGINEEL = "Dit is niet het originele bestand."


@pytest.fixture
def pdf(uitgifte):
    return opslag.lezen(uitgifte.bestand)


def vragen(client, inhoud: bytes):
    return client.post(URL, {"sha256": hashlib.sha256(inhoud).hexdigest()})


def test_originele_bestand_krijgt_hetzelfde_antwoord_als_de_code(client, uitgifte, pdf):
    response = vragen(client, pdf)

    assertContains(response, "Dit document staat in ons register.")
    assertContains(response, "Dit is het originele bestand.")
    assertContains(response, "S••••• V••••••••")
    assertContains(response, uitgifte.nummer)
    for geheim in ("Samira", "1991", "Zwolle"):
        assertNotContains(response, geheim)


def test_een_ander_bestand_is_niet_het_origineel(client, pdf):
    response = vragen(client, pdf + b"\n")

    assertContains(response, NIET_ORIGINEEL)
    assertNotContains(response, "Dit document staat in ons register.")
    assert not Raadpleging.objects.exists()


@pytest.mark.parametrize("onzin", ["", "xyz", "A" * 64, "0" * 63, "0" * 5000])
def test_wat_geen_vingerafdruk_is_is_niet_het_origineel(client, db, onzin):
    assertContains(client.post(URL, {"sha256": onzin}), NIET_ORIGINEEL)


def test_ook_dit_kijken_telt(client, uitgifte, pdf):
    vragen(client, pdf)

    assert uitgifte.raadplegingen.get().vorm == "bestand"
    assert Logregel.objects.get(actie="controleren").bijzonderheden == {
        "vorm": "bestand",
        "antwoord": "geldig",
    }


def test_zelfde_rem_als_de_code(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"controleren": "2/m/ip"}
    client.post(URL, {"code": "onzin"})
    vragen(client, b"een")

    assert vragen(client, b"twee").status_code == 429
