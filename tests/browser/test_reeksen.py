"""Issuing for a class in a real browser, with the worker as a real process."""

import subprocess
import zipfile

import pytest

from tests.browser.stroom import Venster, bevestigen, worker
from tests.browser.test_aftekenen import MATEN
from tests.verklaringen.conftest import klas  # noqa: F401
from tests.verklaringen.conftest import opslag as eigen_opslag  # noqa: F401
from trajecten import opslag
from verklaringen import actions
from verklaringen.models import Uitgifte

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@MATEN
def test_een_klas_van_kiezen_tot_printen(pagina, klas, fatima, farid, maat, tmp_path):  # noqa: F811
    ali, bo, cem = klas
    school = Venster(pagina, fatima, maat, met_code=False)
    school.naar("/uitgiftereeksen/").druk("Kies alle 3")
    actions.terughalen(traject=cem, door=farid.lid, reden="Er mist een plek.")

    school.druk("Controleer de namen")
    bevestigen(school)
    school.leest("Je geeft de documenten uit voor 2 mensen.").leest(ali.kandidaat.naam)
    school.leest("Deze mensen gaan niet mee (1)").leest("Cem Voorbeeld")
    school.page.get_by_role("button", name="Geef uit voor 2 mensen").click()
    school.page.get_by_text("0 van 3 klaar").wait_for()

    with school.stilstaand():
        school.page.reload()
        school.kijk()
    school.page.reload()
    school.leest("0 van 3 klaar").leest("De documenten worden gemaakt.")
    worker()
    school.page.get_by_text("2 van 3 klaar").wait_for()  # the page asks again by itself
    school.kijk().leest("Niet gelukt (1)").leest("Gaat niet mee")
    for uitgifte in Uitgifte.objects.all():
        assert school.page.get_by_role("link", name=uitgifte.nummer).is_visible()
    assert Uitgifte.objects.filter(traject__in=[ali, bo]).count() == 4

    archief = downloaden(school, "Maak de zip", "Download de zip", tmp_path)
    papier = downloaden(school, "Maak het printbestand", "Download het printbestand", tmp_path)
    assert uit_de_zip(archief) == {
        opslag.lezen(uitgifte.bestand) for uitgifte in Uitgifte.objects.select_related("bestand")
    }
    gelezen = lezen(papier)
    assert [naam for naam in ("Ali", "Bo", "Cem") if f"{naam} Voorbeeld" in gelezen] == [
        "Ali",
        "Bo",
    ]


def downloaden(venster, maken, knop, map_):
    """Ask for the file, let the worker make it, and take it from the page that shows it."""
    venster.page.get_by_role("button", name=maken).click()
    venster.page.get_by_text("Dit bestand wordt gemaakt.").wait_for()
    worker()
    link = venster.page.get_by_role("link", name=knop)
    link.wait_for()  # without a hand on the page
    venster.kijk()
    with venster.page.expect_download() as download:
        link.click()
    bestand = map_ / download.value.suggested_filename
    download.value.save_as(bestand)
    return bestand


def uit_de_zip(bestand):
    with zipfile.ZipFile(bestand) as archief:
        return {archief.read(naam) for naam in archief.namelist()}


def lezen(pdf):
    return subprocess.run(
        ["pdftotext", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()
