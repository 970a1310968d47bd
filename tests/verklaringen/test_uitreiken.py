"""Handing over: when, where, by whom."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from trajecten.models import Status
from verklaringen.models import Uitreiking


def url(traject):
    return reverse("verklaringen:uitreiken", args=[traject.pk])


def invoer(**anders):
    return {"gebeurd_op": timezone.localdate().isoformat(), "plaats": "Zwolle"} | anders


def test_uitreiken_legt_vast_wie_waar_en_wanneer(client, uitgegeven, fatima):
    fatima.aanmelden(client)

    response = client.post(url(uitgegeven), invoer(), follow=True)

    assertContains(response, "Uitgereikt. Gefeliciteerd aan Samira!")
    assert [(rij.plaats, rij.door) for rij in Uitreiking.objects.all()] == [
        ("Zwolle", fatima.lid)
    ] * 2
    uitgegeven.refresh_from_db()
    assert uitgegeven.status == Status.UITGEREIKT


def test_dubbelklik_is_een_uitreiking_per_document(client, uitgegeven, fatima):
    fatima.aanmelden(client)
    client.post(url(uitgegeven), invoer())

    response = client.post(url(uitgegeven), invoer())

    assertContains(response, "heeft nu niets om uit te reiken", status_code=422)
    assert Uitreiking.objects.count() == 2


@pytest.mark.parametrize(
    ("dagen", "zin"), [(1, "De datum ligt in de toekomst."), (-1, "pas uitgegeven op")]
)
def test_datum_ligt_tussen_uitgifte_en_vandaag(client, uitgegeven, fatima, dagen, zin):
    fatima.aanmelden(client)
    dag = timezone.localdate() + timedelta(days=dagen)

    response = client.post(url(uitgegeven), invoer(gebeurd_op=dag.isoformat(), plaats="Zutphen"))

    assertContains(response, zin, status_code=422)
    assertContains(response, 'value="Zutphen"', status_code=422)
    assert not Uitreiking.objects.exists()


def test_voor_de_uitgifte_kan_het_niet(client, besloten, opdrachten, fatima):
    fatima.aanmelden(client)

    response = client.post(url(besloten), invoer())

    assertContains(response, "Nog niet alle documenten zijn uitgegeven.", status_code=422)


@pytest.mark.parametrize(("wie", "status"), [("karin", 404), ("anne", 403), ("samira", 403)])
def test_alleen_de_eigen_school_reikt_uit(client, besloten, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(besloten)).status_code == status
    assert client.post(url(besloten), invoer()).status_code == status


def test_naar_de_pagina_van_het_document(client, uitgegeven, fatima):
    fatima.aanmelden(client)

    response = client.post(url(uitgegeven), invoer())

    assertRedirects(response, reverse("verklaringen:ondertekening", args=[uitgegeven.pk]))
