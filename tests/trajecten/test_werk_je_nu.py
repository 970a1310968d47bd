"""The kandidaat answers in one tap; what follows may be skipped."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests import maken_nazorg as maken
from tests.spelers import Speler
from trajecten.models import Nazorgstop, Rol

NU_DOEN = reverse("start:nu_doen")


@pytest.fixture
def klaar(school, fatima):
    return maken.geeindigd_traject(92, instelling=school, coordinator=fatima.lid)


@pytest.fixture
def zij(client, klaar):
    """The kandidaat, signed in."""
    speler = Speler(f.lid(Rol.KANDIDAAT, "Samira Voorbeeld", kandidaat=klaar.kandidaat))
    speler.aanmelden(client)
    return speler


def url(traject, stap="werk_je_nu"):
    return reverse(f"trajecten:{stap}", args=[traject.pk])


def tik(client, traject, antwoord, vraag="werk", na=0, maand=3):
    gegevens = {"vraag": vraag, "antwoord": antwoord, "na": na, "maand": maand}
    return client.post(url(traject), gegevens)


def nu(traject):
    meting = traject.nazorgmetingen.nu().get()
    return meting.werk, meting.uren, meting.waar, meting.uitkering, meting.leert_door


def test_de_kaart_staat_op_nu_doen(client, klaar, zij):
    response = client.get(NU_DOEN)

    assertContains(response, "Werk je nu?")
    assertContains(response, '<section class="kaart kaart--nu">', count=1)


@pytest.mark.parametrize(
    ("antwoord", "bewaard"),
    [
        ("ja", ("ja", "", "", "", None)),
        ("nee", ("nee", "", "", "", None)),
        ("leert", ("onbekend", "", "", "", True)),
    ],
)
def test_een_tik_is_bewaard(client, klaar, zij, antwoord, bewaard):
    response = tik(client, klaar, antwoord)

    assertRedirects(response, url(klaar))
    assert nu(klaar) == bewaard
    assert klaar.nazorgmetingen.get().antwoord_van == "kandidaat"
    assertNotContains(client.get(NU_DOEN), "Werk je nu?")


def test_de_vragen_erna_zijn_elk_een_tik(client, klaar, zij):
    tik(client, klaar, "ja")
    assertContains(client.get(url(klaar)), "Hoeveel uur werk je in een week?")
    tik(client, klaar, "12_of_meer", "uren", 1)
    assertContains(client.get(url(klaar)), "Waar werk je?")
    tik(client, klaar, "leerbedrijf", "waar", 2)
    assertContains(client.get(url(klaar)), "Krijg je nu een uitkering?")
    tik(client, klaar, "minder", "uitkering", 3)

    assertContains(client.get(url(klaar)), "Dank je wel.")
    assert nu(klaar) == ("ja", "12_of_meer", "leerbedrijf", "minder", None)
    assert klaar.nazorgmetingen.count() == 4


def test_wie_leert_mag_zeggen_of_er_werk_bij_is(client, klaar, zij):
    tik(client, klaar, "leert")
    assertContains(client.get(url(klaar)), "Werk je er ook bij?")

    tik(client, klaar, "ja", "ook", 1)

    assert nu(klaar) == ("ja", "", "", "", True)
    assertContains(client.get(url(klaar)), "Hoeveel uur werk je in een week?")


def test_overslaan_gaat_naar_de_volgende_vraag(client, klaar, zij):
    tik(client, klaar, "ja")

    assertContains(client.get(url(klaar)), 'href="?vraag=waar"')
    assertContains(client.get(url(klaar) + "?vraag=waar"), 'href="?vraag=uitkering"')
    assertContains(client.get(url(klaar) + "?vraag=uitkering"), 'href="?vraag=klaar"')
    assertContains(client.get(url(klaar) + "?vraag=klaar"), "Dank je wel.")


def test_het_antwoord_veranderen_bewaart_het_oude(client, klaar, zij):
    tik(client, klaar, "nee")
    assertContains(client.get(url(klaar) + "?vraag=werk"), "Werk je nu?")

    tik(client, klaar, "ja", na=1)

    assert list(klaar.nazorgmetingen.values_list("werk", flat=True)) == ["nee", "ja"]


def test_twee_keer_tikken_is_een_antwoord(client, klaar, zij):
    tik(client, klaar, "ja")
    response = tik(client, klaar, "ja")

    assertRedirects(response, url(klaar))
    assert klaar.nazorgmetingen.count() == 1


def test_de_jobcoach_was_eerder_beide_staan_er(client, klaar, zij, noor):
    maken.nazorgmeting(klaar, noor.lid, "nee")

    response = tik(client, klaar, "ja")

    assertContains(response, "Noor Voorbeeld schreef op: werkt niet.", status_code=409)
    assertContains(response, "Werk je nu? Ja.", status_code=409)
    tik(client, klaar, "ja", na=1)
    assert nu(klaar)[0] == "ja"


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"antwoord": "misschien"}, "Kies een van de antwoorden."),
        ({"antwoord": ""}, "Kies een van de antwoorden."),
        ({"vraag": "leeftijd"}, "Deze pagina was verouderd."),
        ({"vraag": "uren", "antwoord": "12_of_meer"}, "Zeg eerst of je werkt."),
        ({"maand": 12}, "De meting na 12 maanden is op"),
        ({"na": "x"}, "Deze pagina was verouderd."),
    ],
)
def test_een_kapotte_tik(client, klaar, zij, velden, zin):
    gegevens = {"vraag": "werk", "antwoord": "ja", "na": 0, "maand": 3} | velden

    response = client.post(url(klaar), gegevens)

    assertContains(response, zin, status_code=422)
    assert klaar.nazorgmetingen.count() == 0


def test_zonder_open_vraag_terug_naar_nu_doen(client, school, fatima):
    rij = maken.geeindigd_traject(20, instelling=school, coordinator=fatima.lid)
    Speler(f.lid(Rol.KANDIDAAT, kandidaat=rij.kandidaat)).aanmelden(client)

    assertRedirects(client.get(url(rij)), NU_DOEN)
    assertRedirects(tik(client, rij, "ja"), NU_DOEN)
    assert rij.nazorgmetingen.count() == 0
    assertNotContains(client.get(NU_DOEN), "Werk je nu?")


def test_niet_meer_vragen(client, klaar, zij):
    assertContains(client.get(NU_DOEN), url(klaar, "nazorg_niet_meer_vragen"))
    assertContains(client.get(url(klaar, "nazorg_niet_meer_vragen")), "Niemand belt je daarover.")

    assertRedirects(client.post(url(klaar, "nazorg_niet_meer_vragen")), NU_DOEN)

    assert Nazorgstop.objects.get().traject == klaar
    assertNotContains(client.get(NU_DOEN), "Werk je nu?")
    assertRedirects(tik(client, klaar, "ja"), NU_DOEN)


def test_een_ander_komt_er_niet(client, klaar, tarik, noor):
    tarik.aanmelden(client)
    assert tik(client, klaar, "ja").status_code == 404
    noor.aanmelden(client)
    assert tik(client, klaar, "ja").status_code == 403
    assert klaar.nazorgmetingen.count() == 0


def test_na_afsluiten_is_er_geen_vraag(client, zij, klaar):
    type(klaar).objects.filter(pk=klaar.pk).update(status="afgesloten")

    assertRedirects(tik(client, klaar, "ja"), NU_DOEN)
    assert klaar.nazorgmetingen.count() == 0
