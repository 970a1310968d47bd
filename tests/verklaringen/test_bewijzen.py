"""Mijn bewijs: what to sign, what is issued, and how often somebody checked it."""

from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from verklaringen import actions
from verklaringen.models import Partij, Raadpleging

URL = "/mijn/bewijzen/"


def test_zonder_bewijs_staat_er_wat_er_komt(client, traject, samira):
    samira.aanmelden(client)

    assertContains(client.get(URL), "Je hebt nog geen bewijs.")


def test_blad_om_te_tekenen_staat_bovenaan(client, blad, samira):
    samira.aanmelden(client)

    assertContains(client.get(URL), reverse("verklaringen:ondertekenen", args=[blad.pk]))


def test_na_het_tekenen_is_de_taak_weg(client, blad, samira):
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.KANDIDAAT, door=samira.lid, plaats="Deventer"
    )
    samira.aanmelden(client)

    assertNotContains(client.get(URL), "Bekijk en teken")


def test_uitgegeven_documenten_met_hoe_vaak_er_gekeken_is(client, uitgifte, samira):
    Raadpleging.objects.create(uitgifte=uitgifte, vorm=Raadpleging.Vorm.CODE)
    samira.aanmelden(client)

    response = client.get(URL)

    assertContains(response, reverse("verklaringen:document", args=[uitgifte.pk]))
    assertContains(response, uitgifte.nummer)
    assertContains(response, "1 keer gecontroleerd")
    assertContains(response, "0 keer gecontroleerd")


def test_een_ander_ziet_hier_niets_van(client, uitgifte, tarik):
    tarik.aanmelden(client)

    assertNotContains(client.get(URL), uitgifte.nummer)


def test_alleen_voor_de_kandidaat(client, fatima):
    fatima.aanmelden(client)

    assert client.get(URL).status_code == 403
