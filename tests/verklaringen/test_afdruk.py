"""Prints: asked with one press, made by the worker, fetched when ready."""

import hashlib

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from verklaringen import actions
from verklaringen.models import Afdruk


def vragen(client, naam, ding):
    return client.post(reverse(f"verklaringen:{naam}_afdrukken", args=[ding.pk]))


def maken(renderer):
    while werk := actions.pakken(Afdruk):
        actions.afdruk_uitvoeren(werk, renderer)


def test_tekenexemplaar_wordt_gemaakt_en_gedownload(client, blad, fatima, renderer):
    fatima.aanmelden(client)
    response = vragen(client, "tekenexemplaar", blad)
    afdruk = Afdruk.objects.get()
    wachten = client.get(response.url)
    assertContains(wachten, "Even wachten.")
    assert wachten["Refresh"] == "1"

    maken(renderer)

    klaar = client.get(response.url)
    assertContains(klaar, "De PDF is klaar.")
    assert "Refresh" not in klaar
    bestand = client.get(reverse("verklaringen:afdruk_bestand", args=[afdruk.pk]))
    afdruk.refresh_from_db()
    assert hashlib.sha256(bestand.content).hexdigest() == afdruk.bestand.sha256
    assert bestand["Content-Disposition"].startswith('attachment; filename="tekenexemplaar-TR-')
    assert bestand["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("naam", ["aftekenlijst", "eindoordeelformulier"])
def test_formulieren_voor_papier(client, planregel, fatima, renderer, naam):
    fatima.aanmelden(client)

    response = vragen(client, naam, planregel.plaatsing)
    maken(renderer)

    assertRedirects(response, reverse("verklaringen:afdruk", args=[Afdruk.objects.get().pk]))
    assertContains(client.get(response.url), "De PDF is klaar.")


def test_zelfde_inhoud_is_meteen_klaar(client, blad, fatima, renderer):
    fatima.aanmelden(client)
    vragen(client, "tekenexemplaar", blad)
    maken(renderer)

    response = vragen(client, "tekenexemplaar", blad)

    assertContains(client.get(response.url), "De PDF is klaar.")
    assert Afdruk.objects.values("bestand").distinct().count() == 1


def test_detail_biedt_de_formulieren_aan(client, planregel, fatima):
    fatima.aanmelden(client)

    response = client.get(planregel.traject.get_absolute_url())

    assertContains(response, "Print de aftekenlijst")
    assertContains(response, "Print het eindoordeelformulier")


def test_bestand_is_er_pas_als_het_klaar_is(client, blad, fatima):
    fatima.aanmelden(client)
    vragen(client, "tekenexemplaar", blad)

    pk = Afdruk.objects.get().pk

    assert client.get(reverse("verklaringen:afdruk_bestand", args=[pk])).status_code == 404


def test_afdruk_van_een_ander_bestaat_niet(client, blad, fatima, karin):
    fatima.aanmelden(client)
    response = vragen(client, "tekenexemplaar", blad)
    karin.aanmelden(client)

    assert client.get(response.url).status_code == 404
    assert vragen(client, "tekenexemplaar", blad).status_code == 404


@pytest.mark.parametrize(("wie", "status"), [("samira", 403), ("anne", 403), ("els", 404)])
def test_formulier_is_voor_school_en_praktijkopleider(client, planregel, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert vragen(client, "aftekenlijst", planregel.plaatsing).status_code == status
    assert not Afdruk.objects.exists()


def test_afdrukken_is_geen_get(client, blad, fatima):
    fatima.aanmelden(client)

    url = reverse("verklaringen:tekenexemplaar_afdrukken", args=[blad.pk])

    assert client.get(url).status_code == 405
