"""Deel D asked with one press, by the kandidaat or the school; nobody else."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests.spelers import Speler
from tests.verklaringen.maken_dossier import diplomatraject
from trajecten import models as m
from trajecten.models import Rol
from verklaringen import actions
from verklaringen.models import Afdruk

BEWIJZEN = reverse("verklaringen:bewijzen")


@pytest.fixture
def diploma(fatima, johan):
    """To a diploma, with one exam that is not sufficient."""
    traject = diplomatraject(fatima.lid, johan.lid)
    f.resultaat(traject, waarde=4)
    return traject


@pytest.fixture
def zelf(diploma):
    """The kandidaat of this traject."""
    return Speler(f.lid(Rol.KANDIDAAT, "Samira Voorbeeld", kandidaat=diploma.kandidaat))


def url(traject):
    return reverse("verklaringen:totaaloverzicht_afdrukken", args=[traject.pk])


def test_school_print_het_totaaloverzicht(client, diploma, fatima, renderer):
    fatima.aanmelden(client)
    pagina = reverse("verklaringen:voordragen", args=[diploma.pk])
    assertContains(client.get(pagina), url(diploma))

    response = client.post(url(diploma))
    actions.afdruk_uitvoeren(actions.pakken(Afdruk), renderer)

    assertContains(client.get(response.url), "De PDF is klaar.")
    assertContains(client.get(response.url), pagina)
    regel = m.Logregel.objects.get(actie="afdrukken:totaaloverzicht")
    assert regel.kandidaat == diploma.kandidaat


def test_kandidaat_print_zelf_het_totaaloverzicht(client, diploma, zelf):
    zelf.aanmelden(client)
    assertContains(client.get(BEWIJZEN), "Jij beslist wie dit ziet.")

    response = client.post(url(diploma))

    assertContains(client.get(response.url), BEWIJZEN)
    assert Afdruk.objects.get().door == zelf.lid


def test_totaaloverzicht_is_er_niet_als_alles_voldoende_is(client, diploma, zelf):
    diploma.resultaten.update(cijfer=7)
    zelf.aanmelden(client)

    assertNotContains(client.get(BEWIJZEN), url(diploma))
    response = client.post(url(diploma))

    assertRedirects(response, BEWIJZEN, fetch_redirect_response=False)
    assertContains(client.get(BEWIJZEN), "Alle examenresultaten zijn voldoende.")
    assert not Afdruk.objects.exists()


@pytest.mark.parametrize("wie", ["anne", "johan", "mo"])
def test_totaaloverzicht_is_alleen_voor_kandidaat_en_coordinator(client, diploma, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.post(url(diploma)).status_code == 403


def test_een_ander_ziet_het_totaaloverzicht_niet(client, diploma, tarik):
    tarik.aanmelden(client)

    assert client.post(url(diploma)).status_code == 404


def test_coordinator_ziet_het_totaaloverzicht_bij_het_document(client, beoordeeld, fatima):
    f.resultaat(beoordeeld, waarde=4)
    fatima.aanmelden(client)

    response = client.get(reverse("verklaringen:ondertekening", args=[beoordeeld.pk]))

    assertContains(response, url(beoordeeld))
    assertNotContains(response, "diplomadossier")
