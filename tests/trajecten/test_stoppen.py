"""Side exits: stop, undo a mistaken stop, pause, go on."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from trajecten import actions, rules
from trajecten.models import OVERGANGEN, Status, Traject
from trajecten.rules import Bezwaar, Ingehaald


def url(naam, traject):
    return reverse(f"trajecten:{naam}", args=[traject.pk])


def test_stoppen_na_de_start_heet_gestopt(client, traject, plaatsing, fatima):
    fatima.aanmelden(client)

    response = client.post(url("stoppen", traject), {"reden_code": "werk_gevonden"})

    assertRedirects(response, traject.get_absolute_url(), fetch_redirect_response=False)
    plaatsing.refresh_from_db()
    assert Traject.objects.get(pk=traject.pk).status == Status.GESTOPT
    assert plaatsing.beeindigd_op == timezone.localdate()


def test_reden_van_voor_de_start_past_niet_na_de_start(client, traject, fatima):
    fatima.aanmelden(client)

    response = client.post(url("stoppen", traject), {"reden_code": "pok_niet_rond"})

    assert response.status_code == 422
    assert Traject.objects.get(pk=traject.pk).status == Status.ACTIEF


def test_vergissing_gaat_terug_naar_de_vorige_status(traject, plaatsing, fatima):
    actions.stoppen(traject=traject, door=fatima.lid, reden_code="taal")

    actions.stop_herstellen(traject=traject, door=fatima.lid, reden="Verkeerde kandidaat")

    plaatsing.refresh_from_db()
    assert Traject.objects.get(pk=traject.pk).status == Status.ACTIEF
    assert plaatsing.beeindigd_op is None
    assert traject.overgangen.last().herstelt.naar == Status.GESTOPT


def test_herstellen_kan_maar_een_keer(traject, fatima):
    actions.stoppen(traject=traject, door=fatima.lid, reden_code="taal")
    actions.stop_herstellen(traject=traject, door=fatima.lid, reden="Vergissing")

    with pytest.raises(Bezwaar, match="niet gestopt"):
        actions.stop_herstellen(traject=traject, door=fatima.lid, reden="Nog eens")


def test_herstellen_zonder_reden_wordt_geweigerd(client, traject, fatima):
    actions.stoppen(traject=traject, door=fatima.lid, reden_code="taal")
    fatima.aanmelden(client)

    response = client.post(url("stop_herstellen", traject), {"reden": " "})

    assertContains(response, "Schrijf op waarom het stoppen een vergissing was.", status_code=422)


def test_alsnog_beoordelen_is_er_alleen_na_een_stop(traject, fatima):
    with pytest.raises(Bezwaar, match="niet gestopt"):
        actions.alsnog_beoordelen(traject=traject, door=fatima.lid)


def test_alsnog_beoordelen_kan_een_keer(traject, fatima):
    actions.stoppen(traject=traject, door=fatima.lid, reden_code="taal")
    actions.alsnog_beoordelen(traject=traject, door=fatima.lid)
    actions.stoppen(traject=traject, door=fatima.lid, reden_code="taal")

    with pytest.raises(Bezwaar, match="al een keer"):
        actions.alsnog_beoordelen(traject=traject, door=fatima.lid)


def test_onderbreken_en_hervatten(client, traject, fatima):
    fatima.aanmelden(client)
    terug = timezone.localdate() + timedelta(days=30)

    client.post(
        url("onderbreken", traject), {"reden": "Verhuizing", "verwacht_op": terug.isoformat()}
    )
    assert Traject.objects.get(pk=traject.pk).status == Status.ONDERBROKEN
    client.post(url("hervatten", traject))

    assert Traject.objects.get(pk=traject.pk).status == Status.ACTIEF
    assert traject.overgangen.get(naar=Status.ONDERBROKEN).verwacht_op == terug


def test_terugkomst_in_het_verleden_wordt_geweigerd(client, traject, fatima):
    fatima.aanmelden(client)

    response = client.post(
        url("onderbreken", traject), {"reden": "Pauze", "verwacht_op": "2020-01-01"}
    )

    assertContains(response, "Kies een latere dag.", status_code=422)


def test_stap_op_een_oude_stand_wordt_ingehaald(traject, fatima):
    oud = Traject.objects.get(pk=traject.pk)
    actions.stoppen(traject=traject, door=fatima.lid, reden_code="taal")

    with pytest.raises(Ingehaald):
        actions.overgaan(traject=oud, naar=Status.ONDERBROKEN, door=fatima.lid)


@pytest.mark.parametrize("van", Status.values)
def test_wat_niet_in_de_tabel_staat_wordt_geweigerd(van, fatima, school):
    traject = f.traject(van, instelling=school)

    for naar in Status.values:
        assert bool(rules.bezwaar_tegen_overgang(traject, naar)) == (naar not in OVERGANGEN[van])
