"""The overview of the diplomadossier: everything behind a proposal, and nothing else."""

import json
from datetime import date

import pytest
import rfc8785

from tests import factories as f
from tests.verklaringen.lezer import bladen, lopende_tekst, ontbrekend
from tests.verklaringen.maken_dossier import diplomatraject
from trajecten import models as m
from trajecten.models import Onderdeel
from trajecten.rules import toets_van
from verklaringen.documenten import diplomadossier
from verklaringen.documenten.drukken import KOPREGEL

OP = date(2026, 3, 2)


@pytest.fixture
def traject(fatima, johan):
    return diplomatraject(fatima.lid, johan.lid)


def inhoud(traject):
    toets = toets_van(traject)
    return diplomadossier.inhoud(traject, toets=toets, door=traject.coordinator, op=OP)


def groepen(traject):
    return {groep["kop"]: groep["onderdelen"] for groep in inhoud(traject)["groepen"]}


def test_leerplek_met_uren_werkprocessen_en_eindoordeel(traject):
    (plek,) = inhoud(traject)["plekken"]

    assert (plek["uren"], plek["eind"]) == ("812 uren", "2026-02-27")
    assert [
        (proces["code"], proces["oordeel"], proces["op"])
        for taak in plek["kerntaken"]
        for proces in taak["werkprocessen"]
    ] == [("B1-K1-W1", "ja", "2026-02-13"), ("P2-K1-W1", "ja", "2026-02-13")]


def test_twee_leerplekken_hebben_elk_hun_werkprocessen(traject, els):
    m.Plaatsing.objects.filter(traject=traject).update(beeindigd_op=date(2025, 12, 1))
    tweede = f.plaatsing(traject, praktijkopleider=els.lid, begin=date(2025, 12, 2))
    f.planregel(tweede, "P2-K1-W1", "Ondersteunt bij wonen")

    eerste, tweede = inhoud(traject)["plekken"]

    assert (eerste["eind"], len(eerste["kerntaken"])) == ("2025-12-01", 2)
    assert tweede["kerntaken"][0]["werkprocessen"][0]["oordeel"] == "nog geen eindoordeel"


def test_een_vervallen_match_staat_er_niet_in(traject):
    traject.plaatsingen.update(vervallen_op="2026-01-01T12:00Z")

    assert inhoud(traject)["plekken"] == []


def test_oordeel_van_de_school_met_motivering(traject):
    (oordeel,) = inhoud(traject)["schooloordeel"]

    assert oordeel["uitkomst"] == "De hele bpv is positief beoordeeld"
    assert oordeel["motivering"] == "Samira werkt zelfstandig."


def test_zonder_oordeel_van_de_school_is_de_lijst_leeg(traject):
    traject.schooloordelen.all().delete()

    assert inhoud(traject)["schooloordeel"] == []


def test_elke_poging_staat_er_en_de_hoogste_telt(traject):
    proef = {"instrument": "Proeve", "beoordelaar": "A. Voorbeeld"}
    f.resultaat(traject, waarde=4, gebeurd_op=date(2026, 1, 1), **proef)
    f.resultaat(traject, waarde=7, gebeurd_op=date(2026, 2, 1))
    f.resultaat(traject, waarde=6, gebeurd_op=date(2026, 3, 1))

    (blok,) = groepen(traject)["Kerntaken"]

    assert blok["pogingen"][0] == {
        "op": "2026-01-01", "resultaat": "4", "examenvorm": "Proeve",
        "beoordelaar": "A. Voorbeeld", "telt": "",
    }  # fmt: skip
    assert [(p["resultaat"], p["telt"]) for p in blok["pogingen"][1:]] == [("7", "telt"), ("6", "")]


def test_keuzedeel_met_klokuren_en_of_het_meetelt(traject):
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 8, naam="Digitaal", telt_mee=False)

    (blok,) = groepen(traject)["Keuzedelen"]

    assert (blok["code"], blok["naam"]) == ("K0023", "Digitaal")
    assert blok["bij"] == "240 klokuren, telt niet mee voor de studielast"


def test_groepen_zonder_resultaat_zijn_er_niet(traject):
    f.resultaat(traject, Onderdeel.NEDERLANDS, "6.3", deel="ce", niveau="2F")
    f.resultaat(traject, Onderdeel.LES, "voldaan", naam="Hygiëne", inhoud="Handen wassen")

    gevonden = groepen(traject)

    assert list(gevonden) == [
        "Nederlands, rekenen en Engels",
        "Lessen, toetsen en andere resultaten",
    ]
    assert (
        gevonden["Nederlands, rekenen en Engels"][0]["naam"] == "Nederlandse taal, centraal examen"
    )
    assert gevonden["Lessen, toetsen en andere resultaten"][0]["bij"] == "Handen wassen"


def test_niet_bevestigd_verbeterd_of_ingetrokken_staat_er_niet(traject, fatima):
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 9, code="K9999", bevestigd=False)
    fout = f.resultaat(traject, waarde=3)
    f.resultaat(traject, waarde=8, vervangt=fout, reden="Typefout")
    weg = f.resultaat(traject, Onderdeel.REKENEN, 6, niveau="mbo-rekenniveau 2")
    m.Resultaatintrekking.objects.create(
        resultaat=weg, reden="Van een ander", door=fatima.lid, gebeurd_op=OP
    )

    gevonden = groepen(traject)

    assert list(gevonden) == ["Kerntaken"]
    assert [p["resultaat"] for p in gevonden["Kerntaken"][0]["pogingen"]] == ["8"]


@pytest.mark.parametrize(
    ("besluit", "uitkomst"),
    [
        ({}, "verleend: vrijstelling"),
        ({"cijfer": "7.0"}, "verleend: vrijstelling (7)"),
        ({"woord": "goed"}, "verleend: vrijstelling (goed)"),
        ({"uitkomst": "deels", "werkprocessen": ["B1-K1-W1"]}, "deels verleend: B1-K1-W1"),
        ({"uitkomst": "afgewezen"}, "afgewezen"),
    ],
)
def test_vrijstelling_met_het_besluit(traject, anne, besluit, uitkomst):
    f.vrijstellingsbesluit(f.vrijstellingsverzoek(traject), anne.lid, **besluit)

    (rij,) = inhoud(traject)["vrijstellingen"]

    assert (rij["naam"], rij["uitkomst"]) == ("B1-K1 Werkt als assistent", uitkomst)
    assert (rij["motivering"], rij["besloten"]) == (
        "Het bewijs dekt dit.", "Anne Voorbeeld, voorzitter",
    )  # fmt: skip


def test_verzoek_zonder_besluit_staat_er_als_nog_niet_besloten(traject):
    f.vrijstellingsverzoek(traject, onderdeel=Onderdeel.NEDERLANDS, naam="Nederlands", deel="ce")

    (rij,) = inhoud(traject)["vrijstellingen"]

    assert rij["naam"] == "B1-K1 Nederlands (centraal examen)"
    assert (rij["uitkomst"], rij["op"], rij["besloten"]) == ("nog niet besloten", "", "")


def aangehouden(traject, anne):
    traject.besluiten.create(
        volgnummer=1, uitkomst="aangehouden", naam="Anne Voorbeeld", functie="voorzitter",
        plaats="Zwolle", reden="Rekenen ontbreekt.", door=anne.lid, gebeurd_op=OP,
    )  # fmt: skip


def test_eerder_besluit_van_de_examencommissie(traject, anne):
    aangehouden(traject, anne)

    assert inhoud(traject)["besluiten"] == [
        {"uitkomst": "aangehouden", "reden": "Rekenen ontbreekt.", "op": "2026-03-02",
         "besloten": "Anne Voorbeeld, voorzitter"}
    ]  # fmt: skip


def test_toets_staat_er_regel_voor_regel(traject):
    blok = inhoud(traject)["toets"]

    assert blok["uitkomst"] == "voldoet nog niet"
    assert blok["regels"][0] == {
        "regel": "Eerste studiejaar", "voldaan": "ja", "bron": "EKB 18c",
        "zin": "Begonnen op 1-9-2025: de regels van nu gelden.",
    }  # fmt: skip


@pytest.fixture
def vol(traject, anne):
    f.resultaat(traject, waarde=7, instrument="Proeve", beoordelaar="A. Voorbeeld")
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 8, naam="Digitaal")
    f.vrijstellingsbesluit(f.vrijstellingsverzoek(traject, code="P2-K1"), anne.lid)
    aangehouden(traject, anne)
    return traject


def test_papier_zegt_letter_voor_letter_wat_de_inhoud_zegt(vol, renderer):
    stuk = inhoud(vol)
    pdf = renderer.renderen(diplomadossier.drukwerk(stuk))

    assert json.loads(rfc8785.dumps(stuk)) == stuk
    assert ontbrekend(stuk, pdf) == []


def test_niets_eraan_lijkt_op_een_diploma(vol, renderer, johan):
    f.aftekening(vol.planregels.first(), johan.lid, toelichting="Geheime notitie")
    drukwerk = diplomadossier.drukwerk(inhoud(vol))
    pdf = renderer.renderen(drukwerk)
    gelezen = lopende_tekst(pdf)

    assert gelezen.count(KOPREGEL) == bladen(pdf) == 2
    assert [*drukwerk.beelden] == ["werkdocument"]
    for woord in (
        "handtekening", "bsn", "documentnummer", "zegel", "gemeente", "verwijzer", "uitkering",
        "notitie", "onder toezicht",
    ):  # fmt: skip
        assert woord not in gelezen.lower()
