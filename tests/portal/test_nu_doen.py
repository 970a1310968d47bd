"""The one card of the kandidaat: what to do now, or who is at work."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.spelers import Speler
from trajecten.models import Rol, Status

URL = reverse("start:nu_doen")


def test_praktijkopleider_is_aan_de_beurt(client, planregel, samira):
    samira.aanmelden(client)

    response = client.get(URL)

    assertContains(response, "Johan is nu aan de beurt.")
    assertContains(response, "Jij hoeft niets te doen.")


@pytest.mark.parametrize("status", Status.values)
def test_elke_stap_heeft_een_kaart_met_een_kop(client, plaatsing, traject, samira, status):
    traject.status = status
    traject.save()
    samira.aanmelden(client)

    response = client.get(URL)

    assertContains(response, '<section class="kaart kaart--nu">', count=1)
    for woord in ("gezakt", "mislukt", "%</", "afgewezen", "POK", "crebo", "BPV"):
        assertNotContains(response, woord)


def test_kandidaat_zonder_traject(client, db):
    lid = f.lid(Rol.KANDIDAAT, "Nieuw Voorbeeld", kandidaat=f.kandidaat("Nieuw Voorbeeld"))
    Speler(lid).aanmelden(client)

    assertContains(client.get(URL), "Er staat nog niets klaar.")


def test_een_ander_ziet_deze_pagina_niet(client, johan):
    johan.aanmelden(client)

    assert client.get(URL).status_code == 403
