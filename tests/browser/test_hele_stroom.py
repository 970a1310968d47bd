"""The whole main job with its people: from aanmelding to a document that an employer checks."""

import re

import pytest

from tests.browser.conftest import TELEFOON
from tests.browser.stroom import (
    VANDAAG,
    Venster,
    aanmelden,
    bevestigen,
    code_uit_de_mail,
    controleren,
    downloaden,
    intake,
    oordelen,
    plannen,
    uitgeven,
)
from tests.browser.test_aftekenen import kiezen
from trajecten.models import Bericht

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mensen(mo, rachid, fatima, johan, anne):
    return mo, rachid, fatima, johan, anne


@pytest.fixture
def portaal(settings, tmp_path, live_server):
    """The portal with a store of its own, and the address that stands in its mail."""
    settings.OPSLAG_MAP = tmp_path / "opslag"
    settings.BASIS_URL = live_server.url


def test_van_aanmelding_tot_controle_op_een_telefoon(pagina, portaal, mensen, tmp_path):
    lopen(mensen, tmp_path, lambda speler: Venster(pagina, speler, TELEFOON))


def lopen(mensen, tmp_path, venster):
    mo, rachid, fatima, johan, anne = mensen
    traject = aanmelden(venster(mo), venster(rachid), fatima)
    school = venster(fatima)
    intake(school, traject, "samira@voorbeeld.example")
    matchen(school, traject, johan)
    plannen(school, traject)
    samira = uitnodigen(school, traject, venster(None))
    overeenkomst(school, traject, venster(johan), samira)
    aftekenen(venster(johan))
    eindoordelen(school, traject, venster(johan))
    oordelen(school, traject)
    vragen(school, traject)
    tekenen(school, traject, venster(johan), samira)
    besluiten(traject, venster(anne))
    uitgeven(school, traject)
    blad, _ = downloaden(school, traject, tmp_path)
    controleren(venster(None), blad)


def matchen(school, traject, johan):
    school.vul(kwalificatie="Assistent logistiek (25743)", tekst="Schakel").druk("Zoek")
    school.druk("Kies Werkbedrijf De Schakel")
    school.vul(begeleiders=str(johan.lid.pk)).druk("Kies dit leerbedrijf")


def uitnodigen(school, traject, telefoon):
    """The kandidaat gets a link, presses a button, types a code and is in."""
    school.naar(f"/trajecten/{traject.pk}/uitnodigen/")
    school.vul(wie="kandidaat").druk("Stuur uitnodiging")
    return uitnodiging_aannemen(telefoon, "samira@voorbeeld.example")


def uitnodiging_aannemen(telefoon, adres):
    """A button, a code, in."""
    bericht = Bericht.objects.filter(aan=adres, geheim=True).order_by("-pk").first()
    telefoon.naar(re.search(r"/uitnodiging/\S+", bericht.tekst).group())
    telefoon.druk("Stuur mij een code")
    telefoon.vul(code=code_uit_de_mail(adres), vertrouwd=True).druk("Log in")
    telefoon.adres = adres
    return telefoon


def overeenkomst(school, traject, johan, samira):
    """Drawn up by the school, signed by three with a fresh code each, then started."""
    pad = f"/trajecten/{traject.pk}/overeenkomst/"
    school.naar(pad).druk("Stel de overeenkomst op", "Teken voor de school")
    school.vul(akkoord=True).druk("Teken")
    johan.naar("/w/").druk("Bekijk en teken").vul(akkoord=True).druk("Teken")
    samira.naar("/mijn/").druk("Lees de afspraken")
    if samira.page.get_by_role("button", name="Stuur mij een code").count():
        bevestigen(samira)
    samira.vul(akkoord=True).druk("Teken")
    school.naar(f"/trajecten/{traject.pk}/starten/").druk("Start het traject")


def aftekenen(johan):
    """Three taps for the first werkproces, two for each next one."""
    johan.naar("/w/").druk("Teken af")
    for _ in range(3):
        kiezen(johan.page, "Zelfstandig")
        johan.druk("Bewaar")
    kiezen(johan.page, "Kan hier niet")
    kiezen(johan.page, "Dit werk doen wij niet")
    johan.druk("Bewaar")


def eindoordelen(school, traject, johan):
    school.naar(f"/trajecten/{traject.pk}/eindbeoordeling/").druk("Open de eindbeoordeling")
    johan.naar("/w/").druk("Geef eindoordeel")
    for regel in traject.planregels.all():
        oordeel = "niet_aangeboden" if regel.code == "P1-K1-W5" else "ja"
        johan.page.locator(f'[name$="{regel.pk}"][value="{oordeel}"]').first.check(force=True)
    johan.druk("Bewaar eindoordeel", "Klaar, stuur naar de school", "Klaar, stuur naar de school")


def vragen(school, traject):
    school.naar(f"/trajecten/{traject.pk}/verzoek/")
    school.vul(gebeurd_op=VANDAAG(), wijze="mondeling").druk("Leg het verzoek vast")


def tekenen(school, traject, johan, samira):
    school.naar(f"/trajecten/{traject.pk}/document/").druk("Stel vast")
    johan.naar("/w/").druk("Bekijk en teken").vul(klopt=True).druk("Teken")
    samira.naar("/mijn/").druk("Bekijk mijn bewijs").vul(klopt=True).druk("Teken")


def besluiten(traject, anne):
    anne.naar(f"/trajecten/{traject.pk}/besluit/")
    anne.vul(uitkomst="toegekend", functie="voorzitter").druk("Leg het besluit vast")
