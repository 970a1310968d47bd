"""Forms to invite people."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from .. import namen
from ..models import Lidmaatschap, Rol

KANDIDAAT = "kandidaat"
EMAIL_FOUT = "Dit e-mailadres klopt niet. Het ziet er zo uit: naam@voorbeeld.nl"


def _helper(knop):
    helper = FormHelper()
    helper.add_input(Submit("stuur", knop))
    return helper


class UitnodigenForm(forms.Form):
    """Who of this traject gets a link: the kandidaat or one of its praktijkopleiders."""

    wie = forms.ChoiceField(label="Wie wil je uitnodigen?", widget=forms.RadioSelect)
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        max_length=254,
        help_text="Alleen nodig als het adres hier nog niet staat.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": EMAIL_FOUT},
    )

    def __init__(self, *args, traject, begeleiders, **kwargs):
        super().__init__(*args, **kwargs)
        self.begeleiders = {str(lid.pk): lid for lid in begeleiders}
        self.fields["wie"].choices = [
            (KANDIDAAT, f"{traject.kandidaat.naam} (kandidaat)"),
            *((pk, f"{lid.naam} (praktijkopleider)") for pk, lid in self.begeleiders.items()),
        ]
        self.helper = _helper("Stuur uitnodiging")

    @property
    def lid(self) -> Lidmaatschap | None:
        """The chosen praktijkopleider; None for the kandidaat."""
        return self.begeleiders.get(self.cleaned_data["wie"])


class CollegaForm(forms.Form):
    """A colleague at the own organisatie or leerbedrijf."""

    rol = forms.ChoiceField(label="Wat gaat deze collega doen?", widget=forms.RadioSelect)
    naam = namen.Persoonsnaamkolom().formfield(label="Naam")
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Vul het e-mailadres in.", "invalid": EMAIL_FOUT},
    )
    functie = forms.CharField(label="Functie", required=False, max_length=100)

    def __init__(self, *args, rollen: list[Rol], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rol"].choices = [(rol.value, rol.label.capitalize()) for rol in rollen]
        self.helper = _helper("Stuur uitnodiging")
