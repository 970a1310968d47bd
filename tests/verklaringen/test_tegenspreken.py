"""'Dit klopt niet': by a party, or by the school that heard it."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from trajecten.models import Status
from verklaringen import actions
from verklaringen.models import Akkoord, Partij, Tegenspraak


def url(blad):
    return reverse("verklaringen:tegenspreken", args=[blad.pk])


@pytest.mark.parametrize(
    ("wie", "partij"), [("johan", Partij.PRAKTIJKOPLEIDER), ("samira", Partij.KANDIDAAT)]
)
def test_elke_partij_kan_zeggen_dat_het_niet_klopt(client, blad, wie, partij, request):
    request.getfixturevalue(wie).aanmelden(client)

    response = client.post(url(blad), {"reden": "De uren kloppen niet."}, follow=True)

    assertContains(response, "Verstuurd.")
    tegenspraak = Tegenspraak.objects.get()
    assert (tegenspraak.partij, tegenspraak.reden) == (partij, "De uren kloppen niet.")
    blad.refresh_from_db()
    blad.traject.refresh_from_db()
    assert blad.vervallen_reden == "Dit klopt niet: De uren kloppen niet."
    assert blad.traject.status == Status.SCHOOLOORDEEL


def test_school_legt_vast_wie_het_zei(client, blad, fatima):
    fatima.aanmelden(client)

    response = client.post(url(blad), {"partij": "kandidaat", "reden": "Naam is fout."})

    assertRedirects(response, reverse("verklaringen:ondertekening", args=[blad.traject_id]))
    assert Tegenspraak.objects.get().partij == Partij.KANDIDAAT


def test_partij_kan_niet_namens_een_ander_spreken(client, blad, samira):
    samira.aanmelden(client)

    client.post(url(blad), {"partij": "praktijkopleider", "reden": "Naam is fout."})

    assert Tegenspraak.objects.get().partij == Partij.KANDIDAAT


def test_school_zonder_partij_houdt_de_tekst(client, blad, fatima):
    fatima.aanmelden(client)

    response = client.post(url(blad), {"reden": "Naam is fout."})

    assertContains(response, "Kies wie dit zegt.", status_code=422)
    assertContains(response, "Naam is fout.", status_code=422)


def test_zonder_reden_gebeurt_er_niets(client, blad, samira):
    samira.aanmelden(client)

    response = client.post(url(blad), {"reden": ""})

    assertContains(response, "Schrijf op wat er niet klopt.", status_code=422)
    assert not Tegenspraak.objects.exists()


def test_dubbelklik_is_een_tegenspraak_en_een_zin(client, blad, samira):
    samira.aanmelden(client)
    client.post(url(blad), {"reden": "Naam is fout."})

    response = client.post(url(blad), {"reden": "Naam is fout."})

    assertContains(response, "Dit blad is vervallen.", status_code=422)
    assert Tegenspraak.objects.count() == 1


def test_na_de_eigen_handtekening_kan_het_nog_tot_ieder_tekende(client, blad, samira):
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.KANDIDAAT, door=samira.lid, plaats="Deventer"
    )
    samira.aanmelden(client)

    client.post(url(blad), {"reden": "Toch niet."})

    blad.refresh_from_db()
    assert blad.vervallen_op
    assert Akkoord.objects.count() == 1


@pytest.mark.parametrize(
    ("wie", "status"), [("els", 404), ("tarik", 404), ("karin", 404), ("anne", 403), ("mo", 403)]
)
def test_een_ander_komt_hier_niet(client, blad, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(blad)).status_code == status
    assert client.post(url(blad), {"reden": "Naam is fout."}).status_code == status
    assert not Tegenspraak.objects.exists()
