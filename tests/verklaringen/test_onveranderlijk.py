"""What was issued, handed over or logged is never changed: not by the ORM, not by SQL."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import override_settings
from django.utils import timezone

from portal import checks
from tests import factories as f
from tests import wereld
from tests.trajecten import maken_onderdelen as maken
from trajecten import logboek
from trajecten.models import Logregel, Schoolregels, Verbetering, onveranderlijk
from verklaringen import models as v
from verklaringen.models import Uitgifte, Uitreiking

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
TABELLEN = onveranderlijk.TABELLEN


@pytest.fixture(autouse=True)
def rijen(traject, plaatsing, fatima):
    """One row in each table that only grows."""
    uitgifte = wereld._document(traject, plaatsing, fatima.lid)["uitgifte"]
    Uitreiking.objects.create(
        uitgifte=uitgifte, plaats="Deventer", door=fatima.lid, gebeurd_op=timezone.localdate()
    )
    logboek.schrijven(fatima.lid, "uitreiken", uitgifte)
    maken.schoolregels(traject.instelling, fatima.lid)
    _geldigheid(uitgifte, {"door": fatima.lid, "gebeurd_op": timezone.localdate()})


def _geldigheid(uitgifte, feit):
    """A proposal that was refused, one that was confirmed, and a document that replaces."""
    plek = f.plaatsing(f.traject(instelling=uitgifte.traject.instelling))
    nieuw = wereld._document(plek.traject, plek, feit["door"])["uitgifte"]
    waarom = {"reden": "fout", "toelichting": "De uren kloppen niet."}
    afgewezen, bevestigd = (
        v.Intrekkingsvoorstel.objects.create(uitgifte=uitgifte, volgnummer=nr, **waarom, **feit)
        for nr in (1, 2)
    )
    v.Voorstelafwijzing.objects.create(voorstel=afgewezen, toelichting="Nee.", **feit)
    v.Intrekking.objects.create(uitgifte=uitgifte, voorstel=bevestigd, reden="fout", **feit)
    verbetering = Verbetering.objects.create(traject=uitgifte.traject, **(waarom | feit))
    v.Vervanging.objects.create(oud=uitgifte, nieuw=nieuw, verbetering=verbetering, **feit)


def geweigerd(doen):
    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic():
        doen()


def sql(opdracht):
    with connection.cursor() as cursor:
        cursor.execute(opdracht)


MODELLEN = [
    Logregel, Uitgifte, Uitreiking, v.Intrekkingsvoorstel, v.Voorstelafwijzing, v.Intrekking,
    v.Vervanging, Schoolregels,
]  # fmt: skip


def test_elke_tabel_heeft_een_model_in_deze_test():
    assert {model._meta.db_table for model in MODELLEN} == set(TABELLEN)


@pytest.mark.parametrize("model", MODELLEN)
def test_het_portaal_zelf_kan_een_vastgelegd_feit_niet_veranderen(model):
    rij, aantal = model.objects.first(), model.objects.count()

    geweigerd(lambda: model.objects.update(door=None) if model is Uitgifte else rij.save())
    geweigerd(lambda: model.objects.filter(pk=rij.pk)._raw_delete("default"))

    assert model.objects.count() == aantal > 0


@pytest.mark.parametrize("tabel", TABELLEN)
@pytest.mark.parametrize(
    "opdracht", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_ook_met_sql_gaat_het_niet(tabel, opdracht):
    sql("SET CONSTRAINTS ALL IMMEDIATE")  # else PostgreSQL refuses TRUNCATE for another reason

    geweigerd(lambda: sql(opdracht.format(tabel)))


@pytest.mark.parametrize("tabel", TABELLEN)
def test_ook_niet_als_een_herstel_de_triggers_overslaat(tabel):
    sql("SET LOCAL session_replication_role = replica")

    geweigerd(lambda: sql(f"DELETE FROM {tabel}"))


def test_een_lege_tabel_leegmaken_verandert_niets():
    sql("CREATE TEMP TABLE proef (id int)")
    onveranderlijk.aanleggen(connection, ["proef"])

    sql("TRUNCATE proef")
    sql("INSERT INTO proef VALUES (1)")

    geweigerd(lambda: sql("TRUNCATE proef"))


def test_alle_triggers_staan_er_na_de_migraties():
    assert onveranderlijk.ontbrekende_triggers(connection) == []


@pytest.mark.parametrize(
    "daad", ["DROP TRIGGER verklaringen_uitgifte_rij ON {0}", "ALTER TABLE {0} ENABLE TRIGGER ALL"]
)
def test_productie_start_niet_zonder_trigger(daad):
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql(daad.format("verklaringen_uitgifte"))

    with override_settings(OMGEVING="productie"):
        [fout] = checks.alle_triggers_staan_er(None, databases=["default"])

    assert fout.id == "portal.E016"
    assert "verklaringen_uitgifte_rij" in fout.msg


def test_de_migratie_is_terug_te_draaien():
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    onveranderlijk.weghalen(connection, TABELLEN)
    assert len(onveranderlijk.ontbrekende_triggers(connection)) == 2 * len(TABELLEN)

    onveranderlijk.aanleggen(connection, TABELLEN)

    assert onveranderlijk.ontbrekende_triggers(connection) == []


@pytest.mark.django_db(transaction=True)
def test_tussen_twee_tests_gaat_de_testdatabase_wel_leeg():
    assert Logregel.objects.exists()

    call_command("flush", interactive=False, verbosity=0)

    assert not Logregel.objects.exists()
    assert onveranderlijk.ontbrekende_triggers(connection) == []
