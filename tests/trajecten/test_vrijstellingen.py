"""Exemptions: asked by the kandidaat, with evidence, decided by the examencommissie."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from tests.spelers import Speler
from tests.verklaringen.test_papier import pdf
from trajecten import models as m
from trajecten import rules

VANDAAG = timezone.localdate()


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path / "opslag"


@pytest.fixture
def diploma(traject):
    """Samira on the route diploma, with three werkprocessen in B1-K1 and one in P1-K1."""
    for code in ("B1-K1-W1", "B1-K1-W2", "B1-K1-W3", "P1-K1-W1"):
        f.werkproces(code, f"Doet {code}", traject.kwalificatie)
    m.Traject.objects.filter(pk=traject.pk).update(route=m.Route.DIPLOMA, leerweg=m.Leerweg.BBL)
    traject.refresh_from_db()
    return traject


@pytest.fixture
def verzoek(diploma, fatima):
    return f.vrijstellingsbewijs(diploma, fatima.lid).verzoek


def vragen(traject):
    return reverse("trajecten:vrijstellingen", args=[traject.pk])


def besluiten(verzoek):
    return reverse("trajecten:vrijstelling_besluiten", args=[verzoek.pk])


def gevraagd(**anders):
    return {
        "waarvoor": "kerntaak:B1-K1", "keuzedeel": "", "deel": "", "eerder_niveau": "",
        "grond": "Ik deed dit al bij een ander bedrijf.", "omschrijving": "",
        "gebeurd_op": VANDAAG.isoformat(),
    } | anders  # fmt: skip


def besloten(**anders):
    return {
        "uitkomst": "verleend", "cijfer": "", "woord": "", "motivering": "Het bewijs dekt dit.",
        "naam": "Anne Voorbeeld", "functie": "voorzitter", "gebeurd_op": VANDAAG.isoformat(),
    } | anders  # fmt: skip


def test_kandidaat_vraagt_met_bewijs_en_het_ligt_bij_de_examencommissie(client, diploma, samira):
    samira.aanmelden(client)

    response = client.post(
        vragen(diploma), gevraagd(omschrijving="Mbo-certificaat", bewijs=pdf()), follow=True
    )

    assertContains(response, "Verstuurd. De examencommissie besluit.")
    verzoek = m.Vrijstellingsverzoek.objects.ter_besluit().get()
    assert (verzoek.onderdeel, verzoek.code, verzoek.door) == ("kerntaak", "B1-K1", samira.lid)
    assert verzoek.bewijzen.get().omschrijving == "Mbo-certificaat"


def test_coordinator_schrijft_het_verzoek_op_namens_de_kandidaat(client, diploma, fatima, samira):
    fatima.aanmelden(client)

    client.post(vragen(diploma), gevraagd(gebeurd_op=(VANDAAG - timedelta(days=3)).isoformat()))

    verzoek = m.Vrijstellingsverzoek.objects.get()
    assert (verzoek.door, verzoek.namens) == (fatima.lid, samira.lid)
    assert verzoek.gebeurd_op == VANDAAG - timedelta(days=3)
    assert not m.Vrijstellingsverzoek.objects.ter_besluit().exists()


def test_zonder_bewijs_ziet_de_examencommissie_het_traject_niet(client, diploma, fatima, anne):
    verzoek = f.vrijstellingsverzoek(diploma, fatima.lid)
    anne.aanmelden(client)
    assert client.get(vragen(diploma)).status_code == 404

    fatima.aanmelden(client)
    client.post(
        reverse("trajecten:bewijs_toevoegen", args=[verzoek.pk]),
        {"omschrijving": "EVC-rapport", "bewijs": pdf()},
    )

    anne.aanmelden(client)
    assertContains(client.get(vragen(diploma)), "EVC-rapport")


@pytest.mark.parametrize(
    ("eerder", "mag"),
    [
        ({"eerder_examen": "mbo", "zelfde_niveau": "ja", "eerder_niveau": "2F"}, True),
        ({"eerder_examen": "havo_vwo", "zelfde_niveau": "ja"}, True),
        ({"eerder_examen": "mbo", "zelfde_niveau": "nee"}, False),
        ({"eerder_examen": "anders", "zelfde_niveau": "ja"}, False),
        ({}, False),
    ],
)
def test_rekenen_alleen_na_een_examen_van_hetzelfde_niveau(client, diploma, samira, eerder, mag):
    samira.aanmelden(client)

    response = client.post(vragen(diploma), gevraagd(waarvoor="rekenen:") | eerder)

    assert m.Vrijstellingsverzoek.objects.exists() == mag
    if not mag:
        assertContains(response, "Voor rekenen kan een vrijstelling alleen na", status_code=422)


def test_engels_is_alleen_te_kiezen_bij_niveau_4(diploma):
    vakken = {onderdeel.onderdeel for onderdeel in rules.vrijstelbare_onderdelen(diploma)}
    diploma.kwalificatie.niveau = 4
    vier = {onderdeel.onderdeel for onderdeel in rules.vrijstelbare_onderdelen(diploma)}

    assert vier - vakken == {"engels"}


def test_een_keuzedeel_staat_met_zijn_naam_vast(client, diploma, samira):
    m.Keuzedeel.objects.create(code="K0023", naam="Digitale vaardigheden gevorderden")
    samira.aanmelden(client)
    onbekend = client.post(vragen(diploma), gevraagd(waarvoor="keuzedeel:", keuzedeel="K9999"))

    client.post(vragen(diploma), gevraagd(waarvoor="keuzedeel:", keuzedeel="k0023"))

    assertContains(onbekend, "Dit keuzedeel kennen we niet.", status_code=422)
    assert m.Vrijstellingsverzoek.objects.get().naam == "Digitale vaardigheden gevorderden"


def test_hetzelfde_vragen_terwijl_er_nog_niet_besloten_is_kan_niet(client, verzoek, samira):
    samira.aanmelden(client)

    response = client.post(vragen(verzoek.traject), gevraagd())

    assertContains(response, "Dit verzoek ligt er al.", status_code=422)
    assert m.Vrijstellingsverzoek.objects.count() == 1


def test_bij_een_praktijkverklaring_is_er_niets_vrij_te_stellen(client, traject, samira):
    samira.aanmelden(client)

    response = client.post(vragen(traject), gevraagd())

    assert response.status_code == 422
    assertContains(client.get(vragen(traject)), "is er geen examen")


def test_voor_het_besluit_telt_niets_mee(verzoek, anne):
    assert rules.vrijgestelde_codes(verzoek.traject) == {}

    f.vrijstellingsbesluit(verzoek, anne.lid, "afgewezen")

    assert rules.vrijgestelde_codes(verzoek.traject) == {}


def test_verleend_geldt_voor_de_kerntaak_en_haar_werkprocessen(client, verzoek, anne, fatima):
    f.planregel(f.plaatsing(verzoek.traject))
    anne.aanmelden(client)
    pagina = client.get(besluiten(verzoek))
    assertContains(pagina, "commissie van beroep")
    assertContains(pagina, "Cijferlijst")

    response = client.post(besluiten(verzoek), besloten(cijfer="7,5"))

    assertRedirects(response, vragen(verzoek.traject))
    besluit = m.Vrijstellingsbesluit.objects.get()
    assert (besluit.naam, besluit.functie, str(besluit.cijfer)) == (
        "Anne Voorbeeld", "voorzitter", "7.5",
    )  # fmt: skip
    assert rules.vrijgestelde_codes(verzoek.traject) == dict.fromkeys(
        ["B1-K1", "B1-K1-W1", "B1-K1-W2", "B1-K1-W3"], "vrijgesteld"
    )
    fatima.aanmelden(client)
    assertContains(client.get(verzoek.traject.get_absolute_url()), "Vrijgesteld van het examen")


def test_deels_zegt_voor_welke_werkprocessen(client, verzoek, anne):
    anne.aanmelden(client)
    zonder = client.post(besluiten(verzoek), besloten(uitkomst="deels"))

    client.post(
        besluiten(verzoek), besloten(uitkomst="deels", werkprocessen=["B1-K1-W2", "B1-K1-W3"])
    )

    assertContains(zonder, "Kies voor welke werkprocessen", status_code=422)
    assert rules.vrijgestelde_codes(verzoek.traject) == {
        "B1-K1": "deels vrijgesteld", "B1-K1-W2": "vrijgesteld", "B1-K1-W3": "vrijgesteld",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"uitkomst": ""}, "Kies het besluit."),
        ({"motivering": ""}, "Schrijf op waarom de examencommissie"),
        ({"functie": ""}, "Vul de functie in"),
        ({"cijfer": "11"}, "Een cijfer is 1 tot en met 10."),
        ({"cijfer": "7", "woord": "goed"}, "niet allebei"),
        ({"uitkomst": "afgewezen", "cijfer": "7"}, "Bij een afwijzing hoort geen cijfer"),
        ({"gebeurd_op": "2099-01-01"}, "tot en met vandaag"),
        ({"uitkomst": "deels", "werkprocessen": ["B1-K1-W1", "B1-K1-W2", "B1-K1-W3"]}, "alle"),
        ({"werkprocessen": ["B1-K1-W1"]}, "Verleend geldt voor het hele onderdeel."),
    ],
)
def test_een_besluit_dat_niet_klopt_wordt_niet_bewaard(client, verzoek, anne, anders, zin):
    anne.aanmelden(client)

    response = client.post(besluiten(verzoek), besloten() | anders)

    assertContains(response, zin, status_code=422)
    assert not m.Vrijstellingsbesluit.objects.exists()


def test_bij_nederlands_hoort_het_eerdere_cijfer(client, diploma, fatima, anne):
    verzoek = f.vrijstellingsverzoek(
        diploma, onderdeel="nederlands", code="", naam="Nederlandse taal", eerder_examen="mbo"
    )
    f.vrijstellingsbewijs(diploma, verzoek=verzoek)
    anne.aanmelden(client)

    zonder = client.post(besluiten(verzoek), besloten())
    met = client.post(besluiten(verzoek), besloten(cijfer="6"))

    assertContains(zonder, "het telt mee in de uitslag", status_code=422)
    assertRedirects(met, vragen(diploma))


def test_school_legt_een_getekend_besluit_vast_met_de_scan(client, verzoek, fatima):
    fatima.aanmelden(client)
    assert client.post(besluiten(verzoek), besloten()).status_code == 422

    client.post(besluiten(verzoek), besloten(scan=pdf()))

    besluit = m.Vrijstellingsbesluit.objects.get()
    assert (besluit.bron, besluit.door) == (m.Bron.PAPIER, fatima.lid)
    assert besluit.scan


def test_tweede_die_besluit_ziet_het_eerste_besluit(client, verzoek, anne, school):
    f.vrijstellingsbesluit(verzoek, anne.lid, "afgewezen", motivering="Te weinig bewijs.")
    anne.aanmelden(client)

    response = client.post(besluiten(verzoek), besloten())

    assertContains(response, "Te weinig bewijs.", status_code=409)
    assert m.Vrijstellingsbesluit.objects.count() == 1


def test_bewijs_is_te_downloaden_door_wie_het_aangaat(client, verzoek, anne, boris):
    url = reverse("trajecten:bewijs", args=[verzoek.bewijzen.get().pk])
    anne.aanmelden(client)
    response = client.get(url)

    assert response.content == b"%PDF-1.4 voorbeeld"
    assert response["Content-Disposition"].startswith("attachment")
    boris.aanmelden(client)
    assert client.get(url).status_code == 404


def test_kandidaat_met_examens_vindt_de_weg(client, diploma, samira):
    samira.aanmelden(client)

    assertContains(client.get(reverse("trajecten:dit_kan_ik")), vragen(diploma))
    m.Traject.objects.update(route=m.Route.PRAKTIJKVERKLARING)
    assertNotContains(client.get(reverse("trajecten:dit_kan_ik")), vragen(diploma))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_leden_besluiten_tegelijk_is_een_besluit(verzoek, anne, school):
    ander = f.lid(m.Rol.EXAMENCOMMISSIE, "Bert Voorbeeld", organisatie=school)
    toestellen = [wie.aanmelden(Client()) for wie in (anne, Speler(ander))]

    for _ in range(20):
        m.Vrijstellingsbesluit.objects.all().delete()
        codes = tegelijk(
            lambda een: een.post(besluiten(verzoek), besloten()).status_code, toestellen
        )

        assert sorted(codes) == [302, 409]
        assert m.Vrijstellingsbesluit.objects.count() == 1
