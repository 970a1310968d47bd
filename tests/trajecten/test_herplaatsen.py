from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests.trajecten import stappen
from trajecten import actions, models, rules
from trajecten.models import Plaatsing, Status
from trajecten.rules import Bezwaar

VANDAAG = timezone.localdate()


def herplaatsen(traject, lid, **velden):
    velden = {"laatste_dag": VANDAAG, "reden": "Het bedrijf verhuist."} | velden
    return actions.herplaatsen(traject=traject, door=lid, **velden)


def test_herplaatsen_beeindigt_de_plaatsing_en_zoekt_opnieuw(traject, plaatsing, fatima):
    herplaatsen(traject, fatima.lid)

    assert models.Traject.objects.get(pk=traject.pk).status == Status.MATCH
    assert Plaatsing.objects.get(pk=plaatsing.pk).beeindigd_op == VANDAAG
    assert rules.lopende_plaatsing(traject) is None


def test_wat_gehaald_is_blijft_staan(traject, plaatsing, planregel, fatima, johan):
    f.aftekening(planregel, johan.lid)

    herplaatsen(traject, fatima.lid)

    assert planregel.aftekeningen.count() == 1
    assert models.Planregel.objects.geldig().filter(pk=planregel.pk).exists()


def test_praktijkopleider_hoort_dat_het_eindoordeel_nog_gevraagd_wordt(
    traject, plaatsing, fatima, johan
):
    herplaatsen(traject, fatima.lid)

    assert models.Bericht.objects.get().aan == johan.lid.gebruiker.email


def test_oude_praktijkopleider_ziet_de_plaatsing_nog_vier_weken(traject, plaatsing, fatima, johan):
    herplaatsen(traject, fatima.lid)
    assert Plaatsing.objects.zichtbaar_voor(johan.lid).count() == 1

    Plaatsing.objects.update(beeindigd_op=VANDAAG - timedelta(days=29))

    assert Plaatsing.objects.zichtbaar_voor(johan.lid).count() == 0


def test_na_herplaatsen_volgt_een_nieuwe_plaatsing(traject, plaatsing, fatima, els):
    herplaatsen(traject, fatima.lid)

    nieuw = actions.matchen(
        traject=models.Traject.objects.get(pk=traject.pk), door=fatima.lid,
        kwalificatie=stappen.kwalificatie(), leerbedrijf=els.lid.leerbedrijf, begeleiders=[els.lid],
    )  # fmt: skip

    assert rules.lopende_plaatsing(traject) == nieuw
    assert traject.plaatsingen.geldig().count() == 2


def test_laatste_dag_in_de_toekomst_kan_niet(traject, plaatsing, fatima):
    with pytest.raises(Bezwaar, match="nog niet geweest"):
        herplaatsen(traject, fatima.lid, laatste_dag=VANDAAG + timedelta(days=1))


def test_laatste_dag_voor_de_start_kan_niet(traject, plaatsing, fatima):
    with pytest.raises(Bezwaar, match="vóór de start"):
        herplaatsen(traject, fatima.lid, laatste_dag=plaatsing.begin - timedelta(days=1))


def test_herplaatsen_voor_de_start_kan_niet(fatima, johan):
    traject = stappen.gematcht(fatima.lid, johan.lid)

    with pytest.raises(Bezwaar, match="Daar kan dit niet"):
        herplaatsen(traject, fatima.lid)
