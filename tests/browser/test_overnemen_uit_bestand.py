"""Fatima takes over a class out of one zip: the page, what would happen, and what happened."""

import pytest

from tests.browser.test_aftekenen import MATEN, nakijken
from tests.trajecten import maken_zip
from tests.trajecten.maken_zip import inpakken, rij
from trajecten.models import Kwalificatie, Traject

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


@MATEN
def test_een_klas_in_een_zip(pagina, fatima, maat):
    maken_zip.omgeving(fatima.lid)
    Kwalificatie.objects.update(bevestigd_op=None, bevestigd_door="")
    fout = rij(9, crebo="99999", leerbedrijf_id="999999999", begin="31-02-2026")
    zip_ = {
        "name": "klas.zip",
        "mimeType": "application/zip",
        "buffer": inpakken(*(rij(n) for n in range(1, 4)), fout),
    }
    scherm = pagina(fatima, maat)

    page = scherm.naar("/inlezen/")
    page.get_by_text("Welke kolommen?").click()
    nakijken(scherm, "inlezen")
    page.get_by_label("Wat staat er in het bestand?").select_option("trajecten")
    page.locator("input[name=bestand]").set_input_files(zip_)
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()
    page.get_by_role("heading", name="Dit gaat er gebeuren").wait_for()
    nakijken(scherm, "inlezen_voorbeeld")
    page.get_by_label("heb dit gelezen").check()
    page.get_by_role("button", name="Lees de goede regels in").click()
    page.get_by_role("heading", name="Ingelezen").wait_for()
    nakijken(scherm, "inlezen_verslag")

    assert page.get_by_text("Overgenomen als TR-").count() == 3
    assert Traject.objects.count() == 3
