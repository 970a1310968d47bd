"""The page with what a school arranged, and the rules it decided itself about passing."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from tests.spelers import Speler
from tests.trajecten import maken_onderdelen as maken
from trajecten import models as m
from trajecten import rules

VANDAAG = timezone.localdate()
PAGINA = reverse("trajecten:inrichting")
VASTSTELLEN = reverse("trajecten:schoolregels")


def ingevuld(**anders):
    return {
        "nederlands_minimum": "6", "gemiddelde_afronden": "ja", "levensbeschouwelijk": "nee",
        "certificaat_minimum": "5,8", "certificaat_compensatie": "nee", "na": "0",
        "besloten_door": "Directie", "gebeurd_op": VANDAAG.isoformat(),
    } | anders  # fmt: skip


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def test_zonder_besluit_geldt_alleen_de_wet(binnen):
    response = binnen.get(PAGINA)

    assertContains(response, "Alleen de regels van de wet gelden.")
    assertContains(response, "Hier staat nog geen diploma-erkenning.")


def test_school_legt_vast_wat_zij_besloot_en_dat_geldt(binnen, school, fatima):
    woorden = {"woord_onvoldoende": "5", "woord_voldoende": "6", "woord_goed": "8"}

    response = binnen.post(VASTSTELLEN, ingevuld(**woorden), follow=True)

    assertRedirects(response, PAGINA)
    assertContains(response, f"Directie, {VANDAAG:%d-%m-%Y}")
    assertContains(response, "onvoldoende 5, voldoende 6, goed 8")
    regels = rules.schoolregels_van(school)
    assert (regels.nederlands_minimum, str(regels.certificaat_minimum)) == (6, "5.8")
    assert regels.gemiddelde_afronden is True
    regel = m.Logregel.objects.get(actie="schoolregels_vaststellen")
    assert (regel.lid, regel.kandidaat) == (fatima.lid, None)


def test_een_wijziging_is_een_nieuwe_rij_en_de_oude_blijft_te_lezen(binnen, school, fatima):
    maken.schoolregels(school, fatima.lid, nederlands_minimum=7, besloten_door="Het bestuur")

    binnen.post(VASTSTELLEN, ingevuld(na="1", nederlands_minimum=""))

    assert list(school.schoolregels.values_list("volgnummer", "nederlands_minimum")) == [
        (1, 7), (2, None),
    ]  # fmt: skip
    assertContains(binnen.get(PAGINA), "Het bestuur, 1 september 2026")


def test_twee_keer_hetzelfde_sturen_is_een_rij(binnen, school):
    for _ in range(2):
        binnen.post(VASTSTELLEN, ingevuld())

    assert school.schoolregels.count() == 1


def test_het_formulier_begint_met_wat_nu_geldt(binnen, school, fatima):
    maken.schoolregels(school, fatima.lid, certificaat_minimum="5.8", woordtabel={"goed": 8})

    response = binnen.get(VASTSTELLEN)

    assertContains(response, 'value="5,8"')
    assertContains(response, 'name="woord_goed" value="8"')


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({"certificaat_minimum": "11"}, "tussen 1 en 10. Hier staat 11"),
        ({"certificaat_minimum": "5.55"}, "één cijfer achter de komma"),
        ({"certificaat_minimum": "vijf"}, "Dit is geen cijfer."),
        ({"woord_goed": "8"}, "Geef ook een cijfer voor onvoldoende en voldoende."),
        ({"woord_goed": "acht"}, "Vul bij goed een heel getal in"),
        ({"besloten_door": ""}, "Schrijf op wie dit besloot."),
        ({"gebeurd_op": (VANDAAG + timedelta(1)).isoformat()}, "Deze dag is nog niet geweest."),
        ({"levensbeschouwelijk": ""}, "Kies ja of nee."),
    ],
)
def test_wat_niet_klopt_staat_bij_het_veld_en_er_wordt_niets_bewaard(binnen, school, velden, tekst):
    response = binnen.post(VASTSTELLEN, ingevuld(**velden))

    assertContains(response, tekst, status_code=422)
    assertContains(response, f'value="{velden.get("certificaat_minimum", "5,8")}"', status_code=422)
    assert not school.schoolregels.exists()


def test_wie_te_laat_is_ziet_beide_en_verliest_niets(binnen, school, farid):
    maken.schoolregels(school, farid.lid, nederlands_minimum=8, gebeurd_op=date(2026, 9, 1))

    response = binnen.post(VASTSTELLEN, ingevuld(certificaat_minimum="6,1"))

    assertContains(response, "Farid Voorbeeld", status_code=409)
    assertContains(response, 'value="6,1"', status_code=409)
    assertContains(response, 'name="na" value="1"', status_code=409)
    assert school.schoolregels.count() == 1


def test_andere_school_ziet_er_niets_van(client, karin, school, fatima):
    maken.schoolregels(school, fatima.lid, besloten_door="Geheim bestuur")

    assertNotContains(karin.aanmelden(client).get(PAGINA), "Geheim bestuur")


def test_examencommissie_leest_maar_verandert_niet(client, anne, school, fatima):
    maken.schoolregels(school, fatima.lid)

    response = anne.aanmelden(client).get(PAGINA)

    assertContains(response, "Directie")
    assertNotContains(response, "Leg nieuwe regels vast")


def test_beheer_van_een_gemeente_heeft_hier_alleen_doelgroepen(client, mo):
    beheer = Speler(f.lid(m.Rol.BEHEER, organisatie=mo.lid.organisatie)).aanmelden(client)

    assertContains(beheer.get(PAGINA), "Doelgroepen vastleggen: aan of uit")
    assertContains(beheer.post(VASTSTELLEN, ingevuld()), "Alleen een school", status_code=422)


def test_vastleggen_vraagt_een_verse_code(client, fatima):
    response = fatima.aanmelden(client, met_code=False).post(VASTSTELLEN, ingevuld())

    assertRedirects(response, f"{reverse('bevestigen')}?next={VASTSTELLEN}")
    assert not m.Schoolregels.objects.exists()


def test_inrichting_query_count(binnen, school, fatima, tellen):
    maken.schoolregels(school, fatima.lid)
    binnen.get(PAGINA)
    een = tellen(PAGINA)
    maken.schoolregels(school, fatima.lid)
    maken.schoolregels(school, fatima.lid)

    assert tellen(PAGINA) == een


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_om_de_schoolregels(fatima, farid, school):
    klanten = [wie.aanmelden(Client()) for wie in (fatima, farid)]
    for ronde in range(8):
        velden = [ingevuld(na=ronde, besloten_door=wie) for wie in (f"A{ronde}", f"B{ronde}")]
        paren = list(zip(klanten, velden, strict=True))

        codes = tegelijk(lambda paar: paar[0].post(VASTSTELLEN, paar[1]).status_code, paren)

        assert sorted(codes) == [302, 409]
        assert school.schoolregels.count() == ronde + 1
