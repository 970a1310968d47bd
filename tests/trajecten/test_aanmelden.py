"""Aanmelden: six fields, by a klantmanager or by the kandidaat."""

import uuid

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from trajecten.models import Aanmelding, Kandidaat, Organisatie, Rol

URL = reverse("trajecten:aanmelden")


@pytest.fixture(autouse=True)
def aanmeldpunt(db):
    """Somebody who reads the aanmeldingen of the region."""
    punt = f.organisatie(Organisatie.Soort.REGIO, "Aanmeldpunt Stedendriehoek")
    return f.lid(Rol.AANMELDPUNT, "Rachid Voorbeeld", organisatie=punt)


def ingevuld(**velden):
    return {
        "naam": "Ali Voorbeeld",
        "telefoon": "06-12 34 56 78",
        "taal": "ar",
        "gemeente": f.gemeente().pk,
        "wens": "Werken in een magazijn",
        "uitleg_gegeven": "on",
        "sleutel": str(uuid.uuid4()),
    } | velden


def test_klantmanager_meldt_iemand_aan(client, mo):
    mo.aanmelden(client)

    response = client.post(URL, ingevuld())

    aanmelding = Aanmelding.objects.get()
    assertRedirects(response, reverse("trajecten:aanmelding", args=[aanmelding.pk]))
    assert (aanmelding.naam, aanmelding.telefoon) == ("Ali Voorbeeld", "0612345678")
    assert (aanmelding.verwijzer, aanmelding.door) == (mo.lid.organisatie, mo.lid)
    assert aanmelding.status == Aanmelding.Status.INGEDIEND
    assert Kandidaat.objects.count() == 0


def test_kandidaat_meldt_zichzelf_aan_zonder_account(client, db):
    response = client.post(URL, ingevuld())

    assertRedirects(response, reverse("trajecten:aangemeld"))
    assert list(Aanmelding.objects.values_list("verwijzer", "door")) == [(None, None)]


def test_tweede_klik_is_onschadelijk(client, mo):
    mo.aanmelden(client)
    velden = ingevuld()

    client.post(URL, velden)
    response = client.post(URL, velden)

    assert Aanmelding.objects.count() == 1
    assertRedirects(response, Aanmelding.objects.get().get_absolute_url())


def test_fouten_staan_bij_het_veld_en_alles_blijft_staan(client, mo):
    mo.aanmelden(client)

    response = client.post(URL, ingevuld(naam="Jan2", telefoon="06 123", uitleg_gegeven=""))

    assertContains(response, "Er gaan 3 dingen nog niet goed", status_code=422)
    assertContains(response, "Het telefoonnummer klopt niet.", status_code=422)
    assertContains(response, 'value="06 123"', status_code=422)
    assertContains(response, "Werken in een magazijn", status_code=422)
    assert Aanmelding.objects.count() == 0


def test_bsn_als_kenmerk_wordt_geweigerd(client, mo):
    mo.aanmelden(client)
    client.post(URL, ingevuld())
    aanmelding = Aanmelding.objects.get()

    response = client.post(aanmelding.get_absolute_url(), {"kenmerk": "klant 111222333"})

    assertContains(response, "Dit lijkt op een burgerservicenummer.", status_code=422)
    aanmelding.refresh_from_db()
    assert aanmelding.kenmerk == ""


def test_regio_zonder_aanmeldpunt_belooft_niets(client, mo):
    mo.aanmelden(client)
    elders = f.gemeente("Utrecht", "GM0344", regio=f.regio("Midden-Utrecht"))

    response = client.post(URL, ingevuld(gemeente=elders.pk))

    assertContains(response, "In deze gemeente kan aanmelden hier nog niet.", status_code=422)
    assert Aanmelding.objects.count() == 0
