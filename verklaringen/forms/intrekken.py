"""Why an issued document has to go, for the second person who decides."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from trajecten import namen

from ..models import Intrekkingsreden


class IntrekkenVoorstellenForm(forms.Form):
    """The reason that the kandidaat reads, and the story for the colleague."""

    reden = forms.ChoiceField(
        label="Waarom moet dit document worden ingetrokken?",
        help_text="De kandidaat leest deze zin. Een werkgever leest de reden nooit.",
        choices=Intrekkingsreden.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom het document moet worden ingetrokken."},
    )
    toelichting = namen.Tekstveld(
        label="Wat is er aan de hand?",
        max_length=500,
        help_text="De collega die besluit leest dit. Schrijf niets over gezondheid.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Leg uit wat er aan de hand is. Je collega leest dit."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("nakijken", "Kijk het na"))

    @property
    def rijen(self):
        """What was chosen, in words, for the page "Klopt dit?"."""
        gekozen = self.cleaned_data
        return [
            ("Reden", Intrekkingsreden(gekozen["reden"]).label),
            ("Uitleg voor je collega", gekozen["toelichting"]),
        ]
