"""Where the praktijkopleider lands: what is asked now, of the own kandidaten only."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.spelers import Speler
from trajecten.models import Niveau, Rol, Status

URL = reverse("start:vandaag")


def kandidaat_van(johan, naam, werkprocessen=2):
    """Another kandidaat of this praktijkopleider, with a plan and one aftekening."""
    plaatsing = f.plaatsing(f.traject(kandidaat=f.kandidaat(naam)), praktijkopleider=johan.lid)
    regels = [f.planregel(plaatsing, f"B1-K1-W{n + 1}") for n in range(werkprocessen)]
    f.aftekening(regels[-1], johan.lid, Niveau.MET_HULP)
    return plaatsing


def test_eerste_open_werkproces_staat_bovenaan(client, johan):
    plaatsing = kandidaat_van(johan, "Ali Voorbeeld", werkprocessen=3)
    eerste, tweede, _ = plaatsing.planregels.all()
    f.aftekening(eerste, johan.lid, Niveau.ZELFSTANDIG)
    johan.aanmelden(client)

    response = client.get(URL)

    assertContains(response, tweede.get_absolute_url())
    assertNotContains(response, f'"{eerste.get_absolute_url()}"')
    assertContains(response, "<strong>1 van 3</strong> zelfstandig", html=True)


def test_alleen_eigen_kandidaten(client, planregel, els, johan):
    kandidaat_van(els, "Tarik Anders")
    johan.aanmelden(client)

    response = client.get(URL)

    assertContains(response, "Samira Voorbeeld")
    assertNotContains(response, "Tarik Anders")


def test_zonder_iets_te_doen_is_alles_bij(client, planregel, johan):
    f.aftekening(planregel, johan.lid, Niveau.ZELFSTANDIG)
    johan.aanmelden(client)

    response = client.get(URL)

    assertContains(response, "Alles is bij.")
    assertContains(response, "1 van 1 zelfstandig")


def test_onderbroken_traject_vraagt_niets(client, planregel, traject, johan):
    traject.status = Status.ONDERBROKEN
    traject.save()
    johan.aanmelden(client)

    assertContains(client.get(URL), "Staat even stil")


def test_wie_tekent_is_niet_de_school(client, planregel, traject, johan):
    traject.status = Status.VERKLARING_TER_ONDERTEKENING
    traject.save()
    johan.aanmelden(client)

    response = client.get(URL)

    assertContains(response, "De verklaring wordt getekend")
    assertNotContains(response, "De school is aan de beurt")


def test_eindbeoordeling_vraagt_het_eindoordeel(client, planregel, traject, plaatsing, johan):
    traject.status = Status.EINDBEOORDELING
    traject.save()
    johan.aanmelden(client)

    assertContains(client.get(URL), reverse("trajecten:eindoordeel", args=[plaatsing.pk]))


def test_beeindigde_plaatsing_vraagt_het_eindoordeel_tot_het_er_is(
    client, planregel, traject, plaatsing, johan
):
    plaatsing.beeindigd_op = timezone.localdate()
    plaatsing.save()
    traject.status = Status.MATCH
    traject.save()
    johan.aanmelden(client)
    gevraagd = client.get(URL)

    f.eindoordeel(planregel, johan.lid)
    klaar = client.get(URL)

    assertContains(gevraagd, "Geef eindoordeel")
    assertContains(klaar, "Alles is bij.")


def test_vervanger_ziet_dezelfde_kandidaat(client, planregel, plaatsing, bedrijf):
    vervanger = f.lid(Rol.PRAKTIJKOPLEIDER, "Els Voorbeeld", leerbedrijf=bedrijf)
    vandaag = timezone.localdate()
    plaatsing.begeleidingen.create(lid=vervanger, van=vandaag, tot=vandaag + timedelta(days=14))
    Speler(vervanger).aanmelden(client)

    assertContains(client.get(URL), "Samira Voorbeeld")


def test_vandaag_query_count(client, johan, tellen):
    johan.aanmelden(client)
    kandidaat_van(johan, "Ali Voorbeeld")
    bij_een = tellen(URL)

    kandidaat_van(johan, "Bo Voorbeeld", werkprocessen=5)
    kandidaat_van(johan, "Cem Voorbeeld", werkprocessen=5)

    assert tellen(URL) == bij_een


@pytest.mark.parametrize("wie", ["samira", "fatima", "mo", "anne"])
def test_alleen_voor_praktijkopleiders(client, planregel, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(URL).status_code == 403
