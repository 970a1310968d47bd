"""The whole main job on paper: the kandidaat and the praktijkopleider never sign in."""

import io
import re

import pytest
from PIL import Image

from tests.browser.conftest import LAPTOP
from tests.browser.stroom import (
    VANDAAG,
    Venster,
    aanmelden,
    bevestigen,
    controleren,
    downloaden,
    intake,
    oordelen,
    plannen,
    uitgeven,
    worker,
)
from trajecten import opslag
from trajecten.models import Bericht, Bestand, Lidmaatschap, Niveau, Rol
from verklaringen.models import Akkoord

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MAKER = "Telefoon Voorbeeld"


@pytest.fixture
def scan(tmp_path):
    """A photo as a phone makes it: with its maker and the place where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = MAKER
    exif.get_ifd(0x8825)[1] = "N"
    pad = tmp_path / "scan.jpg"
    Image.new("RGB", (1240, 1754), "white").save(pad, "JPEG", exif=exif)
    assert MAKER.encode() in pad.read_bytes()
    return pad


def test_van_aanmelding_tot_uitreiking_op_papier(
    pagina, settings, tmp_path, live_server, mo, rachid, fatima, bedrijf, scan
):
    settings.OPSLAG_MAP = tmp_path / "opslag"
    settings.BASIS_URL = live_server.url

    def venster(speler, **opties):
        return Venster(pagina, speler, LAPTOP, nakijken=False, **opties)

    school = venster(fatima, met_code=False)
    traject = aanmelden(venster(mo), venster(rachid), fatima)
    intake(school, traject)
    matchen(school)
    plannen(school, traject)
    overeenkomst(school, traject, tmp_path, scan)
    aftekenen(school, traject, tmp_path, scan)
    eindoordelen(school, traject, scan)
    oordelen(school, traject)
    vragen(school, traject, scan)
    tekenen(school, traject, tmp_path, scan)
    besluiten(school, traject, scan)
    uitgeven(venster(fatima, met_code=False), traject)
    blad, mbo_verklaring = downloaden(school, traject, tmp_path)

    assert blad.count("ondertekend op papier") == 2
    assert "akkoord in het portaal" not in blad
    assert "besluit ondertekend op papier" in mbo_verklaring
    controleren(venster(None), blad)
    niemand_logde_in({mo.lid.gebruiker.email, fatima.lid.gebruiker.email})
    scans_zijn_schoon()


def matchen(school):
    """Nobody of this leerbedrijf is known yet: a name is enough."""
    school.vul(kwalificatie="Assistent logistiek (25743)", tekst="Schakel").druk("Zoek")
    school.druk("Kies Werkbedrijf De Schakel").kijk(ook=True)
    school.vul(nieuw_naam="Johan Voorbeeld").druk("Kies dit leerbedrijf").kijk(ook=True)


def afdrukken(school, knop, map_):
    """Ask, let the worker make it, and read what comes out of the printer."""
    # Not looked at until the worker is done: until then the page refreshes itself.
    school.page.get_by_role("button", name=knop).first.click()
    school.page.wait_for_url("**/afdrukken/**")
    worker()
    school.page.get_by_role("link", name="Download de PDF").wait_for()
    school.kijk(ook=True)
    return school.pdf_tekst("Download de PDF", map_)


def overeenkomst(school, traject, map_, scan):
    """Printed, signed by three at the kitchen table, and recorded with the scan."""
    pad = f"/trajecten/{traject.pk}/overeenkomst"
    school.naar(f"{pad}/").druk("Stel de overeenkomst op")
    papier = afdrukken(school, "Print de overeenkomst", map_)
    for naam in ("Samira Voorbeeld", "Johan Voorbeeld", "Werkbedrijf De Schakel"):
        assert naam in papier, papier
    school.naar(f"{pad}/").druk("Leg getekend papier vast").kijk(ook=True)
    school.vul(getekend_op=VANDAAG(), scan=scan).druk("Leg handtekeningen vast")
    school.naar(f"/trajecten/{traject.pk}/starten/").druk("Start het traject")


def aftekenen(school, traject, map_, scan):
    """The aftekenlijst hung on the wall; what stands on it is typed over."""
    school.naar(f"/trajecten/{traject.pk}/")
    lijst = afdrukken(school, "Print de aftekenlijst", map_)
    school.naar(f"/trajecten/{traject.pk}/papier/?soort=aftekenlijst").kijk(ook=True)
    for regel in traject.planregels.all():
        assert regel.titel in lijst, lijst
        niveau = Niveau.KAN_HIER_NIET if regel.code == "P1-K1-W5" else Niveau.ZELFSTANDIG
        school.vul(**{f"niveau_{regel.pk}": niveau.label, f"dag_{regel.pk}": VANDAAG()})
        if niveau == Niveau.KAN_HIER_NIET:
            school.vul(**{f"reden_{regel.pk}": "Dit werk doen wij niet"})
    school.vul(scan=scan).druk("Neem het papier over")


def eindoordelen(school, traject, scan):
    school.naar(f"/trajecten/{traject.pk}/eindbeoordeling/").druk("Open de eindbeoordeling")
    school.naar(f"/trajecten/{traject.pk}/papier/").kijk(ook=True)
    school.vul(gebeurd_op=VANDAAG(), scan=scan)
    for regel in traject.planregels.all():
        oordeel = "Was er niet" if regel.code == "P1-K1-W5" else "Ja"
        school.vul(**{f"oordeel_{regel.pk}": oordeel})
    school.druk("Neem het papier over")


def vragen(school, traject, scan):
    school.naar(f"/trajecten/{traject.pk}/verzoek/")
    school.vul(gebeurd_op=VANDAAG(), wijze="papier", scan=scan).druk("Leg het verzoek vast")


def tekenen(school, traject, map_, scan):
    """Both sign the printed sheet; a named employee compares it line by line."""
    pad = f"/trajecten/{traject.pk}/document/"
    school.naar(pad).druk("Stel vast")
    papier = afdrukken(school, "Print het blad", map_)
    assert "Nog niet uitgegeven" in papier
    school.naar(pad).druk("Leg het getekende blad vast").kijk(ook=True)
    school.vul(partijen=["praktijkopleider", "kandidaat"], gebeurd_op=VANDAAG(), scan=scan)
    school.vul(vergeleken=True).druk("Bewaar het getekende blad")
    assert not Akkoord.objects.exclude(bron="papier").exists()


def besluiten(school, traject, scan):
    """The examencommissie signed on paper too; recording it asks a fresh code."""
    school.naar(f"/trajecten/{traject.pk}/document/").druk("Leg het besluit vast")
    bevestigen(school)
    school.kijk(ook=True)
    school.vul(uitkomst="toegekend", naam="Anne Voorbeeld", functie="voorzitter", scan=scan)
    school.druk("Leg het besluit vast")


def niemand_logde_in(adressen):
    """No account, no invitation and no mail for the kandidaat and the praktijkopleider."""
    leden = Lidmaatschap.objects.filter(rol__in=[Rol.KANDIDAAT, Rol.PRAKTIJKOPLEIDER])
    assert [lid.naam for lid in leden] == ["Johan Voorbeeld"]
    assert not leden.exclude(gebruiker__last_login=None).exists()
    assert not leden.exclude(gebruiker__email=None).exists()
    assert set(Bericht.objects.values_list("aan", flat=True)) <= adressen


def scans_zijn_schoon():
    """Six papers were kept; of the phone and the place nothing."""
    scans = Bestand.objects.filter(soort=Bestand.Soort.SCAN)
    assert scans.count() >= 6
    for scan in scans:
        inhoud = opslag.lezen(scan)
        beeld = Image.open(io.BytesIO(inhoud))
        assert (beeld.format, beeld.size, dict(beeld.getexif())) == ("JPEG", (1240, 1754), {})
        assert re.search(rb"Exif|" + MAKER.encode(), inhoud) is None
