"""One traject: whose turn, one button, the plan, what happened; each role its own part."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.conftest import Speler
from trajecten import actions
from trajecten import models as m
from trajecten.models import Niveau, Rol, Status

VANDAAG = timezone.localdate()


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def in_status(traject, status):
    m.Traject.objects.filter(pk=traject.pk).update(status=status)
    return traject


def test_toont_wie_aan_zet_is_en_wat_er_ligt(binnen, planregel, johan):
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP, toelichting="Gaat al beter")

    response = binnen.get(planregel.traject.get_absolute_url())

    assertContains(response, "Aan zet: <strong>Johan Voorbeeld</strong> (praktijkopleider)")
    assertContains(response, "0 van 1")
    assertContains(response, "B1-K1-W1: Met hulp")
    assertContains(response, "Gaat al beter")


@pytest.mark.parametrize(
    ("status", "naar"),
    [
        (Status.AANGEMELD, "trajecten:intake"),
        (Status.INTAKE, "trajecten:intake"),
        (Status.SCHOOLOORDEEL, "trajecten:schooloordeel"),
        (Status.ONDERBROKEN, "trajecten:hervatten"),
    ],
)
def test_een_hoofdknop_per_stap(binnen, traject, status, naar):
    response = binnen.get(in_status(traject, status).get_absolute_url())

    assert response.context["knop"].url == reverse(naar, args=[traject.pk])
    assertContains(response, response.context["knop"].tekst)


@pytest.mark.parametrize("status", Status.values)
def test_elke_stap_heeft_een_pagina_die_werkt(binnen, traject, status):
    response = binnen.get(in_status(traject, status).get_absolute_url())

    assert response.status_code == 200
    assert sum(stap["staat"] == "nu" for stap in response.context["stappen"]) == 1


def test_na_het_besluit_leidt_de_hoofdknop_naar_het_document(binnen, traject, anne):
    in_status(traject, Status.BIJ_EXAMENCOMMISSIE)
    traject.besluiten.create(
        volgnummer=1, uitkomst="toegekend", naam="Anne Voorbeeld", functie="voorzitter",
        plaats="Deventer", door=anne.lid, gebeurd_op=VANDAAG,
    )  # fmt: skip

    response = binnen.get(traject.get_absolute_url())

    assert response.context["knop"].url == reverse("verklaringen:ondertekening", args=[traject.pk])
    assert [knop.stap for knop in response.context["andere"]] == ["onderdelen", "stoppen"]


def test_als_de_praktijkopleider_aan_zet_is_heeft_de_school_geen_hoofdknop(binnen, planregel):
    response = binnen.get(planregel.traject.get_absolute_url())

    assert response.context["knop"] is None
    assert "papier" in [knop.stap for knop in response.context["andere"]]


def test_knop_zonder_eigen_pagina_is_een_formulier(binnen, traject):
    response = binnen.get(in_status(traject, Status.ONDERBROKEN).get_absolute_url())

    url = reverse("trajecten:hervatten", args=[traject.pk])
    assertContains(response, f'<form method="post" action="{url}">')


def test_geschiedenis_houdt_reden_en_bron_vast(
    binnen, planregel, fatima, johan, settings, tmp_path
):
    settings.OPSLAG_MAP = tmp_path
    traject = planregel.traject
    f.aftekening(
        planregel, fatima.lid, namens=johan.lid, bron="papier", scan=f.scan(traject, fatima.lid)
    )
    actions.stoppen(
        traject=traject, door=fatima.lid, reden_code="werk_gevonden", toelichting="Bij de bakker"
    )

    response = binnen.get(traject.get_absolute_url())

    regels = response.context["gebeurd"]
    assert regels[0]["wat"] == "Stap: gestopt"
    assert regels[0]["tekst"] == "Werk gevonden. Bij de bakker"
    papier = next(regel for regel in regels if "B1-K1-W1" in regel["wat"])
    assert (papier["wie"], papier["bron"]) == ("Johan Voorbeeld", "van getekend papier")


def test_gestopt_traject_biedt_herstel(binnen, planregel, fatima):
    actions.stoppen(traject=planregel.traject, door=fatima.lid, reden_code="werk_gevonden")

    response = binnen.get(planregel.traject.get_absolute_url())

    stappen = [knop.stap for knop in response.context["andere"]]
    na_het_einde = ["nazorg_beginnen", "jobcoach", "uitstroom", "vervolg"]
    assert stappen == ["onderdelen", "stop_herstellen", "verzoek", *na_het_einde]


@pytest.mark.parametrize("wie", ["karin", "boris"])
def test_vreemd_traject_bestaat_niet(client, traject, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(traject.get_absolute_url()).status_code == 404


def test_leerbedrijf_ziet_geen_contact_intake_of_aftekening(client, planregel, johan, bedrijf):
    f.aftekening(planregel, johan.lid, toelichting="Alleen voor de school")
    ria = Speler(f.lid(Rol.LEERBEDRIJFBEHEERDER, "Ria Bedrijf", leerbedrijf=bedrijf))

    response = ria.aanmelden(client).get(planregel.traject.get_absolute_url())

    assertContains(response, "Samira Voorbeeld")
    for geheim in ("0612345678", "Alleen voor de school", "Zelfstandig", "Wat er is gebeurd"):
        assertNotContains(response, geheim)


def test_examencommissie_ziet_oordelen_zonder_contact(client, planregel, johan, anne):
    f.eindoordeel(planregel, johan.lid)
    traject = in_status(planregel.traject, Status.BIJ_EXAMENCOMMISSIE)
    traject.overgangen.create(van=Status.SCHOOLOORDEEL, naar=Status.BIJ_EXAMENCOMMISSIE)

    response = anne.aanmelden(client).get(traject.get_absolute_url())

    assertContains(response, "Eindoordeel")
    assertNotContains(response, "0612345678")


def test_detail_query_count_is_the_same_at_1_and_at_3_werkprocessen(
    binnen, planregel, johan, django_assert_num_queries, django_assert_max_num_queries
):
    f.aftekening(planregel, johan.lid)
    url = planregel.traject.get_absolute_url()
    binnen.get(url)
    with django_assert_max_num_queries(45) as een:
        binnen.get(url)
    for code in ("B1-K1-W2", "B1-K1-W3"):
        f.aftekening(f.planregel(planregel.plaatsing, code), johan.lid)

    with django_assert_num_queries(len(een)):
        binnen.get(url)


@pytest.mark.parametrize("route", ["certificaat", "diploma"])
def test_bij_een_diploma_of_certificaat_hoort_geen_verklaring(binnen, traject, route):
    m.Traject.objects.update(route=route, status=Status.SCHOOLOORDEEL)

    context = binnen.get(traject.get_absolute_url()).context

    assert "Verklaring tekenen" not in [stap["titel"] for stap in context["stappen"]]
    assert not {"document", "verzoek"} & {knop.stap for knop in context["andere"]}
