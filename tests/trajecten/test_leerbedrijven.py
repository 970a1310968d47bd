"""Leerbedrijven: found by any part of their name, added by hand once."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from tests import factories as f
from tests.draden import tegelijk
from trajecten import actions
from trajecten.models import Leerbedrijf, Logregel, Uitvoerbaar
from trajecten.rules import Bezwaar

pytestmark = pytest.mark.django_db
DAG = date(2026, 2, 2)


@pytest.fixture
def bedrijven():
    f.leerbedrijf("Café De Ĳzeren Çelik", plaats="Zwolle", erkend_voor=("25180",))
    f.leerbedrijf('Bakker "Bart" & Zn.', plaats="'s-Hertogenbosch", erkend_voor=())
    f.leerbedrijf("Bakkerij 100% Graan_", plaats="Zwolle", erkend_voor=("25180", "25741"))


def namen(*zoek, **anders):
    return [bedrijf.naam for bedrijf in Leerbedrijf.objects.zoeken(*zoek, **anders)]


@pytest.mark.parametrize(
    ("getypt", "gevonden"),
    [
        ("celik", ["Café De Ĳzeren Çelik"]),
        ("ÇELIK", ["Café De Ĳzeren Çelik"]),
        ("zwolle cafe", ["Café De Ĳzeren Çelik"]),
        ("ijz", ["Café De Ĳzeren Çelik"]),
        ("bakker", ['Bakker "Bart" & Zn.', "Bakkerij 100% Graan_"]),
        ('"bart"', ['Bakker "Bart" & Zn.']),
        ("00% g", ["Bakkerij 100% Graan_"]),
        ("graan_", ["Bakkerij 100% Graan_"]),
        ("%%%", []),
        ("___", []),
        ("ba", ['Bakker "Bart" & Zn.', "Bakkerij 100% Graan_"]),
        ("ak", []),
        ("bart OR celik", []),
        ("'; DROP TABLE x --", []),
        ("", ['Bakker "Bart" & Zn.', "Bakkerij 100% Graan_", "Café De Ĳzeren Çelik"]),
    ],
)
def test_leerbedrijf_wordt_gevonden_op_elk_stuk_van_naam_of_plaats(bedrijven, getypt, gevonden):
    assert namen(getypt) == gevonden


def test_leerbedrijf_wordt_gevonden_op_leerbedrijf_id():
    bedrijf = f.leerbedrijf()

    assert list(Leerbedrijf.objects.zoeken(bedrijf.leerbedrijf_id)) == [bedrijf]


def test_zoeken_op_plaats_en_crebo(bedrijven):
    assert namen(plaats="zwolle", crebo="25741") == ["Bakkerij 100% Graan_"]
    assert namen("cafe", crebo="25741") == []


def test_ingetrokken_erkenning_wordt_niet_gevonden(bedrijven):
    bedrijf = Leerbedrijf.objects.zoeken(crebo="25741").get()

    bedrijf.erkenningen.filter(crebo="25741").update(ingetrokken_op=DAG)

    assert namen(crebo="25741") == []
    assert len(namen(crebo="25180")) == 2


def test_zoeken_op_werkprocessen_laat_alleen_nee_weg():
    ja, nee, onbekend = (
        f.leerbedrijf(naam, erkend_voor=("25743",)) for naam in ("Ja", "Nee", "Onbekend")
    )
    for bedrijf, kan in ((ja, True), (nee, False)):
        erkenning = bedrijf.erkenningen.get()
        Uitvoerbaar.objects.create(erkenning=erkenning, code="P1-K1-W1", uitvoerbaar=kan)

    gevonden = Leerbedrijf.objects.zoeken(crebo="25743", werkprocessen=["P1-K1-W1", "B1-K1-W1"])

    assert list(gevonden) == [ja, onbekend]


def test_zoekindex_volgt_wijzigen_en_wissen():
    bedrijf = f.leerbedrijf("Oude Naam", erkend_voor=())

    bedrijf.naam = "Nieuwe Naam"
    bedrijf.save()

    assert namen("oude") == []
    assert namen("nieuwe") == ["Nieuwe Naam"]
    bedrijf.delete()
    assert namen("nieuwe") == []


def test_bladzijden_tellen_samen_op_tot_alles_zonder_dubbele():
    for nummer in range(7):
        f.leerbedrijf("Zelfde Naam", erkend_voor=(), plaats=f"Plaats {nummer % 2}")
    gelezen, na, meer = [], None, True

    while meer:
        rijen, meer = Leerbedrijf.objects.zoeken("zelfde").bladzijde(na=na, aantal=3)
        gelezen += rijen
        na = (rijen[-1].zoek, rijen[-1].pk)

    assert gelezen == list(Leerbedrijf.objects.zoeken("zelfde"))
    assert len(gelezen) == 7


def test_search_asks_one_question_whatever_it_finds(bedrijven, django_assert_num_queries):
    with django_assert_num_queries(1):
        Leerbedrijf.objects.zoeken("bakker", "zwolle", "25180", ["B1-K1-W1"]).bladzijde()


@pytest.mark.postgresql
def test_search_uses_the_trigram_index():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")

    assert "leerbedrijf_zoeken" in Leerbedrijf.objects.zoeken("celik").explain()


def test_zoekindex_staat_er_na_de_migraties():
    verwacht = {
        "sqlite": ["trajecten_leerbedrijf_zoek_anders", "trajecten_leerbedrijf_zoek_erbij",
                   "trajecten_leerbedrijf_zoek_weg"],
        "postgresql": ["leerbedrijf_zoeken"],
    }  # fmt: skip
    vraag = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' "
        "AND tbl_name = 'trajecten_leerbedrijf' AND name LIKE '%_zoek_%' ORDER BY 1",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE indexname = 'leerbedrijf_zoeken'",
    }

    with connection.cursor() as cursor:
        cursor.execute(vraag[connection.vendor])
        assert [naam for (naam,) in cursor.fetchall()] == verwacht[connection.vendor]


def test_leerbedrijf_id_heeft_negen_cijfers_ook_in_de_tabel():
    for fout in ("12345678", "012345678", "12345678a"):
        with pytest.raises(IntegrityError), transaction.atomic():
            f.leerbedrijf(leerbedrijf_id=fout, erkend_voor=())


def toevoegen(lid, **anders):
    velden = {"leerbedrijf_id": "100999333", "naam": "De Proeftuin", "plaats": "Zutphen"}
    return actions.leerbedrijf_toevoegen(door=lid, **velden | anders)


def test_coordinator_voegt_een_leerbedrijf_toe(fatima):
    bedrijf = toevoegen(fatima.lid)

    assert (bedrijf.bron, bedrijf.toegevoegd_door) == ("handmatig", fatima.lid)
    assert Logregel.objects.get(actie="leerbedrijf_toevoegen").object_id == str(bedrijf.pk)
    assert namen("proeftuin") == ["De Proeftuin"]


def test_leerbedrijf_dat_er_al_staat_wordt_niet_nog_eens_toegevoegd(fatima):
    toevoegen(fatima.lid)

    with pytest.raises(Bezwaar, match="staat er al: De Proeftuin, Zutphen"):
        toevoegen(fatima.lid, naam="Andere Naam")

    assert Leerbedrijf.objects.filter(leerbedrijf_id="100999333").count() == 1


def test_praktijkopleider_voegt_geen_leerbedrijf_toe(johan):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        toevoegen(johan.lid)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_om_hetzelfde_leerbedrijf(fatima):
    def doen(naam):
        try:
            return toevoegen(fatima.lid, naam=naam, leerbedrijf_id=nummer).naam
        except Bezwaar as bezwaar:
            return str(bezwaar)[:32]

    for ronde in range(20):
        nummer = str(100_999_500 + ronde)
        uitkomsten = tegelijk(doen, ["Schakel Een", "Schakel Twee"])

        bewaard = Leerbedrijf.objects.get(leerbedrijf_id=nummer)
        assert sorted(uitkomsten) == sorted([bewaard.naam, "Dit leerbedrijf-ID staat er al: "])
