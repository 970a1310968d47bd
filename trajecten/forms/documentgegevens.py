"""Forms of the page "gegevens voor het document": who, and per plaatsing where."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms

from .. import namen, rules
from .afronding import datumveld


def _deel(*indeling):
    """A helper for one part of a page with a single button of its own."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*indeling)
    return helper


class IdentiteitForm(forms.Form):
    """The official names and birth data, read from the ID."""

    toon_hoeft_niet = False  # the place of birth says itself when it may stay empty

    voornamen = namen.Persoonsnaamveld(
        label="Alle voornamen",
        help_text="Voluit, zoals op het identiteitsbewijs.",
        error_messages={"required": "Vul de voornamen in zoals op het identiteitsbewijs."},
    )
    achternaam = namen.Persoonsnaamveld(
        label="Achternaam",
        help_text="Met tussenvoegsel, zoals op het identiteitsbewijs.",
        error_messages={"required": "Vul de achternaam in zoals op het identiteitsbewijs."},
    )
    geboortedatum = datumveld("Geboortedatum")
    geboorteland = namen.Persoonsnaamveld(
        label="Geboorteland", max_length=60, initial="Nederland",
        error_messages={"required": "Vul het geboorteland in."},
    )  # fmt: skip
    geboorteplaats = namen.Persoonsnaamveld(
        label="Geboorteplaats",
        required=False,
        help_text="Geboren buiten Nederland en plaats onbekend? Laat dit dan leeg.",
    )
    gecontroleerd = forms.BooleanField(
        label="Ik heb dit vergeleken met het identiteitsbewijs.",
        error_messages={"required": "Vergelijk alles met het identiteitsbewijs en vink dit aan."},
    )  # fmt: skip
    na = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    helper = _deel(
        Row("voornamen", "achternaam"),
        Row("geboortedatum", "geboorteplaats", "geboorteland"),
        "gecontroleerd",
        "na",
    )

    def clean(self):
        velden = super().clean()
        velden.pop("gecontroleerd", None)
        land = velden.get("geboorteland", "")
        if land.casefold() == "nederland":
            velden["geboorteland"] = "Nederland"
            if not velden.get("geboorteplaats") and "geboorteplaats" not in self.errors:
                self.add_error("geboorteplaats", "Vul de geboorteplaats in.")
        if (dag := velden.get("geboortedatum")) and (
            bezwaar := rules.bezwaar_tegen_geboortedatum(dag)
        ):
            self.add_error("geboortedatum", bezwaar)
        return velden


INDELING = (
    Row("uren", "uren_geschat"),
    Row("leerbedrijf_naam", "vestigingsplaats"),
    Row("praktijkopleider", "praktijkopleider_naam"),
    "omschrijving",
    "na",
)


class DocumentgegevensForm(forms.Form):
    """Hours and registered names of one plaatsing."""

    uren = forms.IntegerField(
        label="Gewerkte uren bij dit leerbedrijf",
        min_value=1,
        max_value=9999,
        error_messages={
            "required": "Vul het aantal uren in. Een schatting mag.",
            "invalid": "Vul een heel getal in, bijvoorbeeld 512.",
            "min_value": "Vul minstens 1 uur in.",
            "max_value": "Dit zijn meer uren dan kan. Kijk het getal na.",
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    uren_geschat = forms.BooleanField(label="Dit is een schatting.", required=False)
    leerbedrijf_naam = namen.Organisatienaamveld(
        label="Naam van het leerbedrijf bij SBB",
        max_length=200,
        error_messages={"required": "Vul de naam in zoals SBB die registreerde."},
    )
    vestigingsplaats = namen.Persoonsnaamveld(
        label="Vestigingsplaats bij SBB",
        error_messages={"required": "Vul de plaats in zoals SBB die registreerde."},
    )
    praktijkopleider = forms.TypedChoiceField(
        label="Welke praktijkopleider tekent?",
        error_messages={"required": "Kies de praktijkopleider die de verklaring tekent."},
    )
    praktijkopleider_naam = namen.Persoonsnaamveld(
        label="Voornaam en achternaam van de praktijkopleider",
        help_text="Zo komt de naam op de verklaring.",
        error_messages={"required": "Vul de voornaam en achternaam in."},
    )
    omschrijving = namen.Tekstveld(
        gedrukt=True,
        label="Wat deed de kandidaat, in een paar woorden?",
        required=False,
        max_length=500,
        help_text="Komt alleen op een mbo-verklaring zonder praktijkverklaring.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    na = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    helper = _deel(*INDELING)

    def __init__(self, *args, praktijkopleiders, met_blad, **kwargs):
        super().__init__(*args, **kwargs)
        if not met_blad:
            self._voor_een_voordracht()
        leden = {str(lid.pk): lid for lid in praktijkopleiders}
        veld = self.fields["praktijkopleider"]
        veld.choices = [(pk, lid.naam) for pk, lid in leden.items()]
        veld.coerce = leden.__getitem__

    def _voor_een_voordracht(self):
        """For a diploma or certificaat nobody signs a sheet."""
        wie, naam = self.fields["praktijkopleider"], self.fields["praktijkopleider_naam"]
        wie.label = "Welke praktijkopleider gaf het eindoordeel?"
        wie.error_messages["required"] = "Kies wie het eindoordeel gaf."
        naam.help_text = "Zo komt de naam in de voordracht."
        del self.fields["omschrijving"]
        self.helper = _deel(*[deel for deel in INDELING if deel != "omschrijving"])
