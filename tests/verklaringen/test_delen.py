"""The kandidaat shows an own document to somebody else, for as long as the kandidaat wants."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from verklaringen import actions, namen
from verklaringen.models import Deling, Raadpleging

pytestmark = pytest.mark.usefixtures("verse_remmen")

BEWIJZEN = reverse("verklaringen:bewijzen")
CONTROLEREN = reverse("verklaringen:controleren")
LINK = re.compile(re.escape(settings.CONTROLEER_URL) + "#([0-9A-Z-]{30})")


def url(uitgifte):
    return reverse("verklaringen:delen", args=[uitgifte.pk])


def invoer(client, uitgifte, duur="week"):
    return {"duur": duur, "sleutel": client.get(url(uitgifte)).context["sleutel"]}


@pytest.fixture
def deling(pv, samira):
    """A share of one week, with its secret as `code`."""
    code = namen.nieuwe_code()
    deling = actions.delen(uitgifte=pv, door=samira.lid, code=code, duur="week")
    deling.code = code
    return deling


def openen(client, deling):
    return client.post(CONTROLEREN, {"code": deling.code})


@pytest.mark.parametrize(("duur", "dagen"), [("dag", 1), ("week", 7), ("maand", 30)])
def test_in_twee_tikken_van_mijn_bewijs_naar_de_qr(client, pv, samira, duur, dagen):
    samira.aanmelden(client)
    assertContains(client.get(BEWIJZEN), url(pv))
    assertContains(client.get(url(pv)), f'name="duur" value="{duur}"')

    response = client.post(url(pv), invoer(client, pv, duur))

    assertContains(response, "<svg")
    deling = Deling.objects.get()
    assert deling.tot - deling.gedeeld_op == timedelta(days=dagen)
    assert (deling.uitgifte, deling.door) == (pv, samira.lid)


def test_het_geheim_staat_achter_een_hekje_en_nergens_in_de_database(client, pv, samira):
    samira.aanmelden(client)
    response = client.post(url(pv), invoer(client, pv))
    code = LINK.search(response.content.decode())[1]

    assert Deling.objects.get().code_sha256 == namen.code_sha256(code)
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {tabel}")
            assert code not in repr(cursor.fetchall()), tabel


def test_twee_keer_versturen_is_een_keer_delen(client, pv, samira):
    samira.aanmelden(client)
    gegevens = invoer(client, pv)
    client.post(url(pv), gegevens)

    response = client.post(url(pv), gegevens)

    assertContains(response, "<svg")
    assert Deling.objects.count() == 1


@pytest.mark.parametrize("sleutel", ["", "AAAAA-AAAAA", "eigen:verzonnen:sleutel"])
def test_een_zelf_bedacht_geheim_wordt_geweigerd(client, pv, samira, sleutel):
    samira.aanmelden(client)

    response = client.post(url(pv), {"duur": "dag", "sleutel": sleutel})

    assertContains(response, "Deze pagina stond te lang open.", status_code=422)
    assert not Deling.objects.exists()


def test_de_sleutel_van_een_ander_document_past_niet(client, pv, mbo, samira):
    samira.aanmelden(client)

    assert client.post(url(mbo), invoer(client, pv)).status_code == 422
    assert not Deling.objects.exists()


@pytest.mark.parametrize("duur", ["", "jaar"])
def test_zonder_duur_vraagt_de_pagina_erom(client, pv, samira, duur):
    samira.aanmelden(client)

    response = client.post(url(pv), invoer(client, pv) | {"duur": duur})

    assertContains(response, "Kies", status_code=422)
    assert not Deling.objects.exists()


def test_met_de_link_ziet_een_werkgever_de_hele_naam_en_de_rest(client, deling):
    response = openen(client, deling)

    assertContains(response, "Samira Voorbeeld deelt dit document met u")
    for gegeven in ("Geldig", "Samira Voorbeeld", "14 maart 1991", "Zwolle", "B1-K1-W1"):
        assertContains(response, gegeven)
    assertNotContains(response, "Is het van deze persoon?")


def test_hoe_vaak_er_gekeken_is_staat_bij_mijn_bewijs(client, deling, samira):
    openen(client, deling)
    openen(client, deling)
    samira.aanmelden(client)

    assertContains(client.get(BEWIJZEN), "2 keer geopend.")
    assert set(Raadpleging.objects.values_list("vorm", "deling")) == {("gedeeld", deling.pk)}


def test_het_logboek_zegt_dat_het_gedeelde_document_bekeken_is(client, deling, samira):
    openen(client, deling)
    samira.aanmelden(client)

    response = client.get(reverse("start:wie_keek"))

    assertContains(response, "bekeek het document dat jij deelde")


def test_stop_delen_sluit_de_link_meteen(client, deling, samira):
    samira.aanmelden(client)
    assertContains(client.get(BEWIJZEN), "Stop delen")

    response = client.post(reverse("verklaringen:delen_stoppen", args=[deling.pk]))

    assertRedirects(response, BEWIJZEN)
    assertNotContains(client.get(BEWIJZEN), "Stop delen")
    assertContains(openen(client, deling), "Wij kennen deze code niet.")


def antwoord(client, deling):
    kaal = openen(client, deling).content.decode().replace(deling.code, "CODE")
    return re.sub(r"\d{1,2}\.\d\d uur", "", kaal)


def test_gestopt_verlopen_en_onbekend_geven_hetzelfde_antwoord(client, deling):
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        verlopen = antwoord(client, deling)
        Deling.objects.update(gestopt_op=timezone.now())
        gestopt = antwoord(client, deling)
        deling.code = namen.nieuwe_code()
        onbekend = antwoord(client, deling)

    assert verlopen == gestopt == onbekend
    assert not Raadpleging.objects.exists()


def test_stoppen_kan_twee_keer_en_houdt_het_eerste_moment(client, deling, samira):
    eerst = actions.delen_stoppen(deling=deling, door=samira.lid).gestopt_op

    assert actions.delen_stoppen(deling=deling, door=samira.lid).gestopt_op == eerst


def test_na_stoppen_maakt_dezelfde_sleutel_geen_nieuwe_link(client, pv, samira):
    samira.aanmelden(client)
    gegevens = invoer(client, pv)
    client.post(url(pv), gegevens)
    actions.delen_stoppen(deling=Deling.objects.get(), door=samira.lid)

    response = client.post(url(pv), gegevens)

    assertContains(response, "Deze link is gestopt.", status_code=422)


def test_wat_is_ingetrokken_wordt_niet_gedeeld(client, deling, voorstel, pv, farid, samira):
    actions.intrekken(voorstel=voorstel, door=farid.lid)
    samira.aanmelden(client)
    assertNotContains(client.get(BEWIJZEN), url(pv))

    response = client.post(url(pv), invoer(client, pv))

    assertContains(response, "niet meer geldig", status_code=422)
    gezien = openen(client, deling)
    assertContains(gezien, "Dit document is niet meer geldig.")
    assertNotContains(gezien, "Samira")


def test_hoogstens_twintig_keer_tegelijk(client, pv, samira):
    for _ in range(20):
        actions.delen(uitgifte=pv, door=samira.lid, code=namen.nieuwe_code(), duur="dag")
    samira.aanmelden(client)

    response = client.post(url(pv), invoer(client, pv))

    assertContains(response, "Stop eerst met een van die keren.", status_code=422)


def test_bewijzen_query_count_is_the_same_at_1_and_at_3_shares(client, deling, pv, samira, tellen):
    samira.aanmelden(client)
    tellen(BEWIJZEN)
    bij_een = tellen(BEWIJZEN)
    for _ in range(2):
        actions.delen(uitgifte=pv, door=samira.lid, code=namen.nieuwe_code(), duur="dag")

    assert tellen(BEWIJZEN) == bij_een
