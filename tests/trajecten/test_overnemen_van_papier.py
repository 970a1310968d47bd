"""Signed paper, entered afterwards: with its scan, never silently over something newer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from trajecten import actions
from trajecten import models as m
from trajecten.models import Niveau, Status
from trajecten.rules import Bezwaar, NieuwerDanPapier

pytestmark = pytest.mark.django_db

VANDAAG = timezone.localdate()
VORIGE_WEEK = VANDAAG - timedelta(days=7)


@pytest.fixture(autouse=True)
def opslagmap(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


def regel(planregel, na=0, dag=VORIGE_WEEK, niveau=Niveau.ZELFSTANDIG, **velden):
    return {"planregel": planregel.pk, "na": na, "gebeurd_op": dag, "niveau": niveau} | velden


def overnemen(plaatsing, door, namens, *regels, soort="aftekenlijst", **velden):
    return actions.overnemen_van_papier(
        plaatsing=plaatsing, door=door, namens=namens, soort=soort, regels=list(regels),
        scan=(b"%PDF-1.4 lijst", "application/pdf", "lijst.pdf"), **velden,
    )  # fmt: skip


def test_aftekenlijst_komt_binnen_als_papier(planregel, fatima, johan):
    overnemen(planregel.plaatsing, fatima.lid, johan.lid, regel(planregel))

    rij = planregel.aftekeningen.get()
    assert (rij.bron, rij.door, rij.namens) == ("papier", fatima.lid, johan.lid)
    assert (rij.niveau, rij.gebeurd_op, rij.scan.naam) == ("zelfstandig", VORIGE_WEEK, "lijst.pdf")
    assert rij.van == johan.lid


def test_een_scan_voor_de_hele_lijst(planregel, fatima, johan):
    tweede = f.planregel(planregel.plaatsing, "B1-K1-W2")

    overnemen(planregel.plaatsing, fatima.lid, johan.lid, regel(planregel), regel(tweede))

    assert m.Bestand.objects.count() == 1
    assert m.Logregel.objects.filter(actie="overnemen_van_papier", namens=johan.lid).count() == 2


def test_nieuwer_oordeel_wordt_eerst_getoond(planregel, fatima, johan):
    nieuwer = f.aftekening(planregel, johan.lid, Niveau.MET_HULP)

    with pytest.raises(NieuwerDanPapier) as botsing:
        overnemen(planregel.plaatsing, fatima.lid, johan.lid, regel(planregel, na=1))

    assert botsing.value.feiten == {planregel.pk: nieuwer}
    assert (planregel.aftekeningen.count(), m.Bestand.objects.count()) == (1, 0)


def test_wie_beide_zag_mag_het_papier_overnemen(planregel, fatima, johan):
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP)

    overnemen(
        planregel.plaatsing, fatima.lid, johan.lid, regel(planregel, na=1), gezien={planregel.pk: 1}
    )

    assert list(planregel.aftekeningen.values_list("volgnummer", "niveau", "bron")) == [
        (1, "met_hulp", "portaal"),
        (2, "zelfstandig", "papier"),
    ]


def test_tweede_klik_maakt_geen_tweede_rij(planregel, fatima, johan):
    overnemen(planregel.plaatsing, fatima.lid, johan.lid, regel(planregel))

    with pytest.raises(NieuwerDanPapier):
        overnemen(planregel.plaatsing, fatima.lid, johan.lid, regel(planregel))

    assert planregel.aftekeningen.count() == 1


def test_ouder_oordeel_staat_niet_in_de_weg(planregel, fatima, johan):
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP, gebeurd_op=VORIGE_WEEK)

    overnemen(planregel.plaatsing, fatima.lid, johan.lid, regel(planregel, na=1, dag=VANDAAG))

    assert planregel.aftekeningen.count() == 2


def test_eindoordeelformulier_brengt_het_traject_naar_de_school(planregel, fatima, johan):
    m.Traject.objects.update(status=Status.EINDBEOORDELING)
    blad = {"planregel": planregel.pk, "na": 0, "gebeurd_op": VANDAAG, "oordeel": "ja"}

    overnemen(planregel.plaatsing, fatima.lid, johan.lid, blad, soort="eindoordeel")

    assert planregel.eindoordelen.get().bron == "papier"
    assert m.Traject.objects.get().status == Status.SCHOOLOORDEEL


def test_eindoordeel_voor_de_eindbeoordeling_kan_niet(planregel, fatima, johan):
    blad = {"planregel": planregel.pk, "na": 0, "gebeurd_op": VANDAAG, "oordeel": "ja"}

    with pytest.raises(Bezwaar, match="B1-K1-W1: Het eindoordeel komt aan het eind"):
        overnemen(planregel.plaatsing, fatima.lid, johan.lid, blad, soort="eindoordeel")


def test_papier_is_van_een_praktijkopleider_van_deze_plaatsing(planregel, fatima, els):
    with pytest.raises(Bezwaar, match="Els Anders is geen praktijkopleider"):
        overnemen(planregel.plaatsing, fatima.lid, els.lid, regel(planregel))


def test_andere_school_neemt_niets_over(planregel, karin, johan):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        overnemen(planregel.plaatsing, karin.lid, johan.lid, regel(planregel))


def test_leeg_papier_kan_niet(planregel, fatima, johan):
    with pytest.raises(Bezwaar, match="ten minste bij één werkproces"):
        overnemen(planregel.plaatsing, fatima.lid, johan.lid)


def test_werkproces_van_een_andere_plaatsing_kan_niet(planregel, fatima, johan):
    vreemd = f.planregel(f.plaatsing(f.traject(), praktijkopleider=johan.lid))

    with pytest.raises(Bezwaar, match="hoort niet bij deze plaatsing"):
        overnemen(planregel.plaatsing, fatima.lid, johan.lid, regel(vreemd))


@pytest.mark.parametrize(("dagen", "tekst"), [(1, "nog niet geweest"), (-61, "vóór de start op")])
def test_onmogelijke_dag(planregel, fatima, johan, dagen, tekst):
    dag = VANDAAG + timedelta(days=dagen)

    with pytest.raises(Bezwaar, match=tekst):
        overnemen(planregel.plaatsing, fatima.lid, johan.lid, regel(planregel, dag=dag))


def test_kan_hier_niet_van_papier_houdt_zijn_reden(planregel, fatima, johan):
    overnemen(
        planregel.plaatsing, fatima.lid, johan.lid,
        regel(planregel, niveau=Niveau.KAN_HIER_NIET, reden="mag_niet"),
    )  # fmt: skip

    assert planregel.aftekeningen.get().reden == "mag_niet"
