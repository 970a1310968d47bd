"""The werklijst of a jobcoach: whom to call first, and where it stands still."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests import maken_nazorg as maken

URL = reverse("start:werklijst")


@pytest.fixture
def binnen(client, noor):
    return noor.aanmelden(client)


def van_noor(school, noor, dagen, **velden):
    rij = maken.geeindigd_traject(dagen, instelling=school, **velden)
    maken.jobcoaching(rij, noor.lid)
    return rij


def regels(klant):
    return [
        (groep["signaal"].sleutel, regel.traject)
        for groep in klant.get(URL).context["groepen"]
        for regel, _ in groep["regels"]
    ]


def bellen(traject, noor, keer=3):
    for nummer in range(1, keer + 1):
        traject.nazorgpogingen.create(
            maand=3, nummer=nummer, uitkomst="niet_opgenomen", door=noor.lid,
            gebeurd_op=timezone.localdate(),
        )  # fmt: skip


def test_niets_te_doen(binnen):
    assertContains(binnen.get(URL), "Alles is bij.")


def test_wat_het_langst_wacht_eerst(binnen, school, noor):
    nu = van_noor(school, noor, 92)
    te_laat = van_noor(school, noor, 120)
    niemand = van_noor(school, noor, 95)
    bellen(niemand, noor)
    van_noor(school, noor, 40)

    assert regels(binnen) == [("te_laat", te_laat), ("meting", nu), ("niemand", niemand)]


def test_de_zin_zegt_wat_er_al_geprobeerd_is(binnen, school, noor):
    bellen(van_noor(school, noor, 92), noor, keer=2)

    assertContains(binnen.get(URL), "2 keer gebeld: niet opgenomen.")


def test_stilstand_van_de_eigen_kandidaten(binnen, school, noor, johan, bedrijf):
    rij = f.traject(instelling=school)
    plek = f.plaatsing(rij, praktijkopleider=johan.lid)
    f.planregel(plek)
    maken.jobcoaching(rij, noor.lid)

    assert regels(binnen) == [("stil", rij)]


def test_een_ander_ziet_ze_niet(client, school, noor, naomi):
    van_noor(school, noor, 92)
    naomi.aanmelden(client)

    assert regels(client) == []
    assertNotContains(client.get(URL), "mbo-coördinator")


def test_zonder_jobcoach_staat_het_bij_de_school(client, school, fatima, noor):
    wees = maken.geeindigd_traject(92, instelling=school, coordinator=fatima.lid)
    van_noor(school, noor, 92, coordinator=fatima.lid)
    oud = maken.geeindigd_traject(93, instelling=school, coordinator=fatima.lid)
    gisteren = timezone.localdate() - timedelta(days=1)
    maken.jobcoaching(oud, noor.lid, tot=gisteren)
    fatima.aanmelden(client)

    assert regels(client) == [("nazorg", oud), ("nazorg", wees)]


def test_werklijst_query_count(binnen, school, noor, tellen):
    bellen(van_noor(school, noor, 92), noor, keer=1)
    een = tellen(URL)
    for dagen in (93, 94):
        bellen(van_noor(school, noor, dagen), noor, keer=1)

    assert tellen(URL) == een
