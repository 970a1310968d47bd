"""A document that waits for the operator: without a key, or on a full disk, nothing is lost."""

import subprocess
from contextlib import contextmanager

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests.verklaringen.test_worker import alles_klopt, wachten_op
from tests.verklaringen.werkers import afmaken, starten
from trajecten import opslag
from trajecten.models import Bericht
from verklaringen import actions, namen
from verklaringen.models import Afdruk, Uitgifte, Uitgifteopdracht
from verklaringen.zegel import testzegel

pytestmark = pytest.mark.django_db(transaction=True)

ZIN = (
    "Het document wacht: {} Vraag de beheerder van het portaal om hulp. "
    "Daarna gaat het vanzelf verder."
)


@contextmanager
def worker(**omgeving):
    """A worker that looks again every second; ended however the test goes."""
    proces = starten(WORKER_WACHT="1", **omgeving)
    try:
        yield proces
    finally:
        proces.terminate()
        code, uitvoer = afmaken(proces)
    assert code == 0, uitvoer


def fout():
    return Uitgifteopdracht.objects.order_by("pk").values_list("fout", flat=True).first()


def de_school_leest(client, fatima, traject, waarom):
    fatima.aanmelden(client)
    pagina = client.get(reverse("verklaringen:ondertekening", args=[traject.pk]))
    assertContains(pagina, ZIN.format(waarom))
    assertContains(client.get(reverse("start:werklijst")), ZIN.format(waarom))


def test_zonder_sleutel_wacht_alles_en_met_sleutel_gaat_het_vanzelf_verder(
    client, opdrachten, besloten, fatima, tmp_path
):
    sleutel = tmp_path / "zegel.p12"
    with worker(ZEGEL_BESTAND=str(sleutel)):
        wachten_op(lambda: fout().startswith(namen.GEEN_ZEGEL))
        de_school_leest(client, fatima, besloten, "er is geen geldig zegel.")
        assert set(Uitgifteopdracht.objects.values_list("nummer", flat=True)) == {None}

        testzegel.klaarzetten(sleutel)

        wachten_op(lambda: Uitgifte.objects.count() == 2)
    assert {uitgifte.zegel[:5] for uitgifte in Uitgifte.objects.all()} == {"test-"}
    assertNotContains(client.get(reverse("start:werklijst")), "wacht")


@pytest.fixture
def schijf(settings):
    """The store on a disk of its own, and how to make that one larger or smaller."""
    settings.OPSLAG_MAP.mkdir(parents=True, exist_ok=True)
    schijf = str(settings.OPSLAG_MAP)
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", schijf], capture_output=True).returncode:
        pytest.skip("mounting a disk needs root")

    def maat(kilobytes):
        opties = f"remount,size={kilobytes}k"
        subprocess.run(["mount", "-o", opties, schijf], check=True)

    yield maat
    subprocess.run(["umount", schijf], check=True)


def test_op_een_volle_schijf_wacht_het_document_en_blijft_er_niets_halfs_achter(
    schijf, client, opdrachten, besloten, fatima, settings
):
    eerst = sorted(settings.OPSLAG_MAP.glob("??/*"))
    schijf(4 * len(eerst) + 8)  # a page of memory per file, and too little for a PDF

    with worker():
        wachten_op(lambda: fout() == opslag.VOL)
        de_school_leest(client, fatima, besloten, "de opslag van het portaal is vol.")
        nummer = Uitgifteopdracht.objects.exclude(nummer=None).get().nummer
        assert namen.is_documentnummer(nummer)
        assert not Uitgifte.objects.exists()

        schijf(4096)

        wachten_op(lambda: Bericht.objects.exclude(verstuurd_op=None).count() == 2)
    assert Uitgifte.objects.filter(nummer=nummer).exists()
    bestanden = set(settings.OPSLAG_MAP.glob("??/*")) - set(eerst)
    assert {pad.name for pad in bestanden} == set(
        Uitgifte.objects.values_list("bestand_sha256", flat=True)
    )
    assert alles_klopt() == ["mbo_verklaring", "praktijkverklaring"]


def test_ook_een_afdruk_wacht_op_plek(schijf, client, blad, fatima, renderer):
    afdruk = actions.afdrukken(
        soort=Afdruk.Soort.TEKENEXEMPLAAR, traject=blad.traject, inhoud=blad.inhoud, door=fatima.lid
    )
    schijf(8)
    for _ in range(6):  # once more than a real failure may happen
        Afdruk.objects.update(niet_voor="2020-01-01T00:00Z")
        actions.afdruk_uitvoeren(actions.pakken(Afdruk), renderer)

    fatima.aanmelden(client)
    pagina = client.get(reverse("verklaringen:afdruk", args=[afdruk.pk]))

    assertContains(pagina, ZIN.format("de opslag van het portaal is vol."))
    assert pagina["Refresh"] == "1"
    schijf(4096)
    Afdruk.objects.update(niet_voor="2020-01-01T00:00Z")
    actions.afdruk_uitvoeren(actions.pakken(Afdruk), renderer)
    assertContains(client.get(reverse("verklaringen:afdruk", args=[afdruk.pk])), "De PDF is klaar.")
