"""Shells, components, error pages and stylesheets: what every page shares."""

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import engines

from tests.voorbeeldformulier import FOUTE_INVOER, VoorbeeldMetIndeling, html, pagina

STATIC = Path(__file__).resolve().parents[2] / "static"
SCHILLEN = ["kandidaat.html", "snel.html", "professional.html"]


@pytest.mark.parametrize("schil", SCHILLEN)
def test_page_has_no_inline_style_script_or_foreign_address(schil):
    bron = pagina(schil, VoorbeeldMetIndeling(FOUTE_INVOER))

    assert re.findall(r"<style| style=| on\w+=|javascript:", bron) == []
    assert re.findall(r"<script(?![^>]* src=)", bron) == []
    assert re.findall(r'(?:src|href)="(?:https?:)?//', bron) == []


@pytest.mark.parametrize("schil", SCHILLEN)
def test_pagina_heeft_een_kop_een_inhoud_en_een_weg_erheen(schil):
    bron = pagina(schil)

    assert bron.count("<h1") == 1
    assert bron.count('<main id="inhoud"') == 1
    assert 'href="#inhoud">Ga naar de inhoud</a>' in bron
    assert "<title>Voorbeeld – Praktijkleren</title>" in bron


def test_titel_zegt_dat_er_iets_fout_is():
    assert "<title>Fout: Voorbeeld – Praktijkleren</title>" in pagina(
        "professional.html", VoorbeeldMetIndeling({})
    )


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "409", "429", "500", "503"])
def test_foutpagina_kan_zonder_context(code):
    bron = engines["django"].get_template(f"{code}.html").render()

    assert bron.count("<h1") == 1
    assert not re.search(r"django|python|\d+\.\d+\.\d+", bron, re.IGNORECASE)


@pytest.mark.parametrize("bundel", ["basis.css", "formulier.css"])
def test_vendored_css_is_what_origin_says(bundel):
    herkomst = re.findall(
        rf"^{re.escape(bundel)}\s+(\S+) (\S+) (\w{{64}})$",
        (STATIC / "nlds/ORIGIN").read_text(),
        re.MULTILINE,
    )
    delen = re.split(
        r"/\* === (\S+) (\S+) dist/index\.min\.css === \*/\n",
        (STATIC / "nlds" / bundel).read_text(),
    )[1:]

    gelezen = [
        (naam, versie, hashlib.sha256(css.encode()).hexdigest())
        for naam, versie, css in zip(delen[::3], delen[1::3], delen[2::3], strict=True)
    ]
    assert gelezen == herkomst
    assert len(gelezen) >= 2


def test_own_css_names_only_files_that_exist():
    for blad in (STATIC / "css").glob("*.css"):
        for adres in re.findall(r'url\("([^"]+)"\)', blad.read_text()):
            assert (blad.parent / adres).is_file(), adres


class Verzoek:
    """As much of a request as the header reads."""

    def __init__(self, lid, andere_leden):
        self.lid, self.andere_leden = lid, andere_leden


def test_kop_zegt_als_wie_je_werkt():
    bron = html('{% include "components/wie.html" %}', request=Verzoek("Johan & co", []))

    assert "Je werkt nu als: <strong>Johan &amp; co</strong>" in bron


def test_bezoeker_zonder_lid_heeft_geen_regel():
    assert html('{% include "components/wie.html" %}', request=Verzoek(None, [])) == ""


def test_voortgang_is_in_woorden_en_blokken_nooit_in_procenten():
    bron = html('{% include "components/voortgang.html" with klaar=3 totaal=5 only %}')

    assert "<strong>3 van 5</strong>" in bron
    assert bron.count("voortgang__blok--klaar") == 3
    assert len(re.findall(r'"voortgang__blok[ "]', bron)) == 5
    assert "%" not in bron


@pytest.mark.parametrize(
    ("status", "kleur"), [("Klaar", "safe"), ("Nog doen", "warning"), ("Kan nog niet", "neutral")]
)
def test_status_heeft_altijd_een_woord(status, kleur):
    bron = html('{% include "components/status.html" %}', status=status)

    assert f"utrecht-badge-status--{kleur}" in bron
    assert f">{status}</span>" in bron


def test_melding_van_django_komt_in_een_status_regel():
    bericht = Message(constants.SUCCESS, "Bewaard <b>.")

    bron = html('{% include "components/meldingen.html" %}', messages=[bericht])

    assert bron.startswith('<div class="meldingen" role="status">')
    assert 'utrecht-alert--ok"' in bron
    assert "<p>Bewaard &lt;b&gt;.</p>" in bron


def test_aan_zet_noemt_een_mens_en_een_dag():
    bron = html(
        '{% include "components/aan_zet.html" %}',
        wie="Piet",
        rol="praktijkopleider",
        sinds=date(2026, 11, 12),
    )

    assert bron.endswith("Aan zet: <strong>Piet</strong> (praktijkopleider), sinds 12 nov</p>")
