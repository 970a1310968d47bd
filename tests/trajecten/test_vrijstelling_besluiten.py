"""The decision about an exemption: of the examencommissie, in the portal or on paper."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

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


def besluiten(verzoek):
    return reverse("trajecten:vrijstelling_besluiten", args=[verzoek.pk])


def besloten(**anders):
    return {
        "uitkomst": "verleend", "cijfer": "", "woord": "", "motivering": "Het bewijs dekt dit.",
        "naam": "Anne Voorbeeld", "functie": "voorzitter", "gebeurd_op": VANDAAG.isoformat(),
    } | anders  # fmt: skip


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

    assertRedirects(response, reverse("start:mijn"), target_status_code=302)
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
    assertRedirects(met, reverse("start:mijn"), target_status_code=302)


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
