"""The figures in real Chromium: the quarter of a beleidsmedewerker, on a phone and on a laptop."""

import pytest

from portal.cijfers import actions
from portal.cijfers.vragen.bladen import BLADEN
from tests import factories as f
from tests.portal.cijfers.bevolking import bevolken
from tests.portal.cijfers.levensloop import NU
from tests.spelers import Speler
from tests.verklaringen.lezer import bladen, tekst
from trajecten.models import Rol

from .conftest import LAPTOP, TELEFOON

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def bas(transactional_db):
    """Makes policy at the gemeente Aland, of which the figures are published."""
    wereld = bevolken(150)
    actions.herbouwen(nu=NU)
    aland = wereld.gemeenten[0].pk
    actions.publiceren(wie=[("gemeente", aland), ("regio_zonder", aland)], nu=NU)
    return Speler(f.lid(Rol.BELEID, "Bas Voorbeeld", organisatie=wereld.verwijzers[0]))


def test_kwartaal_van_wie_beleid_maakt(pagina, bas):
    page = pagina(bas, LAPTOP).naar("/mijn/")

    # From signing in to the printed sheet in two clicks.
    page.get_by_role("link", name="Voor de raad").first.click()
    with page.expect_download() as gehaald:
        page.get_by_role("link", name="Download als PDF").click()

    inhoud = gehaald.value.path().read_bytes()
    assert bladen(inhoud) == 1
    assert "Praktijkleren in Aland" in tekst(inhoud)
    assert bladen(page.pdf(format="A4", prefer_css_page_size=True)) == 1
    for maat in (TELEFOON, LAPTOP):
        elk_blad_is_te_lezen(pagina(bas, maat))


def elk_blad_is_te_lezen(scherm):
    """Every page of the dashboards: axe finds nothing, nothing sticks out, the table opens."""
    paden = [f"/dashboard/{naam}/?periode=2025" for naam in BLADEN]
    for pad in ("/dashboard/", "/dashboard/raad/", "/dashboard/begrippen/", *paden):
        page = scherm.naar(pad)
        assert (pad, scherm.axe(), scherm.loopt_over()) == (pad, [], False)
    page.get_by_text("Toon als tabel").first.click()
    assert page.get_by_role("table").first.is_visible()
