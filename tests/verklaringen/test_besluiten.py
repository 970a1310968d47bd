"""The decision of the examencommissie: in the portal, or signed on paper and recorded."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests.draden import tegelijk
from tests.verklaringen.test_papier import pdf
from trajecten.models import Besluit, Bron, Status
from verklaringen.models import Soort, Vaststelling


def url(traject):
    return reverse("verklaringen:besluiten", args=[traject.pk])


def invoer(**anders):
    return {
        "uitkomst": "toegekend",
        "naam": "Anne Voorbeeld",
        "functie": "voorzitter",
        "plaats": "Zwolle",
        "gebeurd_op": timezone.localdate().isoformat(),
        "reden": "",
    } | anders


def test_examencommissie_leest_alles_en_kent_toe(client, getekend, anne):
    anne.aanmelden(client)
    pagina = client.get(url(getekend))
    assertContains(pagina, "Samira werkt zelfstandig.")
    assertContains(pagina, "Ontvangt goederen en/of producten")
    assertContains(pagina, 'value="Anne Voorbeeld"')

    response = client.post(url(getekend), invoer(), follow=True)

    assertContains(response, "Het besluit is vastgelegd: toegekend.")
    besluit = Besluit.objects.get()
    assert (besluit.naam, besluit.functie, besluit.bron) == (
        "Anne Voorbeeld",
        "voorzitter",
        Bron.PORTAAL,
    )
    assert Vaststelling.objects.geldig().filter(soort=Soort.MBO_VERKLARING).count() == 1


def test_afwijzen_zonder_reden_wordt_bij_het_veld_gevraagd(client, getekend, anne):
    anne.aanmelden(client)

    response = client.post(url(getekend), invoer(uitkomst="afgewezen", functie="secretaris"))

    assertContains(response, "Schrijf op waarom de examencommissie dit besluit", status_code=422)
    assertContains(response, 'value="secretaris"', status_code=422)
    assert not Besluit.objects.exists()


def test_afwijzen_brengt_het_terug_naar_de_school(client, getekend, anne):
    anne.aanmelden(client)

    client.post(url(getekend), invoer(uitkomst="afgewezen", reden="Het bewijs is te mager."))

    getekend.refresh_from_db()
    assert getekend.status == Status.SCHOOLOORDEEL
    assert not Vaststelling.objects.geldig().exists()


def test_na_aanhouden_kan_er_nog_besloten_worden(client, getekend, anne):
    anne.aanmelden(client)
    client.post(url(getekend), invoer(uitkomst="aangehouden", reden="Eerst de uren nagaan."))
    assertContains(client.get(url(getekend)), "Eerst de uren nagaan.")

    client.post(url(getekend), invoer())

    assert list(Besluit.objects.values_list("volgnummer", "uitkomst")) == [
        (1, "aangehouden"),
        (2, "toegekend"),
    ]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"uitkomst": ""}, "Kies het besluit."),
        ({"naam": ""}, "Vul de naam in van wie besluit."),
        ({"naam": "Jаn"}, "Naam"),
        ({"functie": ""}, "Vul de functie in"),
        ({"gebeurd_op": "2099-01-01"}, "Deze dag is nog niet geweest."),
        ({"gebeurd_op": ""}, "Vul de datum van het besluit in."),
    ],
)
def test_fout_staat_bij_het_veld_en_de_rest_blijft_staan(client, getekend, anne, anders, zin):
    anne.aanmelden(client)

    response = client.post(url(getekend), invoer(plaats="Zutphen") | anders)

    assertContains(response, zin, status_code=422)
    assertContains(response, 'value="Zutphen"', status_code=422)
    assert not Besluit.objects.exists()


def test_school_legt_een_besluit_op_papier_vast_met_de_scan(client, getekend, fatima):
    fatima.aanmelden(client)
    assertContains(
        client.post(url(getekend), invoer()), "Voeg een scan van het getekende", status_code=422
    )

    response = client.post(url(getekend), invoer(scan=pdf()))

    assertRedirects(response, reverse("verklaringen:ondertekening", args=[getekend.pk]))
    besluit = Besluit.objects.get()
    assert (besluit.bron, besluit.door) == (Bron.PAPIER, fatima.lid)
    assert besluit.scan


def test_dubbelklik_is_een_besluit_en_zegt_wie_besloot(client, getekend, anne):
    anne.aanmelden(client)
    client.post(url(getekend), invoer())

    response = client.post(url(getekend), invoer(uitkomst="afgewezen", reden="Toch niet."))

    assertContains(response, "De examencommissie heeft al besloten.", status_code=422)
    assertContains(response, "door Anne Voorbeeld, voorzitter", status_code=422)
    assert Besluit.objects.count() == 1


def test_besluiten_vraagt_een_verse_code(client, getekend, anne):
    anne.aanmelden(client, met_code=False)

    response = client.post(url(getekend), invoer())

    assertRedirects(
        response, f"{reverse('bevestigen')}?next={url(getekend)}", fetch_redirect_response=False
    )
    assert not Besluit.objects.exists()


def test_zonder_beide_handtekeningen_is_er_niets_te_besluiten(client, blad, anne, fatima):
    fatima.aanmelden(client)

    response = client.post(url(blad.traject), invoer(scan=pdf()))

    assertContains(response, "ligt nu niet bij de examencommissie", status_code=422)
    anne.aanmelden(client)
    assert client.get(url(blad.traject)).status_code in {200, 404}
    assert not Besluit.objects.exists()


@pytest.mark.parametrize(
    ("wie", "status"), [("boris", 404), ("karin", 404), ("johan", 403), ("samira", 403)]
)
def test_een_ander_besluit_niet(client, getekend, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(getekend)).status_code == status
    assert client.post(url(getekend), invoer()).status_code == status
    assert not Besluit.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_leden_tegelijk_is_een_besluit(getekend, anne):
    toestellen = [anne.aanmelden(Client()) for _ in range(2)]

    for _ in range(20):
        Vaststelling.objects.filter(soort=Soort.MBO_VERKLARING).delete()
        Besluit.objects.all().delete()
        codes = tegelijk(lambda een: een.post(url(getekend), invoer()).status_code, toestellen)

        assert sorted(codes) == [302, 422]
        assert Besluit.objects.count() == 1
        assert Vaststelling.objects.geldig().filter(soort=Soort.MBO_VERKLARING).count() == 1
