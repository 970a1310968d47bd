"""The list to print for a meeting: who was chosen, or everybody; no decision is taken here."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f

from . import maken_examencommissie as maken
from .maken_examencommissie import aangeboden, voordragen

URL = reverse("verklaringen:vergaderlijst")


@pytest.fixture
def klant(client, anne):
    return anne.aanmelden(client)


@pytest.fixture
def van_elke_soort(school, fatima):
    maken.van_elke_soort(school, fatima)


def namen(response):
    return [punt.traject.kandidaat.naam for punt in response.context["punten"]]


def test_zonder_vinkjes_staat_iedereen_erop(klant, van_elke_soort):
    response = klant.get(URL)

    assert namen(response) == ["Ali Een", "Bo Twee", "Cis Drie", "Dee Vier"]
    assertContains(
        response, "Werkdocument uit het portaal. Geen diploma, mbo-certificaat of mbo-verklaring."
    )


def test_alleen_wie_een_vinkje_heeft(klant, van_elke_soort):
    punten = klant.get(URL).context["punten"]

    gekozen = klant.get(URL, {"punt": [punten[1].sleutel, punten[3].sleutel]})

    assert namen(gekozen) == ["Bo Twee", "Dee Vier"]


def test_alleen_de_gekozen_soort(klant, van_elke_soort):
    assert namen(klant.get(URL, {"soort": "diploma"})) == ["Cis Drie"]


def test_per_persoon_traject_opleiding_vraag_advies_en_de_keuzes(klant, school, fatima):
    traject = aangeboden(school, fatima, route="diploma")
    voordragen(traject, fatima, "diploma", "voldoet_niet", motivering="Rekenen bleef gelijk.")

    response = klant.get(URL)

    for tekst in (
        traject.nummer, "Assistent logistiek (25743), niveau 1", "<strong>Diploma</strong>",
        "Toets van de regels: voldoet nog niet. Rekenen bleef gelijk.",
        "Toegekend", "Afgewezen", "Aangehouden", "Handtekening",
    ):  # fmt: skip
        assertContains(response, tekst)


def test_bij_een_vrijstelling_zijn_de_keuzes_anders(klant, school, fatima):
    lerend = f.traject(instelling=school, coordinator=fatima.lid, route="diploma")
    f.vrijstellingsbewijs(lerend)

    response = klant.get(URL)

    assertContains(response, "Deels verleend")
    assertContains(response, "Al eerder geleerd.")
    assertNotContains(response, "Toegekend")


def test_een_punt_van_een_andere_school_komt_er_niet_op(client, boris, klant, van_elke_soort):
    sleutels = [punt.sleutel for punt in klant.get(URL).context["punten"]]

    response = boris.aanmelden(client).get(URL, {"punt": sleutels})

    assert namen(response) == []


def test_vergaderlijst_query_count_is_the_same_at_1_and_at_3_rows(klant, school, fatima, tellen):
    aangeboden(school, fatima, "Ali Een")
    klant.get(URL)
    een = tellen(URL)
    for naam in ("Bo Twee", "Cis Drie"):
        f.schooloordeel(aangeboden(school, fatima, naam), fatima.lid)

    assert tellen(URL) == een
