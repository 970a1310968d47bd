"""The demo region: play someone of the cast, and read the mail. Only there; see
test_demo_bestaat_niet.py.
"""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from portal import sessie
from portal.toegang import DEMO, TOEGANG
from tests import factories as f
from trajecten.models import Rol


@pytest.fixture(autouse=True)
def demo(settings, monkeypatch):
    settings.ROOT_URLCONF = "tests.portal.demo_urls"
    settings.DEMO = True
    schillen = settings.TEMPLATES[0]["OPTIONS"]["context_processors"]
    opties = settings.TEMPLATES[0]["OPTIONS"] | {
        "context_processors": [*schillen, "portal.demo.spelers.schil"]
    }
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"OPTIONS": opties}]
    for naam, regel in DEMO.items():
        monkeypatch.setitem(TOEGANG, naam, regel)


def test_de_inlogpagina_toont_de_spelers(client, johan, fatima):
    response = client.get("/inloggen/")

    assertContains(response, "Johan Voorbeeld")
    assertContains(response, "Fatima Voorbeeld")


def test_een_klik_en_je_bent_binnen(client, johan):
    response = client.post("/demo/spelen/", {"lid": johan.lid.pk, "next": "/w/"})

    assertRedirects(response, "/w/", fetch_redirect_response=False)
    assert client.session[sessie.LID] == johan.lid.pk


def test_spelen_telt_niet_als_verse_code(client, fatima):
    client.post("/demo/spelen/", {"lid": fatima.lid.pk})

    assert client.get("/leden/uitnodigen/")["Location"].startswith("/bevestigen/")


def test_wie_niet_bij_de_spelers_staat_wordt_niet_gespeeld(client, school):
    gestopt = f.lid(Rol.JOBCOACH, organisatie=school, tot=date(2020, 2, 1))

    client.post("/demo/spelen/", {"lid": gestopt.pk})

    assert sessie.LID not in client.session


def test_spelen_gaat_niet_met_een_link(client, johan):
    assert client.get("/demo/spelen/", {"lid": johan.lid.pk}).status_code == 405


def test_de_post_toont_de_codes(client, johan):
    client.post("/inloggen/", {"email": johan.lid.gebruiker.email})

    assertContains(client.get("/demo/post/"), "Je code is")
