"""The look in real Chromium: axe, Content-Security-Policy, reflow, target size, small scripts."""

import mimetypes
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from portal.koppen import CSP
from tests.voorbeeldformulier import FOUTE_INVOER, VoorbeeldMetIndeling, pagina

pytestmark = pytest.mark.browser

ADRES = "http://voorbeeld.test"
SCHILLEN = ["kandidaat.html", "snel.html", "professional.html"]
INGEVULD = {
    "niveau": "hulp",
    "dagen": ["ma"],
    "klopt": "on",
    "naam": "Samira",
    "begin": "2027-03-03",
}


class Blad:
    """A page that gets its answers from the templates and static files, and nothing else."""

    def __init__(self, page, html):
        self.page, self.html = page, html
        self.klachten, self.bytes = [], 0
        page.on("console", lambda bericht: self.klachten.append(bericht.text))
        page.on("pageerror", lambda fout: self.klachten.append(str(fout)))
        page.route("**/*", self.antwoorden)
        page.goto(ADRES + "/")

    def antwoorden(self, route):
        url = urlsplit(route.request.url)
        bestand = settings.BASE_DIR / url.path.lstrip("/")
        if url.netloc != urlsplit(ADRES).netloc:
            self.klachten.append(f"foreign request: {route.request.url}")
            route.abort()
        elif url.path.startswith("/static/") and bestand.is_file():
            inhoud, soort = bestand.read_bytes(), mimetypes.guess_type(bestand)[0]
            self.beantwoorden(route, inhoud, soort)
        else:
            self.beantwoorden(route, self.html.encode(), "text/html; charset=utf-8")

    def beantwoorden(self, route, inhoud, soort):
        self.bytes += len(inhoud)
        koppen = {"content-type": soort, "content-security-policy": CSP}
        route.fulfill(status=200, body=inhoud, headers=koppen)


@pytest.fixture
def openen(_chromium):
    contexten = []

    def _openen(schil="kandidaat.html", form=None, breedte=390, hoogte=844, script=""):
        maat = {"width": breedte, "height": hoogte}
        context = _chromium.new_context(viewport=maat, reduced_motion="reduce")
        contexten.append(context)
        page = context.new_page()
        if script:
            page.add_init_script(script)
        return Blad(page, pagina(schil, form))

    yield _openen
    for context in contexten:
        context.close()


@pytest.mark.parametrize("breedte", [390, 1280])
@pytest.mark.parametrize("schil", SCHILLEN)
def test_axe_finds_nothing(openen, schil, breedte):
    blad = openen(schil, VoorbeeldMetIndeling(FOUTE_INVOER), breedte)

    gevonden = Axe().run(blad.page).response["violations"]

    assert [(v["id"], v["nodes"][0]["html"]) for v in gevonden] == []


@pytest.mark.parametrize("schil", SCHILLEN)
def test_browser_has_no_complaint_about_policy_or_requests(openen, schil):
    blad = openen(schil, VoorbeeldMetIndeling(INGEVULD))

    blad.page.wait_for_load_state("networkidle")

    assert blad.klachten == []


@pytest.mark.parametrize(("breedte", "hoogte"), [(320, 640), (320, 256), (640, 360), (1280, 800)])
@pytest.mark.parametrize("schil", SCHILLEN)
def test_page_never_scrolls_sideways(openen, schil, breedte, hoogte):
    page = openen(schil, VoorbeeldMetIndeling(FOUTE_INVOER), breedte, hoogte).page

    for vergroting in ("100%", "200%"):
        page.evaluate("maat => { document.documentElement.style.fontSize = maat }", vergroting)
        if vergroting == "100%" or breedte > 320:
            assert page.evaluate("document.documentElement.scrollWidth") <= breedte, vergroting


@pytest.mark.parametrize("schil", ["kandidaat.html", "snel.html"])
def test_buttons_and_choices_are_at_least_48_high(openen, schil):
    page = openen(schil, VoorbeeldMetIndeling()).page

    hoogtes = page.evaluate(
        """[...document.querySelectorAll(
            '.utrecht-button, .keuze, .menu a, .terug, .utrecht-textbox, .utrecht-select'
        )].filter(e => e.getClientRects().length).map(e => [e.className, e.offsetHeight])"""
    )

    assert len(hoogtes) > 15
    assert [rij for rij in hoogtes if rij[1] < 48] == []


def test_het_hele_vlak_van_een_keuze_kiest(openen):
    page = openen("snel.html", VoorbeeldMetIndeling()).page

    page.locator("#id_niveau .keuze").nth(1).click(position={"x": 250, "y": 8})

    assert page.locator("#id_niveau_1").is_checked()


def test_met_fouten_begint_het_toetsenbord_bij_de_foutlijst(openen):
    page = openen("professional.html", VoorbeeldMetIndeling(FOUTE_INVOER), 1280).page

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Vul de naam in."
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "id_naam"


def test_skip_link_appears_and_leads_to_the_content(openen):
    page = openen().page
    link = page.locator(".utrecht-skip-link")
    assert link.bounding_box()["y"] < 0

    page.keyboard.press("Tab")
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_balk_onderin_bedekt_het_einde_van_de_pagina_niet(openen):
    page = openen("kandidaat.html").page

    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")

    voet = page.locator(".voet").bounding_box()
    balk = page.locator(".menu--balk").bounding_box()
    assert voet["y"] + voet["height"] <= balk["y"]


def test_tweede_druk_op_de_knop_wordt_tegengehouden(openen):
    page = openen("snel.html", VoorbeeldMetIndeling()).page
    page.evaluate(
        """() => { window.verzonden = 0; document.addEventListener('submit', e => {
            if (!e.defaultPrevented) { window.verzonden += 1; }
            e.preventDefault(); }) }"""
    )
    knop = page.get_by_role("button", name="Bewaar")

    knop.click()
    knop.click()

    assert page.evaluate("window.verzonden") == 1
    assert page.get_by_text("We zijn bezig. Een moment.").is_visible()
    assert knop.is_enabled()


def test_terug_in_de_browser_laat_de_knop_weer_werken(openen):
    page = openen("snel.html", VoorbeeldMetIndeling()).page
    knop = page.get_by_role("button", name="Bewaar")
    with page.expect_navigation():
        knop.click()
    page.go_back()

    with page.expect_request(lambda verzoek: verzoek.method == "POST"):
        knop.click()


STEM = """
window.gezegd = [];
Object.defineProperty(window, 'speechSynthesis', {value: {
  speaking: false, getVoices: () => [{lang: 'TAAL'}], cancel() { this.speaking = false; },
  speak(uiting) { this.speaking = true; window.gezegd.push([uiting.lang, uiting.text]); },
  addEventListener() {},
}});
Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: class {
  constructor(text) { this.text = text; }
}});
"""


def test_luister_leest_voor_wat_er_staat(openen):
    page = openen(script=STEM.replace("TAAL", "nl-NL")).page

    page.get_by_role("button", name="Luister").click()

    gezegd = page.evaluate("window.gezegd")
    assert gezegd[:2] == [
        ["nl-NL", "Goedemorgen, Samira"],
        ["nl-NL", "Je bent nu 3 weken bezig bij De Schakel."],
    ]
    assert ["nl-NL", "Bekijk deze taak"] in gezegd
    assert page.get_by_role("button", name="Stop").is_visible()


def test_zonder_nederlandse_stem_is_er_geen_luisterknop(openen):
    page = openen(script=STEM.replace("TAAL", "en-GB")).page

    assert page.locator("[data-luister]").is_hidden()


def test_first_view_is_under_100_kb_uncompressed(openen):
    blad = openen("snel.html", VoorbeeldMetIndeling(FOUTE_INVOER))

    blad.page.wait_for_load_state("networkidle")

    assert 0 < blad.bytes < 100_000


def test_thema_van_een_gemeente_verandert_de_kleur_zonder_andere_opmaak(openen):
    page = openen("snel.html", VoorbeeldMetIndeling()).page
    knop = page.get_by_role("button", name="Bewaar")

    page.evaluate("document.documentElement.style.setProperty('--pk-accent', 'rgb(90, 20, 90)')")

    assert knop.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(90, 20, 90)"
