"""The start content: complete, loaded once, never over what SBB delivered."""

import io
import json
import re
import shutil
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import transaction

from tests.trajecten.dossierbestand import bestand, dossier, profiel, taak
from trajecten import actions
from trajecten.imports import startgegevens
from trajecten.imports.startgegevens import MAP, Tegenstrijdig
from trajecten.models import (
    Arbeidsmarktregio,
    Certificaat,
    Certificaatwerkproces,
    Crebo,
    Gemeente,
    Kerntaak,
    Keuzedeel,
    Kwalificatie,
    Kwalificatiedossier,
    Logregel,
    Organisatie,
    Werkproces,
)

DEMO = {"25743": 9, "25741": 6, "25960": 9, "25589": 4, "25180": 11}


@pytest.fixture(scope="module")
def eenmaal_geladen(django_db_setup, django_db_blocker):
    """The start content in a transaction around this whole file: loaded once, then gone."""
    with django_db_blocker.unblock(), transaction.atomic():
        actions.startgegevens_laden()
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture
def geladen(eenmaal_geladen, db):
    """The tables with the start content; what a test changes is undone after it."""


def test_alles_wat_meekomt_staat_in_de_tabellen(geladen):
    tabellen = (
        Arbeidsmarktregio, Gemeente, Organisatie, Kwalificatiedossier, Kwalificatie, Kerntaak,
        Werkproces, Keuzedeel, Certificaat, Certificaatwerkproces, Crebo,
    )  # fmt: skip

    assert [model.objects.count() for model in tabellen] == [
        35, 342, 57, 62, 108, 221, 897, 123, 5, 6, 965
    ]  # fmt: skip


def test_elke_kwalificatie_heeft_precies_de_werkprocessen_van_de_bron(geladen):
    bron = json.loads((MAP / "kwalificaties.json").read_text())["kwalificaties"]
    verwacht = {
        rij["crebo"]: [
            (regel["code"], regel["titel"]) for taak in rij["kerntaken"]
            for regel in taak["werkprocessen"]
        ]
        for rij in bron
    }  # fmt: skip

    gevonden = {
        kwalificatie.crebo: list(kwalificatie.werkprocessen().values_list("code", "titel"))
        for kwalificatie in Kwalificatie.objects.select_related("dossier")
    }

    assert {crebo: sorted(regels) for crebo, regels in gevonden.items()} == {
        crebo: sorted(regels) for crebo, regels in verwacht.items()
    }
    assert sum(map(len, gevonden.values())) == 1170


def test_kwalificaties_dragen_het_etiket_startgegevens(geladen):
    assert set(Kwalificatiedossier.objects.values_list("bron", flat=True)) == {"startgegevens"}
    assert Counter(Kwalificatie.objects.values_list("vertrouwen", flat=True)) == {
        "midden": 70, "hoog": 38
    }  # fmt: skip


def test_tweede_keer_laden_verandert_niets(geladen):
    uit = io.StringIO()

    call_command("startgegevens", stdout=uit)

    assert uit.getvalue() == "De startgegevens stonden er al; er is niets veranderd.\n"
    assert Logregel.objects.filter(actie="startgegevens_laden").count() == 1


def test_eigen_naam_van_een_school_blijft_staan(geladen):
    Organisatie.objects.filter(brin="25PJ").update(naam="Deltion")

    assert not actions.startgegevens_laden()
    assert Organisatie.objects.get(brin="25PJ").naam == "Deltion"


def test_bevestiging_blijft_staan_na_opnieuw_laden(geladen):
    kwalificatie = Kwalificatie.objects.get(crebo="25743")
    actions.kwalificatie_bevestigen(kwalificatie=kwalificatie, door="Bea Beheer")

    actions.startgegevens_laden()

    kwalificatie.refresh_from_db()
    assert kwalificatie.bevestigd_door == "Bea Beheer"


def test_startversie_blijft_gesloten_na_opnieuw_laden(geladen, settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path
    sbb = dossier(
        crebo="23301", titel="Entree", profielen=profiel("25743"), basis=taak("x", {1: "y"})
    )
    actions.dossiers_importeren(inhoud=bestand(sbb), naam="entree.xml")

    assert not actions.startgegevens_laden()
    assert Kwalificatiedossier.objects.get(crebo="23301", bron="startgegevens").vervangen_door
    gesloten = Kwalificatie.objects.filter(dossier__crebo="23301", dossier__bron="startgegevens")
    assert gesloten.kiesbaar_op(startgegevens.PEILDATUM).count() == 0
    assert Kwalificatie.objects.filter(dossier__bron="startgegevens").count() == 108


@pytest.mark.parametrize(("crebo", "aantal"), DEMO.items())
def test_werkprocessen_van_de_demo_hebben_een_eigen_uitleg_in_gewone_taal(geladen, crebo, aantal):
    kwalificatie = Kwalificatie.objects.get(crebo=crebo)

    uitleg = list(kwalificatie.werkprocessen().values_list("eigen_uitleg", flat=True))

    assert len(uitleg) == aantal
    for tekst in uitleg:
        assert re.fullmatch(r"(Je|Ook) .+\.", tekst), tekst
        for zin in tekst.rstrip(".").split(". "):
            assert len(zin.split()) <= 12, zin


def test_eigen_uitleg_hoort_bij_een_bestaand_werkproces(geladen):
    uitleg = json.loads((MAP / "eigen_uitleg.json").read_text())["uitleg"]

    in_bestand = sum(map(len, uitleg.values()))

    assert Werkproces.objects.exclude(eigen_uitleg="").count() == in_bestand == 36


def test_basisdeel_dat_zichzelf_tegenspreekt_wordt_geweigerd(tmp_path):
    shutil.copytree(MAP, tmp_path / "gegevens")
    pad = tmp_path / "gegevens" / "kwalificaties.json"
    inhoud = json.loads(pad.read_text())
    inhoud["kwalificaties"][0]["kerntaken"][0]["titel"] += " en meer"
    pad.write_text(json.dumps(inhoud))

    with pytest.raises(
        Tegenstrijdig, match="Dossier 23301 Entree heeft 2 verschillende basisdelen"
    ):
        startgegevens.dossiers_lezen(tmp_path / "gegevens")
