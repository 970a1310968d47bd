"""What a person reads on each document: words, pages, marks; and what is never there."""

import copy
import io

import pikepdf
import pytest
import segno
from PIL import Image, ImageChops, ImageDraw, ImageFont

from tests.verklaringen.lezer import beeld, bladen, lopende_tekst, tekst
from tests.verklaringen.voorbeelden import (
    BLAD,
    CODE,
    KERNTAKEN,
    LIJST,
    MBO_VERKLARING,
    OVEREENKOMST,
    OVERZICHT,
    STARTKAART,
    UITGEGEVEN,
)
from verklaringen.documenten import (
    aftekenlijst,
    eindoordeelformulier,
    mbo_verklaring,
    praktijkovereenkomst,
    praktijkverklaring,
    startkaart,
    tekenexemplaar,
    voortgangsoverzicht,
)

ALLE = {
    "praktijkverklaring": lambda: praktijkverklaring.drukwerk(UITGEGEVEN, code=CODE),
    "concept": lambda: praktijkverklaring.drukwerk(BLAD),
    "tekenexemplaar": lambda: tekenexemplaar.drukwerk(BLAD),
    "mbo_verklaring": lambda: mbo_verklaring.drukwerk(MBO_VERKLARING, code=CODE),
    "praktijkovereenkomst": lambda: praktijkovereenkomst.drukwerk(OVEREENKOMST),
    "aftekenlijst": lambda: aftekenlijst.drukwerk(LIJST),
    "eindoordeelformulier": lambda: eindoordeelformulier.drukwerk(LIJST),
    "startkaart": lambda: startkaart.drukwerk(STARTKAART),
    "voortgangsoverzicht": lambda: voortgangsoverzicht.drukwerk(OVERZICHT),
}


@pytest.fixture(params=ALLE)
def document(request, renderer):
    return request.param, renderer.renderen(ALLE[request.param]())


def werkprocessen(inhoud):
    groepen = inhoud["kerntaken"] + [k for e in inhoud["extra"] for k in e["kerntaken"]]
    for kerntaak in groepen:
        yield kerntaak
        yield from kerntaak["werkprocessen"]


def test_blad_heeft_elke_code_en_titel_letter_voor_letter(renderer):
    gelezen = lopende_tekst(renderer.renderen(ALLE["praktijkverklaring"]()))

    for regel in werkprocessen(UITGEGEVEN):
        assert f"{regel['code']} {regel['titel']}" in gelezen


@pytest.mark.parametrize(
    "zin",
    [
        "Samira Voorbeeld",
        "14 maart 1991, Zwolle",
        "Assistent logistiek, crebo 25743, niveau 1",
        "512",
        "Extra: uit de kwalificatie Assistent dienstverlening, crebo 25741",
        "Johan Voorbeeld",
        "Werkbedrijf De Schakel, Deventer",
        "leerbedrijf-ID 100999001",
        "Documentnummer PV-2026-0012345-K, uitgegeven op 20 augustus 2026 door Roc Voorbeeld.",
        "Gegevens volgens RMD bijlage 10; niet het formulier van SBB's Praktijkloket.",
        "kan. Het is geen diploma of certificaat.",
        "akkoord in het portaal",
        "ondertekend op papier",
        CODE,
        "Controleer dat u op 127.0.0.1:8000 bent.",
        "blad 1 van 1",
    ],
)
def test_blad_heeft_de_velden_van_bijlage_10(renderer, zin):
    assert zin in lopende_tekst(renderer.renderen(ALLE["praktijkverklaring"]()))


def test_blad_zegt_niets_over_handtekening_niveau_van_aftekenen_of_verwijzer(renderer):
    gelezen = tekst(renderer.renderen(ALLE["praktijkverklaring"]())).lower()

    for woord in (
        "handtekening", "zelfstandig", "onder toezicht", "met hulp", "nlqf", "bsn", "gemeente",
        "jobcoach", "uitkering", "schatting", "verzegeld", "zegel",
    ):  # fmt: skip
        assert woord not in gelezen


def test_geschatte_uren_staan_er_als_gewone_uren(renderer):
    geschat = renderer.renderen(
        praktijkverklaring.drukwerk(UITGEGEVEN | {"uren_geschat": True}, code=CODE)
    )

    assert tekst(geschat) == tekst(renderer.renderen(ALLE["praktijkverklaring"]()))


def test_tekenexemplaar_heeft_geen_nummer_geen_qr_en_zegt_dat_het_niet_is_uitgegeven(renderer):
    drukwerk = ALLE["tekenexemplaar"]()
    gelezen = lopende_tekst(renderer.renderen(drukwerk))

    assert "Nog niet uitgegeven." in gelezen
    assert "Documentnummer" not in gelezen
    assert "Controleer dit document" not in gelezen
    assert "qr" not in drukwerk.beelden


def test_mbo_verklaring_is_een_voorblad_en_deel_b_dat_het_blad_noemt(renderer):
    pdf = renderer.renderen(ALLE["mbo_verklaring"]())
    gelezen = lopende_tekst(pdf)

    assert bladen(pdf) == 2
    for zin in (
        "Mbo-verklaring", "Assistent logistiek, crebo 25743", "derde leerweg", "Roc Voorbeeld",
        "Namens de examencommissie", "Anne Voorbeeld", "voorzitter", "Zwolle, 6 augustus 2026",
        "B. Resultaten beroepspraktijkvorming", "(optie 3)", "PV-2026-0012345-K",
    ):  # fmt: skip
        assert zin in gelezen
    assert "A. " not in gelezen.split("B. Resultaten")[1]


def test_concept_draagt_een_watermerk_en_zegt_dat_het_niet_geldt(renderer):
    drukwerk = ALLE["concept"]()
    pdf = renderer.renderen(drukwerk)

    assert "CONCEPT. Nog niet geldig." in tekst(pdf)
    assert list(drukwerk.beelden) == ["concept"]
    grijs = beeld(pdf).crop((300, 400, 550, 700)).getcolors()
    assert max(grijs)[1] == 255
    assert any(aantal > 3000 and 225 <= tint <= 245 for aantal, tint in grijs)


def test_in_de_demo_is_alles_een_voorbeeld(document, renderer, settings):
    settings.DEMO = True
    pdf = renderer.renderen(ALLE[document[0]]())

    assert "VOORBEELD. Alle personen en bedrijven zijn verzonnen." in tekst(pdf)


def test_buiten_de_demo_is_niets_een_voorbeeld(document):
    assert "VOORBEELD" not in tekst(document[1])


def test_twintig_werkprocessen_met_lange_namen_lopen_netjes_over_bladen(renderer):
    inhoud = copy.deepcopy(UITGEGEVEN)
    lang = (
        "Bereidt werkzaamheden voor en stemt af met collega's, klanten en andere betrokkenen " * 2
    )
    inhoud["kerntaken"] = [
        {
            "code": f"B1-K{k}",
            "titel": KERNTAKEN[0]["titel"],
            "werkprocessen": [
                {"code": f"B1-K{k}-W{w}", "titel": lang.strip()} for w in range(1, 11)
            ],
        }
        for k in (1, 2)
    ]
    pdf = renderer.renderen(praktijkverklaring.drukwerk(inhoud, code=CODE))
    gelezen = lopende_tekst(pdf)

    assert bladen(pdf) == 3
    assert gelezen.count("PV-2026-0012345-K · Samira Voorbeeld") == 3
    assert gelezen.count("Kerntaak en werkprocessen") >= 3
    assert [f"blad {n} van 3" in gelezen for n in (1, 2, 3)] == [True, True, True]
    for regel in werkprocessen(inhoud):
        assert regel["titel"] in gelezen


@pytest.mark.parametrize("naam", ["W" * 100, "Anna-" * 20, "van der " * 12 + "Berg"])
def test_naam_van_honderd_tekens_breekt_af_en_valt_nergens_buiten(renderer, naam):
    inhoud = UITGEGEVEN | {"naam": naam, "praktijkopleider": naam}
    inhoud["leerbedrijf"] = UITGEGEVEN["leerbedrijf"] | {"naam": naam}
    inhoud["akkoorden"] = [a | {"naam": naam} for a in UITGEGEVEN["akkoorden"]]
    pdf = renderer.renderen(praktijkverklaring.drukwerk(inhoud, code=CODE))

    assert bladen(pdf) == 2
    for nummer in (1, 2):
        blad = beeld(pdf, nummer)
        rechterrand = blad.crop((blad.width - 80, 0, blad.width, blad.height))
        assert rechterrand.getextrema() == (255, 255)
    letters = "".join(lopende_tekst(pdf).split())
    assert letters.count("".join(naam.split())) >= 5


@pytest.mark.parametrize(
    "naam",
    [
        "Fatma Çelik", "Zoë van der Meulen", "Jean-Pierre D'Haese", "Ștefan Țîrlea",
        "Đặng Văn Hùng", "Ó Súilleabháin", "Müller-Weiß", "Łukasz Żółć", "Ĳsbrand Ĳzerman",
        "Gülşen İnönü", "Ḥasan aš-Šāmī",
    ],
)  # fmt: skip
def test_elke_letter_van_een_naam_staat_er_als_letter(renderer, naam):
    pdf = renderer.renderen(praktijkverklaring.drukwerk(UITGEGEVEN | {"naam": naam}, code=CODE))

    assert naam in lopende_tekst(pdf)
    assert b"notdef" not in pdf


def afwijking(blad, naam):
    """How far the ink of `naam` in the font itself is from the best place on the page."""
    lettertype = ImageFont.truetype("static/fonts/NotoSans-Bold.ttf", 60)  # 15pt at 288 dpi
    verwacht = Image.new("L", (800, 120), 255)
    ImageDraw.Draw(verwacht).text((10, 5), naam, fill=0, font=lettertype)
    verwacht = verwacht.crop(ImageChops.invert(verwacht).getbbox())

    def verschil(x, y):
        stuk = blad.crop((x, y, x + verwacht.width, y + verwacht.height))
        tinten = enumerate(ImageChops.difference(stuk, verwacht).histogram())
        return sum(tint * aantal for tint, aantal in tinten) / (255 * stuk.width * stuk.height)

    return min(verschil(x, y) for x in range(800, 840) for y in range(540, 600))


def test_letters_zien_er_uit_als_in_het_lettertype(renderer):
    """Text that extracts right can still be drawn wrong: the ink is nearest to the right name."""
    namen = ["Đặng Țîrlea", "Đang Țîrlea", "Dặng Țîrlea", "Đặng Ţîrlea", "Đặng Tîrlea"]
    drukwerk = praktijkverklaring.drukwerk(UITGEGEVEN | {"naam": namen[0]}, code=CODE)
    blad = beeld(renderer.renderen(drukwerk), dpi=288)

    gemeten = {naam: afwijking(blad, naam) for naam in namen}

    assert min(gemeten, key=gemeten.get) == namen[0]
    assert gemeten[namen[0]] < 0.05


def test_gedrukte_qr_is_de_controlepagina_met_de_code_achter_het_hekje(renderer, settings):
    """Module by module, with the quiet zone a camera needs."""
    blad = beeld(renderer.renderen(ALLE["praktijkverklaring"]()), dpi=254)  # 10 pixels a mm
    modules = segno.make(f"{settings.CONTROLEER_URL}#{CODE}", error="m").matrix
    # Inside the frame, left of the text; the code is the only ink there.
    stuk = blad.crop((265, 2360, 575, 2790))
    rijen = [y for y in range(stuk.height) if stuk.crop((30, y, 300, y + 1)).getextrema()[0] < 128]
    qr = stuk.crop((0, rijen[0] + 20, 310, rijen[-1] - 20))
    links, boven, rechts, onder = ImageChops.invert(qr).point(lambda t: 255 * (t > 127)).getbbox()
    maat = (rechts - links) / len(modules)

    gelezen = [
        [
            qr.getpixel((links + (x + 0.5) * maat, boven + (y + 0.5) * maat)) < 128
            for x in range(len(modules))
        ]
        for y in range(len(modules))
    ]

    assert gelezen == [[bool(module) for module in rij] for rij in modules]
    assert links >= 3 * maat


def test_pdf_is_een_getagde_pdf_a_3a_in_het_nederlands_met_een_titel(document):
    naam, inhoud = document
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        metadata = pdf.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert str(pdf.Root.Lang) == "nl"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.docinfo.Title)
        verzegeld = naam in ("praktijkverklaring", "mbo_verklaring")
        assert list(pdf.attachments) == (["verklaring.json"] if verzegeld else [])


def test_ieder_document_past_op_het_verwachte_aantal_bladen(document):
    verwacht = {"mbo_verklaring": 2, "praktijkovereenkomst": 2}

    assert bladen(document[1]) == verwacht.get(document[0], 1)
