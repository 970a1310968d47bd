"""Several werkprocessen of one talk, ticked on one page."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from tests.spelers import Speler
from trajecten.models import Niveau, Rol, Status


@pytest.fixture
def drie(plaatsing, planregel):
    return [planregel, *(f.planregel(plaatsing, f"P1-K1-W{nummer}") for nummer in (1, 2))]


@pytest.fixture
def els_van_hier(bedrijf, plaatsing):
    """A second praktijkopleider of the same plaatsing."""
    lid = f.lid(Rol.PRAKTIJKOPLEIDER, "Els Voorbeeld", leerbedrijf=bedrijf)
    plaatsing.begeleidingen.create(lid=lid, van=plaatsing.begin)
    return Speler(lid)


def url(traject):
    return reverse("trajecten:meer_aftekenen", args=[traject.pk])


def ingevuld(*regels, niveau="met_hulp", **velden):
    return {
        "werkprocessen": [regel.pk for regel in regels],
        "niveau": niveau,
        "sleutel": uuid.uuid4(),
        **{f"na_{regel.pk}": regel.aftekeningen.count() for regel in regels},
    } | velden


def test_aangevinkte_taken_krijgen_hetzelfde_niveau(client, traject, drie, johan):
    johan.aanmelden(client)

    response = client.post(url(traject), ingevuld(*drie[:2]))

    assertRedirects(response, reverse("trajecten:begeleiding", args=[traject.pk]))
    assert [regel.stand and regel.stand.niveau for regel in drie] == ["met_hulp", "met_hulp", None]


def test_dubbele_klik_geeft_een_rij_per_taak(client, traject, drie, johan):
    johan.aanmelden(client)
    gegevens = ingevuld(*drie)

    antwoorden = [client.post(url(traject), gegevens).status_code for _ in range(2)]

    assert antwoorden == [302, 302]
    assert [regel.aftekeningen.count() for regel in drie] == [1, 1, 1]


def test_een_ingehaalde_taak_houdt_alles_tegen_en_verliest_niets(
    client, traject, drie, johan, els_van_hier
):
    johan.aanmelden(client)
    gegevens = ingevuld(*drie)
    f.aftekening(drie[1], els_van_hier.lid, Niveau.ZELFSTANDIG)

    botsing = client.post(url(traject), gegevens)
    form = botsing.context["form"]
    nieuw = {naam: form[naam].value() for naam in ("sleutel", f"na_{drie[1].pk}")}
    opnieuw = client.post(url(traject), gegevens | nieuw)

    assertContains(botsing, "Els Voorbeeld zegt", status_code=409)
    assert opnieuw.status_code == 302
    assert [regel.aftekeningen.count() for regel in drie] == [1, 2, 1]


def test_zonder_taak_of_niveau_zegt_de_pagina_wat_er_mist(client, traject, drie, johan):
    johan.aanmelden(client)

    response = client.post(url(traject), {"sleutel": uuid.uuid4()})

    assertContains(response, "Kies minstens één taak.", status_code=422)
    assertContains(response, "Kies een van de antwoorden.", status_code=422)


def test_taak_van_een_ander_bestaat_niet(client, traject, drie, johan):
    vreemd = f.planregel()
    johan.aanmelden(client)

    response = client.post(url(traject), ingevuld(drie[0], vreemd))

    assert response.status_code == 422
    assert not drie[0].aftekeningen.exists() and not vreemd.aftekeningen.exists()


def test_kan_hier_niet_gaat_een_voor_een(client, traject, drie, johan):
    johan.aanmelden(client)

    response = client.post(url(traject), ingevuld(*drie, niveau="kan_hier_niet"))

    assert response.status_code == 422


def test_onderbroken_traject_zegt_waarom(client, traject, drie, johan):
    traject.status = Status.ONDERBROKEN
    traject.save()
    johan.aanmelden(client)

    assertContains(client.get(url(traject)), "Dit traject loopt nu niet.")
    assert client.post(url(traject), ingevuld(*drie)).status_code == 422


def test_vreemde_praktijkopleider_vindt_niets(client, traject, drie, els):
    els.aanmelden(client)

    assert client.post(url(traject), ingevuld(*drie)).status_code == 404


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_in_tegengestelde_volgorde(traject, drie, johan, els_van_hier):
    klanten = [
        (johan.aanmelden(Client()), drie),
        (els_van_hier.aanmelden(Client()), drie[::-1]),
    ]

    gelukt = 0
    for _ in range(20):
        antwoorden = tegelijk(
            lambda paar: paar[0].post(url(traject), ingevuld(*paar[1])).status_code, klanten
        )
        gelukt += antwoorden.count(302)

        assert set(antwoorden) <= {302, 409}
        assert {regel.aftekeningen.count() for regel in drie} == {gelukt}
