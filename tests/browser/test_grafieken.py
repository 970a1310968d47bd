"""Grafieken in een echte Chromium: op de telefoon, op de laptop en op papier."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template import engines

from portal.cijfers.grafieken import balken, lijn, punten, stapel
from tests.browser.conftest import LAPTOP, TELEFOON
from tests.browser.test_nlds import Blad
from tests.portal.cijfers import voorbeeldcijfers as v

pytestmark = pytest.mark.browser

PAGINA = """{% extends "professional.html" %}{% load static %}
{% block stijl %}<link rel="stylesheet" href="{% static 'css/cijfers.css' %}">{% endblock %}
{% block inhoud %}<h1>Voorbeeldcijfers, niet echt</h1>
{% for grafiek in grafieken %}{% include "cijfers/_grafiek.html" %}{% endfor %}{% endblock %}"""


def grafieken():
    return [
        balken(v.trechter()),
        balken(v.doorlooptijd()),
        lijn(v.kwartalen()),
        stapel(v.cohort()),
        punten(v.doelgroepen()),
        balken(v.leeg()),
    ]


@pytest.fixture
def openen(_chromium):
    contexten = []

    def _openen(maat):
        breedte, hoogte = maat
        context = _chromium.new_context(viewport={"width": breedte, "height": hoogte})
        contexten.append(context)
        sjabloon = engines["django"].from_string(PAGINA)
        return Blad(context.new_page(), sjabloon.render({"grafieken": grafieken()}))

    yield _openen
    for context in contexten:
        context.close()


@pytest.mark.parametrize("maat", [TELEFOON, LAPTOP])
def test_grafieken_zonder_bevinding_van_axe_en_zonder_klacht(openen, maat):
    blad = openen(maat)
    for samenvatting in blad.page.locator("summary").all():
        samenvatting.click()

    bevindingen = Axe().run(blad.page).response["violations"]

    assert [(b["id"], [k["html"][:120] for k in b["nodes"]]) for b in bevindingen] == []
    assert blad.klachten == []


@pytest.mark.parametrize("maat", [TELEFOON, LAPTOP])
def test_letters_in_de_grafiek_zijn_te_lezen_en_niets_steekt_uit(openen, maat):
    page = openen(maat).page

    letters = page.evaluate(
        """() => [...document.querySelectorAll('svg.grafiek__beeld text')].map(
             t => parseFloat(t.getAttribute('font-size')) * t.ownerSVGElement.getScreenCTM().a)"""
    )
    over = page.evaluate(
        """() => [...document.querySelectorAll('svg.grafiek__beeld text')].filter(t => {
             const letter = t.getBoundingClientRect(),
                   beeld = t.ownerSVGElement.getBoundingClientRect();
             return letter.left < beeld.left - 1 || letter.right > beeld.right + 1;
           }).map(t => t.textContent)"""
    )
    breed = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

    assert min(letters) >= 10 and max(letters) <= 20
    assert over == []
    assert page.evaluate(breed) is False


def test_op_papier_staat_de_tabel_open(openen):
    page = openen(LAPTOP).page
    page.emulate_media(media="print")

    assert page.locator("td", has_text="97 van 120").first.is_visible()
