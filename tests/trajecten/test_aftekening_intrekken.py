"""Ongedaan maken within ten minutes; later taking back with a reason that the kandidaat reads."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.spelers import Speler
from trajecten.models import Aftekeningintrekking


@pytest.fixture
def aftekening(planregel, johan):
    return f.aftekening(planregel, johan.lid)


def url(aftekening):
    return reverse("trajecten:aftekening_intrekken", args=[aftekening.pk])


def later(minuten):
    return time_machine.travel(timezone.now() + timedelta(minutes=minuten), tick=False)


def test_binnen_tien_minuten_kan_het_ongedaan(client, aftekening, planregel, johan):
    johan.aanmelden(client)

    response = client.post(url(aftekening))

    assertRedirects(response, planregel.get_absolute_url())
    assert planregel.stand is None


def test_twee_keer_ongedaan_maken_is_een_keer(client, aftekening, johan):
    johan.aanmelden(client)

    antwoorden = [client.post(url(aftekening)).status_code for _ in range(2)]

    assert antwoorden == [302, 302]
    assert Aftekeningintrekking.objects.count() == 1


def test_na_tien_minuten_vraagt_het_een_reden(client, aftekening, johan):
    johan.aanmelden(client)

    with later(minuten=11):
        response = client.post(url(aftekening))

    assertContains(response, "Waarom verander je dit?", status_code=422)
    assert not Aftekeningintrekking.objects.exists()


def test_met_reden_kan_het_altijd_en_leest_de_kandidaat_die(client, aftekening, johan, samira):
    johan.aanmelden(client)
    with later(minuten=11):
        client.post(url(aftekening), {"reden": "Dat was Ali, niet Samira."})

    samira.aanmelden(client)
    response = client.get(reverse("trajecten:dit_kan_ik"))

    assertContains(response, "Dat was Ali, niet Samira.")
    assertContains(response, "Johan heeft dit veranderd.")


def test_knop_ongedaan_maken_verdwijnt_na_tien_minuten(client, aftekening, planregel, johan):
    johan.aanmelden(client)
    eerst = client.get(planregel.get_absolute_url())

    with later(minuten=11):
        daarna = client.get(planregel.get_absolute_url())

    assertContains(eerst, "Ongedaan maken")
    assertContains(daarna, "Neem dit terug")
    assertContains(daarna, "Ongedaan maken", count=0)


def test_collega_neemt_het_niet_terug(client, aftekening, plaatsing, bedrijf):
    lid = f.lid("praktijkopleider", "Els Voorbeeld", leerbedrijf=bedrijf)
    plaatsing.begeleidingen.create(lid=lid, van=plaatsing.begin)
    Speler(lid).aanmelden(client)

    response = client.post(url(aftekening), {"reden": "Klopt niet."})

    assertContains(response, "Alleen wie dit aftekende kan het terugnemen.", status_code=422)


def test_vreemde_praktijkopleider_vindt_niets(client, aftekening, els):
    els.aanmelden(client)

    assert client.post(url(aftekening)).status_code == 404


def test_na_terugnemen_geldt_het_oordeel_van_daarvoor(client, planregel, johan):
    f.aftekening(planregel, johan.lid, "met_hulp")
    laatste = f.aftekening(planregel, johan.lid, "zelfstandig")
    johan.aanmelden(client)

    client.post(url(laatste))

    assert planregel.stand.niveau == "met_hulp"
