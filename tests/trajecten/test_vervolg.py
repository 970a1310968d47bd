"""The next step: what counts already, what is missing, and one new traject."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from trajecten import actions
from trajecten import models as m
from trajecten.models import Route, Status
from trajecten.rules import Doel


def url(traject):
    return reverse("trajecten:vervolg", args=[traject.pk])


def zet(traject, status, **velden):
    m.Traject.objects.filter(pk=traject.pk).update(status=status, **velden)
    traject.refresh_from_db()
    return traject


def naar(kwalificatie, route="diploma", certificaat=None):
    return {
        "route": route, "kwalificatie": kwalificatie.pk,
        "certificaat": certificaat.pk if certificaat else "",
    }  # fmt: skip


@pytest.fixture
def klant(client, fatima):
    return fatima.aanmelden(client)


def test_de_pagina_stelt_een_doel_voor_en_belooft_niets(klant, uitgereikt):
    response = klant.get(url(uitgereikt))

    assert response.context["doel"] == Doel(Route.DIPLOMA, uitgereikt.kwalificatie)
    assertContains(response, "Niets telt vanzelf")
    assertNotContains(response, "recht op")


def test_met_een_certificaat_in_de_opleiding_is_dat_de_volgende_trede(klant, school, gedekt):
    traject = f.traject(Status.UITGEREIKT, instelling=school, kwalificatie=gedekt.kwalificatie)

    doel = klant.get(url(traject)).context["doel"]

    assert doel == Doel(Route.CERTIFICAAT, gedekt.kwalificatie, gedekt)


def test_het_nieuwe_traject_heeft_kandidaat_en_coordinator_en_een_eigen_intake(
    klant, uitgereikt, fatima
):
    response = klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))

    nieuw = uitgereikt.vervolgen.get()
    assertRedirects(response, reverse("trajecten:intake", args=[nieuw.pk]))
    assert (nieuw.kandidaat, nieuw.coordinator, nieuw.status) == (
        uitgereikt.kandidaat, fatima.lid, Status.INTAKE,
    )  # fmt: skip
    assert (nieuw.route, nieuw.kwalificatie) == ("diploma", uitgereikt.kwalificatie)
    assert nieuw.intake is None and not nieuw.planregels.exists()
    assert list(nieuw.overgangen.values_list("naar", flat=True)) == ["aangemeld", "intake"]
    uitgereikt.refresh_from_db()
    assert uitgereikt.status == Status.UITGEREIKT


def test_de_intake_weet_de_route_en_wie_het_is(klant, uitgereikt):
    klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))

    begin = klant.get(reverse("trajecten:intake", args=[uitgereikt.vervolgen.get().pk]))

    assert begin.context["form"].initial["route"] == "diploma"
    assert begin.context["form"].initial["jonger_dan_18"] == "nee"


@pytest.mark.parametrize(("route", "blijft"), [("certificaat", True), ("diploma", False)])
def test_een_andere_route_in_de_intake_laat_het_certificaat_los(
    school, fatima, gedekt, route, blijft
):
    traject = f.traject(Status.UITGEREIKT, instelling=school, kwalificatie=gedekt.kwalificatie)
    doel = Doel(Route.CERTIFICAAT, gedekt.kwalificatie, gedekt)
    nieuw = actions.vervolgen(traject=traject, door=fatima.lid, doel=doel)

    actions.intake_vastleggen(
        traject=nieuw, door=fatima.lid, startkwalificatie=False, vooropleiding="", wens="Koken",
        routehulp={}, route=route, route_reden="Past nu het best.", leerweg="derde_leerweg",
        jonger_dan_18=False,
    )  # fmt: skip

    nieuw.refresh_from_db()
    assert nieuw.certificaat == (gedekt if blijft else None)


def test_twee_keer_drukken_is_een_traject(klant, uitgereikt):
    klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))
    tweede = klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))

    nieuw = uitgereikt.vervolgen.get()
    assertRedirects(tweede, reverse("trajecten:intake", args=[nieuw.pk]))


def test_een_tweede_volgende_stap_naar_iets_anders_wordt_geweigerd(klant, uitgereikt):
    klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))

    response = klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie, "praktijkverklaring"))

    assertContains(response, "De volgende stap is al begonnen", status_code=422)
    assert uitgereikt.vervolgen.count() == 1


def test_na_een_afgebroken_volgende_stap_kan_een_nieuwe(klant, uitgereikt):
    klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))
    zet(uitgereikt.vervolgen.get(), Status.NIET_GESTART)

    klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))

    assert uitgereikt.vervolgen.count() == 2


def test_een_lopend_traject_stroomt_door_en_de_pagina_waarschuwt(klant, plaatsing):
    traject = plaatsing.traject
    assertContains(klant.get(url(traject)), "sluit dit traject als ‘doorgestroomd’")

    klant.post(url(traject), naar(traject.kwalificatie))

    traject.refresh_from_db()
    plaatsing.refresh_from_db()
    assert traject.status == Status.DOORGESTROOMD
    assert plaatsing.beeindigd_op == timezone.localdate()
    assert traject.vervolgen.get().status == Status.INTAKE


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        (Status.INTAKE, "Een volgende stap kan als het traject klaar is"),
        (Status.BIJ_EXAMENCOMMISSIE, "Een volgende stap kan als het traject klaar is"),
        (Status.NIET_GESTART, "Een volgende stap kan als het traject klaar is"),
        (Status.GESTOPT, "In dit traject is nog niets behaald."),
    ],
)
def test_te_vroeg_of_zonder_resultaat_wordt_geweigerd(klant, traject, status, zin):
    zet(traject, status)

    response = klant.post(url(traject), naar(traject.kwalificatie))

    assertContains(response, zin, status_code=422)
    assert not traject.vervolgen.exists()


def test_gestopt_met_resultaat_kan_verder(klant, uitgereikt):
    zet(uitgereikt, Status.GESTOPT)

    klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))

    assert uitgereikt.vervolgen.get().status == Status.INTAKE
    uitgereikt.refresh_from_db()
    assert uitgereikt.status == Status.GESTOPT


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"route": "certificaat"}, "Kies eerst voor welk mbo-certificaat"),
        ({"route": "iets"}, "Kies iets uit de lijst."),
        ({"kwalificatie": ""}, "Kies een opleiding."),
        ({"kwalificatie": "x" * 40}, "Kies iets uit de lijst."),
    ],
)
def test_een_doel_dat_niet_kan_zegt_waarom(klant, uitgereikt, anders, zin):
    for methode in (klant.get, klant.post):
        response = methode(url(uitgereikt), naar(uitgereikt.kwalificatie) | anders)
        assertContains(response, zin, status_code=422)
    assert not uitgereikt.vervolgen.exists()


def test_de_school_ziet_de_trajecten_voor_en_na(klant, uitgereikt):
    klant.post(url(uitgereikt), naar(uitgereikt.kwalificatie))
    nieuw = uitgereikt.vervolgen.get()

    assertContains(klant.get(uitgereikt.get_absolute_url()), f"{nieuw.nummer}</a>, diploma")
    assertContains(klant.get(nieuw.get_absolute_url()), f"{uitgereikt.nummer}</a>, praktijk")


@pytest.mark.parametrize(
    ("route", "zin"),
    [
        ("praktijkverklaring", "Misschien kun je meer taken leren op het werk."),
        ("certificaat", "Misschien kun je leren voor een diploma."),
        ("diploma", "Misschien kun je leren op een hoger niveau."),
    ],
)
def test_kandidaat_leest_wat_er_misschien_kan(client, uitgereikt, samira, route, zin):
    zet(uitgereikt, Status.UITGEREIKT, route=route)
    samira.aanmelden(client)

    response = client.get(reverse("start:nu_doen"))

    assertContains(response, zin)
    assertNotContains(response, "recht op")


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_coordinatoren_tegelijk_is_een_traject(uitgereikt, fatima, farid):
    toestellen = [wie.aanmelden(Client()) for wie in (fatima, farid)]
    gegevens = naar(uitgereikt.kwalificatie)

    for _ in range(10):
        nieuw = m.Traject.objects.filter(vervolg_op=uitgereikt)
        m.Statusovergang.objects.filter(traject__in=nieuw).delete()
        nieuw.delete()
        codes = tegelijk(lambda een: een.post(url(uitgereikt), gegevens).status_code, toestellen)

        assert codes == [302, 302]
        assert m.Traject.objects.filter(vervolg_op=uitgereikt).count() == 1
