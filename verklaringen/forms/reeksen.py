"""Forms of issuing for many at once: whom, and why it may be done for who needs a reason."""

import uuid

from django import forms

from trajecten import namen
from trajecten.models import Traject

NIET_MEER = "Een van de gekozen mensen staat er niet meer bij. Kies opnieuw."
LEEG = "Schrijf op waarom de verklaring van {naam} toch kan worden uitgegeven."


class MensenForm(forms.Form):
    """Who was ticked: only people of the own school."""

    traject = forms.ModelMultipleChoiceField(
        Traject.objects.none(),
        error_messages={
            "required": "Kies voor wie je de verklaring uitgeeft.",
            "invalid_choice": NIET_MEER,
            "invalid_pk_value": NIET_MEER,
        },
    )

    def __init__(self, *args, lid, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["traject"].queryset = Traject.objects.zichtbaar_voor(lid)

    @property
    def trajecten(self):
        """By name, with what the pages show of them; only when the form is valid."""
        gekozen = self.cleaned_data["traject"].order_by("kandidaat__naam", "pk")
        return gekozen.select_related("kandidaat", "instelling", "kwalificatie__dossier")


class ReeksUitgevenForm(forms.Form):
    """The order itself, with a reason for each one whose erkenning was not in order."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, keuzes, **kwargs):
        super().__init__(*args, **kwargs)
        self.gewaarschuwd = [rij for rij in keuzes if rij.waarschuwing and not rij.bezwaar]
        for keuze in self.gewaarschuwd:
            naam = keuze.traject.kandidaat.naam
            self.fields[_veld(keuze)] = namen.Tekstveld(
                label=f"Waarom kan het voor {naam} toch?",
                help_text=keuze.waarschuwing,
                max_length=500,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"required": LEEG.format(naam=naam)},
            )

    @property
    def opdracht(self) -> dict:
        """What the action needs; only when the form is valid."""
        redenen = {k.traject.pk: self.cleaned_data[_veld(k)] for k in self.gewaarschuwd}
        return {"sleutel": self.cleaned_data["sleutel"], "motiveringen": redenen}

    @property
    def motiveringsvelden(self):
        return [self[_veld(keuze)] for keuze in self.gewaarschuwd]


def _veld(keuze) -> str:
    return f"motivering_{keuze.traject.pk}"
