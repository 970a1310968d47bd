"""Deel D: a separate sheet with every exam result, insufficient too; the kandidaat decides."""

import json
from datetime import date

import pytest
import rfc8785

from tests import factories as f
from tests.verklaringen.lezer import bladen, lopende_tekst, ontbrekend
from tests.verklaringen.maken_dossier import diplomatraject
from trajecten.models import Onderdeel
from verklaringen import rules
from verklaringen.documenten import totaaloverzicht
from verklaringen.documenten.drukken import KOPREGEL

OP = date(2026, 3, 2)


@pytest.fixture
def traject(fatima, johan):
    traject = diplomatraject(fatima.lid, johan.lid)
    f.resultaat(traject, waarde=4, naam="Voert uit", gebeurd_op=date(2026, 1, 5))
    f.resultaat(traject, waarde=7, naam="Voert uit", gebeurd_op=date(2026, 2, 5))
    return traject


def inhoud(traject):
    return totaaloverzicht.inhoud(traject, op=OP)


def test_alle_examenresultaten_ook_onvoldoende_met_hun_dag(traject):
    rijen = inhoud(traject)["resultaten"]["specifiek"]

    assert [(rij["code"], rij["resultaat"], rij["op"]) for rij in rijen] == [
        ("B1-K1", "4", "2026-01-05"), ("B1-K1", "7", "2026-02-05"),
    ]  # fmt: skip


def test_geen_lessen_toetsen_en_niets_dat_niet_bevestigd_is(traject):
    f.resultaat(traject, Onderdeel.LES, "voldaan", naam="Hygiëne")
    f.resultaat(traject, Onderdeel.VOORTGANGSTOETS, "goed", naam="Tillen")
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 9, code="K9999", bevestigd=False)

    resultaten = inhoud(traject)["resultaten"]

    assert {soort: len(rijen) for soort, rijen in resultaten.items()} == {
        "specifiek": 2, "generiek": 0, "loopbaan_en_burgerschap": 0, "keuzedelen": 0,
    }  # fmt: skip


def test_papier_zegt_letter_voor_letter_wat_de_inhoud_zegt(traject, renderer):
    f.resultaat(traject, Onderdeel.NEDERLANDS, "5.3", deel="ce", niveau="2F")
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 5, naam="Digitaal")
    stuk = inhoud(traject)
    drukwerk = totaaloverzicht.drukwerk(stuk)
    pdf = renderer.renderen(drukwerk)
    gelezen = lopende_tekst(pdf)

    assert json.loads(rfc8785.dumps(stuk)) == stuk
    assert ontbrekend(stuk, pdf) == []
    assert "Samira Voorbeeld beslist zelf wie dit overzicht ziet." in gelezen
    assert "Loopbaan en burgerschap" not in gelezen
    assert gelezen.count(KOPREGEL) == bladen(pdf) == 1
    assert [*drukwerk.beelden] == ["werkdocument"]


def test_niet_als_alles_voldoende_is(traject, fatima):
    traject.resultaten.filter(cijfer=4).delete()

    assert "Alle examenresultaten zijn voldoende." in rules.bezwaar_tegen_totaaloverzicht(
        traject, fatima.lid
    )


def test_alleen_de_kandidaat_zelf_en_de_eigen_school(traject, fatima, tarik, karin, anne, johan):
    zelf = f.lid("kandidaat", "Samira Voorbeeld", kandidaat=traject.kandidaat)

    mag = [
        lid for lid in (zelf, fatima.lid, tarik.lid, karin.lid, anne.lid, johan.lid)
        if not rules.bezwaar_tegen_totaaloverzicht(traject, lid)
    ]  # fmt: skip

    assert mag == [zelf, fatima.lid]
