"""Signing in with a mailed code, how long a session lasts, and what ends it."""

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from portal import sessie
from tests import factories as f
from trajecten import actions
from trajecten.models import Bericht, Logregel, Rol

pytestmark = pytest.mark.usefixtures("verse_remmen")

INLOGGEN = "/inloggen/"
CODE = "/inloggen/code/"


def code_uit_de_mail():
    return re.search(r"\b\d{6}\b", Bericht.objects.first().tekst)[0]


def inloggen(client, lid, naar="", **extra):
    """The whole way: address, mail, code."""
    vervolg = f"?next={naar}" if naar else ""
    client.post(INLOGGEN + vervolg, {"email": lid.gebruiker.email})
    return client.post(CODE + vervolg, {"code": code_uit_de_mail(), "action": "verify"} | extra)


def test_met_de_code_uit_de_mail_ben_je_binnen(client, johan):
    response = inloggen(client, johan.lid)

    assert response.status_code == 302
    assert client.session[sessie.LID] == johan.lid.pk
    assert Logregel.objects.filter(actie="inloggen", lid=johan.lid).count() == 1


def test_na_het_inloggen_kom_je_waar_je_heen_wilde(client, johan):
    assert client.get("/w/")["Location"] == "/inloggen/?next=/w/"

    assertRedirects(inloggen(client, johan.lid, "/w/"), "/w/", fetch_redirect_response=False)


@pytest.mark.parametrize(
    "kwaad", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)"]
)
def test_een_vreemde_next_telt_niet(client, johan, kwaad):
    assert "kwaad" not in inloggen(client, johan.lid, kwaad)["Location"]


def test_een_onbekend_adres_krijgt_hetzelfde_antwoord(client, johan):
    bekend = client.post(INLOGGEN, {"email": johan.lid.gebruiker.email}, follow=True)
    client.cookies.clear()
    onbekend = client.post(INLOGGEN, {"email": "niemand@voorbeeld.example"}, follow=True)

    assert onbekend.redirect_chain == bekend.redirect_chain
    assert zonder_eigen(onbekend, "niemand@voorbeeld.example") == zonder_eigen(
        bekend, johan.lid.gebruiker.email
    )
    assert Bericht.objects.count() == 2  # both send one mail: the time is the same too


def zonder_eigen(response, email):
    tekst = response.content.decode().replace(email, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", tekst)


def test_een_uitgeschakeld_account_komt_niet_binnen(client, johan):
    johan.lid.gebruiker.is_active = False
    johan.lid.gebruiker.save()

    client.post(INLOGGEN, {"email": johan.lid.gebruiker.email})

    assert "kennen dit adres niet" in Bericht.objects.get().tekst


def test_vijf_foute_codes_en_de_code_is_weg(client, johan):
    client.post(INLOGGEN, {"email": johan.lid.gebruiker.email})
    code = code_uit_de_mail()
    for _ in range(5):
        client.post(CODE, {"code": "000000" if code != "000000" else "111111"})

    client.post(CODE, {"code": code})

    assert sessie.LID not in client.session


def test_een_code_werkt_een_kwartier(client, johan):
    with time_machine.travel(timezone.now(), tick=False) as klok:
        client.post(INLOGGEN, {"email": johan.lid.gebruiker.email})
        klok.shift(16 * 60)
        client.post(CODE, {"code": code_uit_de_mail()})

    assert sessie.LID not in client.session


def test_inloggen_geeft_een_nieuw_sessienummer(client, johan):
    client.post(INLOGGEN, {"email": johan.lid.gebruiker.email})
    eerst = client.session.session_key

    client.post(CODE, {"code": code_uit_de_mail()})

    assert client.session.session_key != eerst


def test_de_zesde_aanvraag_in_een_kwartier_wordt_geweigerd(client, johan):
    for _ in range(5):
        client.post(INLOGGEN, {"email": johan.lid.gebruiker.email})
        client.cookies.clear()

    response = client.post(INLOGGEN, {"email": johan.lid.gebruiker.email})

    assert Bericht.objects.count() == 5
    assertContains(response, "Wacht een kwartier")


def test_een_ander_kan_de_eigenaar_niet_buitensluiten(client, johan):
    inloggen(client, johan.lid)
    client.post("/uitloggen/")
    vreemde = Client()
    for _ in range(6):
        vreemde.post(INLOGGEN, {"email": johan.lid.gebruiker.email})
        vreemde.cookies.clear()

    inloggen(client, johan.lid)

    assert client.session[sessie.LID] == johan.lid.pk


def test_het_toestel_van_een_ander_telt_niet_mee(client, johan, fatima):
    inloggen(client, fatima.lid)
    client.post("/uitloggen/")
    for _ in range(6):
        client.post(INLOGGEN, {"email": johan.lid.gebruiker.email})
        client.cookies.pop("sessie", None)

    assert Bericht.objects.filter(aan=johan.lid.gebruiker.email).count() == 5


def test_wie_geen_rol_meer_heeft_komt_niet_binnen(client, johan, fatima):
    johan.lid.tot = timezone.localdate() - timezone.timedelta(days=1)
    johan.lid.save()

    response = inloggen(client, johan.lid)

    assertRedirects(response, INLOGGEN)
    assert sessie.LID not in client.session


def test_met_twee_rollen_kies_je_de_rol_van_de_pagina(client, fatima, bedrijf):
    johan = f.lid(Rol.PRAKTIJKOPLEIDER, "Fatima Voorbeeld", leerbedrijf=bedrijf)
    johan.gebruiker = fatima.lid.gebruiker
    johan.save()

    inloggen(client, fatima.lid, "/leden/")

    assert client.session[sessie.LID] == fatima.lid.pk


@pytest.mark.parametrize(
    ("speler", "vertrouwd", "minuten", "binnen"),
    [
        ("fatima", True, 29, True),
        ("fatima", True, 31, False),
        ("johan", False, 11 * 60, True),
        ("johan", False, 13 * 60, False),
        ("johan", True, 29 * 24 * 60, True),
        ("johan", True, 31 * 24 * 60, False),
        ("samira", True, 29 * 24 * 60, True),
    ],
)
def test_hoe_lang_je_ingelogd_blijft(client, request, speler, vertrouwd, minuten, binnen):
    lid = request.getfixturevalue(speler).lid
    with time_machine.travel(timezone.now(), tick=False) as klok:
        inloggen(client, lid, **({"vertrouwd": "on"} if vertrouwd else {}))
        klok.shift(minuten * 60)
        response = client.get("/wisselen/")

    assert (response.status_code == 200) is binnen


def test_een_professional_is_na_twaalf_uur_altijd_uitgelogd(client, fatima):
    with time_machine.travel(timezone.now(), tick=False) as klok:
        inloggen(client, fatima.lid)
        for _ in range(29):
            klok.shift(25 * 60)
            response = client.get("/wisselen/")

    assert response.status_code == 302


def test_zonder_vinkje_stopt_de_sessie_met_de_browser(client, johan):
    response = inloggen(client, johan.lid)

    assert response.cookies["sessie"]["max-age"] == ""


def test_met_het_vinkje_onthoudt_het_toestel_dertig_dagen(client, johan):
    response = inloggen(client, johan.lid, vertrouwd="on")

    assert response.cookies["sessie"]["max-age"] == 30 * 24 * 3600


def test_een_beeindigde_rol_is_bij_de_volgende_klik_weg(client, fatima, school):
    jan = f.lid(Rol.COORDINATOR, "Jan Voorbeeld", organisatie=school)
    inloggen(client, jan)

    actions.lid_beeindigen(lid=jan, door=fatima.lid)

    assertRedirects(client.get("/leden/"), "/inloggen/?next=/leden/", fetch_redirect_response=False)
    assert sessie.LID not in client.session


def test_een_uitgeschakeld_account_is_bij_de_volgende_klik_weg(client, johan):
    inloggen(client, johan.lid)
    johan.lid.gebruiker.is_active = False
    johan.lid.gebruiker.save()

    assert client.get("/w/").status_code == 302


def test_uitloggen_ruimt_de_browser_op(client, johan):
    inloggen(client, johan.lid)

    response = client.post(reverse("account_logout"))

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert sessie.LID not in client.session


def test_zonder_csrf_wordt_elk_formulier_geweigerd(johan):
    client = johan.aanmelden(Client(enforce_csrf_checks=True))

    assert client.post("/wisselen/", {"lid": johan.lid.pk}).status_code == 403


def test_codes_en_links_verdwijnen_uit_de_post_na_het_versturen(client, johan, settings):
    from trajecten import post

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.post(INLOGGEN, {"email": johan.lid.gebruiker.email})

    post.versturen(post.pakken())

    assert Bericht.objects.get().tekst == ""
