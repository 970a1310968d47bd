"""Kwalificaties: in the order of their codes, and only those that may begin on a day."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from tests import factories as f
from trajecten import actions, rules
from trajecten.models import Kwalificatie, Kwalificatiedossier, Logregel
from trajecten.models.kwalificaties import codesleutel
from trajecten.rules import Bezwaar

DAG = date(2026, 2, 2)
nummers = st.integers(min_value=1, max_value=99)


def test_codes_staan_in_hun_eigen_volgorde():
    codes = ["P1-K1-W1", "B1-K1-W10", "B1-K2", "B1-K1-W9", "B1-K1", "P10-K1", "P2-K1", "B1-K10"]

    assert sorted(codes, key=codesleutel) == [
        "B1-K1", "B1-K1-W9", "B1-K1-W10", "B1-K2", "B1-K10", "P1-K1-W1", "P2-K1", "P10-K1"
    ]  # fmt: skip


@given(st.tuples(nummers, nummers, nummers), st.tuples(nummers, nummers, nummers))
def test_sort_key_orders_as_the_numbers_do(een, twee):
    sleutels = [codesleutel("P{}-K{}-W{}".format(*nummers)) for nummers in (een, twee)]

    assert (sleutels[0] < sleutels[1]) is (een < twee)
    assert max(map(len, sleutels)) <= 20


@pytest.mark.django_db
class TestKiezen:
    """Which kwalificaties may be chosen for a start on DAG."""

    @pytest.mark.parametrize(
        ("velden", "kan"),
        [
            ({}, True),
            ({"geldig_vanaf": DAG}, True),
            ({"geldig_vanaf": date(2026, 2, 3)}, False),
            ({"einde_instroom": DAG}, True),
            ({"einde_instroom": date(2026, 2, 1)}, False),
            ({"einde_opleiding": date(2026, 2, 1)}, False),
            ({"vervallen_op": date(2026, 1, 1)}, False),
        ],
    )
    def test_kiesbaar_volgens_de_data_van_de_kwalificatie(self, velden, kan):
        kwalificatie = f.kwalificatie(**velden)

        assert Kwalificatie.objects.kiesbaar_op(DAG).exists() is kan
        assert (rules.bezwaar_tegen_kwalificatie(kwalificatie, DAG) == "") is kan

    def test_vervangen_startversie_zegt_waarom_niet(self):
        nieuw = Kwalificatiedossier.objects.create(
            crebo="23301", naam="Entree", bron="sbb", sbb_nr="1", geldig_vanaf=DAG
        )
        kwalificatie = f.kwalificatie(dossier=f.dossier(vervangen_door=nieuw))

        bezwaar = rules.bezwaar_tegen_kwalificatie(kwalificatie, DAG)

        assert bezwaar.endswith("vervangen door de versie van SBB. Kies de opleiding opnieuw.")

    def test_einde_instroom_staat_in_het_bezwaar(self):
        kwalificatie = f.kwalificatie(einde_instroom=date(2025, 7, 31))

        assert "nam tot 31-07-2025 nieuwe mensen aan" in rules.bezwaar_tegen_kwalificatie(
            kwalificatie, DAG
        )

    def test_basisdeel_is_gedeeld_en_profieldeel_van_een_ander_niet(self):
        logistiek = f.kwalificatie()
        dienst = f.kwalificatie("25741", "Assistent dienstverlening", profiel="P2")
        basis = f.werkproces("B1-K1-W1", van=logistiek)
        eigen = f.werkproces("P2-K1-W1", van=dienst)
        f.werkproces("P1-K1-W1", van=logistiek)

        assert list(dienst.werkprocessen()) == [basis, eigen]
        assert [taak.code for taak in dienst.kerntaken()] == ["B1-K1", "P2-K1"]

    def test_sbb_dossier_zonder_sleutel_bestaat_niet(self):
        with pytest.raises(IntegrityError):
            Kwalificatiedossier.objects.create(crebo="23301", naam="Entree", bron="sbb")


@pytest.mark.django_db
class TestBevestigen:
    """Titles from the start content, compared with SBB's register by someone with a name."""

    def test_bevestigen_legt_vast_wie_en_wanneer(self):
        kwalificatie = f.kwalificatie()

        call_command("kwalificatie_bevestigen", "25743", door="Bea Beheer")

        kwalificatie.refresh_from_db()
        assert kwalificatie.bevestigd_door == "Bea Beheer"
        assert kwalificatie.bevestigd_op
        assert Logregel.objects.get().bijzonderheden == {"door": "Bea Beheer"}

    def test_buiten_de_demo_wordt_zonder_bevestiging_niet_uitgegeven(self, settings):
        kwalificatie = f.kwalificatie()

        assert rules.bezwaar_tegen_uitgeven_op_kwalificatie(kwalificatie)
        settings.OMGEVING = "demo"
        assert rules.bezwaar_tegen_uitgeven_op_kwalificatie(kwalificatie) == ""
        settings.OMGEVING = "productie"
        kwalificatie = actions.kwalificatie_bevestigen(kwalificatie=kwalificatie, door="Bea Beheer")
        assert rules.bezwaar_tegen_uitgeven_op_kwalificatie(kwalificatie) == ""

    def test_waarschuwing_zegt_dat_de_titels_niet_van_sbb_zijn(self):
        kwalificatie = f.kwalificatie()

        zin = rules.waarschuwing_bij_kwalificatie(kwalificatie)

        assert zin.startswith("Titels uit startgegevens, niet door SBB geleverd.")

    @pytest.mark.parametrize(
        ("door", "reden"), [(" ", "Zeg wie"), ("Bea Beheer", "al bevestigd door Ann Eerder")]
    )
    def test_bevestigen_kan_een_keer_en_met_een_naam(self, door, reden):
        kwalificatie = f.kwalificatie()
        if door.strip():
            actions.kwalificatie_bevestigen(kwalificatie=kwalificatie, door="Ann Eerder")

        with pytest.raises(Bezwaar, match=reden):
            actions.kwalificatie_bevestigen(kwalificatie=kwalificatie, door=door)

    def test_onbekende_crebo_is_een_zin_en_geen_traceback(self):
        with pytest.raises(CommandError, match="Er is geen kwalificatie 99999"):
            call_command("kwalificatie_bevestigen", "99999", door="Bea Beheer")
