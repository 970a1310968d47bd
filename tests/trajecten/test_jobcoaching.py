"""The mbo-coördinator gives a traject a jobcoach; a jobcoach sees nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests import maken_nazorg as maken
from trajecten import actions
from trajecten.models import Kandidaat, Resultaat, Rol, Status, Traject
from trajecten.rules import Bezwaar, Ingehaald


def koppelen(traject, door, jobcoach, na=None):
    return actions.jobcoach_koppelen(traject=traject, door=door, jobcoach=jobcoach, na=na)


def ziet(speler):
    return list(Traject.objects.zichtbaar_voor(speler.lid))


def test_een_jobcoach_ziet_wie_hij_steunt(traject, fatima, noor, naomi):
    f.traject()

    koppelen(traject, fatima.lid, noor.lid)

    assert ziet(noor) == [traject]
    assert ziet(naomi) == []
    assert Kandidaat.objects.zichtbaar_voor(noor.lid).get() == traject.kandidaat


def test_een_andere_jobcoach_neemt_het_over(traject, school, fatima, noor):
    ander = f.lid(Rol.JOBCOACH, "Nico Voorbeeld", organisatie=school)
    eerst = koppelen(traject, fatima.lid, noor.lid)

    koppelen(traject, fatima.lid, ander, na=eerst.pk)

    assert ziet(noor) == []
    assert Traject.objects.zichtbaar_voor(ander).get() == traject
    assert traject.jobcoachings.count() == 2


def test_wie_niet_meer_werkt_ziet_niets(traject, fatima, noor):
    koppelen(traject, fatima.lid, noor.lid)
    noor.lid.tot = timezone.localdate() - timedelta(days=1)
    noor.lid.save()

    assert ziet(noor) == []


def test_twee_keer_kiezen_is_een_koppeling(traject, fatima, noor):
    assert koppelen(traject, fatima.lid, noor.lid) == koppelen(traject, fatima.lid, noor.lid)
    assert traject.jobcoachings.count() == 1


def test_wie_later_kiest_ziet_wie_er_al_is(traject, school, fatima, farid, noor):
    ander = f.lid(Rol.JOBCOACH, "Nico Voorbeeld", organisatie=school)
    koppelen(traject, fatima.lid, noor.lid)

    with pytest.raises(Ingehaald) as ingehaald:
        koppelen(traject, farid.lid, ander)
    assert ingehaald.value.eerder.lid == noor.lid


def test_een_jobcoach_van_ver_kan_niet(traject, fatima, naomi):
    with pytest.raises(Bezwaar, match="Naomi Anders is geen jobcoach in deze regio"):
        koppelen(traject, fatima.lid, naomi.lid)


def test_een_jobcoach_van_wie_verwees_mag_van_ver_komen(traject, fatima, naomi):
    klantmanager = f.lid(Rol.KLANTMANAGER, organisatie=naomi.lid.organisatie)
    maken.verwezen(traject, klantmanager)

    assert koppelen(traject, fatima.lid, naomi.lid).lid == naomi.lid


def test_een_coordinator_is_geen_jobcoach(traject, fatima, farid):
    with pytest.raises(Bezwaar, match="geen jobcoach"):
        koppelen(traject, fatima.lid, farid.lid)


@pytest.mark.parametrize("wie", ["karin", "mo", "noor", "johan"])
def test_een_ander_kiest_geen_jobcoach(request, traject, noor, wie):
    speler = request.getfixturevalue(wie)

    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        koppelen(traject, speler.lid, noor.lid)


def test_een_afgesloten_traject_krijgt_geen_jobcoach(school, fatima, noor):
    rij = f.traject(Status.AFGESLOTEN, instelling=school)

    with pytest.raises(Bezwaar, match="niet meer nodig"):
        koppelen(rij, fatima.lid, noor.lid)


def test_zonder_jobcoach_verder(traject, fatima, noor):
    rij = koppelen(traject, fatima.lid, noor.lid)

    for _ in range(2):
        actions.jobcoaching_beeindigen(traject=traject, door=fatima.lid, na=rij.pk)

    assert ziet(noor) == []


def test_een_jobcoach_ziet_geen_resultaten_van_een_ander(traject, noor, naomi):
    maken.jobcoaching(traject, noor.lid)
    f.resultaat(traject)

    assert not Resultaat.objects.zichtbaar_voor(naomi.lid).exists()


def test_een_verwijzer_ziet_alleen_wie_zij_aanmeldde(traject, mo, peter):
    maken.verwezen(traject, mo.lid)

    assert ziet(mo) == [traject]
    assert ziet(peter) == []


@pytest.mark.parametrize("soort", ["werkgever", "sociale_partner"])
def test_een_andere_verwijzer_ziet_het_traject_niet(traject, soort):
    lid = f.lid(Rol.KLANTMANAGER, organisatie=f.organisatie(soort, "Een ander"))
    maken.verwezen(traject, lid)

    assert not Traject.objects.zichtbaar_voor(lid).exists()


def url(traject, stap="jobcoach_koppelen"):
    return reverse(f"trajecten:{stap}", args=[traject.pk])


def test_kiezen_en_weghalen_op_de_pagina(client, traject, fatima, noor):
    fatima.aanmelden(client)
    assertContains(client.get(traject.get_absolute_url()), url(traject))
    assertContains(client.get(url(traject)), "Er is nog geen jobcoach.")

    client.post(url(traject), {"jobcoach": noor.lid.pk})

    assertContains(client.get(traject.get_absolute_url()), "Noor Voorbeeld, Werkbedrijf De Schakel")
    assertContains(client.get(url(traject)), "Er is geen andere jobcoach in deze regio.")
    rij = traject.jobcoachings.get()
    client.post(url(traject, "jobcoaching_beeindigen"), {"na": rij.pk})
    assert ziet(noor) == []
    assertContains(client.get(url(traject)), "Eerder")


def test_een_keuze_die_niet_kan(client, traject, fatima, naomi):
    fatima.aanmelden(client)

    assert client.post(url(traject), {"jobcoach": naomi.lid.pk}).status_code == 422
    assert client.post(url(traject), {}).status_code == 422
    assert client.post(url(traject, "jobcoaching_beeindigen"), {"na": 0}).status_code == 302
    assert traject.jobcoachings.count() == 0


def test_iemand_koos_eerder(client, traject, school, fatima, noor):
    ander = f.lid(Rol.JOBCOACH, "Nico Voorbeeld", organisatie=school)
    koppelen(traject, fatima.lid, noor.lid)
    fatima.aanmelden(client)

    response = client.post(url(traject), {"jobcoach": ander.pk})

    assertContains(response, "Noor Voorbeeld is nu de jobcoach.", status_code=409)


def test_de_trajectpagina_van_de_jobcoach(client, plaatsing, traject, noor, naomi):
    """The plan, how far and how to reach; no dossier, no documents, no history."""
    maken.jobcoaching(traject, noor.lid)
    noor.aanmelden(client)

    response = client.get(traject.get_absolute_url())

    assertContains(response, traject.kandidaat.telefoon)
    for weg in ("Dossier voor controle", "Wat er gebeurde", "Andere stappen"):
        assertNotContains(response, weg)
    naomi.aanmelden(client)
    assert client.get(traject.get_absolute_url()).status_code == 404


def test_de_kandidaat_leest_bij_hulp_wie_de_jobcoach_is(client, traject, samira, johan, noor):
    f.plaatsing(traject, praktijkopleider=johan.lid)
    maken.jobcoaching(traject, noor.lid)
    samira.aanmelden(client)
    assertContains(client.get("/hulp/"), "Noor Voorbeeld")

    johan.aanmelden(client)
    assertNotContains(client.get("/hulp/"), "Noor Voorbeeld")
