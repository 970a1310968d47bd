"""What SBB says of the dossier also holds for the same work in a certificaat."""

import pytest

from tests.trajecten import maken_certificaat as maken
from tests.trajecten.stappen import tekst, url
from trajecten import actions, rules
from trajecten import models as m
from trajecten.rules import Bezwaar

ALLES = maken.CODES
GELIJK = dict(zip(ALLES, [f"B1-K1-W{nummer}" for nummer in (2, 4, 5, 6, 1, 7)], strict=True))


@pytest.fixture
def traject(fatima, johan):
    """C0021 in the plan, each of its werkprocessen laid beside one of the dossier."""
    traject = maken.met_periode(fatima.lid, johan.lid)
    dossier = {proces.code: proces for proces in traject.kwalificatie.werkprocessen()}
    for proces in traject.certificaat.werkprocessen.all():
        proces.dekkingen.create(werkproces=dossier[GELIJK[proces.code]])
    return traject


def sbb(traject, **oordelen):
    """What SBB says per code; the others stay unknown."""
    erkenning = traject.plaatsingen.get().leerbedrijf.erkenningen.get(crebo="25180")
    for code, kan in oordelen.items():
        erkenning.uitvoerbaar.create(code=code.replace("_", "-"), uitvoerbaar=kan)


def stand(traject):
    leerbedrijf = traject.plaatsingen.get().leerbedrijf
    processen = traject.certificaat.werkprocessen.all()
    return rules.uitvoerbaarheid(leerbedrijf, traject.kwalificatie, processen)


def deels(traject, code):
    dekkingen = m.Certificaatdekking.objects.filter(certificaatwerkproces__code=code)
    dekkingen.update(deels=True)


def test_zonder_bericht_van_sbb_is_het_onbekend(traject):
    assert stand(traject) == dict.fromkeys(ALLES, "onbekend")


def test_een_werkproces_vindt_het_oordeel_over_het_gelijke_werk(traject):
    sbb(traject, B1_K1_W2=True, B1_K1_W4=False)

    assert stand(traject) == dict.fromkeys(ALLES, "onbekend") | {
        "C1-K1-W1": "ja", "C1-K1-W2": "nee",
    }  # fmt: skip


def test_de_eigen_code_gaat_voor_het_dossier(traject):
    sbb(traject, C1_K1_W1=True, B1_K1_W2=False)

    assert stand(traject)["C1-K1-W1"] == "ja"


def test_vraagt_het_dossier_meer_dan_is_een_nee_daar_geen_nee_en_een_ja_wel_een_ja(traject):
    sbb(traject, B1_K1_W2=False, B1_K1_W4=True)
    deels(traject, "C1-K1-W1")
    deels(traject, "C1-K1-W2")

    assert [stand(traject)[code] for code in ALLES[:2]] == ["onbekend", "ja"]


@pytest.mark.parametrize(("tweede", "uitkomst"), [(True, "ja"), (False, "nee"), (None, "onbekend")])
def test_gelijk_aan_twee_werkprocessen_kan_het_pas_als_ze_allebei_kunnen(traject, tweede, uitkomst):
    proces = traject.certificaat.werkprocessen.get(code="C1-K1-W1")
    proces.dekkingen.create(werkproces=traject.kwalificatie.werkprocessen().get(code="B1-K1-W3"))
    sbb(traject, B1_K1_W2=True, **({} if tweede is None else {"B1_K1_W3": tweede}))

    assert stand(traject)["C1-K1-W1"] == uitkomst


def test_een_dekking_uit_een_ander_dossier_telt_niet(traject):
    m.Certificaatdekking.objects.all().delete()
    ander = m.Kwalificatiedossier.objects.create(crebo="23111", naam="Bakken", bron="import")
    kerntaak = ander.kerntaken.create(code="B1-K1", titel="Bakt", titel_ruw="Bakt")
    proces = kerntaak.werkprocessen.create(code="B1-K1-W2", titel="Bakt", titel_ruw="Bakt")
    for eigen in traject.certificaat.werkprocessen.all():
        eigen.dekkingen.create(werkproces=proces)
    sbb(traject, B1_K1_W2=False)

    assert set(stand(traject).values()) == {"onbekend"}


def test_wat_hier_niet_kan_komt_niet_in_het_plan(traject, fatima):
    sbb(traject, B1_K1_W4=False)
    keuzes = [(traject.kwalificatie, p) for p in traject.certificaat.werkprocessen.all()]

    with pytest.raises(Bezwaar, match="Dit kan hier niet geleerd worden: C1-K1-W2"):
        actions.werkprocessen_kiezen(
            traject=traject, door=fatima.lid, keuzes=keuzes, bevestigd=["uitvoerbaar:25180"]
        )


def test_het_scherm_zegt_wat_sbb_van_het_gelijke_werk_zegt(client, traject, fatima, johan):
    sbb(traject, **{GELIJK[code].replace("-", "_"): code != "C1-K2-W2" for code in ALLES})
    fatima.aanmelden(client)

    pagina = tekst(client.get(url("werkprocessen_kiezen", traject)))

    assert pagina.count("Kan hier geleerd worden.") == 5
    assert pagina.count("Kan hier niet geleerd worden, zegt SBB.") == 1
    assert "Niet bekend of dit hier kan" not in pagina


def test_de_vraag_aan_de_database_groeit_niet_mee(traject, django_assert_num_queries):
    processen = list(traject.certificaat.werkprocessen.all())
    leerbedrijf, kwalificatie = traject.plaatsingen.get().leerbedrijf, traject.kwalificatie

    for eigen in (processen[:1], processen):
        with django_assert_num_queries(2):
            rules.uitvoerbaarheid(leerbedrijf, kwalificatie, eigen)
