"""The pages of the praktijkleerplan and the inschrijving, through the client."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests.trajecten import stappen
from tests.trajecten.stappen import tekst, url, vers
from trajecten import models

VANDAAG = timezone.localdate()


@pytest.fixture
def client(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def gematcht(fatima, johan):
    stappen.uitvoerbaar(johan.lid.leerbedrijf)
    return stappen.gematcht(fatima.lid, johan.lid)


@pytest.fixture
def gepland(fatima, johan):
    return stappen.gepland(fatima.lid, johan.lid)


def plan(traject, **velden):
    return {
        "kwalificatie": traject.kwalificatie_id,
        "begin": VANDAAG.isoformat(),
        "eind": (VANDAAG + timedelta(days=120)).isoformat(),
        "uren_per_week": 24,
        "uren_totaal": 400,
        "versie": traject.versie,
    } | velden


def test_plan_gaat_naar_de_werkprocessen(client, gematcht):
    response = client.post(url("plan", gematcht), plan(gematcht))

    assert response.url == url("werkprocessen_kiezen", gematcht)


def test_plan_met_verkeerde_einddatum_houdt_alles_vast(client, gematcht):
    response = client.post(url("plan", gematcht), plan(gematcht, eind="2020-01-01"))

    assert response.status_code == 422
    assert "De einddatum is vóór de startdatum. Kies een datum na" in tekst(response)
    assert 'value="400"' in tekst(response)


def test_meer_uren_dan_weken_is_een_typefout(client, gematcht):
    response = client.post(url("plan", gematcht), plan(gematcht, uren_totaal=4000))

    assert "Dit past niet in 18 weken" in tekst(response)


def test_wie_teruggaat_vindt_alles_weer(client, gepland):
    assert 'value="400"' in tekst(client.get(url("plan", gepland)))
    assert tekst(client.get(url("werkprocessen_kiezen", gepland))).count(" checked") == 2


def test_werkprocessen_staan_per_kerntaak(client, gepland):
    pagina = tekst(client.get(url("werkprocessen_kiezen", gepland)))

    assert "B1-K1 Werkt als assistent" in pagina
    assert "Kan hier geleerd worden." in pagina


def test_andere_opleiding_laten_zien_houdt_de_vinkjes(client, gepland):
    ander = f.kwalificatie("25741", "Assistent dienstverlening", profiel="P2")
    f.werkproces("P2-K1-W1", "Maakt (werk)ruimtes gebruiksklaar", ander)
    kwalificatie = gepland.kwalificatie
    proces = kwalificatie.werkprocessen()[0]

    response = client.post(
        url("werkprocessen_kiezen", gepland),
        {
            f"k{kwalificatie.pk}_{proces.kerntaak_id}": f"{kwalificatie.pk}-{proces.pk}",
            "toon_extra": ander.pk,
            "laat_zien": "Laat zien",
            "versie": gepland.versie,
        },
    )

    assert response.status_code == 200
    assert "Maakt (werk)ruimtes gebruiksklaar" in tekst(response)
    assert tekst(response).count(" checked") == 1


def test_waarschuwing_vraagt_een_vinkje_met_je_naam(client, gematcht, fatima):
    models.Kwalificatie.objects.update(bevestigd_op=None, bevestigd_door="")
    client.post(url("plan", gematcht), plan(gematcht))
    kwalificatie = gematcht.kwalificatie
    proces = kwalificatie.werkprocessen()[0]
    data = {
        f"k{kwalificatie.pk}_{proces.kerntaak_id}": f"{kwalificatie.pk}-{proces.pk}",
        "gelezen": "startgegevens:25743",
        "versie": vers(gematcht).versie,
    }

    zonder = client.post(url("werkprocessen_kiezen", gematcht), data)
    met = client.post(url("werkprocessen_kiezen", gematcht), data | {"bevestigd": "on"})

    assert zonder.status_code == 422
    assert "Ik, Fatima Voorbeeld, heb dit gelezen en ga verder." in tekst(zonder)
    assert met.status_code == 302
    assert models.Planbevestiging.objects.get().door == fatima.lid


def test_inschrijven_met_nummer(client, gematcht):
    response = client.post(
        url("inschrijven", gematcht), {"studentnummer": "S 1001", "op": VANDAAG.isoformat()}
    )

    assert response.url == url("overeenkomst", gematcht)
    assert vers(gematcht).inschrijving.studentnummer == "S 1001"
