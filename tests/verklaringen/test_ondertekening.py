"""The page of the school: where the document stands, and the one thing to do."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from trajecten import opslag
from trajecten.models import Status
from verklaringen import actions
from verklaringen.models import Partij, Uitgifteopdracht, Vaststelling


def url(traject, naam="ondertekening"):
    return reverse(f"verklaringen:{naam}", args=[traject.pk])


def test_stap_1_vaststellen_maakt_het_blad(client, beoordeeld, fatima):
    fatima.aanmelden(client)
    assertContains(client.get(url(beoordeeld)), "Stel vast")

    response = client.post(url(beoordeeld, "vaststellen"), follow=True)

    assertContains(response, "Vastgesteld. Hierna: laat het blad tekenen.")
    assert Vaststelling.objects.geldig().count() == 1


def test_dubbelklik_op_vaststellen_is_een_blad_en_een_zin(client, blad, fatima):
    fatima.aanmelden(client)

    response = client.post(url(blad.traject, "vaststellen"), follow=True)

    assertContains(response, "voordat er iemand tekent")
    assert Vaststelling.objects.count() == 1


def test_stap_2_zegt_wie_nog_moet_tekenen(client, blad, johan, fatima):
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.PRAKTIJKOPLEIDER, door=johan.lid, plaats="Deventer"
    )
    fatima.aanmelden(client)

    response = client.get(url(blad.traject))

    assertContains(response, "Nog niet getekend", count=1)
    assertContains(response, "Deventer, in het portaal")
    assertContains(response, "Leg het getekende blad vast")


def test_stap_2_vraagt_om_het_verzoek_als_dat_mist(client, blad, johan, samira, fatima):
    blad.traject.verzoek.delete()
    for partij, wie in ((Partij.PRAKTIJKOPLEIDER, johan), (Partij.KANDIDAAT, samira)):
        actions.akkoord_geven(vaststelling=blad, partij=partij, door=wie.lid, plaats="Deventer")
    fatima.aanmelden(client)

    assertContains(client.get(url(blad.traject)), "Leg het verzoek vast")


def test_stap_3_wacht_op_de_examencommissie(client, getekend, fatima):
    fatima.aanmelden(client)

    assertContains(client.get(url(getekend)), "De examencommissie besluit in het portaal.")


def test_stap_4_biedt_uitgeven_aan(client, besloten, fatima):
    fatima.aanmelden(client)

    response = client.get(url(besloten))

    assertContains(response, "Alles is klaar om uit te geven.")
    assertContains(response, "Toegekend op")


def test_zolang_de_worker_bezig_is_ververst_de_pagina(client, besloten, opdrachten, fatima):
    fatima.aanmelden(client)

    response = client.get(url(besloten))

    assert response["Refresh"] == "2"
    assertContains(response, "De documenten worden gemaakt.")


def test_wat_op_de_beheerder_wacht_staat_er_een_keer(client, besloten, opdrachten, fatima):
    Uitgifteopdracht.objects.update(fout=opslag.VOL)
    fatima.aanmelden(client)

    response = client.get(url(besloten))

    assertContains(response, "Het document wacht: de opslag van het portaal is vol.", count=1)
    assertNotContains(response, "De documenten worden gemaakt.")
    assert response["Refresh"] == "2"


def test_mislukte_opdracht_staat_er_met_de_reden(client, besloten, opdrachten, fatima):
    Uitgifteopdracht.objects.filter(pk=opdrachten[0].pk).update(
        staat="vervallen", vervallen_reden="het papier is op", klaar_op=besloten.status_sinds
    )
    fatima.aanmelden(client)

    response = client.get(url(besloten))

    assertContains(response, "het papier is op")
    assertContains(response, "Probeer het opnieuw")
    assert "Refresh" not in response


def test_uitgegeven_documenten_zijn_te_downloaden(client, uitgegeven, fatima):
    fatima.aanmelden(client)

    response = client.get(url(uitgegeven))

    for uitgifte in uitgegeven.uitgiften.all():
        assertContains(response, f"Download {uitgifte.nummer}")
    assertContains(response, "Leg de uitreiking vast")


def test_dit_klopt_niet_staat_bovenaan_tot_er_een_nieuw_blad_is(client, blad, samira, fatima):
    actions.tegenspreken(
        vaststelling=blad, partij=Partij.KANDIDAAT, door=samira.lid, reden="Mijn naam is fout."
    )
    fatima.aanmelden(client)
    assertContains(client.get(url(blad.traject)), "Mijn naam is fout.")

    client.post(url(blad.traject, "vaststellen"))

    assertNotContains(client.get(url(blad.traject)), "Mijn naam is fout.")


def test_terughalen_vraagt_een_reden(client, getekend, fatima):
    fatima.aanmelden(client)

    response = client.post(url(getekend, "terughalen"), {"reden": " "})

    assertContains(response, "Schrijf op waarom je het blad terughaalt.", status_code=422)


def test_na_terughalen_besluit_de_examencommissie_opnieuw(
    client, besloten, johan, samira, fatima, anne
):
    fatima.aanmelden(client)
    response = client.post(url(besloten, "terughalen"), {"reden": "Verkeerde uren."}, follow=True)
    assertContains(response, "Teruggehaald.")
    (blad,) = actions.vaststellen(traject=besloten, door=fatima.lid)
    for partij, wie in ((Partij.PRAKTIJKOPLEIDER, johan), (Partij.KANDIDAAT, samira)):
        actions.akkoord_geven(vaststelling=blad, partij=partij, door=wie.lid, plaats="Deventer")

    response = client.get(url(besloten))

    besloten.refresh_from_db()
    assert besloten.status == Status.BIJ_EXAMENCOMMISSIE
    assertContains(response, "De examencommissie heeft nog niet besloten.")
    assertNotContains(response, "Klaar voor uitgifte")
    anne.aanmelden(client)
    assertContains(client.get(reverse("verklaringen:examencommissie")), "Neem een besluit")


def test_aanbieden_zonder_akkoorden_wordt_geweigerd(client, blad, fatima):
    fatima.aanmelden(client)

    response = client.post(url(blad.traject, "aanbieden"), follow=True)

    assertRedirects(response, url(blad.traject))
    assertContains(response, "nog niet allebei getekend")


@pytest.mark.parametrize("naam", ["ondertekening", "terughalen"])
def test_school_van_een_ander_bestaat_niet(client, blad, karin, naam):
    karin.aanmelden(client)

    assert client.get(url(blad.traject, naam)).status_code == 404


@pytest.mark.parametrize("wie", ["johan", "samira", "anne"])
def test_alleen_de_coordinator_komt_hier(client, blad, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(blad.traject)).status_code == 403
    assert client.post(url(blad.traject, "vaststellen")).status_code == 403
