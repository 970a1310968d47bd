"""One person in several roles: one is active, and a form belongs to the role it was opened in."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from portal import sessie
from trajecten.models import Lidmaatschap, Rol


@pytest.fixture
def beheer(fatima, school):
    """Fatima is also the beheerder of her school."""
    return Lidmaatschap.objects.create(
        gebruiker=fatima.lid.gebruiker, rol=Rol.BEHEER, organisatie=school
    )


def test_wisselen_maakt_de_andere_rol_actief(client, fatima, beheer):
    fatima.aanmelden(client)
    eerst = client.session.session_key

    client.post("/wisselen/", {"lid": beheer.pk})

    assert client.session[sessie.LID] == beheer.pk
    assert client.session.session_key != eerst


def test_de_rol_van_een_ander_kun_je_niet_aannemen(client, fatima, anne):
    fatima.aanmelden(client)

    response = client.post("/wisselen/", {"lid": anne.lid.pk})

    assert response.status_code == 422
    assert client.session[sessie.LID] == fatima.lid.pk


def test_een_formulier_uit_een_andere_rol_bewaart_niets(client, fatima, beheer):
    fatima.aanmelden(client)
    client.post("/wisselen/", {"lid": beheer.pk})

    response = client.post(
        reverse("trajecten:collega_uitnodigen"), {"als": fatima.lid.pk, "naam": "Jan Jansen"}
    )

    assertContains(response, "Je werkt nu in een andere rol", status_code=409)


def test_elk_formulier_draagt_de_rol(client, fatima):
    fatima.aanmelden(client)

    response = client.get(reverse("trajecten:collega_uitnodigen"))

    assertContains(response, f'<input type="hidden" name="als" value="{fatima.lid.pk}">', html=True)


def test_geweigerd_maar_met_een_andere_rol_mag_het_wel(client, fatima, beheer, traject):
    fatima.aanmelden(client)
    client.post("/wisselen/", {"lid": beheer.pk})
    pad = reverse("trajecten:uitnodigen", args=[traject.pk])

    response = client.get(pad)
    assertContains(response, "Werk als mbo-coördinator bij Roc Voorbeeld", status_code=403)

    gewisseld = client.post("/wisselen/", {"lid": fatima.lid.pk, "next": pad})
    assertRedirects(gewisseld, pad)
