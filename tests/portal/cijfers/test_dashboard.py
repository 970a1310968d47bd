"""The dashboards through the client, on figures that were counted and published."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.cijfers import actions
from portal.cijfers.models import Duiding, EigenOpgave, IndicatorWaarde, Publicatie
from portal.cijfers.vragen.bladen import BLADEN
from tests import factories as f
from tests.spelers import Speler
from tests.verklaringen.lezer import bladen, tekst
from trajecten.models import Logregel, Rol

from .bevolking import bevolken
from .levensloop import NU

HOOGUIT_VRAGEN = 12
JAAR = "2025"


def wie(wereld):
    """The gemeente Aland, the region without it, and one school."""
    aland = wereld.gemeenten[0].pk
    return [("gemeente", aland), ("regio_zonder", aland), ("instelling", wereld.scholen[0].pk)]


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker):
    """Trajecten counted, and published for a few; nothing stays in the database."""
    with django_db_blocker.unblock(), transaction.atomic():
        gemaakt = bevolken(200)
        actions.herbouwen(nu=NU)
        actions.publiceren(wie=wie(gemaakt), nu=NU)
        yield gemaakt
        transaction.set_rollback(True)


@pytest.fixture
def bas(wereld, db):
    """Makes policy at the gemeente Aland."""
    return Speler(f.lid(Rol.BELEID, "Bas Voorbeeld", organisatie=wereld.verwijzers[0]))


def blad(naam, **keuze):
    return reverse("cijfers:blad", args=[naam], query=keuze)


@pytest.mark.parametrize("naam", BLADEN)
@pytest.mark.parametrize("keuze", [{}, {"periode": JAAR}, {"periode": JAAR, "route": "diploma"}])
def test_elke_vraag_heeft_een_blad_in_hooguit_twaalf_vragen(client, bas, naam, keuze):
    bas.aanmelden(client)

    with CaptureQueriesContext(
        connection,
    ) as vragen:
        response = client.get(blad(naam, **keuze))

    assertContains(response, BLADEN[naam].vraag)
    assertContains(response, "Toon als tabel")
    assert len(vragen) <= HOOGUIT_VRAGEN


@pytest.mark.parametrize("naam", [naam for naam, dit in BLADEN.items() if dit.uitsplitsen])
def test_uitsplitsing_over_een_heel_jaar_in_hooguit_twaalf_vragen(client, bas, naam):
    bas.aanmelden(client)

    with CaptureQueriesContext(connection) as vragen:
        response = client.get(blad(naam, periode=JAAR, per="niveau"))

    assertContains(response, "per niveau")
    assert len(vragen) <= HOOGUIT_VRAGEN


@pytest.mark.parametrize(
    ("keuze", "zin"),
    [
        ({"periode": "2025-03-01"}, "Deze keuze is er niet."),
        ({"periode": "1999"}, "Deze keuze is er niet."),
        ({"per": "kandidaat"}, "Deze keuze is er niet."),
        ({"periode": "2025-K2", "per": "niveau"}, "Kies een heel jaar"),
        ({"periode": JAAR, "per": "niveau", "route": "diploma"}, "niet allebei"),
    ],
)
def test_een_keuze_die_er_niet_is_wordt_gezegd(client, bas, keuze, zin):
    response = bas.aanmelden(client).get(blad("uitval", **keuze))

    assertContains(response, zin, status_code=422)


def test_een_ander_in_het_adres_verandert_niets(client, bas, wereld):
    bas.aanmelden(client)
    ander = wereld.gemeenten[1]

    gewoon, met = (
        client.get(blad("trechter", periode=JAAR, **extra))
        for extra in ({}, {"gemeente": ander.code, "voor_id": ander.pk})
    )

    assert gewoon.context["grafieken"][0].tabel == met.context["grafieken"][0].tabel


def test_geen_scherm_leest_een_rauw_cijfer(client, bas):
    bas.aanmelden(client)

    for naam in BLADEN:
        with CaptureQueriesContext(connection) as vragen:
            client.get(blad(naam, periode=JAAR))
        assert not [v for v in vragen if IndicatorWaarde._meta.db_table in v["sql"]]


def test_school_ziet_de_eigen_cijfers_zonder_raadspagina(client, wereld, db):
    fatima = Speler(f.lid(Rol.COORDINATOR, "Fatima Voorbeeld", organisatie=wereld.scholen[0]))
    fatima.aanmelden(client)

    assertContains(client.get(blad("voortgang", periode=JAAR)), "Roc 0")
    assert client.get(reverse("cijfers:raad")).status_code == 403


def test_organisatie_zonder_eigen_cijfers_leest_waarom(client, wereld, db):
    uwv = next(org for org in wereld.verwijzers if org.soort == "uwv")
    Speler(f.lid(Rol.BELEID, "Ursula Voorbeeld", organisatie=uwv)).aanmelden(client)

    assertContains(client.get(reverse("cijfers:dashboard")), "geen eigen cijfers")


def test_voor_de_eerste_telling_staat_er_wanneer_er_cijfers_komen(client, mo):
    Speler(f.lid(Rol.BELEID, "Bas Voorbeeld", organisatie=mo.lid.organisatie)).aanmelden(client)

    assertContains(client.get(reverse("cijfers:dashboard")), "Er zijn nog geen cijfers.")


def test_twee_keer_publiceren_geeft_hetzelfde(wereld, db):
    def alles():
        plek = ("voor_soort", "voor_id", "publiek", "indicator", "periode")
        return list(Publicatie.objects.order_by(*plek).values_list(*plek, "cellen"))

    voor = alles()
    actions.publiceren(wie=wie(wereld)[1:], nu=NU)

    assert alles() == voor


def test_alleen_wat_voorbij_is_wordt_gepubliceerd(wereld):
    assert not Publicatie.objects.filter(periode__in=["2026", "2026-K4"]).exists()
    assert Publicatie.objects.filter(periode="2026-K3").exists()


def test_een_verbetering_na_het_afsluiten_staat_erbij(client, bas, wereld):
    plek = {"voor_soort": "gemeente", "voor_id": wereld.gemeenten[0].pk, "periode": "2026-K2"}
    IndicatorWaarde.objects.filter(**plek, code="I01").update(gecorrigeerd_op=NU)
    actions.publiceren(wie=wie(wereld)[:1], nu=NU)
    bas.aanmelden(client)

    assertContains(client.get(blad("trechter", periode="2026-K2")), "verbeterd op")
    assertNotContains(client.get(blad("trechter", periode="2026-K1")), "verbeterd op")


def test_raad_ziet_zes_cijfers_met_streven_en_eigen_opgave(client, bas):
    bas.aanmelden(client)
    EigenOpgave.objects.create(
        organisatie=bas.lid.organisatie, soort="streven", code="I09", periode=JAAR, volgnummer=1,
        waarde=70, herkomst="programmabegroting 2025", door=bas.lid, gebeurd_op="2026-01-05",
    )  # fmt: skip

    response = client.get(reverse("cijfers:raad", query={"jaar": JAAR}))

    assert len(response.context["blad"].cijfers) == 6
    assertContains(response, "70%")
    assertContains(response, "niet ingevuld")
    assertContains(response, "niet waardoor")


def test_raadspagina_is_een_vel_pdf(client, bas):
    response = bas.aanmelden(client).get(reverse("cijfers:raad_pdf", query={"jaar": JAAR}))

    inhoud = response.content
    assert response["Content-Type"] == "application/pdf"
    assert bladen(inhoud) == 1
    assert "Wat we willen bereiken" in tekst(inhoud)


def test_uitleg_van_drie_zinnen_komt_op_de_pagina(client, bas):
    bas.aanmelden(client)
    url = reverse("cijfers:duiden", args=["I09", 2025])

    te_lang = client.post(url, {"tekst": "Een. Twee. Drie. Vier.", "na": 0, "als": bas.lid.pk})
    goed = client.post(url, {"tekst": "Er kwamen meer leerplekken.", "na": 0, "als": bas.lid.pk})

    assertContains(te_lang, "Dit zijn 4 zinnen.", status_code=422)
    assertContains(te_lang, "Een. Twee. Drie. Vier.", status_code=422)
    assertRedirects(goed, reverse("cijfers:raad"))
    assertContains(client.get(reverse("cijfers:raad", query={"jaar": JAAR})), "meer leerplekken")


def test_wie_later_schrijft_ziet_wat_een_collega_schreef(client, bas):
    bas.aanmelden(client)
    url = reverse("cijfers:duiden", args=["I09", 2025])
    client.post(url, {"tekst": "Eerst dit.", "na": 0, "als": bas.lid.pk})

    response = client.post(url, {"tekst": "Toch dat.", "na": 0, "als": bas.lid.pk})

    assertContains(response, "Eerst dit.", status_code=409)
    assert Duiding.objects.filter(organisatie=bas.lid.organisatie).count() == 1


@pytest.mark.parametrize("vorm", ["xlsx", "ods", "csv"])
def test_bestand_meenemen_wordt_opgeschreven(client, bas, vorm):
    bas.aanmelden(client)
    url = reverse("cijfers:export", args=["uitval", vorm])

    response = client.post(url, {"periode": JAAR, "als": bas.lid.pk})

    regel = Logregel.objects.get(actie="exporteren")
    assert response["Content-Disposition"].endswith(f'aland_uitval_{JAAR}-12-31.{vorm}"')
    assert regel.bijzonderheden["filter"] == {"periode": JAAR, "route": "", "per": ""}
    assert regel.bijzonderheden["regels"] > 0


def test_begrippen_noemen_elk_cijfer_en_wat_nog_niet_gemeten_wordt(client, bas):
    response = bas.aanmelden(client).get(reverse("cijfers:begrippen"))

    assertContains(response, "I27, versie 1")
    assertContains(response, "Nog niet gemeten.", count=5)
    assertNotContains(response, "None")
