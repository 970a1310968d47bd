"""The pages eindbeoordeling, terugsturen, verzoek and uitstroom."""

import io

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from trajecten import actions
from trajecten import models as m
from trajecten.models import Status

VANDAAG = timezone.localdate()


def url(naam, traject):
    return reverse(f"trajecten:{naam}", args=[traject.pk])


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def foto():
    inhoud = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(inhoud, "JPEG")
    inhoud.seek(0)
    inhoud.name = "verzoek.jpg"
    return inhoud


def test_eindbeoordeling_openen(binnen, planregel):
    response = binnen.post(url("eindbeoordeling", planregel.traject))

    assertRedirects(response, planregel.traject.get_absolute_url())
    assert m.Traject.objects.get().status == Status.EINDBEOORDELING


def test_kijken_naar_de_eindbeoordeling_opent_niets(binnen, planregel):
    response = binnen.get(url("eindbeoordeling", planregel.traject))

    assertContains(response, "Open de eindbeoordeling")
    assert m.Traject.objects.get().status == Status.ACTIEF


def test_collega_opende_de_eindbeoordeling_al(binnen, planregel, farid):
    actions.eindbeoordeling_openen(traject=planregel.traject, door=farid.lid)

    response = binnen.post(url("eindbeoordeling", planregel.traject))

    assertContains(response, "Farid Voorbeeld", status_code=409)
    assert m.Statusovergang.objects.filter(naar=Status.EINDBEOORDELING).count() == 1


def test_eindbeoordeling_die_niet_kan_heeft_geen_knop(binnen, traject):
    response = binnen.get(url("eindbeoordeling", traject))

    assertContains(response, "geen werkprocessen in het plan")
    assertNotContains(response, "De praktijkopleider geeft over elk werkproces")


def test_terugsturen_met_reden(binnen, beoordeeld):
    binnen.post(url("terugsturen", beoordeeld), {"reden": "W1 mist uitleg.", "na": "0"})

    overgang = beoordeeld.overgangen.last()
    assert (overgang.naar, overgang.toelichting) == (Status.EINDBEOORDELING, "W1 mist uitleg.")


def test_terugsturen_zonder_reden(binnen, beoordeeld):
    response = binnen.post(url("terugsturen", beoordeeld), {"reden": "", "na": "0"})

    assertContains(response, "Schrijf op waarom.", status_code=422)


def test_terugsturen_over_een_nieuw_oordeel_heen_toont_beide(binnen, beoordeeld, farid):
    f.schooloordeel(beoordeeld, farid.lid, motivering="Alles gezien en goed.")

    response = binnen.post(url("terugsturen", beoordeeld), {"reden": "Mist uitleg.", "na": "0"})

    assertContains(response, "Alles gezien en goed.", status_code=409)
    assertContains(response, "Mist uitleg.", status_code=409)
    assert m.Traject.objects.get().status == Status.SCHOOLOORDEEL


def test_verzoek_met_foto_van_het_papier(binnen, planregel, settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path
    velden = {"gebeurd_op": VANDAAG.isoformat(), "wijze": "papier", "scan": foto()}

    response = binnen.post(url("verzoek", planregel.traject), velden)

    assertRedirects(response, planregel.traject.get_absolute_url())
    verzoek = m.Verzoek.objects.get()
    assert (verzoek.wijze, verzoek.scan.mimetype) == ("papier", "image/jpeg")


def test_verzoek_met_een_bestand_dat_geen_foto_is(binnen, planregel):
    nep = io.BytesIO(b"<svg onload=alert(1)>")
    nep.name = "verzoek.jpg"
    velden = {"gebeurd_op": VANDAAG.isoformat(), "wijze": "papier", "scan": nep}

    response = binnen.post(url("verzoek", planregel.traject), velden)

    assertContains(response, "Dit bestand kunnen we niet lezen.", status_code=422)
    assert response.context["form"]["wijze"].value() == "papier"
    assert m.Verzoek.objects.count() == 0


def test_tweede_verzoek_toont_het_eerste(binnen, planregel, farid):
    oud = {"wijze": "mondeling", "gebeurd_op": VANDAAG}
    actions.verzoek_vastleggen(traject=planregel.traject, door=farid.lid, **oud)

    response = binnen.post(
        url("verzoek", planregel.traject), {"gebeurd_op": VANDAAG.isoformat(), "wijze": "papier"}
    )

    assertContains(response, "in een gesprek", status_code=409)
    assert m.Verzoek.objects.count() == 1


def test_uitstroom_na_stoppen(binnen, traject):
    m.Traject.objects.update(status=Status.GESTOPT)

    binnen.post(
        url("uitstroom", traject),
        {"bestemming": "werk_ander_bedrijf", "gebeurd_op": VANDAAG.isoformat()},
    )

    assert m.Uitstroom.objects.get().bestemming == "werk_ander_bedrijf"


@pytest.mark.parametrize("naam", ["eindbeoordeling", "terugsturen", "verzoek", "uitstroom"])
def test_vreemd_traject_bestaat_niet(client, traject, karin, naam):
    karin.aanmelden(client)

    antwoorden = [client.get(url(naam, traject)), client.post(url(naam, traject))]

    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404]


@pytest.mark.parametrize("naam", ["eindbeoordeling", "terugsturen", "schooloordeel", "gegevens"])
def test_praktijkopleider_doet_het_werk_van_de_school_niet(client, traject, johan, naam):
    johan.aanmelden(client)

    assert client.post(url(naam, traject)).status_code == 403
