"""Forms of the side exits."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from .. import namen


class StoppenForm(forms.Form):
    """A reason out of the list, with room for a few words."""

    reden_code = forms.ChoiceField(
        label="Waarom stopt het traject?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een reden."},
    )
    toelichting = namen.Tekstveld(
        label="Toelichting",
        required=False,
        max_length=500,
        help_text="Schrijf niets over gezondheid of schulden.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, redenen, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reden_code"].choices = redenen
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Stop dit traject", css_class="gevaar"))


class OnderbrekenForm(forms.Form):
    """Why it pauses and when the kandidaat is expected back."""

    reden = namen.Tekstveld(
        label="Waarom stopt het leren even?",
        max_length=500,
        help_text="Schrijf niets over gezondheid.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op waarom het leren even stopt."},
    )
    verwacht_op = forms.DateField(
        label="Wanneer is de kandidaat weer terug?",
        help_text="Weet je het niet precies? Kies een dag in de buurt.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Kies de dag waarop de kandidaat terug is.",
            "invalid": "Deze datum klopt niet. Schrijf hem zo: 31-12-2026.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Onderbreek het traject"))
