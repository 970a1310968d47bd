"""The people of the own organisatie: invite a colleague, end a role."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from trajecten import actions
from trajecten.models import Bericht, Lidmaatschap, Logregel, Rol
from trajecten.rules import Bezwaar, lid_is_geldig

LEDEN = "/leden/"
UITNODIGEN = "/leden/uitnodigen/"


@pytest.fixture
def jan(school):
    return f.lid(Rol.COORDINATOR, "Jan Voorbeeld", organisatie=school)


def test_coordinator_nodigt_de_examencommissie_uit(client, fatima, school):
    fatima.aanmelden(client)
    gegevens = {"rol": "examencommissie", "naam": "Bo Bakker", "email": "bo@voorbeeld.example"}

    response = client.post(UITNODIGEN, gegevens | {"functie": "secretaris"})

    assertRedirects(response, LEDEN)
    lid = Lidmaatschap.objects.get(gebruiker__email="bo@voorbeeld.example")
    assert (lid.rol, lid.organisatie, lid.functie) == ("examencommissie", school, "secretaris")
    assert "mee te werken als examencommissie" in Bericht.objects.get().tekst


def test_coordinator_maakt_geen_beheerder(client, fatima):
    fatima.aanmelden(client)
    gegevens = {"rol": "beheer", "naam": "Bo Bakker", "email": "bo@voorbeeld.example"}

    response = client.post(UITNODIGEN, gegevens)

    assert response.status_code == 422
    assert not Lidmaatschap.objects.filter(rol=Rol.BEHEER).exists()


def test_leerbedrijfbeheerder_nodigt_een_praktijkopleider_uit(client, bedrijf):
    beheerder = f.lid(Rol.LEERBEDRIJFBEHEERDER, "Bea Baas", leerbedrijf=bedrijf)

    actions.collega_uitnodigen(
        door=beheerder, rol="praktijkopleider", naam="Piet Pol", email="piet@voorbeeld.example"
    )

    assert Lidmaatschap.objects.get(gebruiker__naam="Piet Pol").leerbedrijf == bedrijf


def test_de_lijst_toont_alleen_de_eigen_mensen(client, fatima, jan, karin, johan):
    fatima.aanmelden(client)

    response = client.get(LEDEN)

    assertContains(response, "Jan Voorbeeld")
    assertNotContains(response, "Karin Anders")
    assertNotContains(response, "Johan Voorbeeld")


def test_van_de_mensen_is_het_een_stap_naar_de_inrichting(client, fatima):
    assertContains(fatima.aanmelden(client).get(reverse("trajecten:leden")), "/inrichting/")


def test_beeindigen_geldt_meteen(client, fatima, jan):
    fatima.aanmelden(client)

    response = client.post(reverse("trajecten:lid_beeindigen", args=[jan.pk]))

    assertRedirects(response, LEDEN)
    jan.refresh_from_db()
    assert not lid_is_geldig(jan)
    assert Logregel.objects.get(actie="lid_beeindigen").object_id == str(jan.pk)


def test_een_rol_van_vandaag_is_ook_meteen_weg(fatima, school):
    nieuw = f.lid(Rol.COORDINATOR, "Noor Nieuw", organisatie=school, van=timezone.localdate())

    actions.lid_beeindigen(lid=nieuw, door=fatima.lid)

    assert not Lidmaatschap.objects.geldig().filter(pk=nieuw.pk).exists()


def test_je_eigen_rol_beeindig_je_niet(client, fatima):
    fatima.aanmelden(client)

    response = client.post(reverse("trajecten:lid_beeindigen", args=[fatima.lid.pk]))

    assertContains(response, "Je kunt je eigen rol niet beëindigen", status_code=422)


def test_twee_keer_beeindigen_zegt_dat_het_al_gebeurd_is(fatima, jan):
    actions.lid_beeindigen(lid=jan, door=fatima.lid)

    with pytest.raises(Bezwaar, match="eindigt al"):
        actions.lid_beeindigen(lid=jan, door=fatima.lid)


def test_een_open_uitnodiging_vervalt_met_de_rol(fatima, jan):
    uitnodiging = actions.uitnodigen(lid=jan, door=fatima.lid, waarvoor="mee te werken")

    actions.lid_beeindigen(lid=jan, door=fatima.lid)

    uitnodiging.refresh_from_db()
    assert uitnodiging.ingetrokken_op is not None


def test_leden_query_count(client, fatima, school, django_assert_num_queries):
    fatima.aanmelden(client)
    client.get(LEDEN)
    with CaptureQueriesContext(connection) as eerst:
        client.get(LEDEN)
    for nummer in range(3):
        f.lid(Rol.EXAMENCOMMISSIE, f"Lid {'ABC'[nummer]}", organisatie=school)

    with django_assert_num_queries(len(eerst)):
        client.get(LEDEN)
