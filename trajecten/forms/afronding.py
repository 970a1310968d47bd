"""Forms of the end: terugsturen, schooloordeel, verzoek and how it went on."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils import timezone

from .. import namen
from ..models import Route, Schooloordeel, Uitstroom, Verzoek
from .velden import ScanVeld

NIET_POSITIEF = "nee"
DATUM_FOUT = {
    "required": "Vul de datum in.",
    "invalid": "Deze datum klopt niet. Schrijf hem zo: 31-12-2026.",
}


def datumveld(label, **velden):
    """A date, typed or chosen."""
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DATUM_FOUT,
        **velden,
    )


def knop(tekst, **velden):
    """A helper with one submit button."""
    helper = FormHelper()
    helper.add_input(Submit("", tekst, **velden))
    return helper


class EindbeoordelingForm(forms.Form):
    """Nothing to fill in: the page says what will happen."""

    def __init__(self, *args, met_bpv, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = knop("Open de eindbeoordeling" if met_bpv else "Rond af")


class TerugsturenForm(forms.Form):
    """Why the praktijkopleider should look again."""

    reden = namen.Tekstveld(
        label="Waarom stuur je het terug?",
        max_length=500,
        help_text="De praktijkopleider leest dit. Schrijf wat er anders of duidelijker moet.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op waarom. De praktijkopleider leest dit."},
    )
    na = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    helper = knop("Stuur terug")


class SchooloordeelForm(forms.Form):
    """Positive or not yet, and why; `na` is the judgement this one follows."""

    oordeel = forms.ChoiceField(
        label="Wat is het oordeel van de school over het leren op het werk?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het oordeel."},
    )
    motivering = namen.Tekstveld(
        label="Waarom?",
        max_length=4000,
        help_text="Noem wat je zag of las, en hoe de mening van het leerbedrijf meetelde.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Schrijf op waarom de school dit vindt."},
    )
    gebeurd_op = datumveld("Datum van het oordeel")
    na = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    helper = knop("Geef het schooloordeel")

    def __init__(self, *args, route, **kwargs):
        super().__init__(*args, **kwargs)
        opties = [(str(optie.value), f"Positief. {optie.label}") for optie in Schooloordeel.Optie]
        if route == Route.PRAKTIJKVERKLARING:
            opties.reverse()  # what this route is for comes first
        else:
            del opties[1:]  # a diploma or certificaat asks for the whole bpv
        self.fields["oordeel"].choices = [*opties, (NIET_POSITIEF, "Nog niet positief")]
        self.fields["gebeurd_op"].initial = timezone.localdate

    def clean(self):
        velden = super().clean()
        if oordeel := velden.pop("oordeel", None):
            velden["positief"] = oordeel != NIET_POSITIEF
            velden["optie"] = int(oordeel) if velden["positief"] else None
        return velden


class VerzoekForm(forms.Form):
    """When and how the kandidaat asked for the mbo-verklaring."""

    gebeurd_op = datumveld("Wanneer vroeg de kandidaat erom?")
    wijze = forms.ChoiceField(
        label="Hoe?",
        choices=[keuze for keuze in Verzoek.Wijze.choices if keuze[0] != Verzoek.Wijze.PORTAAL],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe de kandidaat erom vroeg."},
    )
    scan = ScanVeld(
        label="Foto of scan van het papier",
        required=False,
        help_text="Alleen als het verzoek op papier staat. JPG, PNG of PDF.",
    )
    helper = knop("Leg het verzoek vast")


class UitstroomForm(forms.Form):
    """What the kandidaat does after the traject."""

    bestemming = forms.ChoiceField(
        label="Wat doet de kandidaat nu?",
        choices=Uitstroom.Bestemming.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat de kandidaat nu doet."},
    )
    gebeurd_op = datumveld("Op welke dag?")
    helper = knop("Leg dit vast")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gebeurd_op"].initial = timezone.localdate
