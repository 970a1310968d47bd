"""The question "Werk je nu?" 3, 6 and 12 months after the end: days, answers and refusals."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests import factories as f
from tests import maken_nazorg as maken
from trajecten import actions, rules
from trajecten.models import Logregel, Nazorgmeting, Status, Traject
from trajecten.rules import Bezwaar, Ingehaald


@pytest.fixture
def klaar(school, fatima, noor, mo):
    """Samira's traject, ended 92 days ago; Noor is the jobcoach and Mo referred her."""
    kandidaat = f.kandidaat("Samira Voorbeeld")
    rij = maken.geeindigd_traject(
        92, instelling=school, coordinator=fatima.lid, kandidaat=kandidaat
    )
    maken.jobcoaching(rij, noor.lid)
    maken.verwezen(rij, mo.lid)
    return rij


@pytest.fixture
def zij(klaar):
    return f.lid("kandidaat", "Samira Voorbeeld", kandidaat=klaar.kandidaat)


def antwoorden(traject, door, werk="ja", **velden):
    velden = {"maand": 3, "na": 0} | velden
    return actions.meting_vastleggen(traject=traject, door=door, werk=werk, **velden)


def gezegd(traject):
    return list(traject.nazorgmetingen.values_list("maand", "volgnummer", "werk", "uren"))


@pytest.mark.parametrize(
    ("dag", "maanden", "later"),
    [
        (date(2026, 7, 31), 3, date(2026, 10, 31)),
        (date(2026, 7, 31), 6, date(2027, 1, 31)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_maanden_later(dag, maanden, later):
    assert rules.maanden_later(dag, maanden) == later


def test_de_drie_metingen_sluiten_aan():
    momenten = rules.meetmomenten(date(2026, 7, 31))

    assert [moment.datum for moment in momenten] == [
        date(2026, 10, 31), date(2027, 1, 31), date(2027, 7, 31),
    ]  # fmt: skip
    assert [(moment.eerste, moment.laatste) for moment in momenten] == [
        (date(2026, 10, 24), date(2027, 1, 23)),
        (date(2027, 1, 24), date(2027, 7, 23)),
        (date(2027, 7, 24), date(2027, 10, 30)),
    ]


@pytest.mark.parametrize(
    ("dag", "maand"),
    [(date(2026, 10, 23), None), (date(2026, 10, 24), 3), (date(2027, 1, 24), 6),
     (date(2027, 10, 30), 12), (date(2027, 10, 31), None)],
)  # fmt: skip
def test_welke_meting_er_nu_is(dag, maand):
    moment = rules.meetmoment_nu(date(2026, 7, 31), dag)

    assert (moment and moment.maand) == maand


def test_het_einde_is_de_laatste_dag_bij_het_leerbedrijf(klaar):
    assert rules.einde_van(klaar) == timezone.localdate() - timedelta(days=92)


def test_wie_eerder_stopt_eindigt_op_die_dag(db):
    rij = maken.geeindigd_traject(10, Status.GESTOPT)
    rij.plaatsingen.update(eind=timezone.localdate() + timedelta(days=50))

    assert rules.einde_van(rij) == timezone.localdate() - timedelta(days=10)


def test_zonder_leerbedrijf_telt_de_dag_van_uitreiken(db):
    rij = maken.geeindigd_traject(20)
    rij.plaatsingen.all().delete()

    assert rules.einde_van(rij) == timezone.localdate() - timedelta(days=20)


def test_een_match_die_niet_doorging_telt_niet_als_einde(db):
    rij = maken.geeindigd_traject(20)
    rij.plaatsingen.update(beeindigd_op=timezone.localdate() - timedelta(days=20))
    f.plaatsing(rij, eind=timezone.localdate() - timedelta(days=30), vervallen_op=timezone.now())

    assert rules.einde_van(rij) == timezone.localdate() - timedelta(days=20)


@pytest.mark.parametrize("status", [Status.ACTIEF, Status.DOORGESTROOMD, Status.NIET_GESTART])
def test_een_traject_dat_loopt_heeft_geen_einde(db, status):
    rij = f.traject(status=status)
    f.plaatsing(rij)

    assert Traject.objects.with_einde().get(pk=rij.pk).einde is None


def test_werk_telt_vanaf_twaalf_uur():
    def werkt(werk, uren=""):
        return Nazorgmeting(werk=werk, uren=uren).werkt

    assert werkt("ja", "12_of_meer")
    assert not werkt("ja", "minder_dan_12")
    assert not werkt("ja")
    assert not werkt("nee")
    assert not werkt("onbekend")


@pytest.mark.parametrize("wie", ["noor", "mo", "fatima"])
def test_jobcoach_verwijzer_en_school_leggen_vast(request, klaar, wie):
    speler = request.getfixturevalue(wie)

    antwoorden(klaar, speler.lid, uren="12_of_meer", waar="leerbedrijf", antwoord_van="kandidaat")

    assert gezegd(klaar) == [(3, 1, "ja", "12_of_meer")]
    assert Logregel.objects.filter(actie="meting_vastleggen", kandidaat=klaar.kandidaat).exists()


def test_de_kandidaat_zegt_het_zelf(klaar, zij):
    meting = antwoorden(klaar, zij, "nee")

    assert (meting.antwoord_van, meting.door) == ("kandidaat", zij)


@pytest.mark.parametrize("wie", ["naomi", "peter", "karin", "johan", "els", "anne", "tarik"])
def test_een_ander_legt_niets_vast(request, klaar, wie):
    speler = request.getfixturevalue(wie)

    with pytest.raises(Bezwaar, match="Alleen de kandidaat, de jobcoach, de school"):
        antwoorden(klaar, speler.lid)
    assert gezegd(klaar) == []


def test_een_beter_antwoord_komt_erbij(klaar, noor, mo):
    antwoorden(klaar, noor.lid, "onbekend")
    antwoorden(klaar, mo.lid, "ja", uren="12_of_meer", na=1)

    assert gezegd(klaar) == [(3, 1, "onbekend", ""), (3, 2, "ja", "12_of_meer")]
    assert klaar.nazorgmetingen.nu().get().werkt
    assert klaar.nazorgmetingen.nu().werkt().count() == 1


def test_twee_keer_drukken_is_een_antwoord(klaar, zij):
    eerst = antwoorden(klaar, zij)

    assert antwoorden(klaar, zij) == eerst
    assert gezegd(klaar) == [(3, 1, "ja", "")]


def test_wie_later_is_ziet_het_eerste_antwoord(klaar, noor, mo):
    antwoorden(klaar, noor.lid, "nee")

    with pytest.raises(Ingehaald) as ingehaald:
        antwoorden(klaar, mo.lid, "ja")
    assert ingehaald.value.eerder.werk == "nee"
    assert gezegd(klaar) == [(3, 1, "nee", "")]


def test_uren_zonder_werk_kan_niet(klaar, noor):
    with pytest.raises(Bezwaar, match="Uren en plek horen alleen bij 'ja'"):
        antwoorden(klaar, noor.lid, "nee", uren="12_of_meer")


def test_de_database_weigert_uren_zonder_werk(klaar, noor):
    with pytest.raises(IntegrityError), transaction.atomic():
        maken.nazorgmeting(klaar, noor.lid, "nee", uren="12_of_meer")


def test_een_meting_voor_haar_dag_kan_niet(klaar, noor):
    with pytest.raises(Bezwaar, match="De meting na 6 maanden is op"):
        antwoorden(klaar, noor.lid, maand=6)


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        (-1, "Deze dag is nog niet geweest"),
        (30, "Vraag het vanaf"),
        (100, "vóór het einde van het leren"),
    ],
)
def test_een_verkeerde_dag(klaar, noor, dagen, zin):
    dag = timezone.localdate() - timedelta(days=dagen)

    with pytest.raises(Bezwaar, match=zin):
        antwoorden(klaar, noor.lid, gebeurd_op=dag)


def test_te_laat_hoort_bij_de_volgende_meting(school, fatima):
    rij = maken.geeindigd_traject(200, instelling=school, coordinator=fatima.lid)

    with pytest.raises(Bezwaar, match="hoort bij de volgende meting"):
        antwoorden(rij, fatima.lid)


def test_een_meting_van_toen_kan_later_worden_ingetypt(school, fatima):
    rij = maken.geeindigd_traject(200, instelling=school, coordinator=fatima.lid)
    toen = timezone.localdate() - timedelta(days=105)

    assert antwoorden(rij, fatima.lid, gebeurd_op=toen).gebeurd_op == toen


@pytest.mark.parametrize("status", [Status.ACTIEF, Status.BIJ_EXAMENCOMMISSIE])
def test_een_lopend_traject_heeft_geen_meting(school, fatima, status):
    rij = f.traject(status=status, instelling=school, coordinator=fatima.lid)

    with pytest.raises(Bezwaar, match="nog niet geëindigd"):
        antwoorden(rij, fatima.lid)


def test_na_afsluiten_komt_er_niets_bij(school, fatima):
    rij = maken.geeindigd_traject(92, Status.AFGESLOTEN, instelling=school, coordinator=fatima.lid)

    with pytest.raises(Bezwaar, match="afgesloten"):
        antwoorden(rij, fatima.lid)


def test_ook_wie_stopte_wordt_gevraagd(school, fatima):
    rij = maken.geeindigd_traject(92, Status.GESTOPT, instelling=school, coordinator=fatima.lid)

    assert antwoorden(rij, fatima.lid, "nee").werk == "nee"


def test_niet_meer_vragen(klaar, zij, noor):
    actions.nazorg_niet_meer_vragen(traject=klaar, door=zij)
    actions.nazorg_niet_meer_vragen(traject=klaar, door=zij)

    with pytest.raises(Bezwaar, match="Samira wil deze vraag niet meer"):
        antwoorden(klaar, noor.lid)


def test_wie_mag_de_antwoorden_zien(klaar, noor, mo, fatima, johan, anne, naomi, peter, karin, zij):
    maken.nazorgmeting(klaar, noor.lid)

    def ziet(lid):
        return Nazorgmeting.objects.zichtbaar_voor(lid).exists()

    assert [ziet(wie.lid) for wie in (noor, mo, fatima)] == [True, True, True]
    assert ziet(zij)
    assert [ziet(wie.lid) for wie in (johan, anne, naomi, peter, karin)] == [False] * 5
