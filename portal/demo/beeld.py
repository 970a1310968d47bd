"""A picture that stands for a scan of signed paper, and says so."""

import io

from PIL import Image, ImageDraw


def voorbeeldscan(tekst: str) -> tuple[bytes, str, str]:
    """(bytes, mimetype, name), as ScanVeld gives them."""
    blad = Image.new("RGB", (620, 877), "white")
    pen = ImageDraw.Draw(blad)
    pen.rectangle((30, 30, 590, 847), outline="black")
    pen.text((60, 60), f"VOORBEELD: scan van getekend papier\n\n{tekst}", fill="black")
    uit = io.BytesIO()
    blad.save(uit, "PNG")
    return uit.getvalue(), "image/png", "voorbeeldscan.png"
