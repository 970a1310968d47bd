"""The pages of match and erkenning, through the client."""

import pytest
from django.utils import timezone

from tests import factories as f
from tests.trajecten import stappen
from tests.trajecten.stappen import tekst, url, vers
from trajecten import models
from trajecten.models import Status

VANDAAG = timezone.localdate()


@pytest.fixture
def client(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def in_match(fatima):
    return stappen.in_match(fatima.lid)


def zoeken(client, traject, **vraag):
    kwalificatie = stappen.kwalificatie()
    vraag = {"tekst": "", "plaats": "", "kwalificatie": kwalificatie.pk} | vraag
    return client.get(url("match", traject), vraag)


def test_zoeken_toont_de_erkenning_in_woorden(client, in_match, bedrijf):
    response = zoeken(client, in_match, tekst="schakel")

    assert "Werkbedrijf De Schakel" in tekst(response)
    assert "Erkend voor 25743. Nagekeken op" in tekst(response)


def test_zoeken_vindt_niets_en_zegt_wat_te_doen(client, in_match, bedrijf):
    response = zoeken(client, in_match, tekst="bakker")

    assert "Geen leerbedrijf gevonden." in tekst(response)


def test_zonder_erkenning_alleen_als_je_erom_vraagt(client, in_match):
    f.leerbedrijf("Nieuw Bedrijf", erkend_voor=())

    assert "Nieuw Bedrijf" not in tekst(zoeken(client, in_match, tekst="nieuw"))
    alle = zoeken(client, in_match, tekst="nieuw", alle="on")
    assert "Niemand heeft de erkenning voor 25743 nagekeken" in tekst(alle)


def test_zoeken_op_kan_deze_werkprocessen_leren(client, in_match, bedrijf):
    stappen.uitvoerbaar(bedrijf, kan=False, codes=["P1-K1-W1"])

    response = zoeken(client, in_match, tekst="schakel", codes=["P1-K1-W1"])

    assert "Geen leerbedrijf gevonden." in tekst(response)


def test_zoeken_query_count(client, in_match, bedrijf, django_assert_max_num_queries):
    zoeken(client, in_match, tekst="bedrijf")
    for nummer in range(3):
        f.leerbedrijf(f"Bedrijf {nummer}")

    with django_assert_max_num_queries(32):
        zoeken(client, in_match, tekst="bedrijf")


def test_leerbedrijf_kiezen_gaat_naar_het_plan(client, in_match, johan):
    kwalificatie = stappen.kwalificatie()
    response = client.post(
        url("match", in_match),
        {
            "leerbedrijf": johan.lid.leerbedrijf_id,
            "kwalificatie": kwalificatie.pk,
            "begeleiders": [johan.lid.pk],
            "versie": in_match.versie,
        },
    )

    assert response.status_code == 302
    assert response.url == url("plan", in_match)


def test_match_zonder_praktijkopleider_houdt_wat_getypt_is(client, in_match, bedrijf):
    response = client.post(
        url("match", in_match),
        {
            "leerbedrijf": bedrijf.pk,
            "kwalificatie": stappen.kwalificatie().pk,
            "nieuw_email": "piet@bedrijf.example",
            "versie": in_match.versie,
        },
    )

    assert response.status_code == 422
    assert "Vul ook de naam van de praktijkopleider in." in tekst(response)
    assert "piet@bedrijf.example" in tekst(response)


def test_oud_formulier_geeft_409_met_wie_en_wat_je_typte(client, in_match, johan, fatima):
    oud = in_match.versie
    stappen.actions.matchen(
        traject=in_match, door=fatima.lid, kwalificatie=stappen.kwalificatie(),
        leerbedrijf=johan.lid.leerbedrijf, begeleiders=[johan.lid],
    )  # fmt: skip

    response = client.post(
        url("match", in_match),
        {
            "leerbedrijf": f.leerbedrijf("Ander Bedrijf").pk,
            "kwalificatie": stappen.kwalificatie().pk,
            "nieuw_naam": "Piet Nieuw",
            "versie": oud,
        },
    )

    assert response.status_code == 409
    assert "Fatima Voorbeeld veranderde dit" in tekst(response)
    assert "Piet Nieuw" in tekst(response)


def test_leerbedrijf_toevoegen_met_spaties_in_het_id(client, in_match):
    response = client.post(
        url("leerbedrijf_toevoegen", in_match),
        {"leerbedrijf_id": "123 456 789", "naam": "Bakkerij De Korst", "plaats": "Zutphen"},
    )

    bedrijf = models.Leerbedrijf.objects.get(leerbedrijf_id="123456789")
    assert response.url == url("match", in_match) + f"?kies={bedrijf.pk}"


def test_leerbedrijf_id_van_acht_cijfers_krijgt_uitleg(client, in_match):
    response = client.post(
        url("leerbedrijf_toevoegen", in_match),
        {"leerbedrijf_id": "12345678", "naam": "Bakkerij De Korst", "plaats": "Zutphen"},
    )

    assert response.status_code == 422
    assert "Een leerbedrijf-ID heeft 9 cijfers" in tekst(response)
    assert "Bakkerij De Korst" in tekst(response)


def test_controle_vastleggen_zet_het_traject_door_naar_het_plan(client, in_match, fatima):
    stappen.actions.matchen(
        traject=in_match, door=fatima.lid, kwalificatie=stappen.kwalificatie(),
        leerbedrijf=f.leerbedrijf("Nieuw Bedrijf", erkend_voor=()),
        begeleiders=[{"naam": "Piet Nieuw"}],
    )  # fmt: skip

    response = client.post(
        url("erkenning_controleren", in_match),
        {
            "crebo": "25743",
            "uitkomst": "geverifieerd",
            "gecontroleerd_op": VANDAAG.isoformat(),
            "toelichting": "SBB-register / Stagemarkt bekeken",
        },
    )

    controle = models.Erkenningcontrole.objects.get()
    assert (controle.door, controle.toelichting) == (
        fatima.lid,
        "SBB-register / Stagemarkt bekeken",
    )
    assert response.url == url("plan", in_match)


def test_erkenning_aangevraagd_laat_het_traject_wachten(client, in_match, fatima):
    stappen.actions.matchen(
        traject=in_match, door=fatima.lid, kwalificatie=stappen.kwalificatie(),
        leerbedrijf=f.leerbedrijf("Nieuw Bedrijf", erkend_voor=()),
        begeleiders=[{"naam": "Piet Nieuw"}],
    )  # fmt: skip

    client.post(
        url("erkenning_controleren", in_match),
        {
            "crebo": "25743",
            "uitkomst": "aangevraagd",
            "gecontroleerd_op": VANDAAG.isoformat(),
            "toelichting": "Gebeld met SBB",
        },
    )

    assert "Erkenning aangevraagd" in tekst(client.get(url("match", in_match)))
    assert vers(in_match).status == Status.MATCH
