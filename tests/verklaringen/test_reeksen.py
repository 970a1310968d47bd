"""Issuing for many at once: choose, check, one order, and an outcome for everyone."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.verklaringen.klas import NAMEN, Stempel, opdracht_geven, werken
from tests.verklaringen.test_uitgeven import KapotteRenderer
from trajecten.models import Bericht, Erkenningcontrole, Status, Traject
from trajecten.rules import Bezwaar
from verklaringen import actions, rules
from verklaringen.models import Reeksregel, Staat, Uitgifte, Uitgifteopdracht, Uitgiftereeks

pytestmark = pytest.mark.django_db
URL = reverse("verklaringen:reeksen")
NIEUW = reverse("verklaringen:reeks_uitgeven")


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def kiezen(klas):
    return f"{NIEUW}?{'&'.join(f'traject={traject.pk}' for traject in klas)}"


def uitkomsten(reeks):
    return [regel.uitkomst for regel in rules.reeksstand(reeks).regels]


def test_lijst_toont_wie_klaar_is_en_niet_wie_al_werd_uitgegeven(binnen, klas, fatima):
    actions.uitgeven(traject=klas[0], door=fatima.lid)

    response = binnen.get(URL)

    assert [rij.kandidaat.naam for rij in response.context["rijen"]] == list(NAMEN[1:])


def test_alles_kiezen_werkt_zonder_script(binnen, klas):
    assert str(binnen.get(URL).content).count(" checked") == 0
    assert str(binnen.get(URL, {"kies": "alles"}).content).count(" checked") == 3


def test_mensen_van_een_collega_staan_er_pas_bij_iedereen(client, klas, farid):
    farid.aanmelden(client)

    assertNotContains(client.get(URL), "Ali Voorbeeld")
    assertContains(client.get(URL, {"van": "iedereen"}), "Ali Voorbeeld")


def test_lijst_van_een_andere_school_is_leeg(client, klas, karin):
    karin.aanmelden(client)

    assertNotContains(client.get(URL, {"van": "iedereen"}), "Voorbeeld</label>")


def test_controle_noemt_elk_mens_en_elk_document(binnen, klas):
    response = binnen.get(kiezen(klas))

    for naam in NAMEN:
        assertContains(response, naam)
    assertContains(response, "Je geeft de documenten uit voor 3 mensen.")
    assertContains(response, "Praktijkverklaring (Werkbedrijf De Schakel), mbo-verklaring", 3)
    assertContains(response, "geboren 14 maart 1991", 3)


def test_zonder_keuze_terug_naar_de_lijst(binnen, klas):
    response = binnen.get(NIEUW, follow=True)

    assertContains(response, "Kies voor wie je de verklaring uitgeeft.")


def test_iemand_van_een_andere_school_kan_niet_gekozen_worden(client, klas, karin):
    karin.aanmelden(client)

    response = client.get(kiezen(klas), follow=True)

    assertContains(response, "Een van de gekozen mensen staat er niet meer bij.")
    assertNotContains(response, "Ali Voorbeeld")


def test_een_post_maakt_de_reeks_en_de_worker_geeft_alles_uit(binnen, klas, renderer):
    response = binnen.post(kiezen(klas), {"sleutel": uuid.uuid4()})
    reeks = Uitgiftereeks.objects.get()
    assertRedirects(response, reeks.get_absolute_url())

    werken(renderer)

    assert uitkomsten(reeks) == ["klaar"] * 3
    assert Uitgifte.objects.count() == 6
    assertContains(binnen.get(reeks.get_absolute_url()), "<strong>3 van 3</strong> klaar")


def test_een_reeks_is_een_bericht_en_geen_bericht_per_document(reeks, renderer, fatima):
    werken(renderer)

    bericht = Bericht.objects.get()
    assert bericht.aan == fatima.lid.gebruiker.email
    assert "Voor 3 van 3 mensen is alles uitgegeven." in bericht.tekst
    assert "Ali" not in bericht.tekst


def test_wie_niet_mag_gaat_niet_mee_en_de_reden_staat_erbij(binnen, klas, renderer):
    Traject.objects.filter(pk=klas[1].pk).update(status=Status.SCHOOLOORDEEL)

    assertContains(binnen.get(kiezen(klas)), "Deze mensen gaan niet mee (1)")
    binnen.post(kiezen(klas), {"sleutel": uuid.uuid4()})
    werken(renderer)

    reeks = Uitgiftereeks.objects.get()
    assert sorted(uitkomsten(reeks)) == ["klaar", "klaar", "niet_mee"]
    response = binnen.get(reeks.get_absolute_url())
    assertContains(response, "<strong>2 van 3</strong> klaar")
    assertContains(response, "Uitgeven kan pas als het traject bij de examencommissie ligt.")


def test_wie_na_de_opdracht_niet_meer_mag_wordt_door_de_worker_overgeslagen(reeks, klas, renderer):
    Traject.objects.filter(pk=klas[0].pk).update(status=Status.SCHOOLOORDEEL)

    werken(renderer)

    assert uitkomsten(reeks) == ["niet_mee", "klaar", "klaar"]


def test_als_niemand_mag_is_er_geen_reeks(binnen, klas):
    Traject.objects.update(status=Status.SCHOOLOORDEEL)

    response = binnen.post(kiezen(klas), {"sleutel": uuid.uuid4()})

    assertContains(response, "Voor niemand van deze mensen", status_code=422)
    assert not Uitgiftereeks.objects.exists()


def test_waarschuwing_vraagt_per_mens_een_reden(binnen, klas, bedrijf, renderer):
    Erkenningcontrole.objects.all().delete()
    sleutel = uuid.uuid4()
    redenen = {f"motivering_{traject.pk}": "" for traject in klas}
    redenen[f"motivering_{klas[0].pk}"] = "Het mag."

    leeg = binnen.post(kiezen(klas), {"sleutel": sleutel, **redenen})
    assertContains(leeg, "waarom de verklaring van Bo Voorbeeld toch", 2, status_code=422)
    assertContains(leeg, "Het mag.", status_code=422)
    redenen = dict.fromkeys(redenen, "De erkenning liep door.")
    binnen.post(kiezen(klas), {"sleutel": sleutel, **redenen})
    werken(renderer)

    assert set(Uitgifteopdracht.objects.values_list("motivering", flat=True)) == {
        "De erkenning liep door."
    }


def test_twee_keer_drukken_is_een_reeks(binnen, klas):
    sleutel = uuid.uuid4()
    eerste, tweede = (binnen.post(kiezen(klas), {"sleutel": sleutel}) for _ in range(2))

    assert eerste["Location"] == tweede["Location"]
    assert (Uitgiftereeks.objects.count(), Reeksregel.objects.count()) == (1, 3)


def test_dezelfde_sleutel_met_andere_mensen_is_een_botsing(binnen, klas):
    sleutel = uuid.uuid4()
    binnen.post(kiezen(klas), {"sleutel": sleutel})

    response = binnen.post(kiezen(klas[:2]), {"sleutel": sleutel})

    assertContains(response, "Deze opdracht is al gegeven, voor andere mensen.", status_code=409)
    assert Reeksregel.objects.count() == 3


def test_twee_reeksen_met_dezelfde_mensen_geven_elk_document_een_keer_uit(
    klas, fatima, farid, renderer
):
    reeksen = [opdracht_geven(klas, wie) for wie in (fatima, farid)]

    werken(renderer)

    assert [uitkomsten(reeks) for reeks in reeksen] == [["klaar"] * 3, ["klaar"] * 3]
    assert Uitgifte.objects.count() == 6


def test_hooguit_tweehonderd_tegelijk(klas, fatima):
    with pytest.raises(Bezwaar, match="Kies hooguit 200 mensen tegelijk. Je koos er 201."):
        opdracht_geven([klas[0]] * 201, fatima)


def test_voortgang_overleeft_het_herladen_en_ververst_vanzelf(binnen, reeks, klas, renderer):
    werk = actions.pakken(Uitgiftereeks)
    actions.reeks_uitvoeren(werk)
    for _ in range(2):
        actions.opdracht_uitvoeren(actions.pakken(Uitgifteopdracht), renderer)

    for _ in range(2):
        response = binnen.get(reeks.get_absolute_url())
        assertContains(response, "<strong>1 van 3</strong> klaar")
        assertContains(response, "wacht op een nummer")
        assert response["Refresh"] == f"3; url={reeks.get_absolute_url()}"


def test_mislukt_document_noemt_de_reden_en_kan_opnieuw(binnen, reeks, renderer):
    actions.reeks_uitvoeren(actions.pakken(Uitgiftereeks))
    for _ in range(5):
        Uitgifteopdracht.objects.filter(pk=Uitgifteopdracht.objects.first().pk).update(
            niet_voor="2019-01-01T00:00Z"
        )
        actions.opdracht_uitvoeren(actions.pakken(Uitgifteopdracht), KapotteRenderer())
    werken(renderer)
    assert uitkomsten(reeks) == ["mislukt", "klaar", "klaar"]
    assertContains(binnen.get(reeks.get_absolute_url()), "geweigerd")

    binnen.post(reverse("verklaringen:reeks_opnieuw", args=[reeks.pk]))
    werken(renderer)

    assert uitkomsten(reeks) == ["klaar"] * 3
    assert Uitgifteopdracht.objects.filter(staat=Staat.VERVALLEN).count() == 1
    assert Uitgifte.objects.count() == 6


def test_zonder_zegel_zegt_de_pagina_waarop_de_reeks_wacht(binnen, reeks, settings):
    settings.ZEGEL_VERPLICHT = True
    werken(Stempel())

    response = binnen.get(reeks.get_absolute_url())

    assertContains(response, "er is geen geldig zegel.", count=1)
    assertContains(response, "Praktijkverklaring: wacht\n", count=3)
    assertNotContains(response, "De documenten worden gemaakt.")


def test_opnieuw_als_er_niets_mislukte_zegt_dat(binnen, reeks, renderer):
    werken(renderer)

    response = binnen.post(reverse("verklaringen:reeks_opnieuw", args=[reeks.pk]), follow=True)

    assertContains(response, "Er is niets om opnieuw te proberen.")


def test_collega_ziet_de_reeks_en_een_andere_school_niet(client, reeks, farid, karin):
    assert farid.aanmelden(client).get(reeks.get_absolute_url()).status_code == 200
    assert karin.aanmelden(client).get(reeks.get_absolute_url()).status_code == 404


def test_na_een_nieuwe_code_is_de_keuze_er_nog(client, klas, fatima):
    fatima.aanmelden(client, met_code=False)

    response = client.get(kiezen(klas))

    assert response.url.startswith("/bevestigen/?next=%2Fuitgiftereeksen%2Fnieuw%2F%3Ftraject%3D")


def test_los_document_gaat_voor_een_reeks(klas, fatima):
    opdracht_geven(klas[:2], fatima)
    actions.reeks_uitvoeren(actions.pakken(Uitgiftereeks))
    actions.uitgeven(traject=klas[2], door=fatima.lid, nu=timezone.now())

    assert actions.pakken(Uitgifteopdracht).vaststelling.traject == klas[2]


def test_bladzijden_query_count(binnen, tellen, klas, fatima, renderer):
    lijst = tellen(URL)
    een, drie = opdracht_geven(klas[:1], fatima), opdracht_geven(klas, fatima)
    werken(renderer)

    assert tellen(een.get_absolute_url()) == tellen(drie.get_absolute_url())
    assert lijst == tellen(URL)


def test_controle_query_count_per_mens(binnen, tellen, klas):
    assert tellen(kiezen(klas)) - tellen(kiezen(klas[:1])) == 2 * 3
