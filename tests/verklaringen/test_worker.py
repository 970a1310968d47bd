"""The worker as a process of its own: it may die anywhere, there is one document and one mail."""

import signal
import time

import pytest
from django.db import connections

from tests import factories as f
from tests.verklaringen.voorbeelden import BLAD
from tests.verklaringen.werkers import afmaken, starten
from trajecten import opslag
from trajecten.models import Bericht, Bestand, Teller
from verklaringen import actions, namen
from verklaringen.models import Afdruk, Uitgifte, Uitgifteopdracht, Vaststelling

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


def invarianten():
    """Every number once and without a gap, every uitgifte its own bytes, one mail each."""
    uitgiften = list(Uitgifte.objects.select_related("bestand"))
    nummers = set(Uitgifteopdracht.objects.values_list("nummer", flat=True))
    for soort in ("PV", "MV"):
        stand = Teller.objects.filter(soort=soort).values_list("stand", flat=True).first() or 0
        for volgnummer in range(1, stand + 1):
            assert any(n.startswith(soort) and f"{volgnummer:07d}" in n for n in nummers)
    for uitgifte in uitgiften:
        assert namen.is_documentnummer(uitgifte.nummer)
        assert opslag.lezen(uitgifte.bestand)[:5] == b"%PDF-"
        assert uitgifte.bestand.sha256 == uitgifte.bestand_sha256
    assert Bericht.objects.exclude(verstuurd_op=None).count() == len(uitgiften)
    return [uitgifte.soort for uitgifte in uitgiften]


def test_worker_doet_wat_er_ligt_en_stopt(opdrachten):
    code, uitvoer = afmaken(starten("--eenmaal"))

    assert (code, sorted(invarianten())) == (0, ["mbo_verklaring", "praktijkverklaring"]), uitvoer


@pytest.mark.parametrize("faalpunt", FAALPUNTEN)
def test_gedood_op_een_faalpunt_geeft_een_document_en_een_bericht(opdrachten, faalpunt):
    code, uitvoer = afmaken(starten("--eenmaal", FAALPUNT=faalpunt))
    assert code == 137, uitvoer

    # The lease of the dead worker has to run out before another may take over.
    proces = starten()
    wachten_op(lambda: Uitgifte.objects.count() == 2)
    wachten_op(lambda: not Bericht.objects.filter(verstuurd_op=None).exists())
    proces.send_signal(signal.SIGTERM)
    code, uitvoer = afmaken(proces)

    assert (code, sorted(invarianten())) == (0, ["mbo_verklaring", "praktijkverklaring"]), uitvoer


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

    assert sorted(invarianten()) == ["mbo_verklaring", "praktijkverklaring"]
    assert Teller.objects.get(soort="PV").stand == 1


@pytest.mark.postgresql
def test_drie_workers_delen_het_werk_zonder_gat_of_dubbel(fatima):
    for _ in range(12):
        plaatsing = f.plaatsing()
        vaststelling = Vaststelling.objects.create(
            traject=plaatsing.traject, plaatsing=plaatsing, soort="praktijkverklaring",
            volgnummer=1, inhoud=BLAD, inhoud_sha256="-", sjabloonversie="-", door=fatima.lid,
        )  # fmt: skip
        Uitgifteopdracht.objects.create(
            vaststelling=vaststelling, soort="praktijkverklaring", inhoud=BLAD, inhoud_sha256="-",
            door=fatima.lid,
        )  # fmt: skip

    gestopt = [afmaken(proces) for proces in [starten("--eenmaal") for _ in range(3)]]

    assert [code for code, _ in gestopt] == [0, 0, 0], gestopt
    assert len(invarianten()) == 12
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

    actions.faalpunt("na_render")
    actions.faalpunt("na_zegel")

    assert einden == gedood
