"""The renderer: what it refuses, what it survives, and that it never reaches outside."""

import io
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pikepdf
import pytest

from tests.verklaringen.lezer import lopende_tekst
from tests.verklaringen.voorbeelden import AKKOORDEN, CODE, OVEREENKOMST, UITGEGEVEN
from verklaringen.documenten import praktijkovereenkomst, praktijkverklaring
from verklaringen.pdf import Drukwerk, Renderer, RenderFout

KOP = "<!doctype html><html lang='nl'><title>Proef</title>"
BUITEN = {
    "remote image": "<img src='http://127.0.0.1:{poort}/x.png'>",
    "cloud metadata": "<img src='http://169.254.169.254/latest/meta-data/'>",
    "file": "<img src='file:///etc/passwd'>",
    "attachment": "<link rel=attachment href='file:///etc/passwd'>",
    "attachment by link": "<a rel=attachment href='file:///etc/passwd'>x</a>",
    "stylesheet": "<link rel=stylesheet href='http://127.0.0.1:{poort}/x.css'>",
    "import": "<style>@import url(http://127.0.0.1:{poort}/x.css)</style>",
    "font": (
        "<style>@font-face {{ font-family: x; src: url(http://127.0.0.1:{poort}/x.woff) }}"
        "p {{ font-family: x }}</style><p>x"
    ),
    "css image": "<p style='background: url(http://127.0.0.1:{poort}/x.png)'>x",
    "object": "<object data='http://127.0.0.1:{poort}/x.svg'></object>",
    "embed": "<embed src='http://127.0.0.1:{poort}/x.svg'>",
    "data svg": (
        '<img src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg">'
        '<image href="http://127.0.0.1:{poort}/x.png"/></svg>\'>'
    ),
    "base href": "<base href='http://127.0.0.1:{poort}/'><img src='x.png'>",
    "another asset": "<img src='pv-asset:andermans-logo'>",
}
LADINGEN = {
    "script": "<script>alert(1)</script>",
    "remote image": "<img src=http://127.0.0.1:1/x.png>",
    "attachment": "<link rel=attachment href=file:///etc/passwd>",
    "stylesheet": "<link rel=stylesheet href=http://127.0.0.1:1/x.css>",
    "import": "<style>@import url(http://127.0.0.1:1/x.css)</style>",
    "font": "<style>@font-face{font-family:x;src:url(file:///x)}</style>",
    "svg": "<svg onload=alert(1)><image href=file:///etc/passwd></svg>",
    "data svg": "<img src=data:image/svg+xml,x>",
    "base": "<base href=http://127.0.0.1:1/>",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "css hides": "</td></table><style>*{display:none}</style>",
    "css adds": "<style>h1::after{content:'Diploma'}</style>",
    "fake heading": "</p><h1>Diploma</h1>",
    "template": "{{ 7|add:7 }} {% include 'x' %} ${7*7} #{7*7}",
    "xmp": "</rdf:li></rdf:Alt><pdfaid:part>9</pdfaid:part>",
    "pdf object": "(x) Tj ET >> endobj 1 0 obj << /JS (app.alert(1)) >>",
    "link scheme": "<a href=javascript:alert(1)>x</a> file:///etc/passwd",
    "quote": '" onmouseover="alert(1)" data-x=\'',
    "css string": '"; } @page { size: 1mm } x { content: "',
}


def met_lading(lading):
    """The issued sheet with the payload in every field that is printed."""
    proces = {"code": "B1-K1-W1", "titel": lading}
    return UITGEGEVEN | {
        "naam": lading,
        "geboren_te": lading,
        "praktijkopleider": lading,
        "kwalificatie": UITGEGEVEN["kwalificatie"] | {"naam": lading},
        "kerntaken": [{"code": "B1-K1", "titel": lading, "werkprocessen": [proces]}],
        "leerbedrijf": {"naam": lading, "plaats": lading, "leerbedrijf_id": "100999001"},
        "instelling": {"naam": lading, "plaats": lading},
        "akkoorden": [a | {"naam": lading, "plaats": lading} for a in AKKOORDEN],
    }


# name twice more in sentences and once in the foot of each page; plaats of the instelling is unused
KEREN = 15


@pytest.fixture
def luisteraar():
    """A server that counts who calls: nobody should."""
    bezoek = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)

        def luisteren():
            while not bezoek:
                try:
                    server.accept()
                except TimeoutError:
                    continue
                except OSError:
                    return
                bezoek.append(1)

        draad = threading.Thread(target=luisteren, daemon=True)
        draad.start()
        yield server.getsockname()[1], bezoek


@pytest.mark.parametrize("soort", BUITEN)
def test_wat_van_buiten_komt_wordt_geweigerd(renderer, luisteraar, soort):
    poort, bezoek = luisteraar

    with pytest.raises(RenderFout, match="geweigerd"):
        renderer.renderen(Drukwerk(KOP + BUITEN[soort].format(poort=poort)))

    assert bezoek == []


@pytest.mark.parametrize("soort", LADINGEN)
def test_een_lading_blijft_overal_tekst(renderer, soort):
    lading = LADINGEN[soort]
    pdf = renderer.renderen(praktijkverklaring.drukwerk(met_lading(lading), code=CODE))

    letters = "".join(lopende_tekst(pdf).split())
    assert letters.count("".join(lading.split())) >= KEREN
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert list(document.attachments) == ["verklaring.json"]  # ours, and none of theirs
        assert len(document.Root.AF) == 1
        assert "/OpenAction" not in document.Root
        assert document.open_metadata()["pdfaid:part"] == "3"
        assert not any("/Annots" in blad for blad in document.pages)


def test_een_lading_in_de_clausules_blijft_tekst(renderer):
    inhoud = OVEREENKOMST | {"clausules": "\n".join(LADINGEN.values())}

    letters = "".join(
        lopende_tekst(renderer.renderen(praktijkovereenkomst.drukwerk(inhoud))).split()
    )

    assert all("".join(lading.split()) in letters for lading in LADINGEN.values())


def test_na_een_weigering_gaat_het_volgende_document_door(renderer):
    with pytest.raises(RenderFout):
        renderer.renderen(Drukwerk(KOP + "<img src='http://x.invalid/'>"))

    assert "Goed" in lopende_tekst(renderer.renderen(Drukwerk(KOP + "<p>Goed")))


def test_te_lang_bezig_wordt_afgebroken_en_daarna_gaat_het_verder():
    with Renderer(max_seconden=1.5) as kort:
        kort.klaarzetten()
        with pytest.raises(RenderFout, match="langer dan 1.5 seconden"):
            kort.renderen(Drukwerk(KOP + "<p>" + "woord " * 200_000))

        assert kort.renderen(Drukwerk(KOP + "<p>Goed"))[:5] == b"%PDF-"


def test_te_veel_processortijd_breekt_af_ook_als_de_klok_nog_loopt():
    with Renderer(max_seconden=60, max_cpu=1) as renderer:
        renderer.klaarzetten()
        with pytest.raises(RenderFout, match=r"gestopt \(-27\)"):  # SIGPROF
            renderer.renderen(Drukwerk(KOP + "<p>" + "woord " * 200_000))

        assert renderer.renderen(Drukwerk(KOP + "<p>Goed"))[:5] == b"%PDF-"


def test_processortijd_telt_per_document():
    with Renderer(max_cpu=1) as renderer:
        for _ in range(40):
            renderer.renderen(Drukwerk(KOP + "<p>" + "woord " * 1_000))

        assert renderer.gerenderd == 40


def test_kind_heeft_een_grens_aan_geheugen(renderer):
    renderer.klaarzetten()
    grenzen = Path(f"/proc/{renderer.proces.pid}/limits").read_text()
    regels = {regel[:25].strip(): regel[25:].split() for regel in grenzen.splitlines()}

    assert regels["Max address space"][0] == str(1024**3)


def test_gestorven_kind_is_een_renderfout_en_daarna_gaat_het_verder():
    with Renderer() as renderer:
        renderer.klaarzetten()
        renderer.proces.kill()
        renderer.proces.wait()  # so that writing to it surely fails
        with pytest.raises(RenderFout, match="geen antwoord"):
            renderer.renderen(Drukwerk(KOP + "<p>x"))

        assert renderer.renderen(Drukwerk(KOP + "<p>Goed"))[:5] == b"%PDF-"


def test_kind_wordt_na_zoveel_documenten_vervangen():
    with Renderer(max_documenten=2) as renderer:
        nummers = []
        for _ in range(5):
            renderer.renderen(Drukwerk(KOP + "<p>x"))
            nummers.append(renderer.proces.pid)

    assert [len(set(nummers[:2])), len(set(nummers))] == [1, 3]


def test_kind_kent_geen_geheimen_en_geen_database(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "geheim")
    monkeypatch.setenv("DATABASE_URL", "postgres://wachtwoord@ergens/x")
    with Renderer() as renderer:
        renderer.klaarzetten()
        kent = Path(f"/proc/{renderer.proces.pid}/environ").read_bytes()

    assert b"geheim" not in kent
    assert b"postgres" not in kent


def test_web_importeert_weasyprint_niet():
    programma = (
        "import os, sys, django;"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'portal.settings';"
        "os.environ['OMGEVING'] = 'test';"
        "django.setup();"
        "import portal.urls, verklaringen.actions;"
        "sys.exit('weasyprint' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", programma], check=False).returncode == 0
