"""The voortgangsoverzicht: how it goes on a day, for whoever may see it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.verklaringen.lezer import bladen, lopende_tekst
from tests.verklaringen.voorbeelden import OVERZICHT
from trajecten.models import Niveau, Plaatsing
from verklaringen.documenten import voortgangsoverzicht
from verklaringen.models import Afdruk

VANDAAG = timezone.localdate()


def vragen(client, traject):
    url = reverse("verklaringen:voortgangsoverzicht_afdrukken", args=[traject.pk])
    return client.post(url)


@pytest.mark.parametrize("wie", ["fatima", "johan", "samira"])
def test_school_praktijkopleider_en_kandidaat_vragen_het(client, planregel, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    response = vragen(client, planregel.traject)

    assertRedirects(response, reverse("verklaringen:afdruk", args=[Afdruk.objects.get().pk]))


@pytest.mark.parametrize(
    ("wie", "status"), [("anne", 403), ("els", 404), ("karin", 404), ("tarik", 404)]
)
def test_een_ander_krijgt_het_niet(client, planregel, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert vragen(client, planregel.traject).status_code == status


@pytest.mark.parametrize(
    ("wie", "pagina", "knop"),
    [
        ("fatima", "trajecten:detail", "Print het voortgangsoverzicht"),
        ("johan", "trajecten:begeleiding", "Print het overzicht"),
        ("samira", "trajecten:dit_kan_ik", "Print mijn overzicht"),
    ],
)
def test_de_knop_staat_waar_men_zoekt(client, planregel, wie, pagina, knop, request):
    request.getfixturevalue(wie).aanmelden(client)
    args = [] if wie == "samira" else [planregel.traject_id]

    assertContains(client.get(reverse(pagina, args=args)), knop)


def test_zonder_opleiding_is_er_niets_te_tonen(client, traject, fatima):
    fatima.aanmelden(client)
    traject.kwalificatie = None
    traject.status = "intake"
    traject.save()

    assert vragen(client, traject).status_code == 404


def test_elk_werkproces_heeft_zijn_laatste_niveau_en_dag(plaatsing, johan):
    een = f.planregel(plaatsing, "B1-K1-W1")
    f.planregel(plaatsing, "B1-K1-W2", "Voert uit")
    f.aftekening(een, johan.lid, Niveau.MET_HULP)
    f.aftekening(een, johan.lid, Niveau.ZELFSTANDIG)

    (plek,) = voortgangsoverzicht.inhoud(plaatsing.traject, [plaatsing], VANDAAG)["plekken"]

    assert [(r["code"], r["niveau"], r["op"]) for r in plek["werkprocessen"]] == [
        ("B1-K1-W1", "Zelfstandig", VANDAAG.isoformat()),
        ("B1-K1-W2", "Nog niet ingevuld", ""),
    ]
    assert plek["afgetekend"] == 1


def test_praktijkopleider_leest_niets_over_een_ander_leerbedrijf(client, planregel, els, johan):
    Plaatsing.objects.filter(pk=planregel.plaatsing_id).update(beeindigd_op=VANDAAG)
    elders = f.plaatsing(planregel.traject, els.lid)
    f.planregel(elders, "B1-K1-W2", "Voert uit")
    els.aanmelden(client)

    vragen(client, planregel.traject)

    (plek,) = Afdruk.objects.get().inhoud["plekken"]
    assert plek["leerbedrijf"] == str(elders.leerbedrijf)


@pytest.mark.parametrize(
    "zin",
    [
        "Werkdocument uit het portaal. Geen diploma, mbo-certificaat of mbo-verklaring.",
        "Stand op 1 mei 2026",
        "1 van 2 werkprocessen zelfstandig.",
        "2 februari 2026 tot en met 30 oktober 2026. Begeleiding op het werk: Johan Voorbeeld.",
        "extra, uit Assistent dienstverlening",
        "Aan zet: Johan Voorbeeld (praktijkopleider)",
    ],
)
def test_overzicht_leest_als_vastgelegd(renderer, zin):
    assert zin in lopende_tekst(renderer.renderen(voortgangsoverzicht.drukwerk(OVERZICHT)))


def test_geboortedatum_handtekening_en_zegel_staan_er_nooit_op(planregel, fatima, renderer):
    f.identiteit(planregel.traject.kandidaat, fatima.lid)
    inhoud = voortgangsoverzicht.inhoud(planregel.traject, [planregel.plaatsing], VANDAAG)
    drukwerk = voortgangsoverzicht.drukwerk(inhoud)
    gelezen = lopende_tekst(renderer.renderen(drukwerk)).lower()

    for woord in ("1991", "zwolle", "handtekening", "documentnummer", "controleer"):
        assert woord not in gelezen
    assert drukwerk.beelden == {}


def test_twee_leerbedrijven_met_twintig_werkprocessen_lopen_door(renderer):
    regel = OVERZICHT["plekken"][0]["werkprocessen"][0] | {"titel": "Voert werk uit " * 12}
    plek = OVERZICHT["plekken"][0] | {"werkprocessen": [regel] * 20}
    pdf = renderer.renderen(voortgangsoverzicht.drukwerk(OVERZICHT | {"plekken": [plek, plek]}))

    assert bladen(pdf) == 4
    assert lopende_tekst(pdf).count("B1-K1-W1") == 40
