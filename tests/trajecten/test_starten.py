from datetime import timedelta

import pytest
from django.utils import timezone

from tests.trajecten import stappen
from trajecten import actions, models, rules
from trajecten.models import Status
from trajecten.rules import Bezwaar, Ingehaald

VANDAAG = timezone.localdate()


@pytest.fixture
def overeenkomst(fatima, johan):
    return stappen.ter_ondertekening(fatima.lid, johan.lid)


@pytest.fixture
def traject(overeenkomst):
    return models.Traject.objects.get(plaatsingen=overeenkomst.plaatsing)


def starten(traject, lid, **velden):
    return actions.starten(traject=traject, door=lid, **velden)


def ontbreekt(traject):
    return [punt.naam for punt in rules.startlijst(traject, VANDAAG) if not punt.klaar]


def test_alles_klaar_dan_is_het_traject_actief(overeenkomst, traject, fatima):
    stappen.getekend_op_papier(overeenkomst, fatima.lid)

    starten(traject, fatima.lid)

    assert models.Traject.objects.get(pk=traject.pk).status == Status.ACTIEF


def test_geen_actief_traject_zonder_drie_handtekeningen(overeenkomst, traject, fatima, johan):
    actions.overeenkomst_ondertekenen(overeenkomst=overeenkomst, door=johan.lid)

    with pytest.raises(Bezwaar, match="^Nog niet: De school moet nog tekenen"):
        starten(traject, fatima.lid)

    assert ontbreekt(traject) == ["Getekend door de school", "Getekend door de kandidaat"]


def test_startlijst_noemt_alles_in_de_volgorde_van_het_werk(traject):
    assert [punt.naam for punt in rules.startlijst(traject, VANDAAG)] == [
        "Praktijkleerplan",
        "Inschrijving",
        "Getekend door de school",
        "Getekend door de kandidaat",
        "Getekend door het leerbedrijf",
        "Erkenning voor crebo 25743",
        "Startdatum",
    ]


def test_erkenning_ouder_dan_90_dagen_op_de_start_houdt_tegen(overeenkomst, traject, fatima):
    stappen.getekend_op_papier(overeenkomst, fatima.lid)
    models.Erkenningcontrole.objects.update(gecontroleerd_op=VANDAAG - timedelta(days=91))

    with pytest.raises(Bezwaar, match="meer dan 90 dagen oud"):
        starten(traject, fatima.lid)


def test_erkenning_van_precies_90_dagen_mag(overeenkomst, traject, fatima):
    stappen.getekend_op_papier(overeenkomst, fatima.lid)
    models.Erkenningcontrole.objects.update(gecontroleerd_op=VANDAAG - timedelta(days=90))

    starten(traject, fatima.lid)

    assert models.Traject.objects.get(pk=traject.pk).status == Status.ACTIEF


def test_ingetrokken_erkenning_houdt_de_start_tegen(overeenkomst, traject, fatima):
    stappen.getekend_op_papier(overeenkomst, fatima.lid)
    models.Erkenning.objects.update(ingetrokken_op=VANDAAG)

    with pytest.raises(Bezwaar, match="ingetrokken"):
        starten(traject, fatima.lid)


def test_controle_na_de_eerste_dag_zegt_wat_te_doen(fatima, johan):
    overeenkomst = stappen.ter_ondertekening(
        fatima.lid, johan.lid, begin=VANDAAG - timedelta(days=3)
    )
    stappen.getekend_op_papier(overeenkomst, fatima.lid)

    with pytest.raises(Bezwaar, match="pas nagekeken op .* na de eerste dag"):
        starten(overeenkomst.plaatsing.traject, fatima.lid)


def test_tweede_klik_op_starten_is_dezelfde_stap(overeenkomst, traject, fatima):
    stappen.getekend_op_papier(overeenkomst, fatima.lid)

    assert starten(traject, fatima.lid) == starten(traject, fatima.lid)


def test_collega_die_later_start_hoort_wie_eerder_was(overeenkomst, traject, fatima, school):
    from tests import factories as f

    collega = f.lid("mbo_coordinator", "Carla Collega", organisatie=school)
    stappen.getekend_op_papier(overeenkomst, fatima.lid)
    starten(traject, fatima.lid)

    with pytest.raises(Ingehaald) as ingehaald:
        starten(traject, collega)

    assert ingehaald.value.eerder.door == fatima.lid


def test_route_diploma_start_op_dezelfde_manier(fatima, johan):
    overeenkomst = stappen.ter_ondertekening(fatima.lid, johan.lid)
    models.Traject.objects.update(route="diploma")
    stappen.getekend_op_papier(overeenkomst, fatima.lid)

    starten(models.Traject.objects.get(), fatima.lid)

    assert models.Traject.objects.get().status == Status.ACTIEF
