"""Kan deze kandidaat dit zelf? The praktijkopleider, on a phone, standing, with gloves."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests.spelers import Speler
from trajecten import actions
from trajecten.models import Aftekening, Logregel, Niveau, Rol, Status
from trajecten.rules import Ingehaald


def url(planregel):
    return reverse("trajecten:aftekenen", args=[planregel.pk])


def ingevuld(niveau="zelfstandig", na=0, **velden):
    return {"niveau": niveau, "na": na, "sleutel": uuid.uuid4()} | velden


def collega(bedrijf, plaatsing, naam="Els Voorbeeld"):
    """A second praktijkopleider of the same plaatsing."""
    lid = f.lid(Rol.PRAKTIJKOPLEIDER, naam, leerbedrijf=bedrijf)
    plaatsing.begeleidingen.create(lid=lid, van=plaatsing.begin)
    return Speler(lid)


def test_praktijkopleider_tekent_werkproces_af(client, planregel, johan):
    johan.aanmelden(client)

    response = client.post(url(planregel), ingevuld(niveau="zelfstandig"))

    assertRedirects(response, planregel.get_absolute_url())
    rijen = planregel.aftekeningen.values_list("volgnummer", "niveau", "door", "gebeurd_op")
    assert list(rijen) == [(1, "zelfstandig", johan.lid.pk, timezone.localdate())]


def test_aftekenen_staat_in_het_logboek_van_de_kandidaat(client, planregel, johan):
    johan.aanmelden(client)

    client.post(url(planregel), ingevuld())

    regel = Logregel.objects.get(actie="aftekenen")
    assert (regel.lid, regel.kandidaat) == (johan.lid, planregel.traject.kandidaat)


def test_tweede_die_tegelijk_aftekent_ziet_beide_oordelen(
    client, planregel, plaatsing, johan, bedrijf
):
    els = collega(bedrijf, plaatsing)
    f.aftekening(planregel, els.lid, Niveau.ZELFSTANDIG)
    johan.aanmelden(client)

    response = client.post(url(planregel), ingevuld(niveau="met_hulp", na=0))

    assertContains(response, "Els Voorbeeld zegt", status_code=409)
    assertContains(response, "Zelfstandig", status_code=409)
    assertContains(response, "Met hulp", status_code=409)
    assert planregel.aftekeningen.count() == 1


def test_wie_ingehaald_is_bewaart_zijn_keuze_ook(client, planregel, plaatsing, johan, bedrijf):
    els = collega(bedrijf, plaatsing)
    f.aftekening(planregel, els.lid, Niveau.ZELFSTANDIG)
    johan.aanmelden(client)
    botsing = client.post(url(planregel), ingevuld(niveau="met_hulp", na=0))

    keuze = {naam: botsing.context[naam] for naam in ("sleutel", "na")}
    response = client.post(url(planregel), ingevuld(niveau="met_hulp", **keuze))

    assertRedirects(response, planregel.get_absolute_url())
    assert [rij.niveau for rij in planregel.aftekeningen.all()] == ["zelfstandig", "met_hulp"]


def test_dubbele_klik_geeft_een_rij(client, planregel, johan):
    johan.aanmelden(client)
    gegevens = ingevuld()

    antwoorden = [client.post(url(planregel), gegevens).status_code for _ in range(2)]

    assert antwoorden == [302, 302]
    assert planregel.aftekeningen.count() == 1


def test_zelfde_sleutel_met_ander_oordeel_verandert_niets(client, planregel, johan):
    johan.aanmelden(client)
    gegevens = ingevuld(niveau="met_hulp")
    client.post(url(planregel), gegevens)

    response = client.post(url(planregel), gegevens | {"niveau": "zelfstandig"})

    assertContains(response, "Je hebt dit net zelf al veranderd", status_code=409)
    assert planregel.stand.niveau == "met_hulp"


def test_praktijkopleider_van_een_ander_leerbedrijf_vindt_niets(client, planregel, els):
    els.aanmelden(client)

    antwoorden = (client.get(url(planregel)), client.post(url(planregel), ingevuld()))

    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404]
    assert not planregel.aftekeningen.exists()


def test_oud_praktijkopleider_vindt_niets_meer(client, planregel, plaatsing, johan):
    plaatsing.begeleidingen.update(tot=timezone.localdate() - timedelta(days=1))
    johan.aanmelden(client)

    response = client.post(url(planregel), ingevuld())

    assert response.status_code == 404


@pytest.mark.parametrize("wie", ["samira", "fatima", "mo", "anne"])
def test_alleen_een_praktijkopleider_tekent_af(client, planregel, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    response = client.post(url(planregel), ingevuld())

    assert response.status_code == 403
    assert not planregel.aftekeningen.exists()


def test_dag_in_de_toekomst_kan_niet(client, planregel, johan):
    johan.aanmelden(client)
    morgen = timezone.localdate() + timedelta(days=1)

    response = client.post(url(planregel), ingevuld(gebeurd_op=morgen))

    assertContains(response, "Deze dag is nog niet geweest", status_code=422)
    assert not planregel.aftekeningen.exists()


def test_andere_dag_wordt_bewaard(client, planregel, johan):
    johan.aanmelden(client)
    gisteren = timezone.localdate() - timedelta(days=1)

    client.post(url(planregel), ingevuld(gebeurd_op=gisteren))

    assert planregel.stand.gebeurd_op == gisteren


def test_kan_hier_niet_vraagt_een_reden(client, planregel, johan):
    johan.aanmelden(client)

    response = client.post(url(planregel), ingevuld("kan_hier_niet", toelichting="geen heftruck"))

    assertContains(response, "Kies waarom dit hier niet kan.", status_code=422)
    assertContains(response, "geen heftruck", status_code=422)
    assert not planregel.aftekeningen.exists()


def test_kan_hier_niet_met_reden_telt_niet_mee_en_blijft_niet_open(client, planregel, johan):
    johan.aanmelden(client)

    client.post(url(planregel), ingevuld("kan_hier_niet", reden="mag_niet"))

    assert (planregel.stand.reden, planregel.is_afgetekend, planregel.is_open) == (
        "mag_niet", False, False,
    )  # fmt: skip


def test_reden_van_een_gewijzigde_keuze_gaat_niet_mee(client, planregel, johan):
    johan.aanmelden(client)

    client.post(url(planregel), ingevuld("met_hulp", reden="mag_niet"))

    assert planregel.stand.reden == ""


def test_zonder_keuze_zegt_de_pagina_wat_er_mist(client, planregel, johan):
    johan.aanmelden(client)

    response = client.post(url(planregel), {"na": 0, "sleutel": uuid.uuid4()})

    assertContains(response, "Kies een van de antwoorden.", status_code=422)


def test_lege_post_is_een_fout_en_geen_lees_verzoek(client, planregel, johan):
    johan.aanmelden(client)

    assert client.post(url(planregel), {}).status_code == 422


def test_laatste_niveau_staat_klaar(client, planregel, plaatsing, johan, bedrijf):
    els = collega(bedrijf, plaatsing)
    f.aftekening(planregel, els.lid, Niveau.ZELFSTANDIG)
    f.aftekening(planregel, els.lid, Niveau.MET_HULP)
    johan.aanmelden(client)

    form = client.get(url(planregel)).context["form"]

    assert (form["niveau"].value(), form["na"].value()) == ("met_hulp", 2)


def test_de_eerste_keer_staat_er_niets_klaar(client, planregel, johan):
    johan.aanmelden(client)

    response = client.get(url(planregel))

    assertNotContains(response, " checked")
    assertContains(response, "Kan Samira dit zelf?")


def test_na_bewaren_staat_het_volgende_klaar(client, planregel, plaatsing, johan):
    volgende = f.planregel(plaatsing, "P1-K1-W1", "Ontvangt goederen en/of producten")
    johan.aanmelden(client)

    response = client.post(url(planregel), ingevuld(), follow=True)

    assertContains(response, "Samira ziet dit ook.")
    assertContains(response, f'action="{url(volgende)}"')
    assertContains(response, "Ongedaan maken")


def test_na_het_laatste_is_alles_bij(client, planregel, johan):
    johan.aanmelden(client)

    response = client.post(url(planregel), ingevuld(), follow=True)

    assertContains(response, "Alles is bij.")


def test_traject_dat_niet_loopt_zegt_waarom(client, planregel, johan):
    planregel.traject.status = Status.ONDERBROKEN
    planregel.traject.save()
    johan.aanmelden(client)

    response = client.post(url(planregel), ingevuld())

    assertContains(response, "Dit traject loopt nu niet.", status_code=422)


def test_eigen_uitleg_boven_en_officiele_tekst_erachter(client, planregel, johan):
    planregel.werkproces.eigen_uitleg = "Je legt je spullen klaar."
    planregel.werkproces.save()
    johan.aanmelden(client)

    response = client.get(url(planregel))

    assertContains(response, '<h1 class="utrecht-heading-2">Je legt je spullen klaar.</h1>')
    assertContains(response, "Officiële tekst")
    assertContains(response, planregel.titel)


def test_invoer_komt_terug_als_tekst(client, planregel, plaatsing, johan, bedrijf):
    els = collega(bedrijf, plaatsing)
    f.aftekening(planregel, els.lid, toelichting="<script>alert(1)</script>")
    johan.aanmelden(client)

    response = client.get(url(planregel))

    assertNotContains(response, "<script>alert(1)")
    assertContains(response, "&lt;script&gt;alert(1)")


def test_actie_geeft_bij_herhaling_dezelfde_rij(planregel, johan):
    velden = {"planregel": planregel, "door": johan.lid, "sleutel": uuid.uuid4(), "na": 0}

    rijen = [actions.aftekenen(niveau=Niveau.MET_HULP, **velden) for _ in range(2)]

    assert rijen[0] == rijen[1]
    with pytest.raises(Ingehaald):
        actions.aftekenen(niveau=Niveau.ZELFSTANDIG, **velden)
    assert Aftekening.objects.count() == 1
