"""Forms of the voordracht: propose, take back, and the handing over."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from trajecten import namen
from trajecten.forms.velden import Datumveld


class VoordragenForm(forms.Form):
    """Why, when the rules do not say yes; and the beroepsvereisten when there are any."""

    motivering = namen.Tekstveld(
        gedrukt=True,
        label="Waarom draag je dit toch voor?",
        max_length=1000,
        help_text="De examencommissie leest dit.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Schrijf op waarom je dit toch voordraagt. De examencommissie leest dit."
        },
    )
    beroepsvereisten = namen.Tekstveld(
        gedrukt=True,
        label="Zijn er wettelijke beroepsvereisten?",
        required=False,
        max_length=300,
        help_text="Zoals het kwalificatieregister ze noemt. Laat je dit leeg? Dan staat in de "
        "voordracht dat de school het nog nakijkt.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, met_motivering, **kwargs):
        super().__init__(*args, **kwargs)
        if not met_motivering:
            del self.fields["motivering"]
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Bied aan bij de examencommissie"))


class VoordrachtUitreikenForm(forms.Form):
    """When, where and by whom the kandidaat got what the school made."""

    gebeurd_op = Datumveld(label="Wanneer is het gegeven?")
    plaats = namen.Persoonsnaamveld(label="Waar?", error_messages={"required": "Vul de plaats in."})
    naam = namen.Persoonsnaamveld(
        label="Wie gaf het?", error_messages={"required": "Vul in wie het aan de kandidaat gaf."}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Leg de uitreiking vast"))
