"""Signing in the portal: read, tick, sign; nobody for somebody else."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests.draden import tegelijk
from verklaringen import actions
from verklaringen.models import Akkoord, Partij

INVOER = {"klopt": "on", "plaats": "Deventer"}


def url(blad):
    return reverse("verklaringen:ondertekenen", args=[blad.pk])


@pytest.mark.parametrize(
    ("wie", "partij"), [("johan", Partij.PRAKTIJKOPLEIDER), ("samira", Partij.KANDIDAAT)]
)
def test_elke_partij_tekent_zelf(client, blad, wie, partij, request):
    request.getfixturevalue(wie).aanmelden(client)
    assertContains(client.get(url(blad)), "Ontvangt goederen en/of producten")

    response = client.post(url(blad), INVOER, follow=True)

    assertContains(response, "Je hebt getekend.")
    akkoord = Akkoord.objects.get()
    assert (akkoord.partij, akkoord.plaats, akkoord.bron) == (partij, "Deventer", "portaal")


def test_tekenen_vraagt_een_verse_code(client, blad, johan):
    johan.aanmelden(client, met_code=False)

    for response in (client.get(url(blad)), client.post(url(blad), INVOER)):
        assertRedirects(
            response, f"{reverse('bevestigen')}?next={url(blad)}", fetch_redirect_response=False
        )
    assert not Akkoord.objects.exists()


def test_zonder_vinkje_blijft_de_plaats_staan(client, blad, johan):
    johan.aanmelden(client)

    response = client.post(url(blad), {"plaats": "Sint-Oedenrode"})

    assertContains(response, "Lees het blad en zet het vinkje.", status_code=422)
    assertContains(response, 'value="Sint-Oedenrode"', status_code=422)
    assert not Akkoord.objects.exists()


def test_dubbelklik_is_een_akkoord_en_een_antwoord(client, blad, johan):
    johan.aanmelden(client)
    client.post(url(blad), INVOER)

    response = client.post(url(blad), INVOER)

    assertContains(response, "Dit is al getekend", status_code=409)
    assertContains(response, "Er is niets dubbel bewaard.", status_code=409)
    assert Akkoord.objects.count() == 1


def test_wie_al_tekende_ziet_geen_formulier_meer(client, blad, johan):
    johan.aanmelden(client)
    client.post(url(blad), INVOER)

    response = client.get(url(blad))

    assertContains(response, "Je hebt al getekend.")
    assert b'name="klopt"' not in response.content


def test_vervallen_blad_kan_niet_meer_getekend_worden(client, blad, johan, samira):
    actions.tegenspreken(
        vaststelling=blad, partij=Partij.KANDIDAAT, door=samira.lid, reden="Naam is fout."
    )
    johan.aanmelden(client)

    assertContains(client.get(url(blad)), "Dit blad is vervallen.")
    assertContains(client.post(url(blad), INVOER), "Dit blad is vervallen.", status_code=422)


@pytest.mark.parametrize(("wie", "status"), [("els", 404), ("tarik", 404), ("fatima", 403)])
def test_een_ander_tekent_dit_blad_niet(client, blad, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(blad)).status_code == status
    assert client.post(url(blad), INVOER).status_code == status
    assert not Akkoord.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_toestellen_tegelijk_is_een_akkoord(blad, johan):
    toestellen = [johan.aanmelden(Client()) for _ in range(2)]

    for _ in range(20):
        Akkoord.objects.all().delete()
        codes = tegelijk(lambda toestel: toestel.post(url(blad), INVOER).status_code, toestellen)

        assert sorted(codes) == [302, 409]
        assert Akkoord.objects.count() == 1
