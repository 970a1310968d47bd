"""The overeenkomst is a task on the first page of who still has to sign it."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.spelers import Speler
from tests.trajecten import stappen
from trajecten import actions
from trajecten.models import Rol

VANDAAG, NU_DOEN = reverse("start:vandaag"), reverse("start:nu_doen")


@pytest.fixture
def overeenkomst(fatima, johan):
    return stappen.ter_ondertekening(fatima.lid, johan.lid)


@pytest.fixture
def kandidaat(overeenkomst):
    wie = overeenkomst.plaatsing.traject.kandidaat
    return Speler(f.lid(Rol.KANDIDAAT, wie.naam, kandidaat=wie))


def test_beide_zien_de_afspraken_tot_zij_tekenden(client, overeenkomst, johan, kandidaat):
    taak = reverse("trajecten:overeenkomst_ondertekenen", args=[overeenkomst.plaatsing.traject_id])
    for wie, adres in ((johan, VANDAAG), (kandidaat, NU_DOEN)):
        wie.aanmelden(client)
        assertContains(client.get(adres), f'href="{taak}"')

        actions.overeenkomst_ondertekenen(overeenkomst=overeenkomst, door=wie.lid)

        assertNotContains(client.get(adres), taak)


def test_vreemde_praktijkopleider_ziet_de_afspraken_niet(client, overeenkomst, els):
    els.aanmelden(client)

    assertNotContains(client.get(VANDAAG), "Lees de afspraken.")
