"""The public page for an employer: what the register knows, and what it never tells."""

import re

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from tests.verklaringen.lezer import lopende_tekst
from trajecten import opslag
from trajecten.models import Bericht, Logregel
from verklaringen.models import Raadpleging

pytestmark = pytest.mark.usefixtures("verse_remmen")

URL = "/controleren/"
CODE = re.compile(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){3}-[0-9A-Z]{6}")
GOED = {"achternaam": "Voorbeeld", "geboren_op": "1991-03-14", "vergelijk": "Vergelijk de naam"}


@pytest.fixture(autouse=True)
def geen_rem(settings):
    """The limit per address has its own test; the others may ask as often as they like."""
    limieten = {k: v for k, v in settings.ACCOUNT_RATE_LIMITS.items() if k != "controleren"}
    settings.ACCOUNT_RATE_LIMITS = limieten


@pytest.fixture
def code(uitgifte):
    """As an employer reads it: from the printed document, for it is stored nowhere."""
    return CODE.search(lopende_tekst(opslag.lezen(uitgifte.bestand)))[0]


def vragen(client, code, **anders):
    return client.post(URL, {"code": code} | anders)


def test_pagina_zegt_wat_het_is_en_wat_niet(client, db):
    response = client.get(URL)

    assertContains(
        response,
        "Een praktijkverklaring laat zien welke taken iemand in dit bedrijf heeft geleerd.",
    )
    assertContains(response, "Het is geen diploma en geen mbo-certificaat.")
    assertNotContains(response, " je ")


@pytest.mark.parametrize("data", [None, {"code": "onzin"}])
def test_koppen_houden_de_pagina_uit_zoekmachines_en_geheugens(client, db, data):
    response = client.post(URL, data) if data else client.get(URL)

    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"


def test_bekende_code_toont_de_inhoud_zonder_de_naam(client, uitgifte, code):
    response = vragen(client, code)

    assertContains(response, "Dit document staat in ons register.")
    assertContains(response, "Geldig")
    assertContains(response, "Praktijkverklaring van")
    assertContains(response, "uitgegeven door Roc Voorbeeld.")
    assertContains(response, "Vergelijk de naam en de taken met wat u voor u heeft.")
    for werkproces in ("B1-K1-W1", "Ontvangt goederen en/of producten", "512 uren"):
        assertContains(response, werkproces)
    assertContains(response, uitgifte.nummer)
    assertContains(response, "S••••• V••••••••")
    assertContains(response, "Dit antwoord is van")


def test_alleen_de_code_noemt_naam_noch_geboortedatum_noch_praktijkopleider(client, code):
    response = vragen(client, code)

    for geheim in ("Samira", "Voorbeeld</", "1991", "Zwolle", "Johan"):
        assertNotContains(response, geheim)


@pytest.mark.parametrize(
    "vorm",
    [
        str.lower,
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: f"  {code}  ",
        lambda code: code.replace("0", "O").replace("1", "I"),
        lambda code: code.replace("1", "l"),
    ],
)
def test_code_mag_slordig_getypt_zijn(client, code, vorm):
    assertContains(vragen(client, vorm(code)), "Dit document staat in ons register.")


def test_onbekend_en_verminkt_krijgen_hetzelfde_antwoord(client, code):
    laatste = "7" if code[-1] != "7" else "8"
    antwoorden = []
    for gevraagd in (code[:-1] + laatste, "7ZK3M", "!!!", "A" * 5000, "Z" * 26):
        response = vragen(client, gevraagd)
        assertContains(response, "Wij kennen deze code niet.")
        kaal = response.content.decode().replace(gevraagd, "CODE")
        antwoorden.append(re.sub(r"\d{1,2}\.\d\d uur", "", kaal))

    assert len(set(antwoorden)) == 1
    assert not Raadpleging.objects.exists()


def test_zonder_code_vraagt_de_pagina_erom(client, db):
    assertContains(vragen(client, ""), "Vul de code in die op het document staat.", status_code=422)


@pytest.mark.parametrize("achternaam", ["Voorbeeld", "voorbeeld", " VOORBEELD "])
def test_naam_en_geboortedatum_die_kloppen_tonen_de_rest(client, code, achternaam):
    response = vragen(client, code, **GOED | {"achternaam": achternaam})

    assertContains(response, "De naam komt overeen.")
    for gegeven in ("Samira Voorbeeld", "14 maart 1991", "Zwolle", "Johan Voorbeeld"):
        assertContains(response, gegeven)


@pytest.mark.parametrize("anders", [{"achternaam": "Anders"}, {"geboren_op": "1991-03-15"}])
def test_echte_qr_op_een_papier_met_een_andere_naam_valt_op(client, code, anders):
    response = vragen(client, code, **GOED | anders)

    assertContains(response, "De naam komt niet overeen.")
    for geheim in ("Samira", "Zwolle", "14 maart 1991"):
        assertNotContains(response, geheim)
    assertContains(response, f'value="{(GOED | anders)["achternaam"]}"')


def test_vergelijken_zonder_datum_houdt_de_naam(client, code):
    response = vragen(client, code, **GOED | {"geboren_op": ""})

    assertContains(response, "Vul de geboortedatum in", status_code=422)
    assertContains(response, 'value="Voorbeeld"', status_code=422)
    assertNotContains(response, "Samira", status_code=422)


def test_na_vijf_andere_namen_is_het_te_vaak_en_hoort_de_kandidaat_het(
    client, uitgifte, code, settings
):
    uitgifte.traject.kandidaat.email = "samira@voorbeeld.example"
    uitgifte.traject.kandidaat.save()
    for _ in range(5):
        assertContains(vragen(client, code, **GOED | {"achternaam": "Anders"}), "komt niet overeen")

    response = vragen(client, code, **GOED)

    assertContains(response, "U hebt het te vaak geprobeerd.", status_code=429)
    assertNotContains(response, "Samira", status_code=429)
    assert Bericht.objects.filter(aan="samira@voorbeeld.example").count() == 1
    assertContains(vragen(client, code), "Dit document staat in ons register.")


def test_meer_dan_tien_in_een_minuut_is_te_vaak(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"controleren": "10/m/ip"}

    codes = [vragen(client, "onzin").status_code for _ in range(11)]

    assert codes == [200] * 10 + [429]
    assertContains(vragen(client, "onzin"), "U hebt het te vaak geprobeerd.", status_code=429)


def test_elke_keer_kijken_telt_en_zegt_niet_wie(client, uitgifte, code):
    vragen(client, code)
    vragen(client, code, **GOED)

    assert list(uitgifte.raadplegingen.values_list("vorm", flat=True)) == ["gegevens", "code"]
    regel = Logregel.objects.filter(actie="controleren").last()
    assert (regel.lid, regel.herkomst) == (None, "openbaar")


def test_in_de_voorbeeldregio_staat_er_voorbeeld(client, code, settings):
    assertNotContains(vragen(client, code), "VOORBEELD")

    settings.DEMO = True

    assertContains(vragen(client, code), "VOORBEELD")


def test_zonder_koekje_of_sleutel_kan_een_werkgever_ook_vragen(db):
    streng = Client(enforce_csrf_checks=True)

    response = streng.post(URL, {"code": "onzin"})

    assertContains(response, "Wij kennen deze code niet.")
    assert not response.cookies
    assert not streng.get(URL).cookies
