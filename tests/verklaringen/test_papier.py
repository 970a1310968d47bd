"""A sheet signed on paper comes back: who, where, when, the scan, and that it was compared."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from pytest_django.asserts import assertContains, assertRedirects

from trajecten.models import Bron, Status
from verklaringen import actions
from verklaringen.models import Akkoord, Partij


def url(blad):
    return reverse("verklaringen:papier", args=[blad.pk])


def pdf(naam="getekend.pdf"):
    uit = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(uit)
    return SimpleUploadedFile(naam, uit.getvalue(), "application/pdf")


def foto():
    uit = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(uit, "JPEG")
    return SimpleUploadedFile("blad.jpg", uit.getvalue(), "image/jpeg")


def invoer(**anders):
    return {
        "partijen": ["praktijkopleider", "kandidaat"],
        "plaats": "Zutphen",
        "gebeurd_op": timezone.localdate().isoformat(),
        "scan": pdf(),
        "vergeleken": "on",
    } | anders


@pytest.mark.parametrize("scan", [pdf, foto])
def test_een_blad_met_twee_handtekeningen_gaat_naar_de_examencommissie(client, blad, fatima, scan):
    fatima.aanmelden(client)

    response = client.post(url(blad), invoer(scan=scan()))

    assertRedirects(response, reverse("verklaringen:ondertekening", args=[blad.traject_id]))
    akkoorden = Akkoord.objects.all()
    assert {(a.partij, a.bron, a.plaats, a.vergeleken_door) for a in akkoorden} == {
        (partij, Bron.PAPIER, "Zutphen", fatima.lid) for partij in Partij
    }
    assert all(akkoord.scan for akkoord in akkoorden)
    blad.traject.refresh_from_db()
    assert blad.traject.status == Status.BIJ_EXAMENCOMMISSIE


def test_de_een_tekent_in_het_portaal_de_ander_op_papier(client, blad, johan, fatima):
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.PRAKTIJKOPLEIDER, door=johan.lid, plaats="Deventer"
    )
    fatima.aanmelden(client)
    response = client.get(url(blad))
    assertContains(response, "Samira Voorbeeld (kandidaat)")
    assert b"(praktijkopleider)" not in response.content

    client.post(url(blad), invoer(partijen=["kandidaat"]))

    assert set(Akkoord.objects.values_list("partij", "bron")) == {
        ("praktijkopleider", "portaal"),
        ("kandidaat", "papier"),
    }


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"partijen": []}, "Kies wie er tekende."),
        ({"plaats": ""}, "Vul de plaats in die op het blad staat."),
        ({"gebeurd_op": ""}, "Vul de datum in die op het blad staat."),
        ({"scan": ""}, "Voeg een scan van het getekende blad toe."),
        ({"vergeleken": ""}, "Vergelijk het blad eerst."),
        ({"plaats": "Дéventer"}, "Plaats van tekenen"),
        ({"gebeurd_op": "2099-01-01"}, "De datum ligt in de toekomst."),
        ({"gebeurd_op": "2020-01-01"}, "Het blad is pas later vastgesteld."),
    ],
)
def test_fout_staat_bij_het_veld_en_de_rest_blijft_staan(client, blad, fatima, anders, zin):
    fatima.aanmelden(client)

    response = client.post(url(blad), invoer(**anders))

    assertContains(response, zin, status_code=422)
    if "plaats" not in anders:
        assertContains(response, 'value="Zutphen"', status_code=422)
    if "partijen" not in anders:
        assertContains(response, "checked", count=3 - ("vergeleken" in anders), status_code=422)
    assert not Akkoord.objects.exists()


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("scan.pdf", b"MZ dit is een programma"),
        ("scan.jpg", b"<svg onload=alert(1)>"),
        ("scan.png", b"%!PS-Adobe EPSF-3.0"),
        ("scan.pdf", b"%PDF-1.7 stuk"),
    ],
)
def test_ander_soort_bestand_wordt_geweigerd(client, blad, fatima, naam, inhoud):
    fatima.aanmelden(client)

    response = client.post(url(blad), invoer(scan=SimpleUploadedFile(naam, inhoud)))

    assertContains(response, "Dit bestand kunnen we niet lezen.", status_code=422)
    assert not Akkoord.objects.exists()


def test_te_groot_bestand_zegt_hoe_groot_het_mag_zijn(client, blad, fatima):
    fatima.aanmelden(client)
    groot = SimpleUploadedFile("blad.jpg", b"\xff\xd8" + bytes(6 * 1024 * 1024))

    response = client.post(url(blad), invoer(scan=groot))

    assertContains(response, "Dit bestand is te groot (6 MB). Het mag 5 MB zijn.", status_code=422)


def test_dubbelklik_is_een_akkoord_per_partij(client, blad, fatima):
    fatima.aanmelden(client)
    client.post(url(blad), invoer(partijen=["kandidaat"]))

    response = client.post(url(blad), invoer(partijen=["kandidaat"]))

    assert response.status_code in {409, 422}
    assert Akkoord.objects.count() == 1


@pytest.mark.parametrize(("wie", "status"), [("karin", 404), ("johan", 403), ("samira", 403)])
def test_alleen_de_eigen_school_legt_papier_vast(client, blad, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(blad)).status_code == status
    assert client.post(url(blad), invoer()).status_code == status
    assert not Akkoord.objects.exists()


def test_op_een_schijf_die_weg_is_wordt_er_niets_vastgelegd(client, blad, fatima, settings):
    """What every page with an upload says."""
    fatima.aanmelden(client)
    settings.OPSLAG_MAP.write_text("geen map")

    response = client.post(url(blad), invoer())

    zin = "De opslag van het portaal is vol of niet te bereiken."
    assertContains(response, zin, status_code=503)
    assert not Akkoord.objects.exists()
