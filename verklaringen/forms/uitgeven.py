"""Forms of the decision, the order to issue and the handing over."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils import timezone

from trajecten import namen
from trajecten.forms.velden import ScanVeld
from trajecten.models import Besluit


class BesluitenForm(forms.Form):
    """The decision of the examencommissie: name, function, date; on paper with the scan."""

    toon_hoeft_niet = False  # the reason is needed for all but one choice; its help text says so

    uitkomst = forms.ChoiceField(
        label="Wat is het besluit?",
        choices=Besluit.Uitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het besluit."},
    )
    naam = namen.Persoonsnaamveld(
        label="Naam", help_text="Deze naam komt op de mbo-verklaring.",
        error_messages={"required": "Vul de naam in van wie besluit."},
    )  # fmt: skip
    functie = forms.CharField(
        label="Functie in de examencommissie",
        max_length=100,
        error_messages={"required": "Vul de functie in, bijvoorbeeld: voorzitter."},
        validators=[namen.gedrukte_tekst],
    )
    plaats = namen.Persoonsnaamveld(
        label="Plaats", error_messages={"required": "Vul de plaats in."}
    )
    gebeurd_op = forms.DateField(
        label="Datum van het besluit",
        error_messages={"required": "Vul de datum van het besluit in."},
    )
    reden = namen.Tekstveld(
        label="Waarom?",
        required=False,
        max_length=1000,
        help_text="Altijd nodig bij afgewezen of aangehouden.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, op_papier=False, met_verklaring=True, **kwargs):
        super().__init__(*args, **kwargs)
        if not met_verklaring:
            self.fields["naam"].help_text = "Van wie namens de examencommissie besluit."
        if op_papier:
            self.fields["scan"] = ScanVeld(
                label="Scan van het getekende besluit",
                help_text="JPG, PNG of PDF.",
                error_messages={"required": "Voeg een scan van het getekende besluit toe."},
            )
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Leg het besluit vast"))

    def clean_gebeurd_op(self):
        gebeurd_op = self.cleaned_data["gebeurd_op"]
        if gebeurd_op > timezone.localdate():
            raise forms.ValidationError(
                "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."
            )
        return gebeurd_op

    def clean(self):
        gegevens = super().clean()
        anders = gegevens.get("uitkomst") not in (None, "", Besluit.Uitkomst.TOEGEKEND)
        if anders and not gegevens.get("reden", "").strip():
            self.add_error("reden", "Schrijf op waarom de examencommissie dit besluit neemt.")
        return gegevens


class UitgevenForm(forms.Form):
    """A motivated decision when the erkenning is not in order; otherwise only the button."""

    motivering = namen.Tekstveld(
        label="Waarom kan de verklaring toch worden uitgegeven?",
        max_length=500,
        help_text="Dit besluit wordt bewaard bij het document.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op waarom de verklaring toch kan worden uitgegeven."},
    )

    def __init__(self, *args, waarschuwing, **kwargs):
        super().__init__(*args, **kwargs)
        if not waarschuwing:
            del self.fields["motivering"]
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Geef verklaring uit"))


class UitreikenForm(forms.Form):
    """When and where the kandidaat got the documents."""

    gebeurd_op = forms.DateField(
        label="Wanneer zijn de documenten gegeven?",
        error_messages={"required": "Vul de datum in."},
    )
    plaats = namen.Persoonsnaamveld(label="Waar?", error_messages={"required": "Vul de plaats in."})
    oud_ingeleverd = forms.TypedChoiceField(
        label="Is het oude document ingeleverd?",
        help_text="Bij een nieuwe naam gaat het oude papier terug naar de school. Is het kwijt? "
        "Kies dan nee.",
        choices=[("ja", "Ja"), ("nee", "Nee")],
        coerce=lambda keuze: keuze == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": "Geef aan of het oude document is ingeleverd."},
    )

    def __init__(self, *args, vraagt_oud_document=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not vraagt_oud_document:
            del self.fields["oud_ingeleverd"]
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Leg de uitreiking vast"))
