"""The page where the school keeps results, and the choice of the certificaat."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.trajecten import maken_onderdelen as maken
from trajecten import models as m

VANDAAG = timezone.localdate()


def url(naam, ding, onderdeel=""):
    adres = reverse(f"trajecten:{naam}", args=[ding.pk])
    return f"{adres}?onderdeel={onderdeel}" if onderdeel else adres


def ingevuld(**anders):
    return {
        "code": "", "deel": "", "naam": "", "cijfer": "7", "woord": "", "na": "0",
        "gebeurd_op": VANDAAG.isoformat(), "instrument": "", "beoordelaar": "",
    } | anders  # fmt: skip


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def diploma(school, fatima):
    """Samira's traject to a diploma of niveau 2, running since a month."""
    return maken.diplomatraject(
        2, VANDAAG - timedelta(days=30), instelling=school, coordinator=fatima.lid
    )


@pytest.fixture
def koken(school, fatima):
    certificaat = maken.certificaat_c0021()
    return f.traject(
        instelling=school, coordinator=fatima.lid, route=m.Route.CERTIFICAAT,
        kwalificatie=certificaat.kwalificatie, certificaat=certificaat,
    )  # fmt: skip


def test_lijst_toont_de_toets_de_pogingen_en_wat_nog_open_is(binnen, diploma):
    f.resultaat(diploma, "kerntaak", 5)
    f.resultaat(diploma, "kerntaak", 8, instrument="Praktijkexamen", beoordelaar="A. Examinator")

    response = binnen.get(url("onderdelen", diploma))

    assertContains(response, "Slagingsregels: voldoet nog niet")
    assertContains(response, "Advies, de examencommissie beslist.")
    assertContains(response, "Kerntaak P2-K1 moet ten minste een 6 of voldoende zijn")
    assertContains(response, "Praktijkexamen, A. Examinator")
    assertContains(response, ">Telt</span>")
    assertContains(response, "telt niet")
    assertContains(response, "Nederlandse taal: centraal examen")


def test_lijst_toont_wat_verbeterd_ingetrokken_en_vrijgesteld_is(binnen, diploma, fatima):
    fout = f.resultaat(diploma, "kerntaak", 9)
    f.resultaat(diploma, "kerntaak", 6, vervangt=fout, reden="Typefout")
    weg = f.resultaat(diploma, "les", "voldaan", naam="Lassen")
    m.Resultaatintrekking.objects.create(
        resultaat=weg, reden="Van een ander", door=fatima.lid, gebeurd_op=VANDAAG
    )
    maken.vrijstelling(diploma, verzoek={"code": "P2-K1"})

    response = binnen.get(url("onderdelen", diploma))

    assertContains(response, "Verbeterd door Fatima Voorbeeld")
    assertContains(response, "Typefout")
    assertContains(response, "Ingetrokken door Fatima Voorbeeld")
    assertContains(response, "Van een ander")
    assertContains(response, "P2-K1 Werkt als assistent: verleend op")


def test_school_kiest_het_certificaat_voor_het_examen(binnen, koken):
    certificaat = koken.certificaat
    m.Traject.objects.filter(pk=koken.pk).update(certificaat=None)

    eerst = binnen.get(url("resultaat_vastleggen", koken, "certificaatexamen"), follow=True)
    assertContains(eerst, "Kies eerst het mbo-certificaat.")
    response = binnen.post(
        url("certificaat_kiezen", koken), {"certificaat": certificaat.pk, "na": 0}, follow=True
    )

    assertContains(response, "Mbo-certificaat C0021 Koken in de horeca")


def test_certificaat_dat_niet_meer_geldt_wordt_niet_gekozen(binnen, koken):
    oud = f.certificaat("C0001", "Oud koken", geldig_tot=VANDAAG - timedelta(1))

    response = binnen.post(
        url("certificaat_kiezen", koken), {"certificaat": oud.pk, "na": koken.certificaat_id}
    )

    assertContains(response, "C0001 Oud koken geldt niet meer sinds", status_code=422)
    assertContains(response, "C0001 Oud koken (geldt niet meer)", status_code=422)


def test_wie_na_een_ander_een_certificaat_kiest_ziet_dat(binnen, koken):
    ander = f.certificaat("C0002", "Ander koken")

    response = binnen.post(url("certificaat_kiezen", koken), {"certificaat": ander.pk, "na": 0})

    assertContains(response, "Iemand anders koos net een certificaat.", status_code=409)
    koken.refresh_from_db()
    assert koken.certificaat.code == "C0021"


def test_voor_de_start_kan_er_nog_niets_bij(binnen, diploma):
    m.Traject.objects.filter(pk=diploma.pk).update(status=m.Status.PLAN)
    diploma.overgangen.all().delete()

    assertContains(binnen.get(url("onderdelen", diploma)), "Dit traject is nog niet gestart.")
    response = binnen.post(url("resultaat_vastleggen", diploma, "kerntaak"), ingevuld())
    assertContains(response, "Dit traject is nog niet gestart.", status_code=422)


def test_examencommissie_leest_de_resultaten_zonder_knoppen(client, anne, diploma):
    m.Statusovergang.objects.create(traject=diploma, naar=m.Status.BIJ_EXAMENCOMMISSIE)
    f.resultaat(diploma, "kerntaak", 7)

    response = anne.aanmelden(client).get(url("onderdelen", diploma))

    assertContains(response, "Slagingsregels: voldoet nog niet")
    assertNotContains(response, "Leg een resultaat vast")
    assertNotContains(response, "Verbeter")


def test_traject_verwijst_naar_de_resultaten(client, fatima, anne, diploma):
    m.Statusovergang.objects.create(traject=diploma, naar=m.Status.BIJ_EXAMENCOMMISSIE)

    for wie in (fatima, anne):
        response = wie.aanmelden(client).get(diploma.get_absolute_url())
        assertContains(response, f'href="{url("onderdelen", diploma)}"')


def test_onderdelen_query_count(binnen, diploma, tellen):
    f.resultaat(diploma, "kerntaak", 7)
    een = tellen(url("onderdelen", diploma))
    fout = f.resultaat(diploma, "kerntaak", 5)
    f.resultaat(diploma, "kerntaak", 6, vervangt=fout, reden="Typefout")
    for nummer in (1, 2, 3):
        f.resultaat(diploma, "keuzedeel", 7, code=f"K000{nummer}")

    assert tellen(url("onderdelen", diploma)) == een
