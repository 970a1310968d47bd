"""Forms of the praktijkovereenkomst and the start."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms

from .. import namen
from ..models import Partij
from .velden import Datumveld, ScanVeld


class OpstellenForm(forms.Form):
    """The day of drawing up: DUO's afsluitdatum, not the day of signing."""

    opgesteld_op = Datumveld(label="Datum van opstellen")
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("bewaar", "Stel de overeenkomst op"))


class OndertekenenForm(forms.Form):
    """Read and agreed: signing in the portal."""

    akkoord = forms.BooleanField(
        label="Ik heb de afspraken gelezen. Ze kloppen.",
        error_messages={"required": "Zet een vinkje als de afspraken kloppen."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("teken", "Teken"))


class PapierForm(forms.Form):
    """Who signed on paper, when, and the scan."""

    getekend_op = Datumveld(label="Op welke dag is getekend?")
    scan = ScanVeld(
        label="Scan of foto van de getekende overeenkomst",
        help_text="PDF, of een foto (JPG of PNG).",
        error_messages={"required": "Kies de scan van de getekende overeenkomst."},
    )

    def __init__(self, *args, partijen, verplicht=False, knop="Leg handtekeningen vast", **kwargs):
        super().__init__(*args, **kwargs)
        self.partijen = partijen
        for partij in partijen:
            self.fields[partij.value] = namen.Persoonsnaamveld(
                label=f"Wie tekende voor {partij.label}?",
                required=verplicht,
                error_messages={"required": f"Vul in wie tekende voor {partij.label}."},
            )
        self.helper = FormHelper()
        self.helper.layout = Layout(
            *self._vooraf(),
            Fieldset("Wie tekende er?", *[partij.value for partij in partijen]),
            "scan",
        )
        self.helper.add_input(Submit("bewaar", knop))

    def _vooraf(self):
        return ["getekend_op"]

    def clean(self):
        gegevens = super().clean()
        if not self.errors and not self.ondertekenaars:
            raise forms.ValidationError("Vul in wie getekend heeft.")
        return gegevens

    @property
    def ondertekenaars(self):
        """{partij: naam} of who is filled in."""
        namen_ = {partij.value: self.cleaned_data.get(partij.value) for partij in self.partijen}
        return {partij: naam for partij, naam in namen_.items() if naam}


class EldersForm(PapierForm):
    """A praktijkovereenkomst that was made and signed outside the portal."""

    opgesteld_op = Datumveld(label="Datum van opstellen")
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, vertegenwoordiger, **kwargs):
        partijen = [Partij.INSTELLING, Partij.KANDIDAAT, Partij.LEERBEDRIJF]
        partijen += [Partij.VERTEGENWOORDIGER] * vertegenwoordiger
        super().__init__(
            *args, partijen=partijen, verplicht=True, knop="Leg de overeenkomst vast", **kwargs
        )

    def _vooraf(self):
        return ["versie", Row("opgesteld_op", "getekend_op")]


class VervallenForm(forms.Form):
    """What changes: who signed reads this."""

    reden = namen.Tekstveld(
        label="Wat verandert er?",
        max_length=300,
        help_text="Wie al tekende leest dit.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op wat er verandert. Wie al tekende leest dit."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("bewaar", "Terug naar het plan", css_class="gevaar"))


class StartenForm(forms.Form):
    """One button; the version notices a colleague who was first."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("start", "Start het traject"))
