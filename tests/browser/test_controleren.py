"""An employer on a phone: scan the QR or type the code, read the answer, compare the name."""

import re

import pytest
from django.core.cache import cache

from tests.browser.conftest import LAPTOP, TELEFOON
from tests.verklaringen.conftest import (  # noqa: F401  the steps up to an issued document
    beoordeeld,
    besloten,
    blad,
    getekend,
    opdrachten,
    renderer,
    uitgegeven,
    uitgifte,
)
from tests.verklaringen.conftest import opslag as eigen_opslag  # noqa: F401
from tests.verklaringen.lezer import lopende_tekst
from trajecten import opslag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MATEN = pytest.mark.parametrize("maat", [TELEFOON, LAPTOP], ids=["telefoon", "laptop"])
CODE = re.compile(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){3}-[0-9A-Z]{6}")


@pytest.fixture(autouse=True)
def schone_rem():
    """The limit per address counts over tests: all of them come from here."""
    cache.clear()


@pytest.fixture
def code(uitgifte):  # noqa: F811
    return CODE.search(lopende_tekst(opslag.lezen(uitgifte.bestand)))[0]


def nakijken(scherm):
    assert scherm.axe() == []
    assert not scherm.loopt_over()


@MATEN
def test_qr_opent_het_antwoord_en_de_code_verdwijnt_uit_het_adres(pagina, code, maat):
    scherm = pagina(maat=maat)
    verzoeken = []
    scherm.page.on("request", lambda verzoek: verzoeken.append(verzoek))

    page = scherm.page
    page.goto(f"/controleren/#{code}")
    page.get_by_role("heading", name="Dit document staat in ons register.").wait_for()

    assert page.url.endswith("/controleren/")
    assert not [verzoek.url for verzoek in verzoeken if code in verzoek.url]
    assert not [v.url for v in verzoeken if code in v.headers.get("referer", "")]
    assert page.get_by_text("S••••• V••••••••").is_visible()
    nakijken(scherm)


def test_tweede_qr_in_hetzelfde_venster_toont_het_tweede_document(pagina, code, uitgegeven):  # noqa: F811
    verklaring = uitgegeven.uitgiften.get(soort="mbo_verklaring")
    tweede = CODE.search(lopende_tekst(opslag.lezen(verklaring.bestand)))[0]
    page = pagina().page
    page.goto(f"/controleren/#{code}")
    page.get_by_text("Praktijkverklaring van").wait_for()

    page.goto(f"/controleren/#{tweede}")

    page.get_by_text("Mbo-verklaring van").wait_for()
    assert page.get_by_text(verklaring.nummer).is_visible()
    assert page.url.endswith("/controleren/")


@MATEN
def test_naam_vergelijken_laat_een_ander_papier_zien(pagina, code, maat):
    scherm = pagina(maat=maat)
    page = scherm.naar("/controleren/")
    nakijken(scherm)
    page.get_by_label("Code op het document").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Controleer").click()

    page.get_by_label("Achternaam op het document").fill("Anders")
    page.get_by_label("Geboortedatum op het document").fill("1991-03-14")
    page.get_by_role("button", name="Vergelijk de naam").click()
    page.get_by_role("heading", name="De naam komt niet overeen.").wait_for()
    nakijken(scherm)

    page.get_by_label("Achternaam op het document").fill("Voorbeeld")
    page.get_by_role("button", name="Vergelijk de naam").click()
    page.get_by_role("heading", name="De naam komt overeen.").wait_for()
    assert page.get_by_text("Samira Voorbeeld").is_visible()
    nakijken(scherm)


@MATEN
def test_onbekende_code_zegt_hoe_verder(pagina, maat):
    scherm = pagina(maat=maat)

    page = scherm.page
    page.goto("/controleren/#7ZK3M-9QX2B")
    page.get_by_role("heading", name="Wij kennen deze code niet.").wait_for()

    nakijken(scherm)


def test_zonder_script_werkt_de_code_met_de_hand(pagina, code):
    scherm = pagina()
    context = scherm.context.browser.new_context(base_url=scherm.adres, java_script_enabled=False)
    page = context.new_page()

    page.goto(f"/controleren/#{code}")
    page.get_by_label("Code op het document").fill(code)
    page.get_by_role("button", name="Controleer").click()

    page.get_by_role("heading", name="Dit document staat in ons register.").wait_for()
    context.close()
