"""After the end: one tap of the kandidaat on the phone, and one call typed by the jobcoach."""

import pytest

from tests import factories as f
from tests import maken_nazorg as maken
from tests.browser.conftest import LAPTOP, TELEFOON
from tests.browser.test_aftekenen import MATEN, kiezen, nakijken
from tests.spelers import Speler
from trajecten.models import Rol

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def klaar(school, fatima, noor, mo):
    kandidaat = f.kandidaat("Samira Voorbeeld")
    wie = {"instelling": school, "coordinator": fatima.lid, "kandidaat": kandidaat}
    rij = maken.geeindigd_traject(92, **wie)
    maken.jobcoaching(rij, noor.lid)
    maken.verwezen(rij, mo.lid)
    return rij


def tikken(page, woord):
    page.get_by_role("button", name=woord, exact=True).click()
    page.wait_for_load_state("networkidle")


@MATEN
def test_werk_je_nu_in_een_tik(pagina, klaar, maat):
    zij = Speler(f.lid(Rol.KANDIDAAT, "Samira Voorbeeld", kandidaat=klaar.kandidaat))
    scherm = pagina(zij, maat)
    page = scherm.naar("/mijn/")
    assert page.get_by_text("Werk je nu?").is_visible()
    nakijken(scherm, "werk_je_nu")
    assert scherm.bytes < 100_000

    tikken(page, "Ja")
    assert klaar.nazorgmetingen.get().werk == "ja"
    nakijken(scherm, "werk_uren")
    tikken(page, "12 uur of meer")
    nakijken(scherm, "werk_waar")
    tikken(page, "Waar ik leerde")
    tikken(page, "Nee")
    nakijken(scherm, "werk_klaar")

    meting = klaar.nazorgmetingen.nu().get()
    assert (meting.uren, meting.waar, meting.uitkering) == ("12_of_meer", "leerbedrijf", "nee")


def test_niet_meer_vragen(pagina, klaar):
    scherm = pagina(Speler(f.lid(Rol.KANDIDAAT, kandidaat=klaar.kandidaat)), TELEFOON)
    page = scherm.naar("/mijn/nu/")
    page.get_by_role("link", name="Vraag mij dit niet meer").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "niet_meer_vragen")

    tikken(page, "Vraag mij dit niet meer")

    assert page.get_by_text("We vragen dit niet meer.").is_visible()


@MATEN
def test_een_gesprek_van_de_jobcoach(pagina, klaar, noor, maat):
    scherm = pagina(noor, maat)
    page = scherm.naar("/mijn/")
    nakijken(scherm, "jobcoach_werklijst")
    page.get_by_role("link", name="Bel nu voor Samira Voorbeeld").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "jobcoach_bellen")

    tikken(page, "Niet opgenomen")
    nakijken(scherm, "jobcoach_gebeld")
    kiezen(page, "Ja, 12 uur per week of meer")
    kiezen(page, "Bij een andere werkgever")
    page.get_by_role("group", name="Is er nu een uitkering?").get_by_text("Nee").click()
    tikken(page, "Bewaar antwoord")

    nakijken(scherm, "jobcoach_bellijst_leeg")
    meting = klaar.nazorgmetingen.get()
    assert (meting.werkt, meting.waar, meting.uitkering) == (True, "andere_werkgever", "nee")


@MATEN
def test_bellijst_en_trajectpagina(pagina, klaar, fatima, noor, maat):
    scherm = pagina(fatima, maat)
    scherm.naar("/nazorg/")
    nakijken(scherm, "bellijst")
    maken.nazorgmeting(klaar, noor.lid, waar="leerbedrijf", uitkering="nee")
    scherm.naar(klaar.get_absolute_url())
    nakijken(scherm, "traject_nazorg")
    scherm.naar(f"/trajecten/{klaar.pk}/jobcoach/")
    nakijken(scherm, "jobcoach_koppelen")


def test_doelgroepen(pagina, klaar, mo):
    beleid = Speler(f.lid(Rol.BELEID, "Bas Voorbeeld", organisatie=mo.lid.organisatie))
    scherm = pagina(beleid, LAPTOP)
    page = scherm.naar("/doelgroepen/")
    nakijken(scherm, "doelgroepgebruik")
    kiezen(page, "Ja")
    page.get_by_label("Welke grond noemt de DPIA?").fill("DPIA van 3 november.")
    tikken(page, "Bewaar dit besluit")

    scherm = pagina(mo, LAPTOP)
    scherm.naar(f"/trajecten/{klaar.pk}/doelgroepen/")
    nakijken(scherm, "doelgroepen")
