"""Form fields used by more than one form."""

import io
import re

from django import forms
from django.utils.text import get_valid_filename
from PIL import Image, ImageOps

FOTO_MAX = 5 * 1024 * 1024
SCAN_MAX = 10 * 1024 * 1024
PIXELS_MAX = 25_000_000
SOORTEN = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/jpeg"}
NIET_TE_LEZEN = "Dit bestand kunnen we niet lezen. Kies een foto (JPG of PNG) of een PDF."


class ScanVeld(forms.FileField):
    """A photo or PDF of signed paper; the cleaned value is (bytes, mimetype, name).

    Photos are decoded and written again, so nothing of EXIF, GPS or hidden content stays. A PDF
    is kept
    as it is and never shown inline. Limits: photo 5 MB and 25 megapixel, PDF 10 MB.
    """

    widget = forms.ClearableFileInput(
        attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}
    )

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not upload:
            return None
        is_pdf = upload.read(5) == b"%PDF-"
        upload.seek(0)
        grens = SCAN_MAX if is_pdf else FOTO_MAX
        if upload.size > grens:
            raise forms.ValidationError(
                f"Dit bestand is te groot ({upload.size / 1024 / 1024:.0f} MB). "
                f"Het mag {grens // 1024 // 1024} MB zijn. Maak een nieuwe foto of scan."
            )
        naam = get_valid_filename(upload.name)[-100:]
        if is_pdf:
            return pdf_innemen(upload.read()), "application/pdf", naam
        inhoud, soort = foto_schonen(upload)
        return inhoud, soort, naam


def pdf_innemen(inhoud: bytes) -> bytes:
    """The PDF unchanged. Raises: ValidationError when it is damaged, locked or over 50 pages."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            bladen = len(pdf.pages)
    except pikepdf.PdfError as fout:
        raise forms.ValidationError(NIET_TE_LEZEN) from fout
    if bladen > 50:
        raise forms.ValidationError(
            f"Deze PDF heeft {bladen} bladzijden. Het mogen er 50 zijn. "
            "Stuur alleen het getekende deel."
        )
    return inhoud


def foto_schonen(upload) -> tuple[bytes, str]:
    """Decode and re-encode a photo without metadata. Raises: ValidationError in plain words."""
    try:
        # The limit is read from the header, before a single pixel is decoded.
        beeld = Image.open(upload, formats=("JPEG", "PNG", "WEBP"))
        if beeld.width * beeld.height > PIXELS_MAX or getattr(beeld, "n_frames", 1) > 1:
            raise forms.ValidationError(
                "Deze foto is te groot om te lezen. Maak een nieuwe foto met een lagere kwaliteit."
            )
        soort = "PNG" if beeld.format == "PNG" else "JPEG"
        schoon = ImageOps.exif_transpose(beeld).convert("RGB")
    except (OSError, SyntaxError, Image.DecompressionBombError) as fout:
        raise forms.ValidationError(NIET_TE_LEZEN) from fout
    uit = io.BytesIO()
    # A new image carries the pixels only: no EXIF, XMP, ICC or text chunk.
    leeg = Image.new("RGB", schoon.size)
    leeg.paste(schoon)
    leeg.save(uit, soort, **({"quality": 88} if soort == "JPEG" else {"optimize": True}))
    return uit.getvalue(), SOORTEN[soort]


class Telefoonveld(forms.CharField):
    """A Dutch phone number; spaces, dashes and +31 are fine, ten digits come out."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})

    def clean(self, value):
        nummer = re.sub(r"[\s().-]", "", super().clean(value))
        nummer = re.sub(r"^(\+31|0031)0?", "0", nummer)
        if nummer and not re.fullmatch(r"0[1-9]\d{8}", nummer):
            raise forms.ValidationError(
                "Het telefoonnummer klopt niet. Het begint met 06 of een 0 en heeft 10 cijfers."
            )
        return nummer


class JaNeeVeld(forms.TypedChoiceField):
    """Ja or nee as two radio buttons; nothing is chosen beforehand."""

    def __init__(self, *, ja="Ja", nee="Nee", **kwargs):
        super().__init__(
            choices=[("ja", ja), ("nee", nee)],
            coerce=lambda waarde: waarde == "ja",
            empty_value=None,
            widget=forms.RadioSelect,
            **kwargs,
        )


class Datumveld(forms.DateField):
    """A day, in the browser's own date field; typed by hand as 31-12-2026 is fine too."""

    def __init__(self, **kwargs):
        fouten = {
            "required": "Kies een dag.",
            "invalid": "Deze datum klopt niet. Schrijf hem zo: 31-12-2026.",
        }
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d-%m-%y", "%d/%m/%Y"],
            error_messages=fouten | kwargs.pop("error_messages", {}),
            **kwargs,
        )
