"""Two people at the same moment, on a real PostgreSQL: one row and one polite answer."""

import threading
from datetime import date

import pytest
from django.db import OperationalError, connections, transaction

from portal.invarianten import lijst
from tests.verklaringen.klas import Stempel
from tests.verklaringen.maken_opdrachten import opdracht_maken
from tests.verklaringen.test_controleren import code  # noqa: F401
from trajecten.models import Status, Teller
from trajecten.rules import Bezwaar, Ingehaald
from verklaringen import actions
from verklaringen.models import Akkoord, Partij, Raadpleging, Uitgifteopdracht

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
RONDES = 20
SAMEN = 64


def tegelijk(*daden):
    """Run each in its own thread and connection, let go at one signal; what each came to."""
    start, uitkomsten = threading.Barrier(len(daden)), [None] * len(daden)

    def doen(plek, daad):
        start.wait()
        try:
            uitkomsten[plek] = daad()
        except Exception as fout:
            uitkomsten[plek] = fout
        finally:
            connections.close_all()

    draden = [threading.Thread(target=doen, args=paar) for paar in enumerate(daden)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    return uitkomsten


def test_twee_keer_tekenen_tegelijk_is_een_akkoord(blad, johan):
    def tekenen():
        return actions.akkoord_geven(
            vaststelling=blad, partij=Partij.PRAKTIJKOPLEIDER, door=johan.lid, plaats="Deventer"
        )

    for _ in range(RONDES):
        Akkoord.objects.all().delete()
        uitkomsten = tegelijk(tekenen, tekenen)
        assert sorted(type(u).__name__ for u in uitkomsten) == ["Akkoord", "Ingehaald"]
        assert Akkoord.objects.count() == 1


def test_beide_partijen_tegelijk_zijn_twee_akkoorden_en_een_stap(blad, johan, samira):
    uitkomsten = tegelijk(
        lambda: actions.akkoord_geven(
            vaststelling=blad, partij=Partij.PRAKTIJKOPLEIDER, door=johan.lid, plaats="Deventer"
        ),
        lambda: actions.akkoord_geven(
            vaststelling=blad, partij=Partij.KANDIDAAT, door=samira.lid, plaats="Deventer"
        ),
    )

    blad.traject.refresh_from_db()
    assert [type(u).__name__ for u in uitkomsten] == ["Akkoord", "Akkoord"]
    assert blad.traject.status == Status.BIJ_EXAMENCOMMISSIE


def test_tekenen_en_tegenspreken_tegelijk_geeft_een_winnaar(blad, johan, samira):
    uitkomsten = tegelijk(
        lambda: actions.akkoord_geven(
            vaststelling=blad, partij=Partij.PRAKTIJKOPLEIDER, door=johan.lid, plaats="Deventer"
        ),
        lambda: actions.tegenspreken(
            vaststelling=blad, partij=Partij.KANDIDAAT, door=samira.lid, reden="Klopt niet."
        ),
    )

    blad.refresh_from_db()
    assert type(uitkomsten[1]).__name__ == "Tegenspraak"
    assert isinstance(uitkomsten[0], (Akkoord, Bezwaar, Ingehaald))
    assert blad.vervallen_op


def test_twee_keer_uitgeven_tegelijk_is_een_opdracht_per_document(besloten, fatima):
    for _ in range(RONDES):
        Uitgifteopdracht.objects.all().delete()
        een, twee = tegelijk(*[lambda: actions.uitgeven(traject=besloten, door=fatima.lid)] * 2)
        assert een == twee
        assert Uitgifteopdracht.objects.count() == 2


def test_acht_workers_pakken_elk_werk_een_keer(opdrachten):
    gepakt = tegelijk(*[lambda: actions.pakken(Uitgifteopdracht)] * 8)

    assert [werk for werk in gepakt if werk is not None] == [opdrachten[0]]


def test_tegelijk_genummerd_geeft_geen_gat_en_geen_dubbel():
    nummers = tegelijk(*[lambda: Teller.objects.volgende("PV", 2026)] * 16)

    assert sorted(nummers) == list(range(1, 17))


def test_vierenzestig_uitgiften_tegelijk_zonder_gat_of_dubbel(school, fatima):
    for _ in range(SAMEN):
        opdracht_maken(school, fatima.lid)

    def uitgeven():
        opdracht = actions.pakken(Uitgifteopdracht)
        actions.opdracht_uitvoeren(opdracht, Stempel())
        return int(opdracht.nummer.split("-")[2])

    nummers = tegelijk(*[uitgeven] * SAMEN)

    assert sorted(nummers) == list(range(1, SAMEN + 1))
    assert [u for u in lijst.controleren() if u.stand == "afwijking"] == []


def test_namen_worden_een_voor_een_vergeleken(uitgifte, code):  # noqa: F811
    def raden():
        with connections["default"].cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
        return actions.raadplegen(code=code, achternaam="Anders", geboren_op=date(1990, 1, 1))

    with transaction.atomic():
        Uitgifteopdracht.objects.select_for_update().get(pk=uitgifte.opdracht_id)
        (gewacht,) = tegelijk(raden)

    assert isinstance(gewacht, OperationalError)  # else twelve at once would all be the first
    assert not Raadpleging.objects.exists()
