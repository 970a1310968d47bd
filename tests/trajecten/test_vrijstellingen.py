"""Exemptions: asked by the kandidaat, with evidence, decided by the examencommissie."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.verklaringen.test_papier import pdf
from trajecten import models as m
from trajecten import rules

VANDAAG = timezone.localdate()


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path / "opslag"


def vragen(traject):
    return reverse("trajecten:vrijstellingen", args=[traject.pk])


def gevraagd(**anders):
    return {
        "waarvoor": "kerntaak:B1-K1", "keuzedeel": "", "deel": "", "eerder_niveau": "",
        "grond": "Ik deed dit al bij een ander bedrijf.", "omschrijving": "",
        "gebeurd_op": VANDAAG.isoformat(),
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
    ],
)
def test_rekenen_alleen_na_een_examen_van_hetzelfde_niveau(client, diploma, samira, eerder, mag):
    samira.aanmelden(client)

    response = client.post(vragen(diploma), gevraagd(waarvoor="rekenen:") | eerder)

    assert m.Vrijstellingsverzoek.objects.exists() == mag
    if not mag:
        assertContains(response, "Voor rekenen kan een vrijstelling alleen na", status_code=422)


def test_zonder_antwoord_over_het_eerdere_examen_blijft_de_vraag_staan(client, diploma, samira):
    samira.aanmelden(client)

    response = client.post(vragen(diploma), gevraagd(waarvoor="rekenen:"))

    assertContains(response, "Kies waar eerder examen is gedaan.", status_code=422)
    assertContains(response, "Ik deed dit al bij een ander bedrijf.", status_code=422)
    assert not m.Vrijstellingsverzoek.objects.exists()


@pytest.mark.parametrize(
    ("waarvoor", "velden"),
    [
        ("kerntaak:B1-K1", {"deel"}),
        ("keuzedeel:", {"deel", "keuzedeel"}),
        ("nederlands:", {"deel", "eerder_examen", "zelfde_niveau", "eerder_niveau"}),
        ("rekenen:", {"eerder_examen", "zelfde_niveau", "eerder_niveau"}),
        ("burgerschap:", set()),
    ],
)
def test_na_het_examen_komen_alleen_de_vragen_die_erbij_horen(
    client, diploma, samira, waarvoor, velden
):
    samira.aanmelden(client)

    form = client.get(vragen(diploma), {"waarvoor": waarvoor}).context["form"]

    assert set(form.fields) == {"waarvoor", "grond", "omschrijving", "bewijs"} | velden


@pytest.mark.parametrize(
    ("gekozen", "zin"),
    [({}, "Kies voor welk examen."), ({"waarvoor": "kerntaak:B9-K9"}, "hoort niet bij deze")],
)
def test_eerst_kiest_de_kandidaat_een_examen(client, diploma, samira, gekozen, zin):
    samira.aanmelden(client)
    assertContains(client.get(vragen(diploma)), "Voor welk examen?")

    response = client.get(vragen(diploma), {"verder": "Ga verder"} | gekozen)

    assertContains(response, zin, status_code=422)


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


def test_bewijs_is_te_downloaden_door_wie_het_aangaat(client, verzoek, anne, boris):
    url = reverse("trajecten:bewijs", args=[verzoek.bewijzen.get().pk])
    anne.aanmelden(client)
    response = client.get(url)

    assert response.content == b"%PDF-1.4 voorbeeld"
    assert response["Content-Disposition"].startswith("attachment")
    boris.aanmelden(client)
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(("uitkomst", "ziet"), [("deels", True), ("verleend", False)])
def test_kandidaat_leest_het_besluit_en_waar_beroep_kan(
    client, verzoek, samira, anne, uitkomst, ziet
):
    f.vrijstellingsbesluit(verzoek, anne.lid, uitkomst)
    samira.aanmelden(client)

    response = client.get(vragen(verzoek.traject))

    assertContains(response, "Het bewijs dekt dit.")
    toont = "commissie van beroep voor de examens" in response.text
    assert toont == ziet


def test_de_examencommissie_komt_vanaf_het_dossier_bij_de_vrijstellingen(client, verzoek, anne):
    anne.aanmelden(client)

    assertContains(client.get(verzoek.traject.get_absolute_url()), vragen(verzoek.traject))


def test_kandidaat_met_examens_vindt_de_weg(client, diploma, samira):
    samira.aanmelden(client)

    assertContains(client.get(reverse("trajecten:dit_kan_ik")), vragen(diploma))
    m.Traject.objects.update(route=m.Route.PRAKTIJKVERKLARING)
    assertNotContains(client.get(reverse("trajecten:dit_kan_ik")), vragen(diploma))
