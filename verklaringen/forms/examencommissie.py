"""The filter above what lies before the examencommissie."""

from django import forms

from .. import rules


class AgendafilterForm(forms.Form):
    """An allowlist: what is not a choice here does not reach the database."""

    soort = forms.ChoiceField(
        label="Wat wordt gevraagd?", required=False, choices=[("", "Alles"), *rules.SOORTEN.items()]
    )
    vanaf = forms.IntegerField(
        required=False, min_value=0, max_value=100_000, widget=forms.HiddenInput
    )

    def gekozen(self) -> tuple[str, int]:
        """(soort, vanaf); what is not valid asks for nothing in particular."""
        self.is_valid()
        return self.cleaned_data.get("soort", ""), self.cleaned_data.get("vanaf") or 0
