"""A reeks is never half: whoever is killed midway, the rest follows and nothing is double."""

import uuid

import pytest
from django.urls import reverse

from tests.verklaringen.test_worker import alles_klopt, wachten_op
from tests.verklaringen.werkers import afmaken, posten, starten
from trajecten.models import Bericht
from verklaringen import rules
from verklaringen.models import Uitgifte, Uitgiftereeks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def adres(klas):
    keuze = "&".join(f"traject={traject.pk}" for traject in klas)
    return f"{reverse('verklaringen:reeks_uitgeven')}?{keuze}"


def test_web_gedood_midden_in_de_post_laat_niets_half_achter(client, fatima, adres):
    fatima.aanmelden(client)
    sleutel = uuid.uuid4()

    code, uitvoer = afmaken(posten(client, adres, sleutel, FAALPUNT="in_de_reeks"))
    assert (code, Uitgiftereeks.objects.count()) == (137, 0), uitvoer
    code, uitvoer = afmaken(posten(client, adres, sleutel))

    assert (code, uitvoer.split()[-1]) == (0, "302"), uitvoer
    assert Uitgiftereeks.objects.get().regels.count() == 3


def test_worker_gedood_midden_in_de_reeks_gaat_verder_waar_hij_was(client, fatima, adres):
    fatima.aanmelden(client).post(adres, {"sleutel": uuid.uuid4()})
    reeks = Uitgiftereeks.objects.get()

    code, uitvoer = afmaken(starten("--eenmaal", FAALPUNT="na_regel"))
    assert (code, reeks.regels.filter(geregeld_op=None).count()) == (137, 2), uitvoer
    code, uitvoer = afmaken(starten("--eenmaal", FAALPUNT="na_opslag"))
    assert code == 137, uitvoer
    proces = starten()
    wachten_op(lambda: Bericht.objects.exclude(verstuurd_op=None).exists())
    proces.terminate()
    afmaken(proces)

    assert [regel.uitkomst for regel in rules.reeksstand(reeks).regels] == ["klaar"] * 3
    assert (Uitgifte.objects.count(), Bericht.objects.count()) == (6, 1)
    assert alles_klopt(berichten=1) == ["mbo_verklaring"] * 3 + ["praktijkverklaring"] * 3
