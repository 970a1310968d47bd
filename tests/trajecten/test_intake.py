"""Intake: begin, route helper, record, doubles."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from trajecten import actions, rules
from trajecten.models import Intake, Kandidaat, Route, Status, Traject

HULP = {"doel": "taken", "lessen": "nee", "taal": "met_hulp", "tijd": "kort", "rekenen": "nee"}


@pytest.fixture
def aangemeld(school):
    kandidaat = f.kandidaat("Ali Voorbeeld", jonger_dan_18=None)
    return f.traject(Status.AANGEMELD, instelling=school, kandidaat=kandidaat, route="", leerweg="")


@pytest.fixture
def in_intake(aangemeld, fatima):
    actions.intake_beginnen(traject=aangemeld, door=fatima.lid)
    return Traject.objects.get(pk=aangemeld.pk)


def url(traject):
    return reverse("trajecten:intake", args=[traject.pk])


def ingevuld(**velden):
    return {
        "startkwalificatie": "nee", "wens": "Magazijn", "jonger_dan_18": "nee",
        "route": "praktijkverklaring", "leerweg": "derde_leerweg",
        "route_reden": "Leren op het werk past.",
    } | {f"hulp_{k}": v for k, v in HULP.items()} | velden  # fmt: skip


def test_intake_brengt_het_traject_naar_de_match(client, in_intake, fatima):
    fatima.aanmelden(client)

    response = client.post(url(in_intake), ingevuld())

    assertRedirects(
        response, reverse("trajecten:match", args=[in_intake.pk]), fetch_redirect_response=False
    )
    traject = Traject.objects.get(pk=in_intake.pk)
    assert (traject.status, traject.route, traject.leerweg) == (
        "match",
        "praktijkverklaring",
        "derde_leerweg",
    )
    assert (traject.intake.voorstel, traject.intake.routehulp) == ("praktijkverklaring", HULP)


def test_voorstel_bewaart_niets_en_houdt_alles_vast(client, in_intake, fatima):
    fatima.aanmelden(client)

    response = client.post(url(in_intake), ingevuld(voorstel="x", vooropleiding="Basisschool"))

    assertContains(response, "Lessen en toetsen gaan nu nog niet.")
    assertContains(response, 'value="Basisschool"')
    assert Intake.objects.count() == 0


def test_minderjarige_heeft_een_vertegenwoordiger_nodig(client, in_intake, fatima):
    fatima.aanmelden(client)

    response = client.post(url(in_intake), ingevuld(jonger_dan_18="ja"))

    assertContains(response, "Vul de naam van de ouder of voogd in.", status_code=422)


def test_praktijkverklaring_gaat_altijd_via_de_derde_leerweg(client, in_intake, fatima):
    fatima.aanmelden(client)

    response = client.post(url(in_intake), ingevuld(leerweg="bbl"))

    assertContains(response, "altijd via de derde leerweg", status_code=422)


def test_tweede_intake_bewaren_maakt_geen_tweede_rij(client, in_intake, fatima):
    fatima.aanmelden(client)
    client.post(url(in_intake), ingevuld())

    response = client.post(url(in_intake), ingevuld())

    assertContains(response, "De intake van dit traject is al", status_code=422)
    assert Intake.objects.count() == 1


def test_coordinator_van_andere_school_vindt_niets(client, in_intake, karin):
    karin.aanmelden(client)

    assert client.get(url(in_intake)).status_code == 404
    assert client.post(url(in_intake), ingevuld()).status_code == 404
    assert Intake.objects.count() == 0


def test_dubbele_wordt_getoond_en_gekoppeld(client, in_intake, school, fatima):
    bekend = f.traject(
        Status.GESTOPT, instelling=school, kandidaat=f.kandidaat("Ali Voorbeeld")
    ).kandidaat
    fatima.aanmelden(client)

    assertContains(client.get(url(in_intake)), bekend.kandidaatnummer)
    client.post(
        reverse("trajecten:kandidaat_koppelen", args=[in_intake.pk]), {"bestaande": bekend.pk}
    )

    assert Traject.objects.get(pk=in_intake.pk).kandidaat == bekend
    assert Kandidaat.objects.get(pk=in_intake.kandidaat_id).samengevoegd_met == bekend


def test_iemand_van_een_andere_school_is_geen_dubbele(client, in_intake, fatima):
    vreemd = f.traject(kandidaat=f.kandidaat("Ali Voorbeeld")).kandidaat
    fatima.aanmelden(client)

    response = client.post(
        reverse("trajecten:kandidaat_koppelen", args=[in_intake.pk]), {"bestaande": vreemd.pk}
    )

    assert response.status_code == 302
    assert Traject.objects.get(pk=in_intake.pk).kandidaat == in_intake.kandidaat


@pytest.mark.parametrize(
    ("antwoorden", "route"),
    [
        (HULP, Route.PRAKTIJKVERKLARING),
        (HULP | {"lessen": "ja", "taal": "ja", "tijd": "jaar", "doel": "deel"}, Route.CERTIFICAAT),
        (
            {"doel": "beroep", "lessen": "ja", "taal": "ja", "tijd": "lang", "rekenen": "ja"},
            Route.DIPLOMA,
        ),
        (
            {"doel": "beroep", "lessen": "ja", "taal": "ja", "tijd": "lang", "rekenen": "nee"},
            Route.CERTIFICAAT,
        ),
        ({"doel": "beroep"}, ""),
    ],
)
def test_routehulp_stelt_voor(antwoorden, route):
    assert rules.routevoorstel(antwoorden)[0] == route
