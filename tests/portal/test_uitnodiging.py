"""Coming in by invitation: the link, the page with one button, the code; and by card."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal import sessie
from tests.portal.test_inloggen import code_uit_de_mail
from trajecten import actions
from trajecten.models import Bericht, Rol, Uitnodiging

pytestmark = pytest.mark.usefixtures("verse_remmen")

WAARVOOR = "Samira te begeleiden op het werk"


@pytest.fixture
def link(johan, fatima):
    actions.uitnodigen(lid=johan.lid, door=fatima.lid, waarvoor=WAARVOOR)
    return re.search(r"http\S+(/uitnodiging/\S+)", Bericht.objects.first().tekst)[1]


@pytest.fixture
def code(traject, fatima):
    return actions.kandidaatkaart_maken(traject=traject, door=fatima.lid)[1]


def test_van_link_tot_binnen(client, johan, link):
    assertRedirects(client.get(link), "/uitnodiging/")
    pagina = client.get("/uitnodiging/")
    assertContains(pagina, "Fatima Voorbeeld")
    assertContains(pagina, WAARVOOR)

    client.post("/uitnodiging/")
    client.post("/inloggen/code/", {"code": code_uit_de_mail()})

    assert client.session[sessie.LID] == johan.lid.pk
    assert Uitnodiging.objects.get().gebruikt_op is not None


def test_kijken_verbruikt_niets(client, link):
    for _ in range(3):
        client.get(link, follow=True)

    assert Uitnodiging.objects.get().gebruikt_op is None


def test_het_geheim_staat_op_geen_pagina_en_in_geen_rij(client, link):
    geheim = link.split("/")[2]

    assertNotContains(client.get(link, follow=True), geheim)
    assert geheim not in str(Uitnodiging.objects.values_list())


def test_na_zeven_dagen_is_er_een_nieuwe_link(client, johan, link):
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        response = client.get(link, follow=True)
        assertContains(response, "Stuur mij een nieuwe link", status_code=410)

        client.post("/uitnodiging/")

    nieuwste = Bericht.objects.first()
    assert nieuwste.aan == johan.lid.gebruiker.email
    assert link not in nieuwste.tekst


def test_een_gebruikte_link_werkt_niet_nog_eens(client, link):
    client.get(link)
    client.post("/uitnodiging/")
    client.post("/inloggen/code/", {"code": code_uit_de_mail()})
    client.post("/uitloggen/")

    response = client.get(link, follow=True)

    assertContains(response, "al gebruikt", status_code=410)


def test_een_nieuwe_uitnodiging_maakt_de_oude_ongeldig(client, johan, fatima, link):
    actions.uitnodigen(lid=johan.lid, door=fatima.lid, waarvoor=WAARVOOR)

    assert client.get(link, follow=True).status_code == 410


def test_een_verzonnen_link_zegt_niets(client, db):
    response = client.get("/uitnodiging/" + "0" * 32 + "/", follow=True)

    assertContains(response, "Deze link werkt niet meer", status_code=410)


def test_wie_al_binnen_is_neemt_de_uitnodiging_meteen_aan(client, johan, link):
    johan.aanmelden(client)
    client.get(link)

    assertRedirects(client.post("/uitnodiging/"), "/mijn/", fetch_redirect_response=False)
    assert Uitnodiging.objects.get().gebruikt_op is not None


def test_op_het_toestel_van_een_ander_gaat_die_er_eerst_uit(client, anne, johan, link):
    anne.aanmelden(client)
    assertContains(client.get(link, follow=True), "Anne Voorbeeld ingelogd")

    client.post("/uitnodiging/")

    assert sessie.LID not in client.session
    client.post("/inloggen/code/", {"code": code_uit_de_mail()})
    assert client.session[sessie.LID] == johan.lid.pk


def test_met_de_kaart_ben_je_binnen_zonder_mail(client, code, traject):
    met_spaties = code.lower().replace("-", " ")

    client.post("/kaart/", {"code": met_spaties, "vertrouwd": "on"})

    uitnodiging = Uitnodiging.objects.get()
    assert client.session[sessie.LID] == uitnodiging.lid_id
    assert (uitnodiging.lid.rol, uitnodiging.lid.kandidaat) == (Rol.KANDIDAAT, traject.kandidaat)
    assert client.session.get_expiry_age() == 30 * 24 * 3600


def test_de_kaart_werkt_een_keer(client, code):
    client.post("/kaart/", {"code": code})
    client.post("/uitloggen/")

    response = client.post("/kaart/", {"code": code}, follow=True)

    assertContains(response, "Deze kaart is al gebruikt", status_code=410)


def test_de_qr_van_de_kaart_vraagt_een_knop(client, code):
    pad = actions.uitnodigingslink(code).split("8000")[1]
    client.get(pad, follow=True)
    assert sessie.LID not in client.session

    client.post("/uitnodiging/", {"vertrouwd": "on"})

    assert sessie.LID in client.session


def test_een_foute_kaartcode_zegt_het_bij_het_veld(client, db):
    response = client.post("/kaart/", {"code": "BCDF-GHJK-LMNP"})

    assertContains(response, "Deze code klopt niet", status_code=422)


def test_raden_van_kaartcodes_wordt_geremd(client, db):
    antwoorden = [client.post("/kaart/", {"code": f"BCDF{n}"}).status_code for n in range(11)]

    assert antwoorden == [422] * 10 + [429]


def test_de_code_van_een_link_is_geen_kaart(client, link):
    assert client.post("/kaart/", {"code": link.split("/")[2]}).status_code == 422
