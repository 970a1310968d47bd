"""`make voorbeelden`: a rendered example of every document, as PDF and as pictures of its pages."""

import subprocess
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand
from PIL import Image

from portal.demo.voorbeelden import VOORBEELDEN, voorbeeld
from verklaringen.pdf import Renderer

from .demo import klaarmaken

DPI = 80
TINTEN = 32  # enough for text on paper, and a tenth of the bytes


class Command(BaseCommand):
    help = "Maak van elk document een voorbeeld uit de voorbeeldregio, in docs/voorbeelden/."

    def add_arguments(self, parser):
        naar = settings.BASE_DIR / "docs" / "voorbeelden"
        parser.add_argument("--map", type=Path, default=naar, help="waar de voorbeelden komen")

    def handle(self, *, map, **options):
        klaarmaken()
        with Renderer(max_seconden=60, max_cpu=60) as renderer:  # nobody waits for it
            gemaakt = {naam: voorbeeld(naam, renderer) for naam in VOORBEELDEN}
        map.mkdir(parents=True, exist_ok=True)
        for oud in (*map.glob("*.pdf"), *map.glob("*.png")):
            oud.unlink()
        for naam, inhoud in gemaakt.items():
            pdf = map / f"{naam}.pdf"
            pdf.write_bytes(inhoud)
            self.stdout.write(f"{pdf.name}: {_beelden(pdf)} blad(en)")


def _beelden(pdf: Path) -> int:
    """A picture of each page beside the PDF; returns how many."""
    opdracht = ["pdftoppm", "-r", str(DPI), "-png", "-sep", "-", pdf, pdf.with_suffix("")]
    subprocess.run(opdracht, check=True)
    beelden = sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))
    for pad in beelden:
        with Image.open(pad) as beeld:
            beeld.convert("RGB").quantize(TINTEN).save(pad, optimize=True)
    return len(beelden)
