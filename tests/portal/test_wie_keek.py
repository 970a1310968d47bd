"""Wie heeft gekeken: the kandidaat reads who looked or changed, and nobody else does."""

import re
from datetime import timedelta

import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.start import kijkers
from portal.start.zinnen import ZINNEN
from tests.bronnen import WORTEL
from trajecten import logboek

# Done with a colleague, a leerbedrijf or by the kandidaat alone.
NIET_OVER_DE_KANDIDAAT = {
    "bestand_aanbieden", "blad_kiezen", "doelgroepgebruik_besluiten", "dossier_importeren",
    "dossiers_uitvoeren", "duiden", "eigen_opgave_invullen",
    "erkenning_controleren", "inlezen", "inloggen", "kwalificatie_bevestigen",
    "leerbedrijf_toevoegen", "leerbedrijven_importeren", "lid_beeindigen",
    "schoolregels_vaststellen", "organisatie_toevoegen", "startgegevens_laden",
    "uitnodiging_aannemen", "zelfbeoordelen",
}  # fmt: skip
PAGINA = "/mijn/wie-keek/"


def test_kandidaat_ziet_wie_keek_en_wat(client, samira, fatima, traject):
    fatima.aanmelden(client)
    client.get(f"/trajecten/{traject.pk}/intake/")
    samira.aanmelden(client)

    response = client.get(PAGINA)

    wie = "Fatima Voorbeeld</strong> (de school, Roc Voorbeeld)"
    assertContains(response, f"{wie} keek naar je intake")


def test_een_verandering_staat_er_ook(client, samira, fatima, traject):
    logboek.schrijven(fatima.lid, "intake_vastleggen", traject)
    samira.aanmelden(client)

    assertContains(client.get(PAGINA), "schreef je intake op")


def test_een_ander_staat_er_niet_tussen(client, samira, karin, tarik):
    logboek.gekeken(karin.lid, "bekijken", kandidaat=tarik.lid.kandidaat)
    samira.aanmelden(client)

    assertNotContains(client.get(PAGINA), "Karin")


def test_het_eigen_kijken_staat_er_niet(samira, traject):
    logboek.gekeken(samira.lid, "bekijken", kandidaat=traject.kandidaat)

    assert kijkers.per_dag(traject.kandidaat) == []


def test_een_weigering_staat_er_niet(fatima, traject):
    logboek.schrijven(fatima.lid, "starten", traject, resultaat="geweigerd")

    assert kijkers.per_dag(traject.kandidaat) == []


def test_ouder_dan_dertig_dagen_staat_achter_een_knop(client, samira, fatima, traject):
    with time_machine.travel(timezone.now() - timedelta(days=31)):
        logboek.gekeken(fatima.lid, "bekijken", kandidaat=traject.kandidaat)
    samira.aanmelden(client)

    assertContains(client.get(PAGINA), "Niemand keek deze maand naar je gegevens.")
    assertContains(client.get(PAGINA, {"ouder": "ja"}), "Fatima Voorbeeld")


def test_het_publiek_en_het_portaal_hebben_een_gewone_naam(traject):
    logboek.schrijven(None, "controleren", traject, herkomst="openbaar")
    logboek.schrijven(None, "uitgegeven", traject, herkomst="worker")

    [(_, regels)] = kijkers.per_dag(traject.kandidaat)

    assert [regel["wie"] for regel in regels] == ["Het portaal", "Iemand met de code"]


def test_hetzelfde_op_een_dag_is_een_regel(fatima, traject):
    for _ in range(3):
        logboek.gekeken(fatima.lid, "bekijken", kandidaat=traject.kandidaat)

    [(_, regels)] = kijkers.per_dag(traject.kandidaat)

    assert [regel["keer"] for regel in regels] == [3]


def test_elke_handeling_heeft_een_zin():
    bron = "\n".join(pad.read_text() for pad in WORTEL.glob("*/actions/*.py"))
    handelingen = set(re.findall(r'logboek\.schrijven\(\s*[\w.]+,\s*"(\w+)"', bron))

    assert handelingen - ZINNEN.keys() - NIET_OVER_DE_KANDIDAAT == set()


def test_per_dag_de_nieuwste_eerst(fatima, traject):
    nu = timezone.now()
    for dagen in (1, 0, 1):
        with time_machine.travel(nu - timedelta(days=dagen)):
            logboek.gekeken(fatima.lid, "bekijken", kandidaat=traject.kandidaat)

    dagen = kijkers.per_dag(traject.kandidaat, nu=nu)

    assert [regels[0]["keer"] for _, regels in dagen] == [1, 2]
    assert dagen[0][0] > dagen[1][0]


def test_wie_keek_query_count(client, samira, fatima, traject, django_assert_num_queries):
    samira.aanmelden(client)
    logboek.gekeken(fatima.lid, "bekijken", kandidaat=traject.kandidaat)
    with CaptureQueriesContext(connection) as eerst:
        client.get(PAGINA)
    for _ in range(3):
        logboek.gekeken(fatima.lid, "bekijken", kandidaat=traject.kandidaat)

    with django_assert_num_queries(len(eerst)):
        client.get(PAGINA)
