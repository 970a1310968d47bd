"""The page before issuing: read it once more, then give the order. The order: test_uitgeven.py."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from tests.spelers import Speler
from trajecten.models import Rol
from verklaringen.models import Uitgifteopdracht


def url(traject):
    return reverse("verklaringen:uitgeven", args=[traject.pk])


def document(traject):
    return reverse("verklaringen:ondertekening", args=[traject.pk])


@pytest.fixture
def jan(school):
    """Another mbo-coördinator of the same school."""
    return Speler(f.lid(Rol.COORDINATOR, "Jan Voorbeeld", organisatie=school))


def test_klopt_dit_toont_alles_en_geeft_de_opdracht(client, besloten, fatima):
    fatima.aanmelden(client)
    pagina = client.get(url(besloten))
    assertContains(pagina, "Klopt dit?")
    assertContains(pagina, "Ontvangt goederen en/of producten")
    assertContains(pagina, "Anne Voorbeeld, voorzitter")

    response = client.post(url(besloten), follow=True)

    assertContains(response, "De documenten worden gemaakt.")
    assert Uitgifteopdracht.objects.count() == 2


def test_dubbelklik_is_een_opdracht_per_document(client, besloten, fatima):
    fatima.aanmelden(client)

    for _ in range(2):
        assertRedirects(client.post(url(besloten)), document(besloten))

    assert Uitgifteopdracht.objects.count() == 2


def test_collega_die_later_drukt_leest_wie_het_deed(client, besloten, opdrachten, jan):
    jan.aanmelden(client)

    response = client.post(url(besloten), follow=True)

    assertContains(response, "Fatima Voorbeeld was je net voor.")
    assert Uitgifteopdracht.objects.count() == 2


def test_na_de_opdracht_leidt_de_pagina_naar_het_document(client, besloten, opdrachten, fatima):
    fatima.aanmelden(client)

    assertRedirects(client.get(url(besloten)), document(besloten))


def test_uitgeven_vraagt_een_verse_code(client, besloten, fatima):
    fatima.aanmelden(client, met_code=False)

    response = client.post(url(besloten))

    assertRedirects(
        response, f"{reverse('bevestigen')}?next={url(besloten)}", fetch_redirect_response=False
    )
    assert not Uitgifteopdracht.objects.exists()


def test_zonder_besluit_staat_er_waarom_niet(client, getekend, fatima):
    fatima.aanmelden(client)

    zin = "De examencommissie heeft nog niet besloten."
    assertContains(client.get(url(getekend)), zin)
    assertContains(client.post(url(getekend)), zin, status_code=422)


def test_weggevallen_erkenning_vraagt_een_motivering(client, besloten, plaatsing, fatima):
    plaatsing.leerbedrijf.erkenningen.update(ingetrokken_op=plaatsing.begin)
    fatima.aanmelden(client)
    assertContains(client.get(url(besloten)), "Let op de erkenning")

    leeg = client.post(url(besloten), {"motivering": "  "})
    client.post(url(besloten), {"motivering": "De commissie zag het werk zelf."})

    assertContains(
        leeg, "Schrijf op waarom de verklaring toch kan worden uitgegeven.", status_code=422
    )
    motiveringen = Uitgifteopdracht.objects.values_list("motivering", flat=True)
    assert set(motiveringen) == {"De commissie zag het werk zelf."}


def test_school_die_niet_meer_mag_uitgeven_geeft_niets_uit(client, besloten, fatima):
    besloten.instelling.mag_uitgeven.update(tot=besloten.status_sinds.date().replace(year=2025))
    fatima.aanmelden(client)

    response = client.post(url(besloten), {"motivering": "Toch maar wel."})

    assertContains(response, "mag op", status_code=422)
    assertContains(response, "niets uitgeven voor crebo 25743", status_code=422)
    assert not Uitgifteopdracht.objects.exists()


@pytest.mark.parametrize(
    ("wie", "status"), [("karin", 404), ("anne", 403), ("johan", 403), ("samira", 403)]
)
def test_een_ander_geeft_niet_uit(client, besloten, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(besloten)).status_code == status
    assert client.post(url(besloten)).status_code == status
    assert not Uitgifteopdracht.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_collegas_tegelijk_is_een_opdracht_per_document(besloten, fatima, jan):
    toestellen = [wie.aanmelden(Client()) for wie in (fatima, jan)]

    for _ in range(20):
        Uitgifteopdracht.objects.all().delete()
        codes = tegelijk(lambda een: een.post(url(besloten)).status_code, toestellen)

        assert codes == [302, 302]
        assert Uitgifteopdracht.objects.count() == 2


def test_extra_uit_onbevestigde_startgegevens_houdt_de_uitgifte_tegen(
    client, besloten, johan, fatima
):
    dienst = f.kwalificatie("25741", "Assistent dienstverlening", profiel="P2")
    regel = f.planregel(
        besloten.plaatsingen.get(), "P2-K1-W1", "Maakt (werk)ruimtes gebruiksklaar",
        kwalificatie=dienst, extra=True,
    )  # fmt: skip
    f.eindoordeel(regel, johan.lid)
    fatima.aanmelden(client)

    response = client.post(url(besloten))

    assertContains(response, "Assistent dienstverlening (25741)", status_code=422)
    assert Uitgifteopdracht.objects.count() == 0
