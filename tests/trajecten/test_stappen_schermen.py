"""Every page from match to start answers in every status, and for nobody else."""

import pytest
from django.utils import timezone

from tests.trajecten import stappen
from tests.trajecten.stappen import url
from trajecten import models
from trajecten.models import Status

VANDAAG = timezone.localdate()


@pytest.fixture
def client(client, fatima):
    return fatima.aanmelden(client)


def test_praktijkopleider_toevoegen_en_beeindigen(client, plaatsing, johan):
    traject = plaatsing.traject
    client.post(
        url("praktijkopleiders", traject),
        {"nieuw_naam": "Vera Vervanger", "van": VANDAAG.isoformat()},
    )
    begeleiding = plaatsing.begeleidingen.get(lid=johan.lid)

    client.post(
        url("begeleiding_beeindigen", traject),
        {"begeleiding": begeleiding.pk, "tot": VANDAAG.isoformat()},
    )

    assert list(plaatsing.begeleidingen.values_list("lid__gebruiker__naam", "tot")) == [
        ("Johan Voorbeeld", VANDAAG),
        ("Vera Vervanger", None),
    ]


def test_herplaatsen_zoekt_een_ander_leerbedrijf(client, plaatsing):
    traject = plaatsing.traject

    response = client.post(
        url("herplaatsen", traject),
        {
            "laatste_dag": VANDAAG.isoformat(),
            "reden": "Het bedrijf verhuist.",
            "versie": traject.versie,
        },
    )

    assert response.url == url("match", traject)


PAGINAS = [
    "match", "leerbedrijf_toevoegen", "erkenning_controleren", "plan", "werkprocessen_kiezen",
    "inschrijven", "overeenkomst", "overeenkomst_vastleggen", "overeenkomst_elders_getekend",
    "overeenkomst_laten_vervallen", "starten", "praktijkopleiders", "herplaatsen",
]  # fmt: skip


@pytest.mark.parametrize("staat", Status.values)
def test_elke_pagina_antwoordt_in_elke_status(client, traject, plaatsing, staat):
    models.Traject.objects.filter(pk=traject.pk).update(status=staat)

    codes = {naam: client.get(url(naam, traject)).status_code for naam in PAGINAS}

    assert {naam: code for naam, code in codes.items() if code not in (200, 302)} == {}


def test_traject_van_een_andere_school_bestaat_niet(client, karin):
    ander = stappen.in_match(karin.lid)

    assert {client.get(url(naam, ander)).status_code for naam in PAGINAS} == {404}
