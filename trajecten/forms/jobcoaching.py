"""Which jobcoach supports this kandidaat."""

from django import forms

from ..models import Lidmaatschap
from .afronding import knop

VEROUDERD = "Deze pagina was verouderd. Kies nog een keer en bewaar."


class JobcoachKoppelenForm(forms.Form):
    """One of the jobcoaches of the school, the verwijzer and the region."""

    na = forms.IntegerField(required=False, widget=forms.HiddenInput)
    jobcoach = forms.ModelChoiceField(
        label="Wie wordt de jobcoach?",
        queryset=Lidmaatschap.objects.none(),
        empty_label="Kies een jobcoach",
        error_messages={"required": "Kies een jobcoach uit de lijst."},
    )
    helper = knop("Bewaar jobcoach")

    def __init__(self, *args, jobcoaches, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jobcoach"].queryset = jobcoaches.select_related("gebruiker", "organisatie")


class JobcoachingBeeindigenForm(forms.Form):
    """The jobcoach that stood on the page."""

    na = forms.IntegerField(error_messages={"required": VEROUDERD, "invalid": VEROUDERD})
