"""The card of one kandidaat, and what a praktijkopleider never gets to see."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from trajecten.models import Aanmelding, Niveau, Status


def url(traject):
    return reverse("trajecten:begeleiding", args=[traject.pk])


@pytest.fixture
def volle_kandidaat(traject, planregel, plaatsing, johan, mo, fatima):
    """Samira with everything the school and the verwijzer know about her."""
    kandidaat = traject.kandidaat
    kandidaat.email, kandidaat.ondersteuning = "samira.geheim@voorbeeld.example", ""
    kandidaat.gemeente = f.gemeente("Gemeentegeheim", "GM0999")
    kandidaat.save()
    kandidaat.identiteiten.create(
        volgnummer=1, voornamen="Samira Geheimenaam", achternaam="Voorbeeld",
        geboortedatum=date(1991, 3, 14), geboorteplaats="Geboortegeheim",
        door=fatima.lid, gebeurd_op=timezone.localdate(),
    )  # fmt: skip
    Aanmelding.objects.create(
        naam=kandidaat.naam, telefoon="0687654321", taal="nl", gemeente=kandidaat.gemeente,
        wens="Wensgeheim", uitleg_gegeven=True, verwijzer=mo.lid.organisatie, door=mo.lid,
        kenmerk="Kenmerkgeheim", sleutel="9b2f4f9e-5b0f-4a55-9f3a-0d7d7b1d2c11",
        status=Aanmelding.Status.DOORGEZET, traject=traject,
    )  # fmt: skip
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP, toelichting="Gaat goed")
    return kandidaat


GEHEIM = (
    "Gemeentegeheim", "samira.geheim", "0612345678", "0687654321", "Geheimenaam", "1991",
    "Geboortegeheim", "Wensgeheim", "Kenmerkgeheim", "Gemeente Deventer", "itkering", "erwijzer",
)  # fmt: skip


def test_praktijkopleider_ziet_niets_van_verwijzer_gemeente_of_geboorte(
    client, volle_kandidaat, traject, planregel, plaatsing, johan
):
    johan.aanmelden(client)
    regel, plek = planregel.pk, plaatsing.pk
    adressen = [
        reverse("start:vandaag"),
        url(traject),
        reverse("trajecten:aftekenen", args=[regel]),
        reverse("trajecten:aftekening_intrekken", args=[planregel.stand.pk]),
    ]
    bladen = [client.get(adres) for adres in adressen]
    traject.status = Status.EINDBEOORDELING
    traject.save()
    bladen.append(client.get(reverse("trajecten:eindoordeel", args=[plek])))
    bladen.append(client.get(reverse("trajecten:eindoordelen_versturen", args=[plek])))

    for blad in bladen:
        assertContains(blad, "Samira")
        for geheim in GEHEIM:
            assertNotContains(blad, geheim)


def test_alle_werkprocessen_in_volgorde_met_het_niveau_in_woorden(
    client, traject, planregel, plaatsing, johan
):
    tweede = f.planregel(plaatsing, "P1-K1-W1", "Ontvangt goederen en/of producten")
    f.aftekening(tweede, johan.lid, Niveau.ONDER_TOEZICHT)
    johan.aanmelden(client)

    tekst = client.get(url(traject)).content.decode()

    lijst = tekst[tekst.index("Alle taken") :]
    assert lijst.index(planregel.titel) < lijst.index(tweede.titel)
    assert "Onder toezicht" in lijst
    assert "<strong>0 van 2</strong> zelfstandig" in tekst


def test_vreemde_kandidaat_bestaat_niet(client, traject, planregel, els):
    els.aanmelden(client)

    assert client.get(url(traject)).status_code == 404


def test_na_vier_weken_is_de_kandidaat_weg(client, traject, plaatsing, planregel, johan):
    traject.status = Status.UITGEREIKT
    traject.save()
    johan.aanmelden(client)
    vandaag = timezone.localdate()

    antwoorden = []
    for weken in (3, 5):
        plaatsing.begin, plaatsing.eind = (
            vandaag - timedelta(weeks=20), vandaag - timedelta(weeks=weken),
        )  # fmt: skip
        plaatsing.save()
        antwoorden.append(client.get(url(traject)).status_code)

    assert antwoorden == [200, 404]


def test_kijken_staat_in_wie_keek(client, traject, planregel, johan, samira):
    johan.aanmelden(client)
    client.get(url(traject))
    samira.aanmelden(client)

    assertContains(client.get(reverse("start:wie_keek")), "Johan Voorbeeld")


def test_begeleiding_query_count(client, traject, planregel, plaatsing, johan, tellen):
    johan.aanmelden(client)
    f.aftekening(planregel, johan.lid)
    bij_een = tellen(url(traject))

    for nummer in (1, 2):
        f.aftekening(f.planregel(plaatsing, f"P1-K1-W{nummer}"), johan.lid)

    assert tellen(url(traject)) == bij_een
