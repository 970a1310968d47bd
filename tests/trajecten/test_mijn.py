"""What the kandidaat reads and says: plain words, never a percentage, never red."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from trajecten.models import Niveau, Status

DIT_KAN_IK = reverse("trajecten:dit_kan_ik")


def zelf(planregel):
    return reverse("trajecten:zelfbeoordelen", args=[planregel.pk])


def test_gelukt_staat_er_met_een_woord(client, planregel, plaatsing, johan, samira):
    f.planregel(plaatsing, "P1-K1-W1", "Ontvangt goederen en/of producten")
    f.aftekening(planregel, johan.lid, Niveau.ZELFSTANDIG)
    samira.aanmelden(client)

    response = client.get(DIT_KAN_IK)

    assertContains(response, "<strong>Gelukt</strong>", count=1)
    assertContains(response, "<strong>1 van 2</strong> gelukt", html=True)


def test_lager_dan_eerst_heet_gaat_nu(client, planregel, johan, samira):
    f.aftekening(planregel, johan.lid, Niveau.ZELFSTANDIG)
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP)
    samira.aanmelden(client)

    response = client.get(DIT_KAN_IK)

    assertContains(response, "Gaat nu: <strong>Met hulp</strong>")


def test_kan_hier_niet_is_niet_de_schuld_van_de_kandidaat(client, planregel, johan, samira):
    f.aftekening(planregel, johan.lid, Niveau.KAN_HIER_NIET, reden="mag_niet")
    samira.aanmelden(client)

    assertContains(client.get(DIT_KAN_IK), "De school kijkt waar het wel kan.")


def test_zonder_taken_is_de_kandidaat_net_begonnen(client, samira):
    samira.aanmelden(client)

    assertContains(client.get(DIT_KAN_IK), "Je bent net begonnen.")


@pytest.mark.parametrize("niveau", Niveau.values)
def test_nooit_een_hard_woord_of_een_procent(client, planregel, johan, samira, niveau):
    reden = {"reden": "anders"} if niveau == Niveau.KAN_HIER_NIET else {}
    f.aftekening(planregel, johan.lid, niveau, **reden)
    samira.aanmelden(client)

    response = client.get(DIT_KAN_IK)

    for woord in ("%", "gezakt", "onvoldoende", "utrecht-alert--error", "werkproces", "pok"):
        assertNotContains(response, woord)


def test_dit_kan_ik_query_count(client, planregel, plaatsing, johan, samira, tellen):
    samira.aanmelden(client)
    f.aftekening(planregel, johan.lid)
    bij_een = tellen(DIT_KAN_IK)

    for nummer in (1, 2):
        f.aftekening(f.planregel(plaatsing, f"P1-K1-W{nummer}"), johan.lid)

    assert tellen(DIT_KAN_IK) == bij_een


def test_kandidaat_ziet_alleen_eigen_taken(client, planregel, tarik):
    tarik.aanmelden(client)

    assertContains(client.get(DIT_KAN_IK), "Je bent net begonnen.")
    assert client.get(zelf(planregel)).status_code == 404


def test_een_vraag_per_scherm(client, planregel, samira):
    samira.aanmelden(client)

    eerste = client.get(zelf(planregel))
    tweede = client.get(zelf(planregel), {"niveau": "met_hulp", "verder": "1"})

    assertContains(eerste, "Hoe gaat dit bij jou?</h1>")
    assertNotContains(eerste, "<textarea")
    assertContains(tweede, "Wil je er iets over zeggen?</h1>")
    assertContains(tweede, 'name="niveau" value="met_hulp"')
    assert not planregel.zelfbeoordelingen.exists()


def test_verder_zonder_keuze_zegt_wat_er_kan(client, planregel, samira):
    samira.aanmelden(client)

    response = client.get(zelf(planregel), {"verder": "1"})

    assertContains(response, "Kies een antwoord. Of druk op Sla over.", status_code=422)


def test_eigen_oordeel_en_woorden_worden_bewaard(client, planregel, samira):
    samira.aanmelden(client)

    response = client.post(zelf(planregel), {"niveau": "met_hulp", "woorden": "Het gaat goed"})

    assertRedirects(response, DIT_KAN_IK)
    (rij,) = planregel.zelfbeoordelingen.all()
    assert (rij.niveau, rij.woorden, rij.door) == ("met_hulp", "Het gaat goed", samira.lid)


def test_sla_over_bewaart_geen_woorden(client, planregel, samira):
    samira.aanmelden(client)
    gegevens = {"niveau": "zelfstandig", "woorden": "half getypt", "overslaan": "1"}

    client.post(zelf(planregel), gegevens)

    assert planregel.zelfbeoordelingen.get().woorden == ""


def test_twee_keer_drukken_is_een_keer_zeggen(client, planregel, samira):
    samira.aanmelden(client)

    for _ in range(2):
        client.post(zelf(planregel), {"niveau": "met_hulp"})

    assert planregel.zelfbeoordelingen.count() == 1


def test_na_het_leren_kan_het_niet_meer(client, planregel, traject, samira):
    traject.status = Status.UITGEREIKT
    traject.save()
    samira.aanmelden(client)

    response = client.post(zelf(planregel), {"niveau": "met_hulp"})

    assertContains(response, "Je bent nu niet aan het leren op het werk.", status_code=422)


def test_praktijkopleider_leest_de_woorden_van_de_kandidaat_niet(client, planregel, johan, samira):
    samira.aanmelden(client)
    client.post(zelf(planregel), {"niveau": "met_hulp", "woorden": "Ik vind Johan streng"})
    johan.aanmelden(client)

    for naam, pk in (("begeleiding", planregel.traject_id), ("aftekenen", planregel.pk)):
        response = client.get(reverse(f"trajecten:{naam}", args=[pk]))
        assertNotContains(response, "streng")


def test_luister_staat_op_elk_scherm(client, planregel, samira):
    samira.aanmelden(client)

    for adres in (reverse("start:nu_doen"), DIT_KAN_IK, zelf(planregel)):
        assertContains(client.get(adres), 'data-luister="inhoud"')
