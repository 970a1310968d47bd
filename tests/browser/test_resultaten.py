"""Fatima records a result, and Samira reads it: on a phone and on a laptop, clean for axe."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests.browser.test_aftekenen import MATEN, nakijken
from tests.spelers import Speler
from tests.trajecten import maken_onderdelen as maken
from trajecten.models import Rol

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@MATEN
def test_school_legt_een_resultaat_vast_en_de_kandidaat_leest_het(pagina, maat):
    vandaag = timezone.localdate()
    traject = maken.diplomatraject(2, vandaag - timedelta(days=30))
    f.resultaat(traject, "kerntaak", 5)
    f.resultaat(traject, "les", "voldaan", naam="Hygiëne")
    scherm = pagina(Speler(traject.coordinator), maat)

    page = scherm.naar(f"/trajecten/{traject.pk}/onderdelen/")
    nakijken(scherm, "onderdelen")
    page.get_by_role("link", name="Leg een resultaat vast", exact=True).click()
    page.get_by_role("link", name="Kerntaak").click()
    page.get_by_label("Welke kerntaak?").select_option("B1-K1")
    page.get_by_label("Cijfer", exact=True).fill("8,5")
    page.get_by_label("Op welke dag?").fill(vandaag.isoformat())
    page.get_by_role("button", name="Bewaar het resultaat").click()
    assert page.get_by_text("heel cijfer. Hier staat 8,5").first.is_visible()
    nakijken(scherm, "resultaat_fout")
    page.get_by_label("Cijfer", exact=True).fill("8")
    page.get_by_role("button", name="Bewaar het resultaat").click()
    page.get_by_text("Bewaard: B1-K1").wait_for()

    kandidaat = pagina(Speler(f.lid(Rol.KANDIDAAT, kandidaat=traject.kandidaat)), maat)
    page = kandidaat.naar("/mijn/resultaten/")
    assert page.get_by_text("Werkt als assistent: 8").is_visible()
    nakijken(kandidaat, "mijn_resultaten")
