"""What is wrong with an issued document."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from trajecten import namen
from trajecten.models import Verbeterreden


class VerbeterenForm(forms.Form):
    """Why, and what; who signs and decides again reads it."""

    reden = forms.ChoiceField(
        label="Wat moet er worden verbeterd?",
        choices=Verbeterreden.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er moet worden verbeterd."},
    )
    toelichting = namen.Tekstveld(
        label="Wat klopt er niet?",
        max_length=500,
        help_text="De examencommissie leest dit.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op wat er niet klopt."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Begin de verbetering"))
