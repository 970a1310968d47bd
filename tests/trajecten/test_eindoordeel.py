"""The slotoordeel of the praktijkopleider per werkproces, and sending it to the school."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from tests.spelers import Speler
from trajecten import actions
from trajecten.models import Niveau, Rol, Route, Status


@pytest.fixture
def tweede(plaatsing, planregel):
    return f.planregel(plaatsing, "P1-K1-W1", "Ontvangt goederen en/of producten")


@pytest.fixture
def aan_het_eind(traject, tweede):
    """`traject` in eindbeoordeling, with two werkprocessen in the plan."""
    traject.status = Status.EINDBEOORDELING
    traject.save()
    return traject


def url(plaatsing, naam="eindoordeel"):
    return reverse(f"trajecten:{naam}", args=[plaatsing.pk])


def ingevuld(oordelen, **velden):
    """The page as posted: {planregel: oordeel} or {planregel: (oordeel, na)}."""
    gegevens = {"gebeurd_op": timezone.localdate().isoformat()}
    for planregel, oordeel in oordelen.items():
        oordeel, na = oordeel if isinstance(oordeel, tuple) else (oordeel, 0)
        gegevens |= {f"oordeel_{planregel.pk}": oordeel, f"na_{planregel.pk}": na}
    return gegevens | velden


def test_alle_werkprocessen_op_een_blad(client, aan_het_eind, plaatsing, planregel, tweede, johan):
    johan.aanmelden(client)

    response = client.post(url(plaatsing), ingevuld({planregel: "ja", tweede: "niet_aangeboden"}))

    assertRedirects(response, url(plaatsing))
    assert [regel.laatste_eindoordeel.oordeel for regel in (planregel, tweede)] == [
        "ja", "niet_aangeboden",
    ]  # fmt: skip


def test_een_deel_invullen_mag_en_blijft_bewaard(client, aan_het_eind, plaatsing, tweede, johan):
    johan.aanmelden(client)

    response = client.post(url(plaatsing), ingevuld({tweede: "nee"}), follow=True)

    assertContains(response, "Nog 1 taak zonder oordeel.")
    assert tweede.laatste_eindoordeel.oordeel == "nee"


def test_nog_eens_bewaren_geeft_geen_tweede_rij(client, aan_het_eind, plaatsing, tweede, johan):
    johan.aanmelden(client)

    for _ in range(2):
        client.post(url(plaatsing), ingevuld({tweede: "ja"}))

    assert tweede.eindoordelen.count() == 1


def test_kan_hier_niet_staat_klaar_als_niet_aangeboden(
    client, aan_het_eind, plaatsing, tweede, johan
):
    f.aftekening(tweede, johan.lid, Niveau.KAN_HIER_NIET, reden="mag_niet")
    johan.aanmelden(client)

    form = client.get(url(plaatsing)).context["form"]

    assert form[f"oordeel_{tweede.pk}"].value() == "niet_aangeboden"


def test_wie_ingehaald_is_ziet_beide_en_verliest_niets(
    client, aan_het_eind, plaatsing, planregel, tweede, johan, bedrijf
):
    els = f.lid(Rol.PRAKTIJKOPLEIDER, "Els Voorbeeld", leerbedrijf=bedrijf)
    plaatsing.begeleidingen.create(lid=els, van=plaatsing.begin)
    f.eindoordeel(planregel, els)
    johan.aanmelden(client)
    tekst = {f"toelichting_{planregel.pk}": "Nog te langzaam"}

    response = client.post(url(plaatsing), ingevuld({planregel: "nee", tweede: "ja"}, **tekst))

    assertContains(response, "Els Voorbeeld zegt", status_code=409)
    assertContains(response, "Nog te langzaam", status_code=409)
    assertContains(response, f'name="na_{planregel.pk}" value="1"', status_code=409)
    assert (planregel.eindoordelen.count(), tweede.eindoordelen.count()) == (1, 0)


def test_voor_het_eind_zegt_de_pagina_waarom_niet(client, plaatsing, planregel, johan):
    johan.aanmelden(client)

    response = client.post(url(plaatsing), ingevuld({planregel: "ja"}))

    assertContains(response, "Het eindoordeel komt aan het eind.", status_code=422)
    assert not planregel.eindoordelen.exists()


def test_beeindigde_plaatsing_kan_beoordeeld_worden(client, plaatsing, planregel, traject, johan):
    plaatsing.beeindigd_op = timezone.localdate()
    plaatsing.save()
    traject.status = Status.MATCH
    traject.save()
    johan.aanmelden(client)

    client.post(url(plaatsing), ingevuld({planregel: "ja"}))

    assert planregel.laatste_eindoordeel.oordeel == "ja"


def test_dag_in_de_toekomst_kan_niet(client, aan_het_eind, plaatsing, planregel, johan):
    johan.aanmelden(client)
    morgen = (timezone.localdate() + timedelta(days=1)).isoformat()

    response = client.post(url(plaatsing), ingevuld({planregel: "ja"}, gebeurd_op=morgen))

    assertContains(response, "Deze dag is nog niet geweest", status_code=422)


def test_vreemde_praktijkopleider_vindt_niets(client, aan_het_eind, plaatsing, planregel, els):
    els.aanmelden(client)

    antwoorden = [
        client.get(url(plaatsing)),
        client.post(url(plaatsing), ingevuld({planregel: "ja"})),
        client.post(url(plaatsing, "eindoordelen_versturen")),
    ]

    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404, 404]


def beoordelen(johan, *planregels):
    for planregel in planregels:
        actions.eindoordeel_geven(planregel=planregel, door=johan.lid, oordeel="ja", na=0)


def test_klaar_stuurt_naar_de_school(client, aan_het_eind, plaatsing, planregel, tweede, johan):
    beoordelen(johan, planregel, tweede)
    johan.aanmelden(client)

    response = client.post(url(plaatsing, "eindoordelen_versturen"), follow=True)

    assertContains(response, "Verstuurd. De school kijkt het na.")
    aan_het_eind.refresh_from_db()
    assert aan_het_eind.status == Status.SCHOOLOORDEEL


def test_tweede_keer_versturen_zegt_dat_het_al_weg_is(
    client, aan_het_eind, plaatsing, planregel, tweede, johan
):
    beoordelen(johan, planregel, tweede)
    johan.aanmelden(client)
    client.post(url(plaatsing, "eindoordelen_versturen"))

    response = client.post(url(plaatsing, "eindoordelen_versturen"))

    assertContains(response, "al naar de school gestuurd", status_code=422)
    assert aan_het_eind.overgangen.filter(naar=Status.SCHOOLOORDEEL).count() == 1


def test_onvolledig_versturen_kan_niet(client, aan_het_eind, plaatsing, planregel, tweede, johan):
    beoordelen(johan, planregel)
    johan.aanmelden(client)

    response = client.post(url(plaatsing, "eindoordelen_versturen"))

    assertContains(response, "Nog 1 werkproces heeft geen eindoordeel.", status_code=422)


@pytest.mark.parametrize("route", [Route.CERTIFICAAT, Route.DIPLOMA])
def test_bij_elke_route_gaan_de_eindoordelen_naar_de_school(
    client, aan_het_eind, plaatsing, planregel, tweede, johan, route
):
    aan_het_eind.route = route
    aan_het_eind.save()
    beoordelen(johan, planregel, tweede)
    johan.aanmelden(client)

    client.post(url(plaatsing, "eindoordelen_versturen"))

    aan_het_eind.refresh_from_db()
    assert aan_het_eind.status == Status.SCHOOLOORDEEL


def test_na_terugsturen_telt_hetzelfde_antwoord_opnieuw(
    client, aan_het_eind, plaatsing, planregel, tweede, johan, fatima
):
    beoordelen(johan, planregel, tweede)
    actions.eindoordelen_versturen(traject=aan_het_eind, door=johan.lid)
    aan_het_eind.refresh_from_db()
    actions.terugsturen(traject=aan_het_eind, door=fatima.lid, reden="Past dit bij W1?", na=0)
    johan.aanmelden(client)

    pagina = client.get(url(plaatsing))
    te_vroeg = client.post(url(plaatsing, "eindoordelen_versturen"))
    client.post(url(plaatsing), ingevuld({planregel: ("ja", 1), tweede: ("ja", 1)}))
    klaar = client.post(url(plaatsing, "eindoordelen_versturen"))

    assertContains(pagina, "Past dit bij W1?")
    assert (te_vroeg.status_code, klaar.status_code) == (422, 302)
    assert planregel.eindoordelen.count() == 2


def test_eindoordeel_query_count(client, aan_het_eind, plaatsing, johan, tellen):
    johan.aanmelden(client)
    bij_twee = tellen(url(plaatsing))

    for nummer in range(2, 5):
        f.aftekening(f.planregel(plaatsing, f"P1-K1-W{nummer}"), johan.lid)

    assert tellen(url(plaatsing)) == bij_twee


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_bij_versturen(aan_het_eind, plaatsing, planregel, tweede, johan, bedrijf):
    els = f.lid(Rol.PRAKTIJKOPLEIDER, "Els Voorbeeld", leerbedrijf=bedrijf)
    plaatsing.begeleidingen.create(lid=els, van=plaatsing.begin)
    beoordelen(johan, planregel, tweede)
    klanten = [wie.aanmelden(Client()) for wie in (johan, Speler(els))]

    for ronde in range(20):
        antwoorden = tegelijk(
            lambda klant: klant.post(url(plaatsing, "eindoordelen_versturen")).status_code, klanten
        )

        assert sorted(antwoorden) == [302, 422]
        overgangen = aan_het_eind.overgangen.filter(naar=Status.SCHOOLOORDEEL)
        assert overgangen.count() == ronde + 1
        type(aan_het_eind).objects.update(status=Status.EINDBEOORDELING)
