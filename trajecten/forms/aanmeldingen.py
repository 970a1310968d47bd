"""Forms of the aanmelding: six fields, one page."""

import uuid

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from .. import namen, rules
from ..models import Gemeente, Organisatie, Taal
from .velden import Telefoonveld


class AanmeldenForm(forms.Form):
    """Six fields, plus the hidden key that makes a second click harmless."""

    naam = namen.Persoonsnaamveld(
        label="Naam",
        error_messages={"required": "Vul de naam in."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    telefoon = Telefoonveld(
        label="Telefoon",
        help_text="Bijvoorbeeld 06 12 34 56 78.",
        error_messages={"required": "Vul het telefoonnummer in."},
    )
    taal = forms.ChoiceField(
        label="Welke taal spreekt {wie} het liefst?", choices=Taal.choices, initial=Taal.NEDERLANDS
    )
    gemeente = forms.ModelChoiceField(
        label="In welke gemeente woont {wie}?",
        queryset=Gemeente.objects.none(),
        empty_label="Kies een gemeente",
        error_messages={
            "required": "Kies de gemeente.",
            "invalid_choice": "Deze gemeente kennen we niet. Kies er een uit de lijst.",
        },
    )
    wens = namen.Tekstveld(
        label="Wat wil {wie} doen?",
        help_text="Een paar woorden zijn genoeg. Bijvoorbeeld: werken in een magazijn.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf in een paar woorden op wat {wie} wil doen."},
    )
    uitleg_gegeven = forms.BooleanField(
        label="Ik heb verteld wie dit ziet. De persoon weet dit.",
        error_messages={"required": "Vertel eerst wie deze gegevens ziet. Zet daarna het vinkje."},
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, zelf=False, knop="Meld aan", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = Gemeente.objects.filter(eind=None).order_by("naam")
        self.fields["sleutel"].initial = uuid.uuid4
        wie = "je" if zelf else "de persoon"
        for veld in self.fields.values():
            veld.label = (veld.label or "").replace("{wie}", wie)
            for soort, tekst in veld.error_messages.items():
                veld.error_messages[soort] = str(tekst).replace("{wie}", wie)
        if zelf:
            self._voor_jezelf()
        self.helper = FormHelper()
        self.helper.add_input(Submit("", knop))

    def clean_gemeente(self):
        gemeente = self.cleaned_data["gemeente"]
        if bezwaar := rules.bezwaar_tegen_gemeente(gemeente):
            raise forms.ValidationError(bezwaar)
        return gemeente

    def _voor_jezelf(self):
        self.fields["naam"].label = "Hoe heet je?"
        self.fields["naam"].widget.attrs["autocomplete"] = "name"
        self.fields["taal"].label = "Welke taal spreek je het liefst?"
        self.fields["gemeente"].label = "In welke gemeente woon je?"
        self.fields["uitleg_gegeven"].label = "Ik heb gelezen wie dit ziet."
        self.fields["uitleg_gegeven"].error_messages["required"] = (
            "Lees eerst wie deze gegevens ziet. Zet daarna het vinkje."
        )


class AanmeldingCorrigerenForm(AanmeldenForm):
    """The same fields; the version that was read goes along, so nothing is overwritten unseen."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, knop="Bewaar de verandering", **kwargs)
        del self.fields["uitleg_gegeven"], self.fields["sleutel"]


class KenmerkForm(forms.Form):
    """The verwijzer's own reference."""

    kenmerk = forms.CharField(
        label="Eigen kenmerk",
        help_text="Alleen jouw organisatie ziet dit. Geen BSN.",
        max_length=60,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Bewaar het kenmerk"))

    def clean_kenmerk(self):
        kenmerk = self.cleaned_data["kenmerk"]
        if namen.lijkt_op_bsn(kenmerk):
            raise forms.ValidationError(
                "Dit lijkt op een burgerservicenummer. Dat mogen we niet bewaren. "
                "Kies een ander kenmerk."
            )
        return kenmerk


class DoorzettenForm(forms.Form):
    """Which school takes this aanmelding."""

    instelling = forms.ModelChoiceField(
        label="Naar welke school?",
        queryset=Organisatie.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": "Kies een school.",
            "invalid_choice": "Deze school kun je niet kiezen. Kies er een uit de lijst.",
        },
    )

    def __init__(self, *args, scholen, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["instelling"].queryset = scholen
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Zet door naar deze school"))
