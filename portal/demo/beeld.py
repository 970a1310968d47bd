"""Pictures of the demo region: what stands for a scan of signed paper, and a school mark."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw


@lru_cache
def voorbeeldscan(tekst: str) -> tuple[bytes, str, str]:
    """(bytes, mimetype, name), as ScanVeld gives them."""
    blad = Image.new("RGB", (620, 877), "white")
    pen = ImageDraw.Draw(blad)
    pen.rectangle((30, 30, 590, 847), outline="black")
    pen.text((60, 60), f"VOORBEELD: scan van getekend papier\n\n{tekst}", fill="black")
    uit = io.BytesIO()
    blad.save(uit, "PNG")
    return uit.getvalue(), "image/png", "voorbeeldscan.png"


def voorbeeldlogo() -> bytes:
    """Three steps on white, as PNG: the mark of a school that does not exist."""
    beeld = Image.new("RGB", (600, 180), "white")
    teken = ImageDraw.Draw(beeld)
    for trede, tint in enumerate(("#1c3f4f", "#2f6f86", "#e0a526")):
        teken.rectangle((20 + 60 * trede, 130 - 45 * trede, 70 + 60 * trede, 160), fill=tint)
    teken.text((230, 60), "Roc Voorbeeld", fill="#1c3f4f", font_size=54)
    uit = io.BytesIO()
    beeld.save(uit, "PNG")
    return uit.getvalue()
