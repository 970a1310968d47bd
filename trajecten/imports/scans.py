"""Take in a scan of signed paper: one door for a form and for a file with many of them.

A photo is decoded and drawn anew, so nothing of EXIF, GPS or hidden content stays. A PDF is kept
as it is and never shown inline. Limits: photo 5 MB and 25 megapixel, PDF 10 MB and 50 pages.
"""

import io
from typing import BinaryIO

from django.utils.text import get_valid_filename
from PIL import Image, ImageOps

from ..rules import Bezwaar

FOTO_MAX = 5 * 1024 * 1024
SCAN_MAX = 10 * 1024 * 1024
BLADEN_MAX = 50
PIXELS_MAX = 25_000_000
SOORTEN = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/jpeg"}
NIET_TE_LEZEN = "Dit bestand kunnen we niet lezen. Kies een foto (JPG of PNG) of een PDF."
FOUTEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)
Scan = tuple[bytes, str, str]  # the bytes, the mimetype, the name


def scan_innemen(bestand: BinaryIO, grootte: int, naam: str) -> Scan:
    """De scan zoals hij bewaard wordt. Raises: Bezwaar in gewone woorden."""
    pdf = _is_pdf(bestand, grootte)
    naam = get_valid_filename(naam)[-100:]
    if pdf:
        inhoud = bestand.read()
        _pdf_keuren(inhoud)
        return inhoud, "application/pdf", naam
    return *_foto_schonen(bestand), naam


def scan_bekijken(bestand: BinaryIO, grootte: int) -> None:
    """Of `scan_innemen` hem zou nemen, zonder hem over te tekenen. Raises: Bezwaar."""
    if _is_pdf(bestand, grootte):
        _pdf_keuren(bestand.read())
        return
    try:
        beeld = _foto(bestand)
        beeld.draft("RGB", (beeld.width // 8, beeld.height // 8))  # a JPEG is read much faster
        beeld.load()
    except FOUTEN as fout:
        raise Bezwaar(NIET_TE_LEZEN) from fout


def _is_pdf(bestand: BinaryIO, grootte: int) -> bool:
    """Which of the two it is, by what is in it; too large is refused before it is read."""
    pdf = bestand.read(5) == b"%PDF-"
    bestand.seek(0)
    grens = SCAN_MAX if pdf else FOTO_MAX
    if grootte > grens:
        raise Bezwaar(
            f"Dit bestand is te groot ({grootte / 1024 / 1024:.0f} MB). "
            f"Het mag {grens // 1024 // 1024} MB zijn. Maak een nieuwe foto of scan."
        )
    return pdf


def _pdf_keuren(inhoud: bytes) -> None:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            bladen = len(pdf.pages)
    except pikepdf.PdfError as fout:
        raise Bezwaar(NIET_TE_LEZEN) from fout
    if bladen > BLADEN_MAX:
        raise Bezwaar(
            f"Deze PDF heeft {bladen} bladzijden. Het mogen er {BLADEN_MAX} zijn. "
            "Stuur alleen het getekende deel."
        )


def _foto(bestand: BinaryIO) -> Image.Image:
    """The photo, not yet decoded: the limit is read from the header, before a single pixel."""
    beeld = Image.open(bestand, formats=("JPEG", "PNG", "WEBP"))
    if beeld.width * beeld.height > PIXELS_MAX or getattr(beeld, "n_frames", 1) > 1:
        raise Bezwaar(
            "Deze foto is te groot om te lezen. Maak een nieuwe foto met een lagere kwaliteit."
        )
    return beeld


def _foto_schonen(bestand: BinaryIO) -> tuple[bytes, str]:
    try:
        beeld = _foto(bestand)
        soort = "PNG" if beeld.format == "PNG" else "JPEG"
        schoon = ImageOps.exif_transpose(beeld).convert("RGB")
    except FOUTEN as fout:
        raise Bezwaar(NIET_TE_LEZEN) from fout
    uit = io.BytesIO()
    # A new image carries the pixels only: no EXIF, XMP, ICC or text chunk.
    leeg = Image.new("RGB", schoon.size)
    leeg.paste(schoon)
    leeg.save(uit, soort, **({"quality": 88} if soort == "JPEG" else {"optimize": True}))
    return uit.getvalue(), SOORTEN[soort]
