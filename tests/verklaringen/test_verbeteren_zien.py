"""A document that is being mended, on the pages and lists of everybody who has to act."""

from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests.verklaringen import maken_verbetering as v
from trajecten.rules import aan_zet
from verklaringen import actions, rules


def url(traject):
    return reverse("verklaringen:verbeteren", args=[traject.pk])


def test_wie_aan_zet_is_volgt_de_verbetering(verbetering, uitgereikt, fatima, johan, samira, anne):
    gezien = [aan_zet(v.vers(uitgereikt)).stap]
    v.gegevens(uitgereikt, fatima.lid, uren=480)
    actions.vaststellen(traject=uitgereikt, door=fatima.lid)
    gezien.append(aan_zet(v.vers(uitgereikt)).stap)
    v.tekenen(uitgereikt, johan.lid, samira.lid)
    gezien.append(aan_zet(v.vers(uitgereikt)).stap)
    v.besluiten(uitgereikt, anne.lid)
    gezien.append(aan_zet(v.vers(uitgereikt)).stap)

    assert gezien == ["document", "ondertekening", "besluiten", "uitgeven"]


def test_elke_lijst_kent_de_verbetering(
    client, verbetering, uitgereikt, fatima, johan, samira, anne
):
    def regels(signaal):
        groepen = client.get(reverse("start:werklijst"), {"signaal": signaal}).context["groepen"]
        return [regel.zin for groep in groepen for regel, _ in groep["regels"]]

    fatima.aanmelden(client)
    assert regels("verbetering") == ["Verbeter het document: “De uren kloppen niet”."]
    v.gegevens(uitgereikt, fatima.lid, uren=480)
    actions.vaststellen(traject=uitgereikt, door=fatima.lid)
    assert regels("ondertekening") == [
        "Nog niet getekend door de praktijkopleider en de kandidaat."
    ]
    assert rules.te_tekenen(johan.lid) == rules.te_tekenen(samira.lid) != []
    v.tekenen(uitgereikt, johan.lid, samira.lid)
    [punt] = rules.agenda(anne.lid, rules.ter_besluit(anne.lid))
    assert punt.advies[0].endswith("De uren kloppen niet.")
    v.besluiten(uitgereikt, anne.lid)
    assert regels("uitgifte") == ["Klaar voor uitgifte."]
    assert list(rules.klaar_voor_uitgifte(fatima.lid)) == [uitgereikt]


def test_de_pagina_van_het_document_begint_weer_bij_vaststellen(
    client, verbetering, uitgereikt, fatima
):
    fatima.aanmelden(client)
    pagina = reverse("verklaringen:ondertekening", args=[uitgereikt.pk])

    response = client.get(pagina)

    assertContains(response, "Jullie verbeteren een uitgegeven document.")
    assertContains(response, "Stel vast")
    assertNotContains(response, reverse("verklaringen:uitreiken", args=[uitgereikt.pk]))


def test_een_ander_komt_er_niet_bij(client, uitgereikt, karin, samira):
    karin.aanmelden(client)
    assert client.post(url(uitgereikt), {"reden": "anders"}).status_code == 404
    samira.aanmelden(client)
    assert client.post(url(uitgereikt), {"reden": "anders"}).status_code == 403
