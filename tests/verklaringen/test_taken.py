"""Signing is a task on the first page of who still has to sign, and of nobody else."""

from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.spelers import Speler
from trajecten.models import Rol
from verklaringen import actions
from verklaringen.models import Partij

VANDAAG, NU_DOEN = reverse("start:vandaag"), reverse("start:nu_doen")


def test_beide_partijen_zien_de_taak_tot_ze_tekenden(client, blad, johan, samira):
    for wie, adres, partij, knop in (
        (johan, VANDAAG, Partij.PRAKTIJKOPLEIDER, "Bekijk en teken"),
        (samira, NU_DOEN, Partij.KANDIDAAT, "Bekijk mijn bewijs"),
    ):
        wie.aanmelden(client)
        taak = reverse("verklaringen:ondertekenen", args=[blad.pk])
        assertContains(client.get(adres), f'href="{taak}"')
        assertContains(client.get(adres), knop)

        actions.akkoord_geven(vaststelling=blad, partij=partij, door=wie.lid, plaats="Deventer")

        assertNotContains(client.get(adres), taak)


def test_collega_die_niet_op_het_blad_staat_ziet_geen_taak(client, blad, bedrijf):
    els = f.lid(Rol.PRAKTIJKOPLEIDER, "Els Voorbeeld", leerbedrijf=bedrijf)
    blad.plaatsing.begeleidingen.create(lid=els, van=blad.plaatsing.begin)
    Speler(els).aanmelden(client)

    response = client.get(VANDAAG)

    assertContains(response, "Samira Voorbeeld")
    assertNotContains(response, "Bekijk en teken")
