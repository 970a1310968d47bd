"""The passing rules through the records of a traject: what is recorded decides the outcome."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as f
from tests.trajecten import maken_onderdelen as maken
from trajecten import rules
from trajecten.models import Eindoordeel, Status, Traject
from trajecten.rules import slagen

pytestmark = pytest.mark.django_db

NIVEAU = {
    1: {"kerntaken": "6 voldoende", "talen": "4 voldaan", "kd": "240:6"},
    2: {"kerntaken": "7 voldoende", "talen": "5 6", "kd": "240:7 240:5"},
    3: {"kerntaken": "6 6", "talen": "6 6", "kd": "240:7 240:7 240:7"},
    4: {"kerntaken": "6 6", "talen": "6 6 6", "kd": "720:7"},
}
VAST = {"lb": "voldaan voldaan", "optie": 1, "begin": date(2025, 8, 1), "vrij": None, "regels": {}}
VECTOREN = {
    "1": (2, {}, "voldoet"),
    "2 Ned 5 rek 5": (2, {"talen": "5 5"}, "voldoet_niet"),
    "2 Ned 4 rek 8": (2, {"talen": "4 8"}, "voldoet_niet"),
    "3 kd 8 en 3": (2, {"kd": "240:8 240:3"}, "voldoet_niet"),
    "3 kd 9 en 3": (2, {"kd": "240:9 240:3"}, "voldoet_niet"),
    "4 kd 8 en 4": (2, {"kd": "240:8 240:4"}, "voldoet"),
    "4 kd 7 en 4": (2, {"kd": "240:7 240:4"}, "examencommissie"),
    "4 de school rondt af": (
        2, {"kd": "240:7 240:4", "regels": {"gemiddelde_afronden": True}}, "voldoet",
    ),
    "5 kd 480:5": (2, {"kd": "480:5"}, "voldoet_niet"),
    "5 kd 240:8": (2, {"kd": "240:8"}, "voldoet_niet"),
    "6 derde telt niet mee": (2, {"kd": "240:6 240:6 240:2-"}, "voldoet"),
    "7 goed zonder tabel": (2, {"kd": "240:goed 240:6"}, "examencommissie"),
    "7 goed met tabel": (
        2,
        {"kd": "240:goed 240:6", "regels": {"woordtabel": {"onvoldoende": 5, "voldoende": 6,
                                                           "goed": 8}}},
        "voldoet",
    ),
    "7 studiejaar 2021": (2, {"begin": date(2021, 8, 1)}, "examencommissie"),
    "8 kd 10 5 5": (3, {"kd": "240:10 240:5 240:5"}, "voldoet_niet"),
    "8 kd 8 6 4": (3, {"kd": "240:8 240:6 240:4"}, "voldoet"),
    "9 bpv mist": (2, {"optie": None}, "voldoet_niet"),
    "9 bpv voor een deel": (2, {"optie": 2}, "voldoet_niet"),
    "9 L&B niet voldaan": (2, {"lb": "voldaan niet_voldaan"}, "voldoet_niet"),
    "9 kerntaken 5 en 9": (2, {"kerntaken": "5 9"}, "voldoet_niet"),
    "10 verleend": (2, {"kerntaken": "- 7", "vrij": "verleend"}, "voldoet"),
    "10 alleen gevraagd": (2, {"kerntaken": "- 7", "vrij": ""}, "voldoet_niet"),
    "10 deels": (2, {"kerntaken": "- 7", "vrij": "deels"}, "voldoet_niet"),
    "11": (1, {}, "voldoet"),
    "11 schoolregel": (1, {"regels": {"nederlands_minimum": 6}}, "voldoet_niet"),
    "12 rekenen": (1, {"talen": "4 niet_voldaan"}, "voldoet_niet"),
    "12 kd 240:5": (1, {"kd": "240:5"}, "voldoet_niet"),
    "13 Ned 5 rek 6 Eng 6": (4, {"talen": "5 6 6"}, "voldoet"),
    "13 Ned 5 rek 5 Eng 9": (4, {"talen": "5 5 9"}, "voldoet_niet"),
    "13 Ned 6 rek 6 Eng 4": (4, {"talen": "6 6 4"}, "voldoet_niet"),
}  # fmt: skip


def vastgelegd(niveau, **anders):
    """A traject with these results in its records; `-` is no result."""
    wat = VAST | NIVEAU[niveau] | anders
    traject = maken.diplomatraject(niveau, wat["begin"])
    rijen = [
        *zip(("kerntaak", "kerntaak"), wat["kerntaken"].split(), ("B1-K1", "P2-K1"), strict=True),
        *zip(("nederlands", "rekenen", "engels"), wat["talen"].split(), strict=False),
        *zip(("loopbaan", "burgerschap"), wat["lb"].split(), strict=True),
    ]
    for onderdeel, waarde, *code in rijen:
        if waarde != "-":
            f.resultaat(traject, onderdeel, waarde, code="".join(code))
    for nummer, deel in enumerate(wat["kd"].split(), 1):
        uren, _, waarde = deel.rstrip("-").partition(":")
        velden = {"klokuren": int(uren), "telt_mee": not deel.endswith("-")}
        f.resultaat(traject, "keuzedeel", waarde, code=f"K{nummer:04}", naam="Keuze", **velden)
    if wat["optie"]:
        f.schooloordeel(traject, traject.coordinator, optie=wat["optie"])
    if wat["vrij"] is not None:
        maken.vrijstelling(traject, wat["vrij"])
    if wat["regels"]:
        maken.schoolregels(traject.instelling, traject.coordinator, **wat["regels"])
    return traject


@pytest.mark.parametrize(("niveau", "anders", "uitkomst"), VECTOREN.values(), ids=VECTOREN.keys())
def test_wat_vastligt_bepaalt_de_uitkomst(niveau, anders, uitkomst):
    assert rules.toets_van(vastgelegd(niveau, **anders)).uitkomst == uitkomst


def test_de_hoogste_poging_telt_en_een_verbetering_vervangt():
    traject = vastgelegd(2, kerntaken="5 7")
    fout = f.resultaat(traject, "kerntaak", 9)
    f.resultaat(traject, "kerntaak", 6, vervangt=fout, reden="Typefout")

    taken = rules.diplomastand_van(traject).kerntaken

    assert [(taak.code, taak.waardering.cijfer) for taak in taken] == [("B1-K1", 6), ("P2-K1", 7)]
    assert rules.toets_van(traject).uitkomst == "voldoet"


def test_centraal_examen_en_instellingsexamen_samen_geven_het_eindcijfer():
    traject = vastgelegd(2, talen="-")
    for onderdeel, deel, cijfer in (
        ("nederlands", "ce", "5,5"), ("nederlands", "ie", "5,5"), ("rekenen", "", 5),
    ):  # fmt: skip
        f.resultaat(traject, onderdeel, cijfer, deel=deel)

    stand = rules.diplomastand_van(traject)

    assert slagen.eindcijfer_van(stand.nederlands) == 6
    assert rules.toets_van(traject).uitkomst == "voldoet"


def test_het_eerdere_cijfer_van_een_vrijstelling_telt_mee():
    traject = vastgelegd(2, talen="- 6")
    maken.vrijstelling(
        traject, verzoek={"onderdeel": "nederlands", "code": "", "naam": "Nederlandse taal"},
        cijfer=4,
    )  # fmt: skip

    antwoord = next(a for a in rules.toets_van(traject).antwoorden if "Nederlands" in a.regel)

    assert (antwoord.voldaan, antwoord.getallen) == (
        "nee", "Nederlands 4, rekenen 6",
    )  # fmt: skip


def test_onbekend_keuzedeel_telt_niet_mee_en_dat_staat_erbij():
    traject = vastgelegd(2, kd="480:7")
    f.resultaat(traject, "keuzedeel", 9, code="K9999", naam="Fietsen maken", bevestigd=False)

    toets = rules.toets_van(traject)

    assert toets.uitkomst == "voldoet"
    assert toets.opmerkingen == (
        "K9999 Fietsen maken is niet bevestigd. Het telt niet mee en wordt niet gedrukt.",
    )


def test_zonder_inschrijving_weet_het_portaal_niet_welke_regels_gelden():
    assert rules.toets_van(vastgelegd(2, begin=None)).uitkomst == "examencommissie"


@pytest.mark.parametrize("route", ["praktijkverklaring", "certificaat"])
def test_zonder_slagingsregels_is_het_nooit_voldoet(route):
    traject = maken.diplomatraject(route=route)

    assert rules.toets_van(traject).uitkomst == "examencommissie"


def test_de_laatste_schoolregels_gelden_met_wie_besloot(school, fatima):
    maken.schoolregels(school, fatima.lid, nederlands_minimum=7)
    maken.schoolregels(school, fatima.lid, nederlands_minimum=6, gebeurd_op=date(2026, 10, 3))

    regels = rules.schoolregels_van(school)

    assert (regels.nederlands_minimum, regels.bron) == (6, "schoolregel (Directie, 3-10-2026)")


@pytest.fixture
def koken(school, fatima, bedrijf):
    """Tarik's traject to the certificaat Koken in de horeca, judged ja on all its work."""
    certificaat = maken.certificaat_c0021()
    traject = f.traject(
        Status.EINDBEOORDELING, route="certificaat", instelling=school, coordinator=fatima.lid,
        kwalificatie=certificaat.kwalificatie, certificaat=certificaat,
    )  # fmt: skip
    begeleider = f.lid("praktijkopleider", leerbedrijf=bedrijf)
    plek = f.plaatsing(traject, praktijkopleider=begeleider)
    for proces in certificaat.kwalificatie.werkprocessen():
        regel = f.planregel(plek, werkproces=proces)
        f.eindoordeel(regel, begeleider)
    f.resultaat(traject, "les", "voldaan", naam="Koken in theorie")
    for nummer, cijfer in enumerate(("7,2", "6,8", "5,9", "8,0", "6,1"), 1):
        f.resultaat(traject, "certificaatexamen", cijfer, code="C0021", naam=f"Deel {nummer}")
    return traject


@pytest.mark.parametrize(
    ("laatste", "uitkomst", "gezegd"),
    [
        ("5,5", "voldoet", "gemiddelde 6,58, eindcijfer 7"),
        ("5,4", "voldoet_niet", "gemiddelde 6,57, eindcijfer 7"),
    ],
)
def test_certificaat_met_zes_onderdelen(koken, laatste, uitkomst, gezegd):
    f.resultaat(koken, "certificaatexamen", laatste, code="C0021", naam="Deel 6")

    toets = rules.toets_van(koken)

    assert (toets.uitkomst, toets.antwoorden[-1].getallen) == (uitkomst, gezegd)
    assert toets.antwoorden[0].zin == "6 van 6 werkprocessen hebben het eindoordeel ja."


def test_werkproces_van_het_certificaat_zonder_ja_houdt_tegen(koken):
    regel = koken.planregels.get(code="B1-K2-W3")
    f.eindoordeel(regel, koken.coordinator, "nee")

    (werkvloer, *_) = rules.toets_van(koken).antwoorden

    assert werkvloer.zin == "5 van 6 werkprocessen hebben het eindoordeel ja. Nog niet: C1-K2-W2."


def test_plan_met_eigen_werkprocessen_van_het_certificaat_telt_direct(koken):
    Eindoordeel.objects.all().delete()
    koken.planregels.all().delete()
    plek = koken.plaatsingen.get()
    for volgorde, proces in enumerate(koken.certificaat.werkprocessen.all()[:5], 1):
        regel = koken.planregels.create(
            plaatsing=plek, certificaatwerkproces=proces, volgorde=volgorde, code=proces.code,
            titel=proces.titel, crebo="25180", kwalificatie_naam="Kok",
            kerntaak_code=proces.kerntaak_code, kerntaak_titel=proces.kerntaak_titel,
        )  # fmt: skip
        f.eindoordeel(regel, koken.coordinator)

    stand = rules.certificaatstand_van(koken)

    assert [ja for _, ja in stand.werkprocessen] == [True] * 5 + [False]
    assert stand.opmerkingen == ()


def test_certificaat_dat_niet_naast_het_dossier_ligt_toont_het_leerplan(koken):
    koken.certificaat.werkprocessen.all().delete()

    stand = rules.certificaatstand_van(koken)

    assert [code for code, _ in stand.werkprocessen][:2] == ["B1-K1-W2", "B1-K1-W4"]
    assert "Het portaal weet niet" in stand.opmerkingen[0]


def test_toets_query_count(koken):
    f.resultaat(koken, "certificaatexamen", "6,0", code="C0021", naam="Deel 6")
    weinig = vastgelegd(2, kd="240:6")
    veel = vastgelegd(3)
    for traject in (weinig, veel):
        f.resultaat(traject)

    def vragen(traject):
        with CaptureQueriesContext(connection) as gevangen:
            rules.toets_van(Traject.objects.get(pk=traject.pk))
        return len(gevangen)

    assert vragen(weinig) == vragen(veel) == 9
    assert vragen(koken) == 10
