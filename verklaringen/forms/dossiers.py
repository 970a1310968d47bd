"""Forms of the dossier voor controle: of whom, and for what."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from trajecten import namen


class DossierDownloadenForm(forms.Form):
    """For what; the people stand in the address and on the page."""

    waarvoor = namen.Tekstveld(
        label="Waarvoor heb je dit nodig?",
        max_length=200,
        help_text="Bijvoorbeeld: steekproef van de accountant. Elke kandidaat kan dit lezen.",
        error_messages={"required": "Schrijf op waarvoor je het dossier nodig hebt."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Download het dossier"))
