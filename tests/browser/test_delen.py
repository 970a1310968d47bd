"""The kandidaat shows a document to an employer on another device, and stops again."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, TELEFOON
from tests.browser.stroom import Venster
from tests.browser.test_aftekenen import MATEN
from tests.verklaringen.conftest import opslag as eigen_opslag  # noqa: F401
from tests.verklaringen.maken_uitgiften import document

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("verse_remmen"),
]


@pytest.fixture
def pv(traject, plaatsing, fatima):
    return document(traject, fatima.lid, plaatsing)


@MATEN
def test_delen_bekijken_en_stoppen(pagina, pv, samira, live_server, settings, maat):
    settings.CONTROLEER_URL = f"{live_server.url}/controleren/"
    ik = Venster(pagina, samira, maat)
    ik.naar("/mijn/bewijzen/").druk("Deel").leest("Hoe lang?").druk("1 week")
    link = ik.page.locator("[data-deel]").get_attribute("data-deel")
    assert link.startswith(f"{live_server.url}/controleren/#")

    ander = Venster(pagina, None, LAPTOP if maat == TELEFOON else TELEFOON)
    openen(ander, link)
    ander.page.get_by_text("Samira Voorbeeld deelt dit document met u").wait_for()
    ander.kijk().leest("Samira Voorbeeld").leest("B1-K1-W1").leest(pv.nummer)
    assert "#" not in ander.page.url

    ik.naar("/mijn/bewijzen/").leest("1 keer geopend.").druk("Stop delen")
    ik.leest("Gestopt. De link en de QR-code werken niet meer.")
    openen(ander, link)
    ander.page.get_by_role("heading", name="Wij kennen deze code niet.").wait_for()
    ander.kijk()
    assert "Samira" not in ander.page.content()


@MATEN
def test_de_qr_vult_het_scherm(pagina, pv, samira, maat):
    """A camera across the table reads it: whole, in sight at once, and as wide as it can be."""
    ik = Venster(pagina, samira, maat)
    ik.naar("/mijn/bewijzen/").druk("Deel", "1 dag")
    qr = ik.page.get_by_role("img", name="QR-code om je bewijs te laten zien")

    expect(qr).to_be_in_viewport(ratio=1)
    breedte, hoogte = maat
    assert qr.bounding_box()["width"] >= min(breedte, hoogte) * 0.55


def openen(venster, link):
    """Scan or follow the link: on a device where nobody is signed in, in a fresh tab."""
    venster.page.goto("about:blank")
    venster.page.goto(link)
