"""What the controle page tells an employer of the seal: who set it, how to see it, or that there
is none.
"""

import hashlib
import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.verklaringen.lezer import lopende_tekst
from trajecten import opslag
from verklaringen.zegel import testzegel

pytestmark = pytest.mark.usefixtures("verse_remmen")

CODE = re.compile(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){3}-[0-9A-Z]{6}")


@pytest.fixture
def echte_sleutel(settings, tmp_path):
    """A certificate that somebody else vouches for, as in productie."""
    dienst, sleutel = testzegel.nieuwe_sleutel(), testzegel.nieuwe_sleutel()
    wortel = testzegel.certificaat(dienst, naam="Vertrouwensdienst Voorbeeld")
    rij = testzegel.certificaat(sleutel, naam="Roc Voorbeeld", door=(wortel, dienst))
    settings.ZEGEL_BESTAND = str(tmp_path / "echt.p12")
    testzegel.bewaren(tmp_path / "echt.p12", sleutel, rij, wachtwoord="geheim", keten=[wortel])
    settings.ZEGEL_WACHTWOORD = "geheim"
    return rij


def met_de_code(client, uitgifte):
    code = CODE.search(lopende_tekst(opslag.lezen(uitgifte.bestand)))[0]
    return client.post("/controleren/", {"code": code})


def met_het_bestand(client, uitgifte):
    return client.post("/controleren/", {"sha256": uitgifte.bestand_sha256})


@pytest.mark.parametrize("vragen", [met_de_code, met_het_bestand])
def test_testzegel_staat_er_groot_bij(client, sleutelbestand, uitgifte, vragen):
    response = vragen(client, uitgifte)

    assertContains(response, "<strong>TESTZEGEL</strong>")
    assertContains(response, "Het is geen echt bewijs.")
    assertContains(response, "met een zegel om te oefenen")
    assertContains(response, testzegel.NAAM)


def test_echt_zegel_noemt_wie_het_zette_en_hoe_u_dat_ziet(client, echte_sleutel, uitgifte):
    response = met_de_code(client, uitgifte)

    assertContains(response, "Dit bestand is verzegeld door <strong>Roc Voorbeeld</strong>.")
    assertContains(response, "Handtekeningen")
    assertContains(response, "Dan is het niet het originele bestand.")
    assertNotContains(response, "TESTZEGEL")


def test_zonder_zegel_staat_er_wat_dat_betekent(client, uitgifte):
    response = met_de_code(client, uitgifte)

    assertContains(response, "Op de PDF van dit document zit geen zegel.")
    assertNotContains(response, "verzegeld")


def test_ook_als_de_lijst_met_certificaten_weg_is_antwoordt_de_pagina(
    client, echte_sleutel, uitgifte, settings, tmp_path
):
    settings.ZEGEL_CERTIFICATEN = str(tmp_path / "weg.pem")

    response = met_de_code(client, uitgifte)

    assertContains(response, "Dit bestand is verzegeld.")


def test_bij_een_ander_bestand_staat_dat_het_zegel_weg_of_kapot_is(client, db):
    response = client.post("/controleren/", {"sha256": hashlib.sha256(b"x").hexdigest()})

    assertContains(response, "Het zegel op de PDF klopt dan niet meer, of is weg.")
