"""What the kandidaat reads about the own certificaat or diploma."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.spelers import Speler
from tests.verklaringen import maken_voordracht as maken
from trajecten.models import Rol, Status
from verklaringen import actions

NU_DOEN, BEWIJS = reverse("start:nu_doen"), reverse("verklaringen:bewijzen")


@pytest.fixture
def tarik(fatima, johan):
    traject = maken.certificaat(fatima.lid, johan.lid)
    actions.voordragen(traject=traject, door=fatima.lid)
    traject.refresh_from_db()
    return traject


@pytest.fixture
def binnen(client, tarik):
    lid = f.lid(Rol.KANDIDAAT, "Tarik Voorbeeld", kandidaat=tarik.kandidaat)
    return Speler(lid).aanmelden(client)


def besluiten(traject, anne, uitkomst="toegekend", reden=""):
    actions.besluiten(
        traject=traject, door=anne.lid, uitkomst=uitkomst, reden=reden, naam="Anne Voorbeeld",
        functie="voorzitter", plaats="Zwolle",
    )  # fmt: skip
    traject.refresh_from_db()


def test_voor_het_besluit_staat_er_nog_niets(binnen):
    assertContains(binnen.get(NU_DOEN), "De school is nu aan de beurt.")
    assertContains(binnen.get(BEWIJS), "Je hebt nog geen bewijs.")


def test_toegekend_krijg_je_het_van_je_school(binnen, tarik, anne):
    besluiten(tarik, anne)

    for pagina in (binnen.get(NU_DOEN), binnen.get(BEWIJS)):
        assertContains(pagina, "Je school maakt je mbo-certificaat.")
        assertContains(pagina, "Je krijgt het van je school.")
        assertNotContains(pagina, "Download")


def test_na_de_uitreiking_staat_er_wanneer(binnen, tarik, anne, fatima):
    besluiten(tarik, anne)
    actions.voordracht_uitreiken(
        traject=tarik, door=fatima.lid, naam="Fatima Voorbeeld", plaats="Zutphen"
    )

    assertContains(binnen.get(BEWIJS), "Je kreeg je mbo-certificaat op")
    assertContains(binnen.get(NU_DOEN), "Je hebt je mbo-certificaat.")


def test_nog_niet_noemt_de_commissie_van_beroep_en_geen_interne_reden(binnen, tarik, anne):
    besluiten(tarik, anne, "afgewezen", "Intern: het werkboek is te dun.")

    pagina = binnen.get(BEWIJS)

    assertContains(pagina, "nog niet.")
    assertContains(pagina, "commissie van beroep voor de examens van je school")
    assertNotContains(pagina, "werkboek")
    assertNotContains(pagina, "afgewezen")


def test_een_nieuwe_voordracht_neemt_het_oude_besluit_weg(binnen, tarik, anne, fatima):
    besluiten(tarik, anne, "afgewezen", "Nog een keer kijken.")
    actions.voordragen(traject=tarik, door=fatima.lid)

    assertNotContains(binnen.get(BEWIJS), "commissie van beroep")


def test_teruggehaald_na_aanhouden_zegt_niets_meer(binnen, tarik, anne, fatima):
    besluiten(tarik, anne, "aangehouden", "Eerst de uren.")
    assertContains(binnen.get(BEWIJS), "De examencommissie besluit later.")
    actions.voordracht_terughalen(traject=tarik, door=fatima.lid, reden="Uren aanvullen.")

    assertNotContains(binnen.get(BEWIJS), "De examencommissie besluit later.")


def test_wie_alleen_lessen_volgt_wacht_niet_op_een_begeleider(binnen, tarik, fatima):
    maken.zonder_bpv(tarik, fatima.lid)
    type(tarik).objects.update(status=Status.ACTIEF)

    assertContains(binnen.get(NU_DOEN), "Je volgt nu lessen.")


@pytest.mark.parametrize("url", [NU_DOEN, BEWIJS])
def test_query_count(binnen, tarik, anne, fatima, johan, tellen, url):
    besluiten(tarik, anne)
    een = tellen(url)
    for _ in range(2):
        ander = maken.certificaat(fatima.lid, johan.lid)
        type(ander).objects.filter(pk=ander.pk).update(kandidaat=tarik.kandidaat)
        ander.refresh_from_db()
        actions.voordragen(traject=ander, door=fatima.lid)
        besluiten(ander, anne)

    assert tellen(url) == een
