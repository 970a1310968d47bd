"""The intake form: one longer page for the mbo-coördinator."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms

from .. import namen, rules
from ..models import Kandidaat, Leerweg, Route
from .velden import JaNeeVeld, Telefoonveld


class IntakeForm(forms.Form):
    """Everything the intake asks; the route helper is optional and only proposes."""

    startkwalificatie = JaNeeVeld(
        label="Heeft de kandidaat een startkwalificatie?",
        help_text="Dat is een diploma havo, vwo of mbo niveau 2 of hoger.",
        error_messages={"required": "Kies ja of nee bij de startkwalificatie."},
    )
    vooropleiding = forms.CharField(label="Vooropleiding", max_length=200, required=False)
    wens = namen.Tekstveld(
        label="Wat wil de kandidaat leren?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op wat de kandidaat wil leren."},
    )
    email = forms.EmailField(
        label="E-mail van de kandidaat",
        required=False,
        help_text="Zonder e-mail kan de kandidaat een kaart met een code krijgen.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "invalid": "Dit e-mailadres klopt niet. Kijk of er een @ en een punt in staan."
        },
    )
    jonger_dan_18 = JaNeeVeld(
        label="Is de kandidaat jonger dan 18?",
        error_messages={"required": "Kies ja of nee bij jonger dan 18."},
    )
    vertegenwoordiger_naam = namen.Persoonsnaamveld(
        label="Naam van de ouder of voogd", required=False, help_text="Alleen bij jonger dan 18."
    )
    vertegenwoordiger_telefoon = Telefoonveld(
        label="Telefoon van de ouder of voogd", required=False
    )
    ondersteuning = namen.Tekstveld(
        label="Wat helpt bij het leren?",
        required=False,
        max_length=500,
        help_text="Alleen wat helpt, nooit de oorzaak. Bijvoorbeeld: extra uitleg met plaatjes.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    route = forms.ChoiceField(
        label="Welke route kiezen jullie?",
        choices=Route.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een route."},
    )
    leerweg = forms.ChoiceField(
        label="Leerweg", choices=Leerweg.choices, initial=Leerweg.DERDE_LEERWEG
    )
    met_bpv = JaNeeVeld(
        label="Hoort er leren op het werk bij?",
        ja="Ja, bij een leerbedrijf",
        nee="Nee, alleen lessen en examens",
        required=False,
        initial="ja",
        help_text="Alleen een mbo-certificaat kan zonder leren op het werk.",
    )
    route_reden = namen.Tekstveld(
        label="Waarom deze route?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf op waarom jullie deze route kiezen."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for vraag, (tekst, keuzes) in rules.VRAGEN.items():
            self.fields[f"hulp_{vraag}"] = forms.ChoiceField(
                label=tekst, choices=[("", "Nog niet gevraagd"), *keuzes.items()], required=False
            )
        hulp = [f"hulp_{vraag}" for vraag in rules.VRAGEN]
        self.helper = FormHelper()
        self.helper.layout = Layout(
            Fieldset("Het gesprek", "startkwalificatie", "vooropleiding", "wens", "ondersteuning"),
            Fieldset(
                "Over de kandidaat", "email", "jonger_dan_18", "vertegenwoordiger_naam",
                "vertegenwoordiger_telefoon",
            ),
            Fieldset("Hulp bij de route (vijf vragen)", *hulp),
            Submit("voorstel", "Laat een voorstel zien", css_class="tweede"),
            Fieldset("De route", "route", "leerweg", "met_bpv", "route_reden"),
        )  # fmt: skip
        self.helper.add_input(Submit("bewaar", "Bewaar de intake"))

    def clean_met_bpv(self):
        """What was not asked is as usual: with learning on the job."""
        return self.cleaned_data["met_bpv"] is not False

    @property
    def routehulp(self) -> dict[str, str]:
        """The answers to the route helper as typed, also when the form is not complete yet."""
        gegeven = {vraag: self.data.get(f"hulp_{vraag}", "") for vraag in rules.VRAGEN}
        return {vraag: antwoord for vraag, antwoord in gegeven.items() if antwoord}

    @property
    def gegevens(self) -> dict:
        """What the action wants: the fields, with the helper's answers as one dict."""
        velden = {k: v for k, v in self.cleaned_data.items() if not k.startswith("hulp_")}
        return velden | {"routehulp": self.routehulp}


class KoppelenForm(forms.Form):
    """Which known kandidaat this is."""

    bestaande = forms.ModelChoiceField(queryset=Kandidaat.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args, kandidaten, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bestaande"].queryset = kandidaten
