"""Calling without an answer: three tries, and then the meting is unknown, never a nee."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests import maken_nazorg as maken
from trajecten import actions
from trajecten.models import Logregel, Status
from trajecten.rules import Bezwaar, Ingehaald


@pytest.fixture
def klaar(school, fatima, noor):
    """Ended 92 days ago, with Noor as jobcoach."""
    rij = maken.geeindigd_traject(92, instelling=school, coordinator=fatima.lid)
    maken.jobcoaching(rij, noor.lid)
    return rij


def bellen(traject, door, na=0, uitkomst="niet_opgenomen", **velden):
    velden = {"maand": 3} | velden
    return actions.nazorgpoging_vastleggen(
        traject=traject, door=door, uitkomst=uitkomst, na=na, **velden
    )


def drie_keer_bellen(traject, door):
    for na in range(3):
        bellen(traject, door, na)


def nacht(dagen=0):
    return actions.nazorg_bijwerken(nu=timezone.localtime() + timedelta(days=dagen))


def test_drie_keer_bellen_en_dan_onbekend(klaar, noor):
    drie_keer_bellen(klaar, noor.lid)

    meting = actions.meting_onbekend(traject=klaar, door=noor.lid, maand=3)

    assert (meting.werk, meting.antwoord_van, meting.werkt) == ("onbekend", "jobcoach", False)
    assert actions.meting_onbekend(traject=klaar, door=noor.lid, maand=3) == meting


def test_onbekend_kan_niet_na_twee_keer(klaar, noor):
    bellen(klaar, noor.lid)
    bellen(klaar, noor.lid, 1)

    with pytest.raises(Bezwaar, match="pas 2 keer gebeld"):
        actions.meting_onbekend(traject=klaar, door=noor.lid, maand=3)


def test_een_vierde_keer_hoeft_niet(klaar, noor):
    drie_keer_bellen(klaar, noor.lid)

    with pytest.raises(Bezwaar, match="al drie keer gebeld"):
        bellen(klaar, noor.lid, 3)


def test_na_een_antwoord_hoeft_bellen_niet(klaar, noor):
    maken.nazorgmeting(klaar, noor.lid)

    with pytest.raises(Bezwaar, match="al een antwoord"):
        bellen(klaar, noor.lid)


def test_twee_keer_drukken_is_een_poging(klaar, noor):
    assert bellen(klaar, noor.lid) == bellen(klaar, noor.lid)
    assert klaar.nazorgpogingen.count() == 1


def test_twee_bellers_tegelijk(klaar, noor, fatima):
    bellen(klaar, noor.lid)

    with pytest.raises(Ingehaald) as ingehaald:
        bellen(klaar, fatima.lid, uitkomst="later_terugbellen")
    assert ingehaald.value.eerder.door == noor.lid


def test_een_kandidaat_belt_niet(klaar):
    zij = f.lid("kandidaat", kandidaat=klaar.kandidaat)

    with pytest.raises(Bezwaar, match="belt"):
        bellen(klaar, zij)


def test_voor_de_dag_hoeft_bellen_niet(klaar, noor):
    with pytest.raises(Bezwaar, match="Vraag het vanaf"):
        bellen(klaar, noor.lid, maand=6)


def test_de_nacht_schrijft_onbekend_op_na_drie_keer(klaar, noor):
    drie_keer_bellen(klaar, noor.lid)

    assert nacht()["onbekend"] == 0  # in the week around the day somebody can still answer
    assert nacht(8)["onbekend"] == 1
    assert nacht(9)["onbekend"] == 0
    assert klaar.nazorgmetingen.get().door == noor.lid
    assert Logregel.objects.get(actie="meting_vastleggen").actor == "portaal"


def test_de_nacht_raakt_een_antwoord_niet_aan(klaar, noor):
    drie_keer_bellen(klaar, noor.lid)
    maken.nazorgmeting(klaar, noor.lid, "nee")

    assert nacht(8)["onbekend"] == 0


def test_wie_niet_gevraagd_wil_worden_telt_als_onbekend(klaar):
    zij = f.lid("kandidaat", kandidaat=klaar.kandidaat)
    actions.nazorg_niet_meer_vragen(traject=klaar, door=zij)

    assert nacht()["onbekend"] == 1  # three months; the others later
    assert nacht(300)["onbekend"] == 2
    assert set(klaar.nazorgmetingen.values_list("werk", flat=True)) == {"onbekend"}


def test_de_dag_na_het_uitreiken_begint_de_nazorg(school):
    rij = maken.geeindigd_traject(1, Status.UITGEREIKT, instelling=school)
    vandaag = maken.geeindigd_traject(0, Status.UITGEREIKT, instelling=school)

    assert nacht()["begonnen"] == 1

    rij.refresh_from_db()
    vandaag.refresh_from_db()
    assert (rij.status, vandaag.status) == (Status.NAZORG, Status.UITGEREIKT)
    assert (rij.overgangen.last().door, rij.overgangen.last().rol) == (None, "")


def test_de_nacht_laat_een_gestopt_traject_waar_het_is(school):
    """A stop can still be mended, or be judged after all."""
    rij = maken.geeindigd_traject(40, Status.GESTOPT, instelling=school)

    nacht()

    rij.refresh_from_db()
    assert rij.status == Status.GESTOPT


def test_vier_weken_na_de_laatste_meting_sluit_de_nacht_af(school, fatima):
    rij = maken.geeindigd_traject(366, instelling=school, coordinator=fatima.lid)
    maken.nazorgmeting(rij, fatima.lid, "nee", maand=12)

    assert nacht(27)["afgesloten"] == 0
    assert nacht(29)["afgesloten"] == 1

    rij.refresh_from_db()
    assert rij.status == Status.AFGESLOTEN


def test_afsluiten_vraagt_de_laatste_meting(school, fatima):
    rij = maken.geeindigd_traject(366, instelling=school, coordinator=fatima.lid)

    with pytest.raises(Bezwaar, match="De meting na 12 maanden is er nog niet"):
        actions.afsluiten(traject=rij, door=fatima.lid)


def test_een_ander_begint_de_nazorg_niet(school, noor, karin):
    rij = maken.geeindigd_traject(3, Status.UITGEREIKT, instelling=school)

    for lid in (noor.lid, karin.lid):
        with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator van de school"):
            actions.nazorg_beginnen(traject=rij, door=lid)


def test_de_school_begint_de_nazorg_met_de_hand(school, fatima):
    rij = maken.geeindigd_traject(3, Status.GESTOPT, instelling=school)

    actions.nazorg_beginnen(traject=rij, door=fatima.lid)

    rij.refresh_from_db()
    assert rij.status == Status.NAZORG
