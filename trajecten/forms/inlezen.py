"""Offer a file to be read in."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Submit
from django import forms
from django.utils.text import get_valid_filename

from ..imports.zips import CSV_MAX, ZIP_MAX
from ..models import INLEESSOORTEN, Inleessoort

CSV_UITLEG = "CSV, hooguit 2 MB en 2000 regels. Uit Excel: bewaar als “CSV UTF-8”."
ZIP_UITLEG = "Lopende trajecten: een zip met die CSV en de scans, hooguit 100 MB en 100 trajecten."


class InlezenForm(forms.Form):
    soort = forms.ChoiceField(
        label="Wat staat er in het bestand?",
        error_messages={"required": "Kies wat er in het bestand staat."},
    )
    bestand = forms.FileField(
        label="Bestand",
        help_text=CSV_UITLEG,
        error_messages={
            "required": "Kies het bestand.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
        },
    )

    def __init__(self, *args, lid, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = [
            (soort, Inleessoort(soort).label.capitalize()) for soort in INLEESSOORTEN[lid.rol]
        ]
        soort = ".csv,text/csv"
        if Inleessoort.TRAJECTEN in INLEESSOORTEN[lid.rol]:
            soort += ",.zip,application/zip"
            self.fields["bestand"].help_text = f"{CSV_UITLEG} {ZIP_UITLEG}"
        self.fields["bestand"].widget.attrs["accept"] = soort
        self.helper = FormHelper()
        self.helper.add_input(Submit("bekijk", "Bekijk wat er gebeurt"))

    def clean_bestand(self):
        upload = self.cleaned_data["bestand"]
        grens = ZIP_MAX if self._is_zip else CSV_MAX
        if upload.size > grens:
            raise forms.ValidationError(
                f"Dit bestand is te groot ({upload.size / 1024 / 1024:.0f} MB). "
                f"Het mag {grens // 1024 // 1024} MB zijn. Knip het in stukken."
            )
        return upload

    @property
    def _is_zip(self):
        return self.cleaned_data.get("soort") == Inleessoort.TRAJECTEN

    @property
    def gegevens(self):
        """A CSV as its bytes; a zip stays on disk and is read from there."""
        upload = self.cleaned_data["bestand"]
        naam = get_valid_filename(upload.name)[-100:]
        inhoud = upload.file if self._is_zip else upload.read()
        return {"soort": self.cleaned_data["soort"], "inhoud": inhoud, "naam": naam}


class BevestigenForm(forms.Form):
    """What must be read first, with one's own name under it; without warnings only the button."""

    bevestigd = forms.BooleanField(
        error_messages={"required": "Lees de waarschuwingen en zet een vinkje."}
    )

    def __init__(self, *args, lid, inlezing, begonnen=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bevestigd"].label = f"Ik, {lid.naam}, heb dit gelezen en ga verder."
        velden = [HTML('{% include "trajecten/_waarschuwingen.html" %}'), "bevestigd"]
        if not inlezing.voorbeeld.get("waarschuwingen"):
            del self.fields["bevestigd"]
            velden = []
        self.helper = FormHelper()
        self.helper.layout = Layout(*velden)
        tekst = "Ga verder" if begonnen else "Lees de goede regels in"
        self.helper.add_input(Submit("inlezen", tekst))
