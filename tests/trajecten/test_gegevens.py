"""The page "gegevens voor het document"."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from trajecten import models as m
from trajecten import rules


def url(traject, naam="gegevens"):
    return reverse(f"trajecten:{naam}", args=[traject.pk])


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def ingevuld(planregel, johan):
    def maken(**velden):
        plek = f"plek{planregel.plaatsing_id}"
        return {
            "wie-voornamen": "Samira", "wie-achternaam": "Voorbeeld",
            "wie-geboortedatum": "1991-03-14", "wie-geboorteplaats": "Zwolle",
            "wie-geboorteland": "Nederland", "wie-gecontroleerd": "on", "wie-na": "0",
            f"{plek}-uren": "512", f"{plek}-uren_geschat": "on",
            f"{plek}-leerbedrijf_naam": "Werkbedrijf De Schakel",
            f"{plek}-vestigingsplaats": "Deventer",
            f"{plek}-praktijkopleider": str(johan.lid.pk),
            f"{plek}-praktijkopleider_naam": "Johan Voorbeeld", f"{plek}-na": "0",
        } | {naam.replace("__", "-"): waarde for naam, waarde in velden.items()}  # fmt: skip

    return maken


def test_vult_voor_wat_het_portaal_al_weet(binnen, beoordeeld):
    response = binnen.get(url(beoordeeld))

    (plek,) = response.context["plekken"].values()
    assert response.context["wie"]["voornamen"].value() == "Samira"
    assert plek["leerbedrijf_naam"].value() == "Werkbedrijf De Schakel"
    assert plek["praktijkopleider_naam"].value() == "Johan Voorbeeld"


def test_school_legt_de_gegevens_vast(binnen, beoordeeld, ingevuld):
    response = binnen.post(url(beoordeeld), ingevuld())

    assertRedirects(response, beoordeeld.get_absolute_url())
    assert rules.gegevens_compleet(beoordeeld)


def test_alle_fouten_tegelijk_en_alles_blijft_staan(binnen, beoordeeld, planregel, ingevuld):
    plek = f"plek{planregel.plaatsing_id}"
    velden = ingevuld(wie__voornamen="Анна") | {f"{plek}-uren": "veel"}
    del velden["wie-gecontroleerd"]

    response = binnen.post(url(beoordeeld), velden)

    assertContains(response, "Gebruik de schrijfwijze van het identiteitsbewijs.", status_code=422)
    assertContains(response, "Vul een heel getal in, bijvoorbeeld 512.", status_code=422)
    assertContains(response, "Vergelijk alles met het identiteitsbewijs", status_code=422)
    assertContains(response, 'value="Анна"', status_code=422)
    assertContains(response, 'value="Zwolle"', status_code=422)
    assert m.Identiteit.objects.count() == 0


@pytest.mark.parametrize(
    ("land", "plaats", "status"),
    [
        ("Nederland", "", 422),
        ("nederland", "", 422),
        ("Eritrea", "", 302),
        ("Syrië", "Aleppo", 302),
    ],
)
def test_geboorteplaats_mag_alleen_leeg_buiten_nederland(
    binnen, beoordeeld, ingevuld, land, plaats, status
):
    velden = ingevuld(wie__geboorteland=land, wie__geboorteplaats=plaats)

    assert binnen.post(url(beoordeeld), velden).status_code == status


def test_praktijkopleider_van_elders_is_niet_te_kiezen(
    binnen, beoordeeld, planregel, ingevuld, els
):
    plek = f"plek{planregel.plaatsing_id}"

    response = binnen.post(
        url(beoordeeld), ingevuld() | {f"{plek}-praktijkopleider": str(els.lid.pk)}
    )

    assert response.status_code == 422
    assert m.Documentgegevens.objects.count() == 0


def test_oud_formulier_krijgt_beide(binnen, beoordeeld, ingevuld, farid):
    f.identiteit(beoordeeld.kandidaat, farid.lid, voornamen="Samira Amina")

    response = binnen.post(url(beoordeeld), ingevuld())

    assertContains(response, "Samira Amina", status_code=409)
    assertContains(response, 'value="Samira"', status_code=409)
    assert response.context["wie"]["na"].value() == "1"


def test_gewijzigde_naam_wacht_op_een_collega(binnen, client, beoordeeld, ingevuld, farid):
    f.identiteit(beoordeeld.kandidaat, farid.lid)
    binnen.post(url(beoordeeld), ingevuld(wie__na="1", wie__achternaam="Anders"))
    zelf = binnen.get(url(beoordeeld))

    ander = farid.aanmelden(client).get(url(beoordeeld))

    assertContains(zelf, "Een collega moet dit nakijken")
    assertNotContains(zelf, "Ja, de wijziging klopt")
    assertContains(ander, "Ja, de wijziging klopt")


@pytest.mark.parametrize(("antwoord", "naam"), [("ja", "Anders"), ("nee", "Voorbeeld")])
def test_collega_kijkt_de_wijziging_na(client, beoordeeld, fatima, farid, antwoord, naam):
    f.identiteit(beoordeeld.kandidaat, fatima.lid)
    wijziging = f.identiteit(beoordeeld.kandidaat, fatima.lid, achternaam="Anders")
    farid.aanmelden(client)

    client.post(
        url(beoordeeld, "gegevens_bevestigen"), {"wijziging": wijziging.pk, "akkoord": antwoord}
    )

    assert beoordeeld.kandidaat.identiteit.achternaam == naam


def test_nakijken_van_een_oude_wijziging_doet_niets(client, beoordeeld, fatima, farid):
    f.identiteit(beoordeeld.kandidaat, fatima.lid)
    oud = f.identiteit(beoordeeld.kandidaat, fatima.lid, achternaam="Anders")
    f.identiteit(beoordeeld.kandidaat, fatima.lid, achternaam="Nogmaals")
    farid.aanmelden(client)

    response = client.post(
        url(beoordeeld, "gegevens_bevestigen"), {"wijziging": oud.pk, "akkoord": "ja"}, follow=True
    )

    assertContains(response, "al nagekeken of vervangen")
    assert m.Identiteitbevestiging.objects.count() == 0


def test_vreemd_traject_bestaat_niet(client, beoordeeld, karin):
    karin.aanmelden(client)

    assert client.get(url(beoordeeld)).status_code == 404
    assert client.post(url(beoordeeld, "gegevens_bevestigen")).status_code == 404


@pytest.mark.parametrize("route", ["certificaat", "diploma"])
def test_voor_een_diploma_of_certificaat_tekent_niemand_een_blad(
    binnen, beoordeeld, ingevuld, route
):
    m.Traject.objects.update(route=route)

    pagina = binnen.get(url(beoordeeld))
    binnen.post(url(beoordeeld), ingevuld())

    assertContains(pagina, "Zo komt het op de voordracht")
    assertContains(pagina, "Welke praktijkopleider gaf het eindoordeel?")
    assertNotContains(pagina, "tekent?")
    assert rules.gegevens_compleet(beoordeeld)
