"""The concept-resultatenlijst: which model, and every row as the model asks for it."""

import json
from datetime import date

import pytest
import rfc8785

from tests import factories as f
from tests.verklaringen.lezer import bladen, lopende_tekst, ontbrekend
from tests.verklaringen.maken_dossier import certificaattraject, diplomatraject
from trajecten.models import Onderdeel
from verklaringen import rules
from verklaringen.documenten import conceptresultatenlijst
from verklaringen.documenten.drukken import KOPREGEL

OP = date(2026, 3, 2)


@pytest.fixture
def traject(fatima, johan):
    return diplomatraject(fatima.lid, johan.lid)


@pytest.fixture
def van_niveau(fatima, johan):
    return lambda niveau, **velden: diplomatraject(fatima.lid, johan.lid, niveau, **velden)


def inhoud(traject):
    return conceptresultatenlijst.inhoud(traject, door=traject.coordinator, op=OP)


def generiek(traject):
    return [
        (rij["naam"], rij["niveau"], rij["resultaat"], rij["letters"])
        for rij in inhoud(traject)["generiek"]
    ]


def taal(traject, ce, ie, vak=Onderdeel.NEDERLANDS, niveau="2F", ie_niveau=""):
    f.resultaat(traject, vak, ce, deel="ce", niveau=niveau)
    f.resultaat(traject, vak, ie, deel="ie", niveau=ie_niveau or niveau)


def vrij(traject, anne, **velden):
    besluit = {naam: velden.pop(naam) for naam in ("cijfer", "uitkomst") if naam in velden}
    return f.vrijstellingsbesluit(f.vrijstellingsverzoek(traject, **velden), anne.lid, **besluit)


@pytest.mark.parametrize(
    ("niveau", "model"),
    [(1, "RMD bijlage 1"), (2, "RMD bijlage 2"), (3, "RMD bijlage 2"), (4, "RMD bijlage 3")],
)
def test_model_volgt_het_niveau(van_niveau, niveau, model):
    assert inhoud(van_niveau(niveau))["model"] == model


def test_entree_met_een_mbo_rekenniveau_heeft_het_model_van_niveau_2(van_niveau):
    traject = van_niveau(1)
    f.resultaat(traject, Onderdeel.REKENEN, 7, niveau="mbo-rekenniveau 2")

    assert inhoud(traject)["model"] == "RMD bijlage 2"
    assert generiek(traject)[3] == ("Rekenen", "mbo-rekenniveau 2", "7", "")


def test_kerntaken_staan_in_cijfers_en_letters_of_als_woord(traject):
    f.resultaat(traject, code="B1-K1", waarde=7)
    f.resultaat(traject, code="P2-K1", waarde="ruim_voldoende")

    kerntaken = [
        (rij["code"], rij["resultaat"], rij["letters"]) for rij in inhoud(traject)["kerntaken"]
    ]
    assert kerntaken == [("B1-K1", "7", "zeven"), ("P2-K1", "ruim voldoende", "")]


def test_kerntaak_zonder_resultaat_staat_er_ook(traject):
    assert [rij["resultaat"] for rij in inhoud(traject)["kerntaken"]] == ["nog geen resultaat"] * 2


def test_vrijgestelde_kerntaak_is_alleen_het_woord(traject, anne):
    vrij(traject, anne, code="B1-K1", cijfer="8.0")
    vrij(traject, anne, code="P2-K1", uitkomst="deels")

    resultaten = [(rij["resultaat"], rij["letters"]) for rij in inhoud(traject)["kerntaken"]]
    assert resultaten == [("vrijstelling", ""), ("nog geen resultaat", "")]


def test_nederlands_met_ce_ie_en_eindcijfer(traject):
    taal(traject, "6.3", "8.0")

    assert generiek(traject)[:3] == [
        ("Nederlandse taal, centraal examen", "2F", "6,3", "zes komma drie"),
        ("Nederlandse taal, instellingsexamen", "2F", "8,0", "acht komma nul"),
        ("Nederlandse taal, eindcijfer", "2F", "7", "zeven"),
    ]


@pytest.mark.parametrize(
    ("ce", "ie", "eind"), [("5.4", "5.5", "5"), ("5.5", "5.5", "6"), ("4.4", "6.4", "5")]
)
def test_eindcijfer_volgt_alleen_de_eerste_decimaal(traject, ce, ie, eind):
    taal(traject, ce, ie)

    assert generiek(traject)[2][2] == eind


def test_zonder_ie_is_er_geen_eindcijfer(traject):
    f.resultaat(traject, Onderdeel.NEDERLANDS, "6.3", deel="ce", niveau="2F")

    assert [rij[2] for rij in generiek(traject)[:3]] == [
        "6,3", "nog geen resultaat", "nog geen resultaat",
    ]  # fmt: skip


def test_alleen_een_eindcijfer_heeft_geen_delen(traject):
    f.resultaat(traject, Onderdeel.NEDERLANDS, 6, niveau="3F")

    assert generiek(traject)[:3] == [
        ("Nederlandse taal, centraal examen", "", "niet van toepassing", ""),
        ("Nederlandse taal, instellingsexamen", "", "niet van toepassing", ""),
        ("Nederlandse taal, eindcijfer", "3F", "6", "zes"),
    ]


def test_vrijstelling_van_een_taal_is_woord_cijfer_en_letters(traject, anne):
    vrij(traject, anne, onderdeel=Onderdeel.NEDERLANDS, code="", cijfer="7.0")
    vrij(traject, anne, onderdeel=Onderdeel.REKENEN, code="", cijfer="6.0")

    regels = generiek(traject)

    assert regels[2][2:] == ("vrijstelling (7)", "zeven")
    assert regels[3][2:] == ("vrijstelling (6)", "zes")


def test_vrijstelling_van_alleen_het_ce_telt_mee_in_het_eindcijfer(traject, anne):
    vrij(traject, anne, onderdeel=Onderdeel.NEDERLANDS, code="", deel="ce", cijfer="6.2")
    f.resultaat(traject, Onderdeel.NEDERLANDS, "7.4", deel="ie", niveau="2F")

    regels = generiek(traject)

    assert regels[0][2:] == ("vrijstelling (6,2)", "zes komma twee")
    assert regels[2][2:] == ("7", "zeven")


def test_rekenen_bij_entree_is_voldaan_en_nederlands_heeft_er_geen_ce(van_niveau):
    traject = van_niveau(1)
    f.resultaat(traject, Onderdeel.REKENEN, "voldaan")

    regels = generiek(traject)

    assert regels[0][2] == "niet van toepassing"
    assert regels[1][2] == "nog geen resultaat"
    assert regels[3] == ("Rekenen", "", "voldaan", "")


def test_rekenen_heeft_zijn_niveau_en_een_heel_cijfer_zonder_letters(traject):
    f.resultaat(traject, Onderdeel.REKENEN, 6, niveau="mbo-rekenniveau 3")

    assert generiek(traject)[3] == ("Rekenen", "mbo-rekenniveau 3", "6", "")


def test_engels_staat_er_alleen_bij_niveau_4_met_het_niveau_van_elk_deel(van_niveau, traject):
    vier = van_niveau(4)
    for rij in (vier, traject):
        taal(rij, "6.0", "7.0", vak=Onderdeel.ENGELS, niveau="B2", ie_niveau="B1")

    assert [(rij[0], rij[1], rij[2]) for rij in generiek(vier)[4:]] == [
        ("Engels, centraal examen", "B2", "6,0"),
        ("Engels, instellingsexamen", "B1", "7,0"),
        ("Engels, eindcijfer", "", "7"),
    ]
    assert len(generiek(traject)) == 4


def test_loopbaan_burgerschap_keuzedelen_en_overig(traject, anne):
    f.resultaat(traject, Onderdeel.LOOPBAAN, "voldaan")
    f.resultaat(traject, Onderdeel.BURGERSCHAP, "niet_voldaan")
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 8, naam="Digitaal")
    vrij(
        traject, anne, onderdeel=Onderdeel.KEUZEDEEL, code="K0100", naam="Ondernemen", cijfer="7.0"
    )
    f.resultaat(traject, Onderdeel.OVERIG, "voldoende", naam="Geloof en leven")
    f.resultaat(traject, Onderdeel.LES, "voldoende", naam="Een les")

    lijst = inhoud(traject)

    assert [rij["resultaat"] for rij in lijst["loopbaan_en_burgerschap"]] == [
        "voldaan", "niet voldaan",
    ]  # fmt: skip
    assert [(rij["code"], rij["naam"], rij["resultaat"]) for rij in lijst["keuzedelen"]] == [
        ("K0023", "Digitaal", "8"), ("K0100", "Ondernemen", "vrijstelling"),
    ]  # fmt: skip
    assert [(rij["naam"], rij["resultaat"]) for rij in lijst["overig"]] == [
        ("Geloof en leven", "voldoende")
    ]


def test_wat_niet_bevestigd_is_wordt_niet_gedrukt(traject):
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 9, code="K9999", naam="Onbekend", bevestigd=False)

    assert inhoud(traject)["keuzedelen"] == []


def test_van_een_herkansing_staat_de_hoogste(traject):
    for cijfer in (5, 8, 6):
        f.resultaat(traject, code="B1-K1", waarde=cijfer)

    assert inhoud(traject)["kerntaken"][0]["resultaat"] == "8"


@pytest.fixture
def vol(traject, anne):
    taal(traject, "6.3", "8.0")
    f.resultaat(traject, code="B1-K1", waarde=7)
    f.resultaat(traject, Onderdeel.REKENEN, 6, niveau="mbo-rekenniveau 2")
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 8, naam="Digitaal")
    f.resultaat(traject, Onderdeel.OVERIG, "voldoende", naam="Geloof en leven")
    vrij(traject, anne, code="P2-K1")
    return inhoud(traject)


def test_papier_zegt_letter_voor_letter_wat_de_inhoud_zegt(vol, renderer):
    pdf = renderer.renderen(conceptresultatenlijst.drukwerk(vol))

    assert json.loads(rfc8785.dumps(vol)) == vol
    assert ontbrekend(vol, pdf) == []


def test_niets_eraan_lijkt_op_een_resultatenlijst(vol, renderer):
    drukwerk = conceptresultatenlijst.drukwerk(vol)
    pdf = renderer.renderen(drukwerk)
    gelezen = lopende_tekst(pdf)

    assert vol["titel"] == "Concept-resultatenlijst (werkdocument)"
    assert "Dit is geen resultatenlijst." in gelezen
    assert gelezen.count(KOPREGEL) == bladen(pdf) == 1
    assert [*drukwerk.beelden] == ["werkdocument"]
    for woord in ("handtekening", "bsn", "documentnummer", "zegel", "gemeente"):
        assert woord not in gelezen.lower()


@pytest.mark.parametrize(
    ("begin", "bezwaar"),
    [
        (date(2022, 8, 1), ""),
        (date(2022, 7, 31), "ouder model; daarvan maakt het portaal geen concept."),
    ],
)
def test_voor_augustus_2022_is_er_geen_lijst(van_niveau, fatima, begin, bezwaar):
    traject = van_niveau(2, begin=begin)

    gezegd = rules.bezwaar_tegen_conceptresultatenlijst(traject, fatima.lid)

    assert bool(gezegd) == bool(bezwaar)
    assert bezwaar in gezegd


def test_zonder_inschrijving_is_het_model_niet_bekend(traject, fatima):
    traject.inschrijving.delete()
    traject = type(traject).objects.get(pk=traject.pk)

    assert "inschrijving is niet bekend" in rules.bezwaar_tegen_conceptresultatenlijst(
        traject, fatima.lid
    )


def test_alleen_de_eigen_school_en_haar_commissie(traject, fatima, anne, boris, karin, samira):
    mag = [
        wie for wie in (fatima, anne, boris, karin, samira)
        if not rules.bezwaar_tegen_diplomadossier(traject, wie.lid)
    ]  # fmt: skip

    assert mag == [fatima, anne]


def test_een_certificaat_heeft_geen_resultatenlijst(fatima, johan):
    traject = certificaattraject(fatima.lid, johan.lid)

    bezwaar = rules.bezwaar_tegen_conceptresultatenlijst(traject, fatima.lid)

    assert "gaat niet naar een diploma" in bezwaar
