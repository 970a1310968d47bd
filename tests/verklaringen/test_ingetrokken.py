"""What a withdrawal shows: to the colleague, the kandidaat and the employer."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.verklaringen.maken_uitgiften import WAAROM, document
from tests.verklaringen.voorbeelden import CODE
from trajecten import opslag
from trajecten.models import Bericht, Logregel
from verklaringen import actions

WERKLIJST = reverse("start:werklijst")


def test_de_werklijst_toont_het_aan_wie_mag_besluiten(client, voorstel, mbo, fatima, farid):
    actions.intrekken_voorstellen(uitgifte=mbo, door=fatima.lid, **WAAROM)

    zinnen = {}
    for wie in (fatima, farid):
        wie.aanmelden(client)
        groepen = client.get(WERKLIJST, {"signaal": "intrekken"}).context["groepen"]
        zinnen[wie.lid.naam] = [r.zin for g in groepen for r, _ in g["regels"]]

    wil = "Fatima Voorbeeld wil de praktijkverklaring intrekken. Kijk of dat klopt."
    assert zinnen == {"Fatima Voorbeeld": [], "Farid Voorbeeld": [wil]}


def test_de_examencommissie_ziet_wie_de_mbo_verklaring_wil_intrekken(
    client, voorstel, mbo, fatima, farid, anne
):
    eigen = actions.intrekken_voorstellen(uitgifte=mbo, door=fatima.lid, **WAAROM)
    anne.aanmelden(client)

    response = client.get(reverse("verklaringen:examencommissie"))

    assertContains(response, "Fatima Voorbeeld wil de mbo-verklaring intrekken.")
    assertContains(response, reverse("verklaringen:intrekken", args=[eigen.pk]))
    assert response.context["voorstellen"] == [eigen]


def test_de_kandidaat_krijgt_bericht_zonder_reden(voorstel, pv, farid):
    pv.traject.kandidaat.email = "samira@voorbeeld.example"
    pv.traject.kandidaat.save()

    actions.intrekken(voorstel=voorstel, door=farid.lid)

    bericht = Bericht.objects.get(aan="samira@voorbeeld.example")
    assert "je praktijkverklaring ingetrokken" in bericht.tekst
    assert "/mijn/bewijzen/" in bericht.tekst
    for geheim in ("fout", "Farid", "uren"):
        assert geheim not in bericht.tekst


def test_kandidaat_leest_bij_mijn_bewijs_waarom_en_kan_nog_downloaden(
    client, voorstel, pv, farid, samira
):
    actions.intrekken(voorstel=voorstel, door=farid.lid)
    samira.aanmelden(client)

    response = client.get(reverse("verklaringen:bewijzen"))

    assertContains(response, "Dit document is niet meer geldig.")
    assertContains(response, "Er staat een fout in het document")
    assertNotContains(response, WAAROM["toelichting"])
    assertContains(response, reverse("verklaringen:document", args=[pv.pk]))


def test_de_bytes_blijven(client, voorstel, pv, farid, samira):
    eerst = opslag.lezen(pv.bestand)
    actions.intrekken(voorstel=voorstel, door=farid.lid)
    samira.aanmelden(client)

    response = client.get(reverse("verklaringen:document", args=[pv.pk]))

    assert b"".join(response) == eerst


@pytest.mark.usefixtures("verse_remmen")
def test_een_werkgever_leest_de_dag_en_nooit_de_reden_of_een_naam(
    client, traject, plaatsing, fatima, farid
):
    uitgifte = document(traject, fatima.lid, plaatsing, code=CODE)
    voorstel = actions.intrekken_voorstellen(uitgifte=uitgifte, door=fatima.lid, **WAAROM)
    actions.intrekken(voorstel=voorstel, door=farid.lid)

    response = client.post(reverse("verklaringen:controleren"), {"code": CODE})

    assertContains(response, "Dit document is niet meer geldig.")
    assertContains(response, "Het is ingetrokken op")
    for geheim in ("Er staat een fout", "uren", "Fatima", "Farid", "Samira", "S•••••"):
        assertNotContains(response, geheim)


def test_de_kandidaat_leest_in_het_logboek_wie_het_deed(voorstel, farid):
    actions.intrekken(voorstel=voorstel, door=farid.lid)

    regels = Logregel.objects.filter(kandidaat=voorstel.uitgifte.traject.kandidaat)

    assert list(regels.values_list("actie", "actor").order_by("pk")) == [
        ("intrekken_voorstellen", "Fatima Voorbeeld"), ("intrekken", "Farid Voorbeeld"),
    ]  # fmt: skip


def test_werklijst_query_count_is_the_same_at_1_and_at_3_proposals(
    client, voorstel, fatima, farid, tellen
):
    farid.aanmelden(client)
    url = f"{WERKLIJST}?signaal=intrekken"
    tellen(url)
    bij_een = tellen(url)
    for _ in range(2):
        plek = f.plaatsing(f.traject(instelling=fatima.lid.organisatie, coordinator=fatima.lid))
        uitgifte = document(plek.traject, fatima.lid, plek)
        actions.intrekken_voorstellen(uitgifte=uitgifte, door=fatima.lid, **WAAROM)

    assert tellen(url) == bij_een
