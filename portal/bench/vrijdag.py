"""Gate `friday`: everybody at once, over HTTP, against two web processes.

Each client turns over the list of trajecten of a school and ticks a werkproces, again and again.
"""

import re
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from statistics import median, quantiles
from urllib.parse import urlencode

from django.urls import reverse

from trajecten import models as m

from . import tick, trajecten
from .meting import Meting, hooguit
from .processen import web

CLIENTS = 6
RONDES = 120
EERSTE_NUMMER = 20
GROOTTE = 10_000  # traject-werkprocessen in the country
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Browser:
    """One person with an open connection; keeps how long each answer took, and what went wrong."""

    def __init__(self, poort: int, lid):
        self.verbinding = HTTPConnection("127.0.0.1", poort, timeout=30)
        self.koekjes = {n: k.value for n, k in tick.binnen(lid).cookies.items()}
        self.tijden: list[float] = []
        self.fouten: list[str] = []

    def vragen(self, methode: str, pad: str, verwacht: int, gegevens=None) -> str:
        koppen = {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())}
        if gegevens:
            koppen |= {"Content-Type": "application/x-www-form-urlencoded"}
        begin = time.perf_counter()
        self.verbinding.request(methode, pad, gegevens and urlencode(gegevens), koppen)
        antwoord = self.verbinding.getresponse()
        tekst = antwoord.read().decode()
        self.tijden.append(time.perf_counter() - begin)
        if antwoord.status != verwacht:
            self.fouten.append(f"{methode} {pad}: {antwoord.status}")
        for koekje in antwoord.msg.get_all("Set-Cookie", []):
            naam, _, waarde = koekje.partition(";")[0].partition("=")
            self.koekjes[naam] = waarde
        return tekst


def meten(rondes: int = RONDES, clients: int = CLIENTS) -> list[Meting]:
    coordinator = trajecten.landelijk(GROOTTE)
    opleiders = [tick.klaarzetten(EERSTE_NUMMER + nummer) for nummer in range(clients)]
    with web(processen=2) as poort:
        paren = [
            (Browser(poort, coordinator), Browser(poort, lid), planregels)
            for lid, planregels in opleiders
        ]
        with ThreadPoolExecutor(clients) as draden:
            list(draden.map(lambda paar: _middag(*paar, rondes), paren))
    browsers = [browser for school, opleider, _ in paren for browser in (school, opleider)]
    return _uitkomst(browsers)


def _middag(school: Browser, opleider: Browser, planregels: list[m.Planregel], rondes: int) -> None:
    lijst = reverse("trajecten:overzicht")
    token = TOKEN.search(opleider.vragen("GET", planregels[0].get_absolute_url(), 200))[1]
    school.vragen("GET", lijst, 200)
    school.tijden.clear(), opleider.tijden.clear()  # the first of each warms up the process
    for ronde in range(rondes):
        planregel, na = planregels[ronde % len(planregels)], ronde // len(planregels)
        gegevens = {
            "niveau": tick.NIVEAUS[na % 3], "na": na, "sleutel": uuid.uuid4(),
            "csrfmiddlewaretoken": token,
        }  # fmt: skip
        school.vragen("GET", lijst, 200)
        opleider.vragen("POST", planregel.get_absolute_url(), 302, gegevens)


def _uitkomst(browsers: list[Browser]) -> list[Meting]:
    tijden = [tijd for browser in browsers for tijd in browser.tijden]
    fouten = [fout for browser in browsers for fout in browser.fouten]
    p50, p99 = median(tijden), quantiles(tijden, n=100)[-1]
    zin = f"p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, {len(tijden)} verzoeken"
    return [
        hooguit("friday", p99 / p50, 4, "keer p50", zin),
        hooguit("friday:errors", len(fouten), 0, "fouten", "; ".join(fouten[:3])),
    ]
