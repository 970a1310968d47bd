"""What the aanmeldpunt and the verwijzer may still do with an aanmelding."""

import uuid

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.spelers import Speler
from trajecten import actions
from trajecten.models import Aanmelding, Bericht, Organisatie, Rol, Status, Traject
from trajecten.rules import Bezwaar, Ingehaald


@pytest.fixture
def aanmelding(mo):
    return actions.aanmelden(
        naam="Ali Voorbeeld", telefoon="0612345678", taal="ar", gemeente=f.gemeente(),
        wens="Werken in een magazijn", uitleg_gegeven=True, sleutel=uuid.uuid4(), door=mo.lid,
    )  # fmt: skip


@pytest.fixture
def aanmeldpunt(db):
    regio = f.organisatie(Organisatie.Soort.REGIO, "Aanmeldpunt Stedendriehoek")
    return Speler(f.lid(Rol.AANMELDPUNT, "Rachid Voorbeeld", organisatie=regio))


def url(naam, aanmelding):
    return reverse(f"trajecten:aanmelding_{naam}", args=[aanmelding.pk])


def test_aanmeldpunt_zet_door_naar_een_school(client, aanmelding, aanmeldpunt, fatima):
    aanmeldpunt.aanmelden(client)

    response = client.post(url("doorzetten", aanmelding), {"instelling": fatima.lid.organisatie_id})

    assertRedirects(response, reverse("trajecten:aanmeldingen"))
    traject = Traject.objects.get()
    assert (traject.status, traject.instelling) == (Status.AANGEMELD, fatima.lid.organisatie)
    assert traject.kandidaat.naam == "Ali Voorbeeld"
    assert [b.onderwerp for b in Bericht.objects.all()] == ["Nieuwe aanmelding: Ali"]


def test_school_zonder_coordinator_kan_niet_gekozen_worden(client, aanmelding, aanmeldpunt):
    leeg = f.instelling("Roc Leeg")
    aanmeldpunt.aanmelden(client)

    response = client.post(url("doorzetten", aanmelding), {"instelling": leeg.pk})

    assertContains(response, "Deze school kun je niet kiezen.", status_code=422)
    assert Traject.objects.count() == 0


def test_teruggeven_vraagt_een_reden_die_de_verwijzer_leest(client, aanmelding, aanmeldpunt, mo):
    aanmeldpunt.aanmelden(client)

    leeg = client.post(url("teruggeven", aanmelding), {"reden": ""})
    client.post(url("teruggeven", aanmelding), {"reden": "Het telefoonnummer werkt niet."})

    assert leeg.status_code == 422
    assertContains(
        mo.aanmelden(client).get(aanmelding.get_absolute_url()), "Het telefoonnummer werkt niet."
    )
    assert [b.aan for b in Bericht.objects.all()] == [mo.lid.gebruiker.email]


def test_corrigeren_na_teruggeven_stuurt_opnieuw(aanmelding, aanmeldpunt, mo):
    actions.aanmelding_teruggeven(
        aanmelding=aanmelding, door=aanmeldpunt.lid, reden="Nummer klopt niet"
    )
    aanmelding.refresh_from_db()

    velden = {naam: getattr(aanmelding, naam) for naam in ("naam", "taal", "gemeente", "wens")}
    nieuw = actions.aanmelding_corrigeren(
        aanmelding=aanmelding,
        door=mo.lid,
        versie=aanmelding.versie,
        telefoon="0687654321",
        **velden,
    )

    assert (nieuw.status, nieuw.telefoon, nieuw.status_reden) == ("ingediend", "0687654321", "")


def test_corrigeren_op_een_oude_versie_toont_beide(client, aanmelding, aanmeldpunt, mo):
    mo.aanmelden(client)
    velden = {
        "naam": "Ali Anders", "telefoon": "0687654321", "taal": "ar", "gemeente": f.gemeente().pk,
        "wens": "Koken",
    }  # fmt: skip
    client.post(url("corrigeren", aanmelding), velden | {"versie": 1})

    response = client.post(
        url("corrigeren", aanmelding), velden | {"versie": 1, "naam": "Ali Derde"}
    )

    assertContains(response, "Ali Anders", status_code=409)
    assertContains(response, "Ali Derde", status_code=409)


def test_intrekken_kan_tot_de_intake(aanmelding, aanmeldpunt, fatima, mo):
    traject = actions.aanmelding_doorzetten(
        aanmelding=aanmelding, door=aanmeldpunt.lid, instelling=fatima.lid.organisatie
    )
    actions.intake_beginnen(traject=traject, door=fatima.lid)

    with pytest.raises(Bezwaar, match="De intake is begonnen"):
        actions.aanmelding_intrekken(aanmelding=aanmelding, door=mo.lid, reden="Toch niet")

    assert Traject.objects.get().status == Status.INTAKE


def test_intrekken_bij_de_school_is_niet_gestart(aanmelding, aanmeldpunt, fatima, mo):
    actions.aanmelding_doorzetten(
        aanmelding=aanmelding, door=aanmeldpunt.lid, instelling=fatima.lid.organisatie
    )

    actions.aanmelding_intrekken(aanmelding=aanmelding, door=mo.lid, reden="Toch niet")

    overgang = Traject.objects.get().overgangen.last()
    assert (overgang.naar, overgang.reden_code) == (Status.NIET_GESTART, "kandidaat_trok_terug")


def test_twee_aanmeldpunten_tegelijk_een_wint(aanmelding, aanmeldpunt, fatima):
    zelfde = Aanmelding.objects.get(pk=aanmelding.pk)
    actions.aanmelding_doorzetten(
        aanmelding=aanmelding, door=aanmeldpunt.lid, instelling=fatima.lid.organisatie
    )

    with pytest.raises((Bezwaar, Ingehaald)):
        actions.aanmelding_doorzetten(
            aanmelding=zelfde, door=aanmeldpunt.lid, instelling=fatima.lid.organisatie
        )

    assert Traject.objects.count() == 1


def test_andere_gemeente_ziet_de_aanmelding_niet(client, aanmelding, peter):
    peter.aanmelden(client)

    response = client.get(aanmelding.get_absolute_url())

    assert response.status_code == 404


def test_verwijzer_ziet_stap_en_datum_en_niet_meer(client, aanmelding, aanmeldpunt, fatima, mo):
    traject = actions.aanmelding_doorzetten(
        aanmelding=aanmelding, door=aanmeldpunt.lid, instelling=fatima.lid.organisatie
    )
    mo.aanmelden(client)

    response = client.get(aanmelding.get_absolute_url())

    assertContains(response, "Aangemeld, sinds", count=0)
    assertContains(response, "aangemeld, sinds")
    assert client.get(traject.get_absolute_url()).status_code in (403, 404)


def test_lijst_heeft_evenveel_queries_bij_een_en_bij_drie(
    client, aanmelding, mo, django_assert_num_queries
):
    mo.aanmelden(client)
    lijst = reverse("trajecten:aanmeldingen")
    client.get(lijst)
    with django_assert_num_queries(10, exact=False) as een:
        client.get(lijst)
    for naam in ("Bo Voorbeeld", "Cor Voorbeeld"):
        actions.aanmelden(
            naam=naam, telefoon="0612345678", taal="nl", gemeente=f.gemeente(), wens="Koken",
            uitleg_gegeven=True, sleutel=uuid.uuid4(), door=mo.lid,
        )  # fmt: skip

    with django_assert_num_queries(len(een.captured_queries)):
        client.get(lijst)
