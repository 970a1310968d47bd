"""Johan on his phone: three taps, undo, the next one ready; light, and clean for axe."""

import os

import pytest

from tests import factories as f
from tests.browser.conftest import LAPTOP, TELEFOON
from trajecten.models import Niveau, Status

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MATEN = pytest.mark.parametrize("maat", [TELEFOON, LAPTOP], ids=["390", "1280"])
TAKEN = {
    "B1-K1-W1": ("Bereidt assisterende werkzaamheden voor", "Je legt je spullen klaar."),
    "B1-K1-W2": ("Voert assisterende werkzaamheden uit", "Je doet het werk zoals afgesproken."),
    "P1-K1-W1": ("Ontvangt goederen en/of producten", "Je neemt goederen aan en controleert ze."),
    "P1-K1-W3": ("Verzamelt (retour)goederen", "Je zoekt de producten bij elkaar."),
}


@pytest.fixture
def plan(plaatsing):
    """A plan of four werkprocessen with their own plain sentence."""
    regels = []
    for code, (titel, uitleg) in TAKEN.items():
        regel = f.planregel(plaatsing, code, titel)
        regel.werkproces.eigen_uitleg = uitleg
        regel.werkproces.save()
        regels.append(regel)
    return regels


def nakijken(scherm, naam):
    """Clean for axe, nothing sideways; KIEKJES=map keeps a picture to look at."""
    assert scherm.axe() == []
    assert not scherm.loopt_over()
    if map_ := os.environ.get("KIEKJES"):
        breed = scherm.page.viewport_size["width"]
        scherm.page.screenshot(path=f"{map_}/{naam}-{breed}.png", full_page=True)


def kiezen(page, woord):
    """Tap the whole row, as a thumb does."""
    page.locator("label").get_by_text(woord, exact=True).click()


@MATEN
def test_drie_tikken(pagina, plan, johan, maat):
    scherm = pagina(johan, maat)
    page = scherm.naar("/w/")
    nakijken(scherm, "vandaag")

    tikken = 0
    for tik in ("Teken af", "Onder toezicht", "Bewaar"):
        page.get_by_text(tik).first.click()
        page.wait_for_load_state("networkidle")
        tikken += 1
        nakijken(scherm, f"tik{tikken}")

    assert page.get_by_role("status").filter(has_text="Samira ziet dit ook.").is_visible()
    assert tikken == 3
    assert plan[0].stand.niveau == Niveau.ONDER_TOEZICHT


def test_het_volgende_staat_klaar_voor_twee_tikken(pagina, plan, johan):
    page = pagina(johan).naar(plan[0].get_absolute_url())
    kiezen(page, "Zelfstandig")
    page.get_by_role("button", name="Bewaar").click()

    kiezen(page, "Met hulp")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("networkidle")

    assert [regel.stand.niveau for regel in plan[:2]] == ["zelfstandig", "met_hulp"]


@MATEN
def test_eerste_beeld_is_licht(pagina, plan, johan, maat):
    scherm = pagina(johan, maat)

    scherm.naar(plan[0].get_absolute_url())

    assert 0 < scherm.bytes < 100_000


def test_knoppen_zijn_groot_genoeg_voor_handschoenen(pagina, plan, johan):
    page = pagina(johan).naar(plan[0].get_absolute_url())

    doelen = [*page.locator(".keuze:visible").all(), page.get_by_role("button", name="Bewaar")]

    assert min(doel.bounding_box()["height"] for doel in doelen) >= 48
    assert len(doelen) == 6


@MATEN
def test_kan_hier_niet_vraagt_waarom(pagina, plan, johan, maat):
    scherm = pagina(johan, maat)
    page = scherm.naar(plan[0].get_absolute_url())
    assert not page.get_by_label("Het mag hier niet").is_visible()

    kiezen(page, "Kan hier niet")
    nakijken(scherm, "kan_hier_niet")
    page.get_by_role("button", name="Bewaar").click()
    assert page.get_by_text("Kies waarom dit hier niet kan.").is_visible()
    nakijken(scherm, "kan_hier_niet_fout")
    kiezen(page, "Het mag hier niet")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("networkidle")

    assert plan[0].stand.reden == "mag_niet"


def test_ongedaan_maken(pagina, plan, johan):
    page = pagina(johan).naar(plan[0].get_absolute_url())
    kiezen(page, "Zelfstandig")
    page.get_by_role("button", name="Bewaar").click()

    page.get_by_role("button", name="Ongedaan maken").click()
    page.wait_for_load_state("networkidle")

    assert page.get_by_text("Teruggenomen. Je kunt opnieuw kiezen.").is_visible()
    assert plan[0].stand is None


@MATEN
def test_botsing_laat_beide_zien(pagina, plan, plaatsing, johan, bedrijf, maat):
    scherm = pagina(johan, maat)
    page = scherm.naar(plan[0].get_absolute_url())
    els = f.lid("praktijkopleider", "Els Voorbeeld", leerbedrijf=bedrijf)
    f.aftekening(plan[0], els, Niveau.ZELFSTANDIG)

    kiezen(page, "Met hulp")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "botsing")
    page.get_by_role("button", name="Bewaar mijn keuze ook").click()
    page.wait_for_load_state("networkidle")

    assert [rij.niveau for rij in plan[0].aftekeningen.all()] == ["zelfstandig", "met_hulp"]


@MATEN
def test_meer_taken_uit_een_gesprek(pagina, plan, johan, maat):
    f.aftekening(plan[0], johan.lid, Niveau.ZELFSTANDIG)
    scherm = pagina(johan, maat)
    page = scherm.naar(f"/w/{plan[0].traject_id}/")
    page.get_by_role("link", name="Meer taken tegelijk aftekenen").click()
    page.wait_for_load_state("networkidle")

    for regel in plan[1:3]:
        page.locator(f"label[for=regel_{regel.pk}]").click()
    kiezen(page, "Onder toezicht")
    nakijken(scherm, "meer")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("networkidle")

    assert page.get_by_text("Bewaard: 2 taken. Samira ziet dit ook.").is_visible()
    assert [regel.stand.niveau for regel in plan[1:3]] == ["onder_toezicht"] * 2


@MATEN
def test_kaart_van_de_kandidaat_en_terugnemen(pagina, plan, johan, maat):
    f.aftekening(plan[0], johan.lid, Niveau.ZELFSTANDIG)
    f.aftekening(plan[1], johan.lid, Niveau.KAN_HIER_NIET, reden="mag_niet")
    oud = f.aftekening(plan[2], johan.lid, Niveau.MET_HULP)
    scherm = pagina(johan, maat)

    scherm.naar(f"/w/{plan[0].traject_id}/")
    nakijken(scherm, "begeleiding")
    scherm.naar(f"/aftekeningen/{oud.pk}/intrekken/")
    nakijken(scherm, "intrekken")


@MATEN
def test_eindoordeel_tot_de_school(pagina, plan, plaatsing, traject, johan, maat):
    traject.status = Status.EINDBEOORDELING
    traject.save()
    f.aftekening(plan[3], johan.lid, Niveau.KAN_HIER_NIET, reden="mag_niet")
    scherm = pagina(johan, maat)
    page = scherm.naar("/w/")
    page.get_by_text("Geef eindoordeel").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "eindoordeel")

    for regel in plan[:3]:
        page.locator(f"label[for=id_oordeel_{regel.pk}_0]").click()
    page.get_by_role("button", name="Bewaar eindoordeel").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "eindoordeel_bewaard")
    page.get_by_role("link", name="Klaar, stuur naar de school").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "versturen")
    page.get_by_role("button", name="Klaar, stuur naar de school").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "verstuurd")

    traject.refresh_from_db()
    assert traject.status == Status.SCHOOLOORDEEL
    assert plan[3].laatste_eindoordeel.oordeel == "niet_aangeboden"
