"""One zip with the originals, and one file to print that nobody can take for an original."""

import io
import re
import zipfile
from datetime import timedelta

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests.verklaringen.klas import NAMEN, Stempel, opdracht_geven, werken
from tests.verklaringen.lezer import lopende_tekst
from tests.verklaringen.test_controleren_zegel import ingetrokken
from trajecten import opslag as bewaarplaats
from trajecten.models import Bestand, Logregel
from verklaringen import actions
from verklaringen.models import Reeksbestand, Uitgifte

pytestmark = pytest.mark.django_db


@pytest.fixture
def klaar(reeks):
    """The reeks with everything in the register."""
    werken(Stempel())
    return reeks


@pytest.fixture
def printbestand(klas, fatima, renderer):
    """What the worker makes of two people to print."""
    reeks = opdracht_geven(klas[:2], fatima)
    werken(renderer)
    actions.bundelen(reeks=reeks, soort="print", door=fatima.lid)
    return maken(renderer)[0]


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def vragen(client, reeks, soort, **anders):
    return client.post(
        reverse("verklaringen:bundelen", args=[reeks.pk]), {"soort": soort}, **anders
    )


def maken(renderer):
    """What the worker does with what waits; the bytes of what it made."""
    while rij := actions.pakken(Reeksbestand):
        actions.bundel_uitvoeren(rij, renderer)
    return [bewaarplaats.lezen(rij.bestand) for rij in Reeksbestand.objects.order_by("pk")]


def test_zip_heeft_elk_origineel_bestand_byte_voor_byte(binnen, klaar):
    vragen(binnen, klaar, "zip")
    (inhoud,) = maken(Stempel())

    archief = zipfile.ZipFile(io.BytesIO(inhoud))
    origineel = {u.nummer: bewaarplaats.lezen(u.bestand) for u in Uitgifte.objects.all()}
    assert {
        re.search(r"[PM]V-\d{4}-\d{7}-[A-Z]", naam)[0]: archief.read(naam)
        for naam in archief.namelist()
    } == origineel
    assert archief.namelist()[0].startswith("Ali_Voorbeeld_praktijkverklaring_PV-")


def test_printbestand_begint_met_een_voorblad_dat_zegt_wat_het_is(printbestand):
    samen = pikepdf.open(io.BytesIO(printbestand))
    tekst = lopende_tekst(printbestand)
    assert str(samen.docinfo["/Title"]) == "Printbestand, niet het originele bestand"
    assert "Het is niet het originele bestand" in tekst
    assert "Geen diploma, mbo-certificaat of mbo-verklaring." in tekst
    for naam in NAMEN[:2]:
        assert naam in tekst


def test_in_het_printbestand_begint_elk_document_op_een_nieuw_vel_zonder_zegel(printbestand):
    samen = pikepdf.open(io.BytesIO(printbestand))
    los = [pikepdf.open(bewaarplaats.pad_van(u.bestand)) for u in Uitgifte.objects.all()]
    vellen = sum(-(-len(document.pages) // 2) for document in los)
    assert len(samen.pages) == 2 * (1 + vellen)
    assert "/AcroForm" not in samen.Root
    assert not any("/Annots" in bladzijde for bladzijde in samen.pages)


def test_bestand_staat_op_de_pagina_en_heet_naar_wat_het_is(binnen, klaar):
    vragen(binnen, klaar, "zip")
    wacht = binnen.get(klaar.get_absolute_url())
    maken(Stempel())
    af = binnen.get(klaar.get_absolute_url())

    rij = Reeksbestand.objects.get()
    assertContains(wacht, "Dit bestand wordt gemaakt.")
    assert (wacht.has_header("Refresh"), af.has_header("Refresh")) == (True, False)
    assertContains(af, "Download de zip")
    assertNotContains(af, "Maak de zip")
    assertContains(af, "Dit is niet het originele bestand: het zegel zit er niet meer in.")
    response = binnen.get(reverse("verklaringen:reeksbestand", args=[rij.pk]))
    assert b"".join(response.streaming_content) == bewaarplaats.lezen(rij.bestand)
    assert f"documenten-reeks-{klaar.pk}.zip" in response["Content-Disposition"]


def test_twee_keer_vragen_is_een_bestand(binnen, klaar):
    vragen(binnen, klaar, "zip")
    vragen(binnen, klaar, "zip")
    maken(Stempel())
    vragen(binnen, klaar, "zip")

    assert Reeksbestand.objects.count() == 1


def test_na_een_intrekking_wordt_het_bestand_opnieuw_gemaakt(binnen, klaar, anne):
    vragen(binnen, klaar, "zip")
    maken(Stempel())
    uitgifte = Uitgifte.objects.order_by("pk").first()
    ingetrokken(uitgifte, anne.lid)

    assertContains(binnen.get(klaar.get_absolute_url()), "Daarna veranderde er iets.")
    vragen(binnen, klaar, "zip")
    nieuw = zipfile.ZipFile(io.BytesIO(maken(Stempel())[1])).namelist()

    assert len(nieuw) == 5
    assert not any(uitgifte.nummer in naam for naam in nieuw)


def test_wie_een_bestand_vraagt_staat_bij_elk_mens_in_het_logboek(binnen, klaar, klas):
    vragen(binnen, klaar, "zip")

    gezien = Logregel.objects.filter(actie="bundelen").values_list("kandidaat", flat=True)
    assert sorted(gezien) == sorted(traject.kandidaat_id for traject in klas)


def test_voordat_er_iets_is_uitgegeven_is_er_geen_bestand(binnen, reeks):
    response = vragen(binnen, reeks, "zip", follow=True)

    assertContains(response, "Er is nog niets uitgegeven om in een bestand te zetten.")
    assertContains(vragen(binnen, reeks, "tar", follow=True), "Kies of je de zip of het")


def test_bestand_van_een_collega_is_er_niet(client, binnen, klaar, farid):
    vragen(binnen, klaar, "zip")
    maken(Stempel())
    pk = Reeksbestand.objects.get().pk

    farid.aanmelden(client)

    assert client.get(reverse("verklaringen:reeksbestand", args=[pk])).status_code == 404


def test_volle_opslag_probeert_het_later_weer(binnen, klaar, settings, tmp_path):
    vragen(binnen, klaar, "zip")
    goed, settings.OPSLAG_MAP = settings.OPSLAG_MAP, tmp_path / "weg"
    actions.bundel_uitvoeren(actions.pakken(Reeksbestand), Stempel())

    rij = Reeksbestand.objects.get()
    assert (rij.klaar_op, rij.fout) == (None, "Dit bestand is niet te bereiken.")
    settings.OPSLAG_MAP = goed
    Reeksbestand.objects.update(niet_voor=timezone.now())
    assert len(maken(Stempel())) == 1


def test_na_een_week_zijn_de_kopieen_weg_en_de_documenten_niet(
    binnen, klaar, django_capture_on_commit_callbacks
):
    vragen(binnen, klaar, "zip")
    maken(Stempel())
    pad = bewaarplaats.pad_van(Reeksbestand.objects.get().bestand)
    over = timezone.now() + timedelta(days=8)

    with django_capture_on_commit_callbacks(execute=True):
        geteld = [actions.bundels_opruimen(), actions.bundels_opruimen(over)]

    assert (geteld, pad.exists(), Reeksbestand.objects.count()) == ([0, 1], False, 0)
    assert Bestand.objects.filter(soort=Bestand.Soort.DOCUMENT).count() == 6
