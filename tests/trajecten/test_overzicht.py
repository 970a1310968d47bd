"""The list of trajecten: filters, search, progress, pages by key, and a fixed number of queries."""

import pytest
from django.db import connection
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.conftest import Speler
from trajecten import models as m
from trajecten.models import Niveau, Rol, Status
from trajecten.models.trajecten import TrajectQuerySet

URL = reverse("trajecten:overzicht")


def namen(response):
    return [rij.kandidaat.naam for rij in response.context["rijen"]]


def nog_een(school, naam="Ali Voorbeeld", **velden):
    return f.traject(instelling=school, kandidaat=f.kandidaat(naam), **velden)


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def test_coordinator_ziet_voortgang_en_wie_aan_zet_is(binnen, plaatsing, johan):
    f.aftekening(f.planregel(plaatsing, "B1-K1-W1"), johan.lid)
    f.planregel(plaatsing, "B1-K1-W2", "Voert werkzaamheden uit")

    response = binnen.get(URL)

    assertContains(response, "1 van 2")
    assertContains(response, "“Voert werkzaamheden uit” aftekenen")


def test_met_hulp_telt_niet_als_afgetekend(binnen, planregel, johan):
    f.aftekening(planregel, johan.lid)
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP)

    assertContains(binnen.get(URL), "0 van 1")


def test_traject_van_een_andere_school_staat_er_niet(binnen, traject, tarik):
    response = binnen.get(URL)

    assert namen(response) == ["Samira Voorbeeld"]
    assertNotContains(response, "Tarik")


@pytest.mark.parametrize("zoek", ["ali", "ÇELIK", "ali celik", "Celik Ali"])
def test_zoeken_op_naam_zonder_accenten(binnen, traject, school, zoek):
    nog_een(school, "Ali Çelik")

    assert namen(binnen.get(URL, {"zoek": zoek})) == ["Ali Çelik"]


def test_zoeken_op_nummer(binnen, traject, school):
    ander = nog_een(school)

    assert namen(binnen.get(URL, {"zoek": ander.nummer})) == ["Ali Voorbeeld"]


def test_zoeken_vindt_geen_andere_school(binnen, traject, tarik):
    response = binnen.get(URL, {"zoek": "Tarik"})

    assertContains(response, "Geen traject gevonden.")


def test_filters_op_stap_route_coordinator_en_opleiding(binnen, traject, school, fatima):
    kok = f.kwalificatie("25180", "Kok", 2, dossier=f.dossier("23093", "Keuken"))
    nog_een(
        school, "Ali Voorbeeld", status=Status.INTAKE, route="diploma", leerweg="bbl",
        kwalificatie=kok,
    )  # fmt: skip
    filters = [
        {"status": "intake"}, {"route": "diploma"}, {"coordinator": fatima.lid.pk},
        {"kwalificatie": kok.pk},
    ]  # fmt: skip

    gevonden = [namen(binnen.get(URL, filter)) for filter in filters]

    assert gevonden == [
        ["Ali Voorbeeld"],
        ["Ali Voorbeeld"],
        ["Samira Voorbeeld"],
        ["Ali Voorbeeld"],
    ]


@pytest.mark.parametrize(
    "vreemd",
    [
        {"status": "bestaat_niet"},
        {"kwalificatie": "1 OR 1=1"},
        {"coordinator": "999999"},
        {"voor": "99999999999999999999999"},
        {"kandidaat__naam": "Samira"},
    ],
)
def test_een_filter_buiten_de_lijst_bereikt_de_database_niet(binnen, traject, vreemd):
    response = binnen.get(URL, vreemd)

    verwacht = ["Samira Voorbeeld"] if "kandidaat__naam" in vreemd else []
    assert (response.status_code, namen(response)) == (200, verwacht)


def test_bladeren_houdt_de_filters_vast(binnen, traject, school, monkeypatch):
    monkeypatch.setattr(TrajectQuerySet.bladzijde, "__defaults__", (None, 2))
    for naam in ("Ali Een", "Bo Twee"):
        nog_een(school, naam)
    eerste = binnen.get(URL, {"status": "actief"})

    tweede = binnen.get(eerste.context["volgende"])

    assert namen(eerste) == ["Bo Twee", "Ali Een"]
    assert namen(tweede) == ["Samira Voorbeeld"]
    assert tweede.context["volgende"] == ""
    assert tweede.context["eerste"] == f"{URL}?status=actief"


def test_lijst_zegt_hoeveel_er_getoond_zijn_aan_het_logboek(binnen, traject):
    binnen.get(URL, {"zoek": "Samira"})

    regel = m.Logregel.objects.filter(actie="bekijken").first()
    assert regel.bijzonderheden["aantal"] == 1
    assert regel.bijzonderheden["filter"] == {"zoek": "(tekst)"}


def test_overzicht_query_count_is_the_same_at_1_and_at_3_rows(
    binnen, plaatsing, johan, school, django_assert_num_queries, django_assert_max_num_queries
):
    f.aftekening(f.planregel(plaatsing), johan.lid)
    binnen.get(URL)
    with django_assert_max_num_queries(20) as een:
        binnen.get(URL)
    for naam in ("Ali Een", "Bo Twee"):
        plek = f.plaatsing(nog_een(school, naam), praktijkopleider=johan.lid)
        f.aftekening(f.planregel(plek), johan.lid)

    with django_assert_num_queries(len(een)):
        response = binnen.get(URL)

    assert len(namen(response)) == 3
    eigen = [q["sql"] for q in een if '"trajecten_traject"' in q["sql"] and "SELECT" in q["sql"]]
    assert len(eigen) == 2  # the page itself, and which opleidingen to filter on


def test_leerbedrijf_ziet_eigen_trajecten_zonder_voortgang(client, plaatsing, bedrijf, tarik):
    ria = Speler(f.lid(Rol.LEERBEDRIJFBEHEERDER, "Ria Bedrijf", leerbedrijf=bedrijf))
    f.planregel(plaatsing)

    response = ria.aanmelden(client).get(URL)

    assert namen(response) == ["Samira Voorbeeld"]
    assertNotContains(response, "0 van 1")


def test_examencommissie_ziet_alleen_wat_is_aangeboden(client, traject, school, anne):
    aangeboden = nog_een(school, status=Status.BIJ_EXAMENCOMMISSIE)

    response = anne.aanmelden(client).get(URL)

    assert [rij.pk for rij in response.context["rijen"]] == [aangeboden.pk]


def test_leeg_overzicht_zegt_wat_er_komt(binnen):
    assertContains(binnen.get(URL), "Er zijn nog geen trajecten.")


@pytest.mark.postgresql
def test_bladzijde_komt_in_volgorde_uit_de_index(traject, fatima):
    rijen = m.Traject.objects.zichtbaar_voor(fatima.lid).order_by("-pk")[:51]
    with connection.cursor() as cursor:
        # Three rows fit in one page of disk: without these PostgreSQL would rightly read them all.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")

    assert "traject_per_instelling" in rijen.explain()
