"""The register of the school: what was issued, newest first, and whether it is valid."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.verklaringen.maken_uitgiften import document
from trajecten.models import Traject
from verklaringen import actions
from verklaringen.models import Uitgifte, Uitreiking

URL = reverse("verklaringen:register")


def nummers(client, **filter):
    return [rij.nummer for rij in client.get(URL, filter).context["rijen"]]


@pytest.fixture
def joris(school, fatima):
    """The mbo-verklaring of another kandidaat of this school."""
    kandidaat = f.kandidaat("Joris Çelik")
    return document(
        f.traject(instelling=school, coordinator=fatima.lid, kandidaat=kandidaat), fatima.lid
    )


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def test_nieuwste_eerst_met_naam_soort_en_status(binnen, pv, joris):
    response = binnen.get(URL)

    assert nummers(binnen) == [joris.nummer, pv.nummer]
    for tekst in ("Joris Çelik", "Samira Voorbeeld", "Mbo-verklaring", "Praktijkverklaring"):
        assertContains(response, tekst)
    assertContains(response, "Geldig", count=2 + 1)  # and the choice in the filter
    assertContains(response, reverse("verklaringen:uitgifte", args=[pv.pk]))


@pytest.mark.parametrize("zoek", ["joris", "celik", "Çelik joris", "MV-2026-0000002"])
def test_zoeken_op_naam_of_nummer(binnen, pv, joris, zoek):
    assert nummers(binnen, zoek=zoek) == [joris.nummer]


def test_van_een_traject_staat_ook_wat_niet_meer_geldt(binnen, pv, joris, voorstel, farid):
    actions.intrekken(voorstel=voorstel, door=farid.lid)

    response = binnen.get(URL, {"traject": pv.traject_id})

    assert [rij.nummer for rij in response.context["rijen"]] == [pv.nummer]
    assertContains(response, "Documenten van Samira Voorbeeld")
    assertContains(response, "Ingetrokken<br>")


def test_van_een_traject_zonder_documenten_zegt_de_pagina_dat(binnen, traject, joris):
    response = binnen.get(URL, {"traject": traject.pk})

    assertContains(response, "Zodra de school in dit traject een verklaring uitgeeft")
    assertNotContains(response, joris.nummer)


def test_een_traject_van_een_andere_school_geeft_niets(client, pv, karin):
    karin.aanmelden(client)

    response = client.get(URL, {"traject": pv.traject_id})

    assertNotContains(response, "Samira")
    assertNotContains(response, pv.nummer)


def test_het_traject_leidt_naar_zijn_documenten(binnen, uitgereikt):
    link = f"{URL}?traject={uitgereikt.pk}"

    assertContains(binnen.get(uitgereikt.get_absolute_url()), link)


@pytest.mark.parametrize(("status", "route"), [("actief", "praktijkverklaring"),
                                               ("uitgereikt", "diploma")])  # fmt: skip
def test_zonder_document_is_er_geen_link(binnen, traject, status, route):
    Traject.objects.update(status=status, route=route)

    assertNotContains(binnen.get(traject.get_absolute_url()), "Documenten van dit traject")


def test_filteren_op_soort(binnen, pv, joris):
    assert nummers(binnen, soort="praktijkverklaring") == [pv.nummer]


def test_filteren_op_status(binnen, pv, joris, voorstel, farid):
    actions.intrekken(voorstel=voorstel, door=farid.lid)

    assert nummers(binnen, status="ingetrokken") == [pv.nummer]
    assert nummers(binnen, status="geldig") == [joris.nummer]
    assertContains(binnen.get(URL), "Ingetrokken<br>")


@pytest.mark.parametrize(
    "filter", [{"status": "onzin"}, {"soort": "onzin"}, {"voor": "abc"}, {"voor": 2**70}]
)
def test_wat_geen_keuze_is_vindt_niets_en_breekt_niets(binnen, pv, filter):
    assert nummers(binnen, **filter) == []


def test_niets_gevonden_zegt_wat_te_doen(binnen, pv):
    assertContains(binnen.get(URL, {"zoek": "niemand"}), "Geen document gevonden.")


def test_leeg_register_zegt_wat_er_komt(binnen, db):
    assertContains(binnen.get(URL), "Er is nog niets uitgegeven.")


def test_de_volgende_bladzijde_gaat_verder_waar_deze_ophield(binnen, pv, joris, monkeypatch):
    monkeypatch.setattr(Uitgifte.objects._queryset_class.bladzijde, "__defaults__", (None, 1))
    eerste = binnen.get(URL, {"soort": ""})
    assert [rij.nummer for rij in eerste.context["rijen"]] == [joris.nummer]

    tweede = binnen.get(eerste.context["volgende"])

    assert [rij.nummer for rij in tweede.context["rijen"]] == [pv.nummer]
    assert tweede.context["volgende"] == ""
    assert tweede.context["eerste"]


def test_een_andere_school_ziet_hier_niets_van(client, pv, karin):
    karin.aanmelden(client)

    assert nummers(client) == []


def test_de_examencommissie_ziet_wat_haar_ooit_is_voorgelegd(client, mbo, joris, anne):
    anne.aanmelden(client)

    assert nummers(client) == [mbo.nummer]
    assertNotContains(client.get(URL), reverse("verklaringen:uitreiklijst"))


def test_register_query_count_is_the_same_at_1_and_at_3_rows(binnen, pv, fatima, tellen):
    tellen(URL)
    bij_een = tellen(URL)
    for _ in range(2):
        traject = f.traject(instelling=fatima.lid.organisatie, coordinator=fatima.lid)
        uitgifte = document(traject, fatima.lid)
        actions.intrekken_voorstellen(
            uitgifte=uitgifte, door=fatima.lid, reden="fout", toelichting="Fout."
        )
        Uitreiking.objects.create(
            uitgifte=uitgifte, plaats="Deventer", door=fatima.lid, gebeurd_op=timezone.localdate()
        )

    assert tellen(URL) == bij_een
