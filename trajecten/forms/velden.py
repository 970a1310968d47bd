"""Form fields used by more than one form."""

import io
from decimal import Decimal

from django import forms
from django.utils.text import get_valid_filename
from PIL import Image, ImageOps

from .. import namen
from ..imports.scans import PIXELS_MAX, scan_innemen
from ..rules import Bezwaar
from ..rules.slagen import getal

LOGO_MAX = 2 * 1024 * 1024
LOGO_BREED = 200
GEEN_LOGO = "Dit bestand kunnen we niet lezen. Kies een PNG of JPG. Een SVG kan niet."


class ScanVeld(forms.FileField):
    """A photo or PDF of signed paper; the cleaned value is (bytes, mimetype, name).

    What may come in and what stays of it: see imports.scans.
    """

    widget = forms.ClearableFileInput(
        attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}
    )

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            return scan_innemen(upload, upload.size, upload.name)
        except Bezwaar as bezwaar:
            raise forms.ValidationError(str(bezwaar)) from bezwaar


class Logoveld(forms.FileField):
    """A logo; the cleaned value is (bytes, name): our own PNG on white, without metadata.

    PNG, JPG or WEBP up to 2 MB. Never SVG: it can carry a program.
    """

    widget = forms.ClearableFileInput(attrs={"accept": "image/png,image/jpeg,image/webp"})

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if upload.size > LOGO_MAX:
            raise forms.ValidationError(
                f"Dit bestand is te groot ({upload.size / 1024 / 1024:.0f} MB). "
                "Het mag 2 MB zijn. Sla het logo kleiner op."
            )
        naam = f"{get_valid_filename(upload.name).rpartition('.')[0][-90:] or 'logo'}.png"
        return logo_schonen(upload), naam


def logo_schonen(upload) -> bytes:
    """Decode and draw anew on white, at most 1200 pixels wide. Raises: ValidationError."""
    try:
        # The limit is read from the header, before a single pixel is decoded.
        beeld = Image.open(upload, formats=("JPEG", "PNG", "WEBP"))
        if beeld.width * beeld.height > PIXELS_MAX or getattr(beeld, "n_frames", 1) > 1:
            raise forms.ValidationError("Dit logo is te groot om te lezen. Sla het kleiner op.")
        if beeld.width < LOGO_BREED:
            raise forms.ValidationError(
                f"Dit logo is {beeld.width} beeldpunten breed. Dan wordt het onscherp op papier. "
                f"Kies een bestand van minstens {LOGO_BREED} beeldpunten breed."
            )
        schoon = ImageOps.exif_transpose(beeld).convert("RGBA")
    except (OSError, SyntaxError, Image.DecompressionBombError) as fout:
        raise forms.ValidationError(GEEN_LOGO) from fout
    schoon.thumbnail((1200, 1200))
    # A new image carries the pixels only: no EXIF, XMP, ICC or text chunk.
    wit = Image.new("RGB", schoon.size, "white")
    wit.paste(schoon, mask=schoon)
    uit = io.BytesIO()
    wit.save(uit, "PNG", optimize=True)
    return uit.getvalue()


class Telefoonveld(forms.CharField):
    """A Dutch phone number; spaces, dashes and +31 are fine, ten digits come out."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})

    def clean(self, value):
        return namen.telefoonnummer(super().clean(value))


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


class Cijferveld(forms.DecimalField):
    """A mark, with a comma or a point: 6,8 and 6.8 are the same. Its scale is for the rules."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "size": 6})

    def __init__(self, **kwargs):
        fouten = {
            "invalid": "Dit is geen cijfer. Schrijf het zo: 7 of 6,8.",
            "max_digits": "Dit is geen cijfer. Schrijf het zo: 7 of 6,8.",
        }
        super().__init__(
            max_digits=6, error_messages=fouten | kwargs.pop("error_messages", {}), **kwargs
        )

    def to_python(self, value):
        return super().to_python(value.strip().replace(",", ".") if value else value)

    def prepare_value(self, value):
        """A mark from the database in Dutch; what was typed stays as it was typed."""
        return getal(value) if isinstance(value, Decimal) else value


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
