"""The worker as a process of its own: it may die anywhere, there is one document and one mail."""

import signal
import time

import pytest
from django.db import connection, connections

from portal.invarianten.invariant import nagaan
from portal.invarianten.lijst import INVARIANTEN, controleren
from tests.verklaringen.maken_opdrachten import opdracht_maken
from tests.verklaringen.werkers import afmaken, starten
from trajecten.actions import faalpunten
from trajecten.models import Bericht, Bestand, Teller
from verklaringen import actions
from verklaringen.models import Afdruk, Uitgifte, Uitgifteopdracht

pytestmark = pytest.mark.django_db(transaction=True)
FAALPUNTEN = (
    "na_reservering",
    "na_render",
    "na_zegel",
    "na_opslag",
    "voor_commit",
    "na_commit",
    "na_mail",
)


def wachten_op(waar, seconden=60):
    """Look until it is true, without a fixed pause; the last look decides."""
    tot = time.monotonic() + seconden
    while not waar() and time.monotonic() < tot:
        connections.close_all()
        time.sleep(0.05)
    assert waar()


def alles_klopt(berichten=None):
    """Every invariant is green, and each document has its mail; the kinds of the documents."""
    afwijkingen = {u.id: u.afwijkingen for u in nakijken() if u.stand == "afwijking"}
    assert afwijkingen == {}
    soorten = list(Uitgifte.objects.values_list("soort", flat=True))
    assert Bericht.objects.count() == (berichten or len(soorten))
    assert not Bericht.objects.filter(verstuurd_op=None).exists()
    return sorted(soorten)


def nakijken():
    """All invariants; without I11 on SQLite, which reads its locks for seconds."""
    if connection.vendor == "postgresql":
        return controleren()
    return [nagaan(invariant) for invariant in INVARIANTEN if invariant.id != "I11"]


def bezorgd(*uitvoer):
    """How often each mail of the outbox left a worker, by what the workers printed."""
    tekst = "".join(uitvoer)
    return [tekst.count(pk) for pk in Bericht.objects.values_list("bericht_id", flat=True)]


def test_worker_doet_wat_er_ligt_en_stopt(opdrachten):
    code, uitvoer = afmaken(starten("--eenmaal"))

    assert (code, alles_klopt()) == (0, ["mbo_verklaring", "praktijkverklaring"]), uitvoer


@pytest.mark.parametrize("faalpunt", FAALPUNTEN)
def test_gedood_op_een_faalpunt_geeft_een_document_en_een_bericht(opdrachten, faalpunt):
    code, eerste = afmaken(starten("--eenmaal", FAALPUNT=faalpunt))
    assert code == 137, eerste

    # The lease of the dead worker has to run out before another may take over.
    # The mail has a longer one: here its two minutes are over at once.
    Bericht.objects.update(lease_tot=None)
    proces = starten()
    wachten_op(lambda: Uitgifte.objects.count() == 2)
    wachten_op(lambda: not Bericht.objects.filter(verstuurd_op=None).exists())
    proces.send_signal(signal.SIGTERM)
    code, tweede = afmaken(proces)

    assert (code, alles_klopt()) == (0, ["mbo_verklaring", "praktijkverklaring"]), tweede
    # A mail that left just before the end leaves once more, as the same mail.
    assert sorted(bezorgd(eerste, tweede)) == ([1, 2] if faalpunt == "na_mail" else [1, 1])


def test_kill_9_midden_in_een_document_wordt_overgenomen(opdrachten):
    eerste = starten()
    wachten_op(lambda: Uitgifteopdracht.objects.exclude(nummer=None).exists())
    eerste.kill()
    afmaken(eerste)

    tweede = starten()
    wachten_op(lambda: Uitgifte.objects.count() == 2)
    wachten_op(lambda: not Bericht.objects.filter(verstuurd_op=None).exists())
    tweede.send_signal(signal.SIGTERM)
    afmaken(tweede)

    assert alles_klopt() == ["mbo_verklaring", "praktijkverklaring"]
    assert Teller.objects.get(soort="PV").stand == 1


@pytest.mark.postgresql
def test_drie_workers_delen_het_werk_zonder_gat_of_dubbel(school, fatima):
    for _ in range(12):
        opdracht_maken(school, fatima.lid)

    gestopt = [afmaken(proces) for proces in [starten("--eenmaal") for _ in range(3)]]

    assert [code for code, _ in gestopt] == [0, 0, 0], gestopt
    assert len(alles_klopt()) == 12
    assert Teller.objects.get(soort="PV").stand == 12


def test_worker_maakt_afdrukken_en_bewaart_ze(blad, fatima):
    afdruk = actions.afdrukken(
        soort=Afdruk.Soort.TEKENEXEMPLAAR,
        traject=blad.traject,
        inhoud=blad.inhoud,
        door=fatima.lid,
    )

    code, uitvoer = afmaken(starten("--eenmaal"))

    afdruk.refresh_from_db()
    assert code == 0, uitvoer
    assert afdruk.bestand.soort == Bestand.Soort.AFDRUK
    nog_eens = actions.afdrukken(
        soort=Afdruk.Soort.TEKENEXEMPLAAR,
        traject=blad.traject,
        inhoud=blad.inhoud,
        door=fatima.lid,
    )
    assert nog_eens.bestand == afdruk.bestand


@pytest.mark.parametrize(("omgeving", "gedood"), [("test", [137]), ("productie", [])])
def test_faalpunt_werkt_alleen_in_de_test(settings, monkeypatch, omgeving, gedood):
    einden = []
    monkeypatch.setattr("os._exit", einden.append)
    settings.OMGEVING, settings.FAALPUNT = omgeving, "na_render"

    faalpunten.faalpunt("na_render")
    faalpunten.faalpunt("na_zegel")

    assert einden == gedood
