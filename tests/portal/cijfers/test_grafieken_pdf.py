"""Grafieken in een PDF van onze eigen renderer."""

import subprocess

from django.template import engines

from tests.browser.test_grafieken import grafieken
from verklaringen.pdf import Drukwerk, Renderer

PAGINA = """<!doctype html><html lang="nl"><head><title>Cijfers</title></head><body>
<h1>Voorbeeldcijfers, niet echt</h1>
{% for grafiek in grafieken %}{% include "cijfers/_grafiek.html" %}{% endfor %}</body></html>"""


def test_pdf_toont_grafiek_en_tabel(tmp_path):
    html = engines["django"].from_string(PAGINA).render({"grafieken": grafieken()})
    with Renderer() as renderer:
        (tmp_path / "cijfers.pdf").write_bytes(renderer.renderen(Drukwerk(html)))

    opdracht = ["pdftotext", "-layout", tmp_path / "cijfers.pdf", "-"]
    tekst = subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout

    assert "Van 120 aanmeldingen startten er 64." in tekst
    # In the drawing and in the table that is open on paper.
    assert tekst.count("97 van 120 (81%)") == 2
    assert "te weinig mensen om te tonen" in tekst
