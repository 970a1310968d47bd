"""The pages of the praktijkovereenkomst and the start, through the client."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests import factories as f
from tests.conftest import Speler
from tests.trajecten import stappen
from tests.trajecten.stappen import png, tekst, url, vers
from trajecten.models import Rol, Status

VANDAAG = timezone.localdate()


@pytest.fixture
def client(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def gepland(fatima, johan):
    return stappen.gepland(fatima.lid, johan.lid)


@pytest.fixture
def overeenkomst(fatima, johan):
    return stappen.ter_ondertekening(fatima.lid, johan.lid)


def test_klopt_dit_toont_alles_voor_het_opstellen(client, gepland):
    pagina = tekst(client.get(url("overeenkomst", gepland)))

    assert "Klopt dit?" in pagina
    assert "P1-K1-W1 Ontvangt goederen en/of producten" in pagina
    assert "Stel de overeenkomst op" in pagina


def test_opstellen_en_dan_zien_wie_nog_moet_tekenen(client, gepland):
    client.post(
        url("overeenkomst", gepland),
        {"opgesteld_op": VANDAAG.isoformat(), "versie": gepland.versie},
    )

    pagina = tekst(client.get(url("overeenkomst", gepland)))
    assert "Wie tekende?" in pagina
    assert pagina.count("Nog doen") >= 3


def test_school_tekent_in_het_portaal(client, overeenkomst):
    traject = overeenkomst.plaatsing.traject

    response = client.post(url("overeenkomst_ondertekenen", traject), {"akkoord": "on"})

    assert response.status_code == 302
    assert overeenkomst.ondertekeningen.get().partij == "instelling"


def test_zonder_vinkje_geen_handtekening(client, overeenkomst):
    traject = overeenkomst.plaatsing.traject

    response = client.post(url("overeenkomst_ondertekenen", traject), {})

    assert response.status_code == 422
    assert overeenkomst.ondertekeningen.count() == 0


def test_kandidaat_leest_en_tekent(client, overeenkomst):
    traject = overeenkomst.plaatsing.traject
    samira = f.lid(Rol.KANDIDAAT, "Samira Voorbeeld", kandidaat=traject.kandidaat)
    Speler(samira).aanmelden(client)

    pagina = tekst(client.get(url("overeenkomst_ondertekenen", traject)))
    client.post(url("overeenkomst_ondertekenen", traject), {"akkoord": "on"})

    assert "Tekenen voor de kandidaat" in pagina
    assert overeenkomst.ondertekeningen.get().naam == "Samira Voorbeeld"


def test_praktijkopleider_tekent_voor_het_leerbedrijf(client, overeenkomst, johan):
    traject = overeenkomst.plaatsing.traject
    johan.aanmelden(client)

    client.post(url("overeenkomst_ondertekenen", traject), {"akkoord": "on"})

    assert overeenkomst.ondertekeningen.get().partij == "leerbedrijf"


def test_papier_vastleggen_met_scan(client, overeenkomst):
    traject = overeenkomst.plaatsing.traject

    response = client.post(
        url("overeenkomst_vastleggen", traject),
        {
            "getekend_op": VANDAAG.isoformat(),
            "instelling": "Fatima Voorbeeld",
            "kandidaat": "Samira Voorbeeld",
            "leerbedrijf": "Johan Voorbeeld",
            "scan": SimpleUploadedFile("pok.png", png(), "image/png"),
        },
    )

    assert response.status_code == 302, tekst(response)
    assert overeenkomst.ondertekeningen.filter(bron="papier").count() == 3


def test_papier_zonder_scan_houdt_de_namen(client, overeenkomst):
    traject = overeenkomst.plaatsing.traject

    response = client.post(
        url("overeenkomst_vastleggen", traject),
        {"getekend_op": VANDAAG.isoformat(), "kandidaat": "Samira V. Anders"},
    )

    assert response.status_code == 422
    assert "Kies de scan" in tekst(response)
    assert "Samira V. Anders" in tekst(response)


def test_afspraken_veranderen_brengt_terug_naar_het_plan(client, overeenkomst):
    traject = overeenkomst.plaatsing.traject

    response = client.post(
        url("overeenkomst_laten_vervallen", traject), {"reden": "De uren kloppen niet."}
    )

    assert response.url == url("plan", traject)
    Speler(f.lid(Rol.KANDIDAAT, "Samira Voorbeeld", kandidaat=traject.kandidaat)).aanmelden(client)
    pagina = tekst(client.get(url("overeenkomst_ondertekenen", traject)))
    assert "De uren kloppen niet." in pagina


def test_startpagina_zegt_bij_elke_poort_wat_er_nog_mist(client, overeenkomst):
    pagina = tekst(client.get(url("starten", overeenkomst.plaatsing.traject)))

    assert "Nog niet: De kandidaat moet nog tekenen." in pagina
    assert "Start het traject" not in pagina


def test_starten_als_alles_klaar_is(client, overeenkomst, fatima):
    stappen.getekend_op_papier(overeenkomst, fatima.lid)
    traject = vers(overeenkomst.plaatsing.traject)
    assert "Start het traject" in tekst(client.get(url("starten", traject)))

    response = client.post(url("starten", traject), {"versie": traject.versie})

    assert response.status_code == 302
    assert vers(traject).status == Status.ACTIEF
