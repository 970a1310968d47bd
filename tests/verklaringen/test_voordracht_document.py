"""The voordracht on paper: what stands in it, field by field, and what never does."""

import json
from datetime import date

import pytest
import rfc8785

from tests import factories as f
from tests.verklaringen.lezer import bladen, lopende_tekst, ontbrekend
from tests.verklaringen.maken_dossier import (
    certificaattoets,
    certificaattraject,
    diplomatoets,
    diplomatraject,
)
from trajecten import models as m
from trajecten.models import Onderdeel
from verklaringen import actions
from verklaringen.documenten import voordracht
from verklaringen.documenten.drukken import CONCEPT, KOPREGEL
from verklaringen.models import Afdruk, Voordracht

OP = date(2026, 3, 2)
CERTIFICAAT, DIPLOMA = Voordracht.Soort.CERTIFICAAT, Voordracht.Soort.DIPLOMA


@pytest.fixture
def certificaat(fatima, johan):
    return certificaattraject(fatima.lid, johan.lid)


@pytest.fixture
def diploma(fatima, johan):
    return diplomatraject(fatima.lid, johan.lid)


@pytest.fixture
def inhoud(certificaat, fatima):
    return van_certificaat(certificaat, fatima)


def van_certificaat(traject, fatima, **velden):
    velden = {"soort": CERTIFICAAT, "toets": certificaattoets(), "op": OP} | velden
    return voordracht.inhoud(traject, door=fatima.lid, **velden)


def van_diploma(traject, fatima, **velden):
    velden = {"soort": DIPLOMA, "toets": diplomatoets(), "op": OP} | velden
    return voordracht.inhoud(traject, door=fatima.lid, **velden)


def test_certificaat_met_code_kwalificatie_dossier_en_niveau(inhoud):
    assert inhoud["titel"] == "Voordracht mbo-certificaat"
    assert inhoud["certificaat"]["code"] == "C0021"
    assert inhoud["certificaat"]["onderdeel"] == "Koken in de horeca"
    assert inhoud["certificaat"]["model"] == "RMD bijlage 6"
    assert inhoud["opleiding"] == {
        "naam": "Kok", "crebo": "25180", "dossier": "Keuken", "dossier_crebo": "23085",
        "niveau": "mbo-2 (NLQF2/EQF2)",
    }  # fmt: skip


def test_certificaat_van_een_keuzedeel_noemt_keuzedeel_met_code(certificaat, fatima):
    certificaat.certificaat.keuzedeel = f.keuzedeel()
    certificaat.certificaat.save()

    deel = van_certificaat(certificaat, fatima)["certificaat"]

    assert deel["onderdeel"] == "K0023 Digitale vaardigheden gevorderden"
    assert deel["model"] == "RMD bijlage 7"


def test_officiele_naam_en_geboorte(inhoud):
    assert inhoud["mens"] == {
        "naam": "Tarik Ahmed Voorbeeld", "geboren_op": "1991-03-14", "geboren_te": "Zwolle",
    }  # fmt: skip


def test_zonder_officiele_gegevens_staat_dat_er(certificaat, fatima, renderer):
    certificaat.kandidaat.identiteiten.all().delete()

    inhoud = van_certificaat(certificaat, fatima)

    assert inhoud["mens"] == {"naam": "Tarik Voorbeeld", "geboren_op": "", "geboren_te": ""}
    pdf = renderer.renderen(voordracht.drukwerk(inhoud))
    assert "Geboren nog niet vastgelegd" in lopende_tekst(pdf)


def eigen(inhoud):
    taken = inhoud["certificaat"]["kerntaken"]
    return [proces for taak in taken for proces in taak["werkprocessen"]]


def test_eigen_werkprocessen_krijgen_het_eindoordeel_van_hetzelfde_werk_in_het_plan(inhoud):
    regels = [(rij["code"], rij["plan"], rij["oordeel"], rij["op"]) for rij in eigen(inhoud)]

    assert regels == [
        ("C1-K1-W1", "B1-K1-W2", "ja", "2026-02-13"),
        ("C1-K1-W2", "B1-K1-W4", "nee, nog niet", "2026-02-13"),
        ("C1-K2-W1", "", "niet in het plan", ""),
        ("C1-K2-W2", "", "nog niet naast het plan gelegd", ""),
    ]


def test_plan_met_de_werkprocessen_van_het_certificaat_zelf(certificaat, fatima):
    rij = certificaat.certificaat.werkprocessen.get(code="C1-K1-W2")
    nee = certificaat.planregels.filter(code="B1-K1-W4")
    nee.update(werkproces=None, certificaatwerkproces=rij, code=rij.code)

    inhoud = van_certificaat(certificaat, fatima)

    assert [(regel["plan"], regel["oordeel"]) for regel in eigen(inhoud)] == [
        ("", "niet in het plan"), ("C1-K1-W2", "nee, nog niet"), ("", "niet in het plan"),
        ("", "niet in het plan"),
    ]  # fmt: skip
    assert inhoud["certificaat"]["uitleg"] == "Het eindoordeel gaf de praktijkopleider."
    (andere,) = inhoud["certificaat"]["andere"]
    assert [rij["code"] for rij in andere["werkprocessen"]] == ["B1-K1-W1", "B1-K1-W2"]


def test_wat_niet_van_het_certificaat_is_staat_apart(inhoud):
    (taak,) = inhoud["certificaat"]["andere"]

    assert [(rij["code"], rij["oordeel"]) for rij in taak["werkprocessen"]] == [
        ("B1-K1-W1", "niet aangeboden")
    ]


def test_dekt_meer_werk_een_werkproces_dan_moet_alles_ja_zijn(certificaat, fatima):
    rij = certificaat.certificaat.werkprocessen.get(code="C1-K1-W1")
    nee = certificaat.planregels.get(code="B1-K1-W4")
    rij.dekkingen.create(werkproces=nee.werkproces, deels=True)

    eerste = eigen(van_certificaat(certificaat, fatima))[0]

    assert (eerste["plan"], eerste["oordeel"]) == ("B1-K1-W2, B1-K1-W4 (deels)", "nee, nog niet")


def test_ja_op_een_van_twee_plekken_is_ja(certificaat, fatima, els):
    m.Plaatsing.objects.filter(traject=certificaat).update(beeindigd_op=OP)
    tweede = f.plaatsing(certificaat, praktijkopleider=els.lid)
    regel = f.planregel(tweede, "B1-K1-W2", "Maakt mise en place")
    f.eindoordeel(regel, els.lid, "nee")

    assert eigen(van_certificaat(certificaat, fatima))[0]["oordeel"] == "ja"


def test_examenonderdelen_met_resultaat_en_dag(inhoud):
    examen = inhoud["certificaat"]["examen"]

    assert [rij["resultaat"] for rij in examen] == ["7,2", "6,8", "5,9", "8,0", "6,1", "5,5"]
    assert examen[0] == {
        "code": "C0021", "naam": "Onderdeel 1", "op": "2026-02-01", "resultaat": "7,2",
    }  # fmt: skip
    assert [(rij["naam"], rij["resultaat"]) for rij in inhoud["certificaat"]["lessen"]] == [
        ("Hygiëne", "voldaan")
    ]


def test_regel_van_het_examenplan_en_eindcijfer_komen_uit_de_toets(inhoud):
    deel = inhoud["certificaat"]

    assert deel["examenplan"] == (
        "Elk onderdeel is ten minste 5,5 of voldoende; compenseren mag niet."
    )
    assert deel["eindcijfer"] == "gemiddelde 6,58, eindcijfer 7"


def test_te_laag_onderdeel_staat_in_de_toets(certificaat, fatima):
    toets = certificaattoets(("7.2", "6.8", "5.9", "8.0", "6.1", "5.4"))

    blok = van_certificaat(certificaat, fatima, toets=toets)["toets"]

    assert blok["uitkomst"] == "voldoet nog niet"
    assert [regel["voldaan"] for regel in blok["regels"]] == ["ja", "niet te zeggen", "nee", "ja"]
    assert blok["regels"][2]["bron"] == "examenplan; standaard"


def test_leerplek_met_uren_en_oordeel_van_de_school(inhoud, certificaat):
    (plek,) = inhoud["plekken"]
    (oordeel,) = inhoud["schooloordeel"]

    assert (plek["leerbedrijf"], plek["uren"]) == ("Werkbedrijf De Schakel", "498 uren (geschat)")
    assert (plek["begin"], plek["eind"]) == ("2025-09-01", "2026-02-27")
    assert oordeel["motivering"] == "Tarik kookt\nzelfstandig mee."
    assert oordeel["door"] == "Fatima Voorbeeld"


def test_zonder_documentgegevens_zijn_het_de_geplande_uren(certificaat, fatima):
    certificaat.plaatsingen.get().documentgegevens.all().delete()

    (plek,) = van_certificaat(certificaat, fatima)["plekken"]

    assert plek["uren"] == "560 uren gepland"


def test_wie_voordraagt_en_wanneer(inhoud):
    assert (inhoud["door"], inhoud["op"]) == ("Fatima Voorbeeld, mbo-coördinator", "2026-03-02")


def test_beroepsvereisten_zijn_van_de_school_of_onbekend(certificaat, fatima):
    zonder = van_certificaat(certificaat, fatima)["beroepsvereisten"]
    met = van_certificaat(certificaat, fatima, beroepsvereisten="Geen.")["beroepsvereisten"]

    assert (zonder.split(".")[0], met) == (
        "Het portaal weet niet of er voor dit beroep wettelijke beroepsvereisten zijn", "Geen."
    )  # fmt: skip


def test_diploma_noemt_keuzedelen_met_code_en_de_vrijstelling(diploma, fatima, anne):
    f.resultaat(diploma, Onderdeel.KEUZEDEEL, 8, door=fatima.lid, naam="Digitaal")
    f.resultaat(diploma, Onderdeel.KEUZEDEEL, 9, door=fatima.lid, code="K9999", bevestigd=False)
    verzoek = f.vrijstellingsverzoek(
        diploma, onderdeel=Onderdeel.KEUZEDEEL, code="K0100", naam="Ondernemend gedrag"
    )
    f.vrijstellingsbesluit(verzoek, anne.lid, cijfer="7.0")

    inhoud = van_diploma(diploma, fatima)

    assert inhoud["titel"] == "Voordracht voor het diploma"
    assert "certificaat" not in inhoud
    assert [(rij["code"], rij["naam"], rij["resultaat"]) for rij in inhoud["keuzedelen"]] == [
        ("K0023", "Digitaal", "8"), ("K0100", "Ondernemend gedrag", "vrijstelling (7)"),
    ]  # fmt: skip


def test_inhoud_is_gewone_json(inhoud, diploma, fatima):
    for stuk in (inhoud, van_diploma(diploma, fatima)):
        assert json.loads(rfc8785.dumps(stuk)) == stuk


def test_papier_zegt_letter_voor_letter_wat_de_inhoud_zegt(inhoud, diploma, fatima, renderer):
    for stuk in (inhoud, van_diploma(diploma, fatima, motivering="Eén rij\nen nog één.")):
        pdf = renderer.renderen(voordracht.drukwerk(stuk))

        assert ontbrekend(stuk, pdf, zonder="soort") == []


def test_elk_blad_zegt_dat_het_een_werkdocument_is_zonder_qr_of_nummer(inhoud, renderer):
    drukwerk = voordracht.drukwerk(inhoud)
    pdf = renderer.renderen(drukwerk)
    gelezen = lopende_tekst(pdf)

    assert gelezen.count(KOPREGEL) == bladen(pdf) == 2
    assert gelezen.count("WERKDOCUMENT.") == 2
    assert [*drukwerk.beelden] == ["werkdocument"]
    assert [*voordracht.drukwerk(inhoud, merk=CONCEPT).beelden] == ["concept"]
    for woord in ("verzegeld", "zegel", "Controleer dit document", "Documentnummer"):
        assert woord not in gelezen


def test_nooit_op_papier(certificaat, fatima, renderer, johan):
    regel = certificaat.planregels.first()
    f.aftekening(regel, johan.lid, toelichting="Geheime notitie")
    gelezen = lopende_tekst(
        renderer.renderen(voordracht.drukwerk(van_certificaat(certificaat, fatima)))
    ).lower()

    for woord in ("bsn", "verwijzer", "gemeente", "uitkering", "onder toezicht", "notitie"):
        assert woord not in gelezen


def test_afdruk_wordt_door_de_worker_gemaakt(inhoud, certificaat, fatima, renderer):
    afdruk = actions.afdrukken(
        soort=Afdruk.Soort.VOORDRACHT, traject=certificaat, inhoud=inhoud, door=fatima.lid
    )

    actions.afdruk_uitvoeren(actions.pakken(Afdruk), renderer)

    afdruk.refresh_from_db()
    assert (afdruk.sjabloonversie, afdruk.bestand.soort) == ("voordracht-1", "afdruk")
