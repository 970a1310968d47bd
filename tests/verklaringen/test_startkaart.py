"""The startkaart: one page for the work floor, asked by the school or the praktijkopleider."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.verklaringen.lezer import beeld, bladen, lopende_tekst
from tests.verklaringen.voorbeelden import STARTKAART
from trajecten.models import Gebruiker, Kandidaat, Route, Werkproces
from verklaringen.documenten import startkaart
from verklaringen.models import Afdruk

LANG = "Je bereidt je werk voor en spreekt het af met collega's, klanten en andere mensen om je"


def vragen(client, plaatsing):
    return client.post(reverse("verklaringen:startkaart_afdrukken", args=[plaatsing.pk]))


@pytest.mark.parametrize("wie", ["fatima", "johan"])
def test_school_en_praktijkopleider_vragen_de_kaart(client, planregel, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    response = vragen(client, planregel.plaatsing)

    assertRedirects(response, reverse("verklaringen:afdruk", args=[Afdruk.objects.get().pk]))
    assertContains(client.get(response.url), "Startkaart van Samira Voorbeeld")


@pytest.mark.parametrize(("wie", "status"), [("samira", 403), ("els", 404), ("karin", 404)])
def test_een_ander_krijgt_geen_kaart(client, planregel, wie, status, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert vragen(client, planregel.plaatsing).status_code == status
    assert not Afdruk.objects.exists()


@pytest.mark.parametrize(
    ("wie", "pagina"), [("fatima", "trajecten:detail"), ("johan", "trajecten:begeleiding")]
)
def test_de_knop_staat_waar_men_zoekt(client, planregel, wie, pagina, request):
    request.getfixturevalue(wie).aanmelden(client)

    response = client.get(reverse(pagina, args=[planregel.traject_id]))

    assertContains(response, "Print de startkaart")


def test_kaart_zegt_de_taken_in_gewone_woorden(planregel):
    Werkproces.objects.update(eigen_uitleg="Je maakt je werk klaar.")

    assert startkaart.inhoud(planregel.plaatsing)["taken"] == ["Je maakt je werk klaar."]


def test_kaart_noemt_wie_helpt_met_een_nummer(planregel, johan, fatima):
    Gebruiker.objects.filter(pk=johan.lid.gebruiker_id).update(telefoon="0612345679")
    traject = planregel.traject
    traject.instelling.telefoon = "0570123456"
    traject.instelling.save()

    helpers = startkaart.inhoud(planregel.plaatsing)["helpers"]

    assert [(h["naam"], h["telefoon"]) for h in helpers] == [
        ("Johan Voorbeeld", "0612345679"),
        ("Fatima Voorbeeld", "0570123456"),
    ]


def test_zonder_coordinator_helpt_de_school(planregel):
    planregel.traject.coordinator = None

    (*_, school) = startkaart.inhoud(planregel.plaatsing)["helpers"]

    assert (school["naam"], school["wat"]) == (planregel.traject.instelling.naam, "school")


def test_telefoon_van_de_kandidaat_staat_niet_op_een_kaart_aan_de_muur(planregel):
    Kandidaat.objects.update(telefoon="0687654321")

    assert "0687654321" not in str(startkaart.inhoud(planregel.plaatsing))


@pytest.mark.parametrize(
    "zin",
    [
        "Werkdocument uit het portaal. Geen diploma, mbo-certificaat of mbo-verklaring.",
        "maandag 2 februari 2026 tot en met 30 oktober 2026, 24 uur per week",
        "Deze taken leert Samira",
        "mbo-coördinator, Roc Voorbeeld nummer volgt",
        "Elke week",
        "Zo eindigt het",
        "een praktijkverklaring. Samira en de praktijkopleider tekenen die allebei.",
    ],
)
def test_kaart_leest_als_afgesproken(renderer, zin):
    assert zin in lopende_tekst(renderer.renderen(startkaart.drukwerk(STARTKAART)))


def test_route_zonder_blad_belooft_geen_praktijkverklaring(planregel, renderer):
    planregel.traject.route = Route.DIPLOMA
    inhoud = startkaart.inhoud(planregel.plaatsing)

    assert "praktijkverklaring" not in lopende_tekst(renderer.renderen(startkaart.drukwerk(inhoud)))


def test_twintig_lange_taken_en_lange_namen_blijven_op_een_blad(plaatsing, renderer):
    for nummer in range(23):
        f.planregel(plaatsing, f"B1-K1-W{nummer}", LANG)
    inhoud = startkaart.inhoud(plaatsing) | {
        "kandidaat": "Maria-Magdalena van der Westhuizen-Bartholomeus",
        "leerbedrijf": "Stichting Samenwerkende Woonzorgcentra Twente en Omstreken, Denekamp",
    }
    pdf = renderer.renderen(startkaart.drukwerk(inhoud))

    assert bladen(pdf) == 1
    assert lopende_tekst(pdf).count(LANG) == startkaart.TAKEN_HOOGUIT
    assert "En nog 3 taken." in lopende_tekst(pdf)
    blad = beeld(pdf)
    assert blad.crop((blad.width - 80, 0, blad.width, blad.height)).getextrema() == (255, 255)


def test_taken_lezen_eerst_links_naar_beneden(renderer):
    drukwerk = startkaart.drukwerk(STARTKAART | {"taken": ["een", "twee", "drie"]})

    assert "een</td><td>drie" in drukwerk.html
