"""The erkenning of a leerbedrijf: trusted only after a recorded check, and not for ever."""

from datetime import date, timedelta

import pytest

from tests import factories as f
from trajecten import actions, rules
from trajecten.models import Erkenningcontrole, Logregel, Rol, Uitvoerbaar
from trajecten.rules import Bezwaar, Stand

pytestmark = pytest.mark.django_db
DAG = date(2026, 2, 2)
GEVERIFIEERD, AFGEWEZEN, AANGEVRAAGD = Erkenningcontrole.Uitkomst


def controle(bedrijf, uitkomst=GEVERIFIEERD, op=DAG, crebo="25743"):
    fatima = f.lid(Rol.COORDINATOR, "Fatima Voorbeeld", organisatie=f.organisatie())
    return Erkenningcontrole.objects.create(
        leerbedrijf=bedrijf, crebo=crebo, uitkomst=uitkomst, gecontroleerd_op=op, door=fatima
    )


@pytest.fixture
def leeg():
    """A leerbedrijf with nothing recorded about its erkenning."""
    return f.leerbedrijf("De Schakel", erkend_voor=())


def test_erkenning_zonder_controle_telt_niet(leeg):
    leeg.erkenningen.create(crebo="25743", laatst_beoordeeld=DAG)

    stand = rules.erkenning_op(leeg, "25743", DAG)

    assert not stand
    assert stand.status == Stand.ONGECONTROLEERD
    assert stand.zin.startswith("Niemand heeft de erkenning voor 25743 nagekeken.")


def test_vastgelegde_controle_telt_en_noemt_wie_en_wanneer(leeg):
    controle(leeg)

    stand = rules.erkenning_op(leeg, "25743", DAG)

    assert stand
    assert stand.zin == "Erkend voor 25743. Nagekeken op 02-02-2026 door Fatima Voorbeeld."
    assert not rules.erkenning_op(leeg, "25741", DAG)


@pytest.mark.parametrize(
    ("dagen", "status"),
    [(-1, Stand.ONGECONTROLEERD), (0, Stand.GEVERIFIEERD), (90, Stand.GEVERIFIEERD),
     (91, Stand.VERLOPEN)],
)  # fmt: skip
def test_controle_telt_negentig_dagen(leeg, dagen, status):
    controle(leeg)

    assert rules.erkenning_op(leeg, "25743", DAG + timedelta(days=dagen)).status == status


@pytest.mark.parametrize(
    ("uitkomst", "status", "zin"),
    [
        (AFGEWEZEN, Stand.AFGEWEZEN, "Dit leerbedrijf was op 03-02-2026 niet erkend voor 25743."),
        (AANGEVRAAGD, Stand.AANGEVRAAGD, "De erkenning voor 25743 is aangevraagd"),
    ],
)
def test_laatste_controle_beslist(leeg, uitkomst, status, zin):
    controle(leeg)
    controle(leeg, uitkomst, DAG + timedelta(days=1))

    stand = rules.erkenning_op(leeg, "25743", DAG + timedelta(days=1))

    assert (stand.status, bool(stand)) == (status, False)
    assert stand.zin.startswith(zin)


def test_ingetrokken_erkenning_gaat_voor_een_controle(leeg):
    controle(leeg)
    leeg.erkenningen.create(crebo="25743", ingetrokken_op=DAG)

    assert rules.erkenning_op(leeg, "25743", DAG).status == Stand.AFGEWEZEN
    assert "ingetrokken op 02-02-2026" in rules.bezwaar_tegen_erkenning(leeg, "25743", DAG)


def test_uitgeven_vraagt_een_erkenning_over_de_hele_periode(leeg):
    def bezwaar():
        feiten = rules.erkenningfeiten(leeg, "25743")
        return rules.bezwaar_tegen_erkenning_in_periode(
            feiten, DAG, date(2026, 7, 31), date(2026, 8, 6)
        )

    assert bezwaar().startswith("Bij de start op 02-02-2026")
    controle(leeg, op=DAG - timedelta(days=7))
    assert "meer dan 90 dagen oud" in bezwaar()
    controle(leeg, op=date(2026, 8, 5))
    assert bezwaar() == ""
    controle(leeg, AFGEWEZEN, op=date(2026, 5, 1))
    assert "Op 01-05-2026, tijdens de overeenkomst" in bezwaar()


def test_werkproces_dat_hier_niet_kan_is_een_stop_en_onbekend_een_waarschuwing(leeg):
    erkenning = leeg.erkenningen.create(crebo="25743")
    Uitvoerbaar.objects.create(erkenning=erkenning, code="P1-K1-W5", uitvoerbaar=False)
    processen = [f.werkproces("P1-K1-W1"), f.werkproces("P1-K1-W5")]

    bezwaar = rules.bezwaar_tegen_werkprocessen_bij(leeg, f.kwalificatie(), processen)
    waarschuwing = rules.waarschuwing_bij_werkprocessen(leeg, f.kwalificatie(), processen)

    assert bezwaar == "Dit kan hier niet geleerd worden: P1-K1-W5. Haal dit uit het plan."
    assert waarschuwing.startswith("Niet bekend of dit hier kan: P1-K1-W1.")


def controleren(lid, bedrijf, **anders):
    velden = {"crebo": "25743", "uitkomst": GEVERIFIEERD, "gecontroleerd_op": DAG} | anders
    return actions.erkenning_controleren(door=lid, leerbedrijf=bedrijf, **velden)


def test_controle_wordt_vastgelegd_met_een_logregel(fatima, leeg):
    controleren(fatima.lid, leeg)

    assert rules.erkenning_op(leeg, "25743", DAG)
    regel = Logregel.objects.get(actie="erkenning_controleren")
    assert regel.bijzonderheden["crebo"] == "25743"


def test_controle_van_morgen_wordt_geweigerd(fatima, leeg):
    with pytest.raises(Bezwaar, match="nog niet geweest"):
        controleren(fatima.lid, leeg, gecontroleerd_op=date(2099, 1, 1))

    assert not leeg.erkenningcontroles.exists()


def test_praktijkopleider_legt_geen_controle_vast(johan, leeg):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        controleren(johan.lid, leeg)
