"""The working documents about the exams, asked from the voordracht and from the decision."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.verklaringen import maken_voordracht as maken
from tests.verklaringen.test_afdruk import vragen
from trajecten import models as m
from verklaringen import actions
from verklaringen.models import Afdruk

NAMEN = ["voordracht", "diplomadossier", "conceptresultatenlijst"]


@pytest.fixture
def amina(fatima, johan):
    traject = maken.diploma(fatima.lid, johan.lid)
    actions.voordragen(traject=traject, door=fatima.lid)
    return traject


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize(("wie", "pagina"), [("fatima", "voordragen"), ("anne", "besluiten")])
def test_school_en_commissie_vragen_een_werkdocument(client, amina, wie, pagina, naam, request):
    request.getfixturevalue(wie).aanmelden(client)
    terug = reverse(f"verklaringen:{pagina}", args=[amina.pk])
    assertContains(client.get(terug), reverse(f"verklaringen:{naam}_afdrukken", args=[amina.pk]))

    response = vragen(client, naam, amina)

    afdruk = Afdruk.objects.get()
    assert afdruk.soort == naam
    assertContains(client.get(response.url), f'href="{terug}"')


def test_de_print_is_de_voordracht_zoals_zij_is_aangeboden(client, amina, fatima):
    fatima.aanmelden(client)

    vragen(client, "voordracht", amina)

    assert Afdruk.objects.get().inhoud == amina.voordrachten.get().inhoud


def test_zonder_voordracht_is_er_niets_te_printen(client, fatima, johan):
    traject = maken.certificaat(fatima.lid, johan.lid)
    fatima.aanmelden(client)
    pagina = client.get(reverse("verklaringen:voordragen", args=[traject.pk]))

    response = client.post(
        reverse("verklaringen:voordracht_afdrukken", args=[traject.pk]), follow=True
    )

    assertNotContains(pagina, "Om te printen")
    assertContains(response, "Er is nog geen voordracht aangeboden.")
    assert not Afdruk.objects.exists()


def test_voor_een_ouder_studiejaar_is_er_geen_concept_resultatenlijst(client, amina, fatima):
    m.Inschrijving.objects.update(gebeurd_op=date(2021, 9, 1))
    fatima.aanmelden(client)

    pagina = client.get(reverse("verklaringen:voordragen", args=[amina.pk]))
    response = client.post(
        reverse("verklaringen:conceptresultatenlijst_afdrukken", args=[amina.pk]), follow=True
    )

    assertNotContains(pagina, "Print de concept-resultatenlijst")
    assertContains(response, "een ouder model")
    assert not Afdruk.objects.exists()


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize(("wie", "status"), [("johan", 403), ("karin", 404), ("boris", 404)])
def test_een_ander_vraagt_niets(client, amina, naam, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert vragen(client, naam, amina).status_code == status
    assert not Afdruk.objects.exists()


def test_afdruk_van_een_ander_lid_blijft_van_die_ander(client, amina, fatima, anne):
    fatima.aanmelden(client)
    response = vragen(client, "voordracht", amina)
    anne.aanmelden(client)

    assert client.get(response.url).status_code == 404
    assertRedirects(
        vragen(client, "voordracht", amina),
        reverse("verklaringen:afdruk", args=[Afdruk.objects.order_by("pk").last().pk]),
    )
