"""A school that uses the form of SBB's Praktijkloket: typed over, signed on paper, kept."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from pytest_django.asserts import assertContains, assertNotContains

from tests.verklaringen import maken_verbetering
from tests.verklaringen.conftest import SCAN
from tests.verklaringen.lezer import lopende_tekst
from tests.verklaringen.maken_uitgiften import inschrijven
from tests.verklaringen.voorbeelden import BLAD
from trajecten import opslag
from trajecten.models import Inrichting, Logregel, Status
from trajecten.rules import Bezwaar
from verklaringen import actions, rules
from verklaringen.documenten import gegevensblad
from verklaringen.models import Afdruk, Partij, Soort, Uitgifte, Uitgifteopdracht, Vaststelling

VANDAAG = timezone.localdate()


@pytest.fixture
def praktijkloket(school):
    """Roc Voorbeeld has its sheets signed on the form of the Praktijkloket."""
    Inrichting.objects.filter(organisatie=school).update(blad=Inrichting.Blad.PRAKTIJKLOKET)


@pytest.fixture
def formulier(praktijkloket, beoordeeld, fatima):
    """The content is fixed; the form waits for two signatures on paper."""
    return actions.vaststellen(traject=beoordeeld, door=fatima.lid)[0]


def foto():
    uit = BytesIO()
    Image.new("RGB", (40, 60), "white").save(uit, "PNG")
    return SimpleUploadedFile("formulier.png", uit.getvalue(), content_type="image/png")


def ingevuld(**velden):
    return {
        "partijen": [partij.value for partij in Partij], "plaats": "Deventer",
        "gebeurd_op": VANDAAG.strftime("%d-%m-%Y"), "scan": foto(), "vergeleken": "on",
    } | velden  # fmt: skip


def url(naam, ding):
    return reverse(f"verklaringen:{naam}", args=[ding.pk])


def worker(renderer):
    while werk := actions.pakken(Uitgifteopdracht):
        actions.opdracht_uitvoeren(werk, renderer)
    while werk := actions.pakken(Afdruk):
        actions.afdruk_uitvoeren(werk, renderer)


def test_van_vaststellen_tot_uitgereikt(
    client, praktijkloket, beoordeeld, fatima, anne, samira, renderer
):
    fatima.aanmelden(client)
    client.post(url("vaststellen", beoordeeld))
    blad = Vaststelling.objects.get()
    pagina = client.get(url("ondertekening", beoordeeld))
    assertContains(pagina, "Print het gegevensblad")
    assertNotContains(pagina, "Print het blad")

    client.post(url("papier", blad), ingevuld())
    anne.aanmelden(client)
    besluit = {"uitkomst": "toegekend", "naam": "Anne Voorbeeld", "functie": "voorzitter",
               "plaats": "Zwolle", "gebeurd_op": VANDAAG.strftime("%d-%m-%Y")}  # fmt: skip
    client.post(url("besluiten", beoordeeld), besluit)
    fatima.aanmelden(client)
    client.post(url("uitgeven", beoordeeld))
    worker(renderer)
    client.post(
        url("uitreiken", beoordeeld),
        {"plaats": "Zwolle", "gebeurd_op": VANDAAG.strftime("%d-%m-%Y")},
    )

    beoordeeld.refresh_from_db()
    assert beoordeeld.status == Status.UITGEREIKT
    (uitgifte,) = Uitgifte.objects.all()
    assert uitgifte.soort == Soort.MBO_VERKLARING
    gelezen = lopende_tekst(opslag.lezen(uitgifte.bestand))
    assert "formulier van SBB's Praktijkloket" in gelezen
    assert "PV-" not in gelezen
    samira.aanmelden(client)
    assertContains(client.get(reverse("verklaringen:bewijzen")), url("getekend_blad", blad))


def test_een_formulier_wacht_niet_op_een_nummer(client, formulier, fatima, anne):
    """It is never issued here: who has one is ready for the ceremony, and not to issue again."""
    traject = formulier.traject
    actions.getekend_blad_vastleggen(
        vaststelling=formulier, door=fatima.lid, partijen=list(Partij), plaats="Deventer",
        gebeurd_op=VANDAAG, scan=SCAN,
    )  # fmt: skip
    maken_verbetering.besluiten(traject, anne.lid)
    voor = list(rules.klaar_voor_uitgifte(fatima.lid))
    (opdracht,) = actions.uitgeven(traject=traject, door=fatima.lid)
    inschrijven(opdracht.vaststelling, "MV-2026-0000001-X")
    fatima.aanmelden(client)

    assert voor == [traject]
    assert list(rules.klaar_voor_uitgifte(fatima.lid)) == []
    assertContains(client.get(reverse("verklaringen:uitreiklijst")), "MV-2026-0000001-X")


def test_getekend_blad_komt_terug_zoals_het_is(client, formulier, fatima, samira):
    actions.getekend_blad_vastleggen(
        vaststelling=formulier, door=fatima.lid, partijen=list(Partij), plaats="Deventer",
        gebeurd_op=VANDAAG, scan=SCAN,
    )  # fmt: skip
    samira.aanmelden(client)

    response = client.get(url("getekend_blad", formulier))

    assert response.content == SCAN[0]
    assert response["Content-Disposition"].startswith('attachment; filename="praktijkverklaring-TR')


def test_zonder_formulier_is_er_niets_te_downloaden(client, formulier, fatima):
    fatima.aanmelden(client)

    assert client.get(url("getekend_blad", formulier)).status_code == 404


@pytest.mark.parametrize("wie", ["johan", "samira"])
def test_in_het_portaal_tekent_er_niemand(client, formulier, wie, request):
    speler = request.getfixturevalue(wie)
    speler.aanmelden(client)
    partij = Partij.PRAKTIJKOPLEIDER if wie == "johan" else Partij.KANDIDAAT

    with pytest.raises(Bezwaar, match="Dat teken je op papier"):
        actions.akkoord_geven(
            vaststelling=formulier, partij=partij, door=speler.lid, plaats="Deventer"
        )
    response = client.post(url("ondertekenen", formulier), {"klopt": "on", "plaats": "Deventer"})
    assertContains(response, "Dat teken je op papier", status_code=422)
    assertNotContains(client.get("/mijn/", follow=True), url("ondertekenen", formulier))


def test_een_formulier_heeft_twee_handtekeningen(client, formulier, fatima):
    fatima.aanmelden(client)

    pagina = client.get(url("papier", formulier))
    client.post(url("papier", formulier), ingevuld())

    assertContains(pagina, "Er staan twee handtekeningen op")
    assert [a.partij for a in formulier.akkoorden.all()] == ["praktijkopleider", "kandidaat"]
    assert {a.vergeleken_door for a in formulier.akkoorden.all()} == {fatima.lid}


def test_zonder_vergelijken_wordt_er_niets_bewaard(client, formulier, fatima):
    fatima.aanmelden(client)

    response = client.post(url("papier", formulier), ingevuld(vergeleken=""))

    assertContains(response, "Vergelijk het blad eerst", status_code=422)
    assert not formulier.akkoorden.exists()


def test_tekenexemplaar_van_het_portaal_hoort_er_niet_bij(client, formulier, fatima):
    fatima.aanmelden(client)

    response = client.post(url("tekenexemplaar_afdrukken", formulier), follow=True)

    assertContains(
        response, "Dit blad teken je op het formulier van SBB's Praktijkloket.", html=True
    )
    assert not Afdruk.objects.exists()


def test_keuze_van_daarna_raakt_een_vastgesteld_formulier_niet(formulier, fatima, school):
    Inrichting.objects.filter(organisatie=school).update(blad=Inrichting.Blad.PORTAAL)

    actions.getekend_blad_vastleggen(
        vaststelling=formulier, door=fatima.lid, partijen=list(Partij), plaats="Deventer",
        gebeurd_op=VANDAAG, scan=SCAN,
    )  # fmt: skip

    formulier.traject.refresh_from_db()
    assert formulier.traject.status == Status.BIJ_EXAMENCOMMISSIE


def test_ander_blad_kiezen_en_opnieuw_vaststellen_laat_het_oude_vervallen(blad, fatima, school):
    actions.terughalen(traject=blad.traject, door=fatima.lid, reden="Ander formulier")
    Inrichting.objects.filter(organisatie=school).update(blad=Inrichting.Blad.PRAKTIJKLOKET)

    (nieuw,) = actions.vaststellen(traject=blad.traject, door=fatima.lid)

    assert nieuw.pk != blad.pk
    assert nieuw.is_van_praktijkloket


def test_zonder_besluit_van_de_school_geldt_het_praktijkloket(beoordeeld, fatima):
    Inrichting.objects.update(blad_besloten_door="")

    (blad,) = actions.vaststellen(traject=beoordeeld, door=fatima.lid)

    assert blad.is_van_praktijkloket


def test_alleen_een_praktijkverklaring_kan_van_het_praktijkloket_zijn(besloten):
    with pytest.raises(IntegrityError), transaction.atomic():
        Vaststelling.objects.filter(soort=Soort.MBO_VERKLARING).update(blad="praktijkloket")


@pytest.mark.parametrize(
    "zin",
    [
        "Werkdocument uit het portaal.", "Laat het formulier van het Praktijkloket tekenen",
        "Naam Samira Voorbeeld", "Geboortedatum 14-03-1991", "Geboorteplaats Zwolle",
        "Kwalificatie Assistent logistiek", "Crebo 25743", "Niveau 1",
        "Uren in het leerbedrijf 512", "B1-K1-W1 Bereidt assisterende werkzaamheden voor",
        "Tabel Extra: Assistent dienstverlening, crebo 25741",
        "P2-K1-W1 Maakt (werk)ruimtes gebruiksklaar", "Praktijkopleider Johan Voorbeeld",
        "Bij Werkbedrijf De Schakel", "Vestigingsplaats Deventer", "Leerbedrijf-ID 100999001",
    ],
)  # fmt: skip
def test_gegevensblad_heeft_elk_veld_om_over_te_typen(gegevensblad_gelezen, zin):
    assert zin in gegevensblad_gelezen


@pytest.fixture(scope="module")
def gegevensblad_gelezen(renderer):
    return lopende_tekst(renderer.renderen(gegevensblad.drukwerk(BLAD)))


def test_gegevensblad_zegt_dat_uren_geschat_zijn(renderer):
    inhoud = BLAD | {"uren_geschat": True}

    assert "512 (schatting)" in lopende_tekst(renderer.renderen(gegevensblad.drukwerk(inhoud)))


def test_school_legt_haar_keuze_vast_met_wie_en_wanneer(client, school, fatima):
    fatima.aanmelden(client)

    client.post(
        reverse("trajecten:blad_kiezen"),
        {"blad": "portaal", "besloten_door": "Anne Voorbeeld, voorzitter",
         "besloten_op": "2026-03-01"},
    )  # fmt: skip

    keuze = Inrichting.objects.get(organisatie=school)
    assert (keuze.blad, keuze.blad_besloten_door, keuze.blad_besloten_op) == (
        "portaal", "Anne Voorbeeld, voorzitter", date(2026, 3, 1),
    )  # fmt: skip
    regel = Logregel.objects.get(actie="blad_kiezen")
    assert regel.bijzonderheden["besloten_door"] == "Anne Voorbeeld, voorzitter"


def test_keuze_vraagt_wie_besloot_en_een_dag_die_geweest_is(client, school, fatima):
    fatima.aanmelden(client)
    adres = reverse("trajecten:blad_kiezen")

    leeg = client.post(adres, {"blad": "portaal", "besloten_door": "", "besloten_op": ""})
    later = client.post(
        adres, {"blad": "portaal", "besloten_door": "Anne", "besloten_op": "2199-01-01"}
    )

    assertContains(leeg, "Vul in wie dit besloot.", status_code=422)
    assertContains(later, "Deze dag is nog niet geweest.", status_code=422)
