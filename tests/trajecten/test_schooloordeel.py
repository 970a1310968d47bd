"""The page of the schooloordeel, and two people who judge at the same moment."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from trajecten import models as m

VANDAAG = timezone.localdate()


def url(traject):
    return reverse("trajecten:schooloordeel", args=[traject.pk])


def ingevuld(**velden):
    return {
        "oordeel": "3", "motivering": "Samira werkt zelfstandig, Johan vindt dat ook.",
        "gebeurd_op": VANDAAG.isoformat(), "na": "0",
    } | velden  # fmt: skip


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def test_toont_de_eindoordelen_waarop_de_school_oordeelt(binnen, beoordeeld, planregel, johan):
    f.eindoordeel(planregel, johan.lid, toelichting="Werkt netjes")

    response = binnen.get(url(beoordeeld))

    assertContains(response, "B1-K1-W1")
    assertContains(response, "Werkt netjes")


def test_school_geeft_een_positief_oordeel(binnen, beoordeeld, fatima):
    response = binnen.post(url(beoordeeld), ingevuld())

    assertRedirects(response, beoordeeld.get_absolute_url())
    velden = ("volgnummer", "positief", "optie", "door")
    assert list(beoordeeld.schooloordelen.values_list(*velden)) == [(1, True, 3, fatima.lid.pk)]


def test_nog_niet_positief_heeft_geen_optie(binnen, beoordeeld):
    binnen.post(url(beoordeeld), ingevuld(oordeel="nee"))

    assert list(beoordeeld.schooloordelen.values_list("positief", "optie")) == [(False, None)]


def test_bij_deze_route_staat_de_praktijkverklaring_bovenaan_en_mag_het_ook_zonder(
    binnen, beoordeeld
):
    keuzes = binnen.get(url(beoordeeld)).context["form"].fields["oordeel"].choices
    binnen.post(url(beoordeeld), ingevuld(oordeel="2"))

    assert [waarde for waarde, _ in keuzes] == ["3", "2", "1", "nee"]
    assert beoordeeld.schooloordelen.get().optie == 2


@pytest.mark.parametrize("route", ["certificaat", "diploma"])
def test_bij_een_diploma_of_certificaat_gaat_het_over_de_hele_bpv(binnen, beoordeeld, route):
    m.Traject.objects.update(route=route)

    pagina = binnen.get(url(beoordeeld))
    binnen.post(url(beoordeeld), ingevuld(oordeel="1"))

    keuzes = pagina.context["form"].fields["oordeel"].choices
    assert [waarde for waarde, _ in keuzes] == ["1", "nee"]
    assertContains(pagina, "De examens komen bij de voordracht.")
    assert beoordeeld.schooloordelen.get().optie == 1


def test_zonder_motivering_blijft_de_rest_staan(binnen, beoordeeld):
    response = binnen.post(url(beoordeeld), ingevuld(motivering=" "))

    assertContains(response, "Schrijf op waarom de school dit vindt.", status_code=422)
    assertContains(response, 'value="3"', status_code=422)
    assert response.context["form"]["oordeel"].value() == "3"
    assert response.context["form"]["gebeurd_op"].value() == VANDAAG.isoformat()


def test_zonder_een_ja_zegt_de_pagina_waarom_het_niet_kan(binnen, beoordeeld, planregel, johan):
    f.eindoordeel(planregel, johan.lid, "nee")

    response = binnen.post(url(beoordeeld), ingevuld())

    assertContains(response, "bij geen enkel werkproces een ja", status_code=422)
    assertContains(response, "Samira werkt zelfstandig", status_code=422)


def test_oud_formulier_krijgt_beide_oordelen(binnen, beoordeeld, farid):
    f.schooloordeel(beoordeeld, farid.lid, positief=False, motivering="Nog te weinig gezien.")

    response = binnen.post(url(beoordeeld), ingevuld())

    assertContains(response, "Nog te weinig gezien.", status_code=409)
    assertContains(response, "Farid Voorbeeld", status_code=409)
    assertContains(response, "Samira werkt zelfstandig", status_code=409)
    assert beoordeeld.schooloordelen.count() == 1


def test_na_het_zien_van_beide_geldt_het_nieuwe_oordeel(binnen, beoordeeld, farid):
    f.schooloordeel(beoordeeld, farid.lid, positief=False)
    eerste = binnen.post(url(beoordeeld), ingevuld())

    na = eerste.context["form"]["na"].value()
    response = binnen.post(url(beoordeeld), ingevuld(na=na))

    assert response.status_code == 302
    assert list(beoordeeld.schooloordelen.values_list("volgnummer", "positief")) == [
        (1, False), (2, True),
    ]  # fmt: skip


def test_te_vroeg_zegt_de_pagina_wie_eerst_moet(binnen, planregel):
    m.Traject.objects.update(status=m.Status.EINDBEOORDELING)

    response = binnen.get(url(planregel.traject))

    assertContains(response, "nog niet over elk werkproces een eindoordeel")
    assert "Geef het schooloordeel" not in response.content.decode()


def test_vreemd_traject_bestaat_niet(client, beoordeeld, karin):
    karin.aanmelden(client)

    antwoorden = [client.get(url(beoordeeld)), client.post(url(beoordeeld), ingevuld())]

    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404]
    assert m.Schooloordeel.objects.count() == 0


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_bij_het_schooloordeel(beoordeeld, fatima, farid):
    klanten = [wie.aanmelden(Client()) for wie in (fatima, farid)]

    for ronde in range(20):
        antwoorden = tegelijk(
            lambda klant: klant.post(url(beoordeeld), ingevuld(na=str(ronde))).status_code,  # noqa: B023
            klanten,
        )

        assert sorted(antwoorden) == [302, 409]
        assert beoordeeld.schooloordelen.count() == ronde + 1
