"""Real Chromium on a live server. `pagina` opens a phone or a laptop, for someone of the cast.

A page that logs to the console, throws, or asks anything of another host fails its test.
"""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Error, sync_playwright

from tests import factories as f
from tests.spelers import Speler
from trajecten import actions
from trajecten.models import Kwalificatie, Organisatie, Rol

CHROMIUM = "/usr/bin/chromium-headless-shell"
VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TELEFOON, LAPTOP = (390, 844), (1280, 900)


@pytest.fixture(scope="session")
def _chromium():
    with sync_playwright() as playwright:
        # The same engine without the windows around it: less than half the work.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=VLAGGEN)
        yield browser
        browser.close()


class Scherm:
    """One window of one person: a playwright page, with guards and a counter of bytes."""

    def __init__(self, browser, adres, maat):
        breedte, hoogte = maat
        self.adres, self.klachten, self.bytes = adres, [], 0
        self.context = browser.new_context(
            base_url=adres, viewport={"width": breedte, "height": hoogte}, locale="nl-NL"
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)  # ms; a busy machine is not a fault
        self.page.on("console", lambda bericht: self._klagen(bericht.text))
        self.page.on("pageerror", lambda fout: self._klagen(str(fout)))
        self.page.on("request", self._verzoek)
        teller = self.context.new_cdp_session(self.page)
        teller.send("Network.enable")
        teller.on("Network.loadingFinished", self._tellen)

    def als(self, speler, met_code=True):
        """Go on as this person, on a trusted device."""
        client = speler.aanmelden(Client(), met_code=met_code)
        sessie = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": self.adres}
        self.context.add_cookies([cookie])
        return self

    def naar(self, pad):
        """Open a path and count its bytes afresh."""
        self.bytes = 0
        for keer in range(5):
            try:
                self.page.goto(pad, wait_until="load")
                break
            except Error as fout:  # a page that refreshes itself takes precedence
                if "interrupted by another navigation" not in str(fout) or keer == 4:
                    raise
        return self.page

    def axe(self):
        """The findings of axe on the page as it is now; an empty list is what we want."""
        gevonden = Axe().run(self.page).response["violations"]
        return [
            f"{vondst['id']}: {knoop['html'][:120]}"
            for vondst in gevonden
            for knoop in vondst["nodes"]
        ]

    def loopt_over(self):
        """Whether anything sticks out sideways."""
        meet = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        return self.page.evaluate(meet)

    def _verzoek(self, verzoek):
        if urlsplit(verzoek.url).netloc != urlsplit(self.adres).netloc:
            self._klagen(f"request to another host: {verzoek.url}")

    def _tellen(self, bericht):
        self.bytes += bericht["encodedDataLength"]

    def _klagen(self, tekst):
        # Chromium itself logs each 4xx answer; the tests that want one check its page.
        if "the server responded with a status of 4" not in tekst:
            self.klachten.append(tekst)


@pytest.fixture
def pagina(live_server, _chromium):
    """`pagina(speler, TELEFOON)` opens a window; complaints of any window fail the test."""
    schermen = []

    def openen(speler=None, maat=TELEFOON, met_code=True):
        scherm = Scherm(_chromium, live_server.url, maat)
        schermen.append(scherm)
        return scherm.als(speler, met_code) if speler else scherm

    yield openen
    klachten = [klacht for scherm in schermen for klacht in scherm.klachten]
    for scherm in schermen:
        scherm.context.close()
    assert klachten == []


@pytest.fixture
def rachid(school, bedrijf):
    """The aanmeldpunt, in a region with real kwalificaties and a school that may issue."""
    actions.startgegevens_laden()
    for kwalificatie in Kwalificatie.objects.filter(crebo="25743"):
        actions.kwalificatie_bevestigen(kwalificatie=kwalificatie, door="Beheer Voorbeeld")
    f.mag_uitgeven(school, "25743")
    punt = f.organisatie(Organisatie.Soort.REGIO, "Aanmeldpunt Stedendriehoek")
    return Speler(f.lid(Rol.AANMELDPUNT, "Rachid Voorbeeld", organisatie=punt))
