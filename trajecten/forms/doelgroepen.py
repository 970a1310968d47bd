"""Doelgroepen: switching it on, and which ones."""

from django import forms

from .. import namen
from ..models import Doelgroep
from .afronding import knop
from .velden import JaNeeVeld

VEROUDERD = "Deze pagina was verouderd. Kies nog een keer en bewaar."


def _na():
    fouten = {"required": VEROUDERD, "invalid": VEROUDERD}
    return forms.IntegerField(
        min_value=0, max_value=32000, widget=forms.HiddenInput, error_messages=fouten
    )


class DoelgroepgebruikForm(forms.Form):
    """On or off, and on what ground."""

    toon_hoeft_niet = False  # what may stay empty says so itself

    na = _na()
    aan = JaNeeVeld(
        label="Legt je organisatie doelgroepen vast?",
        error_messages={"required": "Kies ja of nee."},
    )
    grondslag = namen.Tekstveld(
        label="Welke grond noemt de DPIA? (alleen bij ja)",
        required=False,
        max_length=500,
        help_text="Schrijf de grond in woorden, en van welke dag de DPIA is.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    helper = knop("Bewaar dit besluit")

    def clean(self):
        velden = super().clean()
        if velden.get("aan") is False:
            velden["grondslag"] = ""
        return velden


class DoelgroepenForm(forms.Form):
    """Each that fits, and the one that counts in sums."""

    na = _na()
    soorten = forms.MultipleChoiceField(
        label="Welke doelgroepen passen?",
        choices=Doelgroep.Soort.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één doelgroep, of wis wat er staat."},
    )
    hoofd = forms.ChoiceField(
        label="Welke is de belangrijkste?",
        choices=[("", "Kies de belangrijkste"), *Doelgroep.Soort.choices],
        help_text="Die telt mee in de cijfers.",
        error_messages={"required": "Kies welke van deze doelgroepen de belangrijkste is."},
    )
    helper = knop("Bewaar doelgroepen")

    def clean(self):
        velden = super().clean()
        if velden.get("hoofd") and velden["hoofd"] not in velden.get("soorten", [velden["hoofd"]]):
            self.add_error("hoofd", "Zet bij de belangrijkste ook een vinkje hierboven.")
        return velden
