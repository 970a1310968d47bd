"""Tampering with an issued PDF, each way really done: nobody is told that it is the original."""

import hashlib
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertContains, assertNotContains

from tests.verklaringen.geknoei import WEGEN
from tests.verklaringen.lezer import lopende_tekst
from tests.verklaringen.test_controleren_zegel import commando
from trajecten import opslag
from verklaringen.actions.zegels import NIET_ORIGINEEL
from verklaringen.documenten import praktijkverklaring
from verklaringen.namen import gemaskeerd

pytestmark = pytest.mark.usefixtures("verse_remmen")

CODE = re.compile(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){3}-[0-9A-Z]{6}")
WAAROM = {
    "andere letter": "Het zegel gaat niet over het hele bestand.",
    "aantekening": "Het zegel gaat niet over het hele bestand.",
    "bytes erachter": "Het zegel gaat niet over het hele bestand.",
    "opnieuw bewaard": "Het zegel gaat niet over het hele bestand.",
    "naar PDF geprint": "Er zit geen zegel op dit bestand.",
    "samengevoegd": "Er zitten 2 handtekeningen op dit bestand, niet één.",
    "nagemaakt": "Het zegel is van iemand anders.",
}


@pytest.fixture
def echt(sleutelbestand, uitgifte):
    """The sealed praktijkverklaring as the kandidaat downloads it."""
    return opslag.lezen(uitgifte.bestand)


@pytest.mark.parametrize("weg", WEGEN)
def test_geknoei_is_overal_niet_het_originele_bestand(client, echt, fatima, tmp_path, weg):
    geknoeid = WEGEN[weg](echt)
    pad = tmp_path / "geknoeid.pdf"
    pad.write_bytes(geknoeid)
    afdruk = hashlib.sha256(geknoeid).hexdigest()

    openbaar = client.post("/controleren/", {"sha256": afdruk})
    fatima.aanmelden(client)
    bestand = SimpleUploadedFile("blad.pdf", geknoeid, "application/pdf")
    pagina = client.post("/zegel/controleren/", {"bestand": bestand})

    assert "Samira Voorbeeld" in lopende_tekst(geknoeid)  # somebody would believe it
    assertContains(openbaar, NIET_ORIGINEEL)
    assertContains(pagina, NIET_ORIGINEEL)
    assertContains(pagina, WAAROM[weg])
    assert commando(pad) == (1, [f"{pad}: {NIET_ORIGINEEL} {WAAROM[weg]}"])


def test_het_geknoei_is_te_zien_op_het_blad(echt):
    uren = "Uren in het leerbedrijf {}".format

    assert uren(512) in lopende_tekst(echt)
    for weg in ("andere letter", "nagemaakt"):
        assert uren(912) in lopende_tekst(WEGEN[weg](echt))


@pytest.mark.parametrize("wat", ["naam", "werkproces"])
def test_echte_qr_op_een_nagemaakt_blad_laat_het_verschil_zien(
    client, echt, uitgifte, renderer, wat
):
    """With the real code the page tells what was issued, not what the forger printed."""
    code = CODE.search(lopende_tekst(echt))[0]
    vals = dict(uitgifte.inhoud)
    if wat == "naam":
        vals |= {"naam": "Karel Bedrieger", "achternaam": "Bedrieger"}
    else:
        erbij = [{"code": "P9-K1-W9", "titel": "Rijdt op de heftruck"}]
        vals["kerntaken"] = [{"code": "P9-K1", "titel": "Rijdt", "werkprocessen": erbij}]
    blad = renderer.renderen(praktijkverklaring.drukwerk(vals, code=code))
    gelezen = lopende_tekst(blad)

    antwoord = client.post("/controleren/", {"code": CODE.search(gelezen)[0]})
    vergeleken = client.post(
        "/controleren/",
        {"code": code, "achternaam": "Bedrieger", "geboren_op": "1991-03-14", "vergelijk": "ja"},
    )

    assert vals["naam"] in gelezen
    assertContains(antwoord, gemaskeerd("Samira Voorbeeld"))
    assertNotContains(antwoord, gemaskeerd("Karel Bedrieger"))
    assertContains(antwoord, "Ontvangt goederen en/of producten")
    assertNotContains(antwoord, "heftruck")
    assertContains(vergeleken, "De naam komt niet overeen.")
    assertNotContains(vergeleken, "Samira")
