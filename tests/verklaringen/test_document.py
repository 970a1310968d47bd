"""The download: the stored bytes, as an attachment, for who may have them."""

import hashlib

import pytest
from django.urls import reverse

from trajecten.models import Logregel


def url(uitgifte):
    return reverse("verklaringen:document", args=[uitgifte.pk])


@pytest.mark.parametrize("wie", ["samira", "johan", "fatima", "anne"])
def test_download_geeft_de_bewaarde_bytes(client, uitgifte, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    response = client.get(url(uitgifte))

    assert response.status_code == 200
    assert hashlib.sha256(response.content).hexdigest() == uitgifte.bestand_sha256
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{uitgifte.nummer}.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox"
    assert response["Cache-Control"] == "no-store"


def test_download_staat_bij_wie_keek(client, uitgifte, fatima):
    fatima.aanmelden(client)

    client.get(url(uitgifte))

    regel = Logregel.objects.filter(actie="bekijken").last()
    assert regel.bijzonderheden["wat"] == "je document (gedownload)"


@pytest.mark.parametrize("wie", ["tarik", "els", "karin", "boris"])
def test_document_van_een_ander_bestaat_niet(client, uitgifte, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(uitgifte)).status_code == 404


def test_gemeente_krijgt_geen_document(client, uitgifte, mo):
    mo.aanmelden(client)

    assert client.get(url(uitgifte)).status_code == 403


def test_praktijkopleider_krijgt_de_mbo_verklaring_niet(client, uitgifte, uitgegeven, johan):
    verklaring = uitgegeven.uitgiften.get(soort="mbo_verklaring")
    johan.aanmelden(client)

    assert client.get(url(verklaring)).status_code == 404
