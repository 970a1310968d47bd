"""The step-up: a fresh code before what cannot be taken back."""

import pytest
import time_machine
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests.portal.test_inloggen import code_uit_de_mail
from trajecten.models import Bericht

pytestmark = pytest.mark.usefixtures("verse_remmen")

PAGINA = "/leden/uitnodigen/"
BEVESTIGEN = "/bevestigen/?next=%2Fleden%2Fuitnodigen%2F"


def test_zonder_verse_code_vraagt_de_pagina_er_een(client, fatima):
    fatima.aanmelden(client, met_code=False)

    assertRedirects(client.get(PAGINA), BEVESTIGEN)
    assertRedirects(client.post(PAGINA), BEVESTIGEN)


def test_met_een_code_kom_je_terug_op_de_pagina(client, fatima):
    fatima.aanmelden(client, met_code=False)
    eerst = client.session.session_key
    client.post("/bevestigen/", {"next": PAGINA, "sturen": "ja"})

    response = client.post("/bevestigen/", {"next": PAGINA, "code": code_uit_de_mail()})

    assertRedirects(response, PAGINA)
    assert client.session.session_key != eerst


def test_kijken_stuurt_geen_code(client, fatima):
    fatima.aanmelden(client, met_code=False)

    client.get(BEVESTIGEN)

    assert not Bericht.objects.exists()


def test_een_foute_code_zegt_het_bij_het_veld(client, fatima):
    fatima.aanmelden(client, met_code=False)
    client.post("/bevestigen/", {"next": PAGINA, "sturen": "ja"})

    response = client.post("/bevestigen/", {"next": PAGINA, "code": "12"})

    assertContains(response, "Deze code klopt niet", status_code=422)


def test_na_vijf_foute_codes_werkt_ook_de_goede_niet_meer(client, fatima):
    fatima.aanmelden(client, met_code=False)
    client.post("/bevestigen/", {"next": PAGINA, "sturen": "ja"})
    for _ in range(5):
        client.post("/bevestigen/", {"next": PAGINA, "code": "x"})

    response = client.post("/bevestigen/", {"next": PAGINA, "code": code_uit_de_mail()})

    assert response.status_code == 422


def test_een_code_werkt_een_keer(client, fatima):
    fatima.aanmelden(client, met_code=False)
    client.post("/bevestigen/", {"next": PAGINA, "sturen": "ja"})
    goed = {"next": PAGINA, "code": code_uit_de_mail()}
    client.post("/bevestigen/", goed)

    assert client.post("/bevestigen/", goed).status_code == 422


def test_na_tien_minuten_is_de_code_niet_vers_meer(client, fatima):
    with time_machine.travel(timezone.now(), tick=False) as klok:
        fatima.aanmelden(client)
        klok.shift(9 * 60)
        nog_vers = client.get(PAGINA).status_code
        klok.shift(2 * 60)
        daarna = client.get(PAGINA).status_code

    assert (nog_vers, daarna) == (200, 302)


def test_de_code_van_een_ander_werkt_niet(client, fatima, anne):
    fatima.aanmelden(client, met_code=False)
    client.post("/bevestigen/", {"next": PAGINA, "sturen": "ja"})
    code = code_uit_de_mail()
    anne.aanmelden(client, met_code=False)

    assert client.post("/bevestigen/", {"code": code}).status_code == 422


def test_zonder_mail_wijst_de_pagina_de_weg_naar_papier(client, samira):
    samira.lid.gebruiker.email = None
    samira.lid.gebruiker.save()
    samira.aanmelden(client, met_code=False)

    assertContains(client.get("/bevestigen/"), "op papier tekenen")


def test_een_vreemde_next_telt_niet(client, fatima):
    fatima.aanmelden(client, met_code=False)
    kwaad = "https://kwaad.example/"
    client.post("/bevestigen/", {"next": kwaad, "sturen": "ja"})

    response = client.post("/bevestigen/", {"next": kwaad, "code": code_uit_de_mail()})

    assert response["Location"] == "/mijn/"


def test_raden_wordt_ook_vanaf_andere_adressen_geremd(client, fatima):
    fatima.aanmelden(client, met_code=False)

    codes = [
        client.post(BEVESTIGEN, {"code": "000000"}, REMOTE_ADDR=f"10.0.0.{keer}").status_code
        for keer in range(21)
    ]

    assert codes == [422] * 20 + [429]
