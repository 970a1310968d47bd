"""The eindoordeel of every werkproces of a plaatsing, on one page."""

from django import forms

from ..models import Eindoordeel
from ..namen import Tekstveld


class EindoordelenForm(forms.Form):
    """Per planregel a judgement, a text, and the number it builds on; rows may stay empty."""

    gebeurd_op = forms.DateField(
        required=False,
        error_messages={"invalid": "Deze dag kennen we niet. Kies een andere dag."},
    )

    def __init__(self, *args, planregels, **kwargs):
        super().__init__(*args, **kwargs)
        self.planregels = planregels
        for planregel in planregels:
            laatste = planregel.laatste_eindoordeel
            self.fields[f"oordeel_{planregel.pk}"] = forms.ChoiceField(
                choices=Eindoordeel.Oordeel.choices,
                required=False,
                initial=laatste.oordeel if laatste else _voorstel(planregel),
            )
            self.fields[f"toelichting_{planregel.pk}"] = Tekstveld(
                max_length=500, required=False, initial=laatste.toelichting if laatste else ""
            )
            self.fields[f"na_{planregel.pk}"] = forms.IntegerField(
                min_value=0, required=False, initial=laatste.volgnummer if laatste else 0
            )

    def rijen(self):
        """Per planregel its bound fields, for the template."""
        for planregel in self.planregels:
            oordeel, toelichting, na = (
                self[f"{naam}_{planregel.pk}"] for naam in ("oordeel", "toelichting", "na")
            )
            yield planregel, oordeel, toelichting, na

    def oordelen(self) -> list[dict]:
        """The filled rows, as actions.eindoordelen_geven takes them."""
        gekozen = [
            {
                "planregel": planregel,
                "oordeel": self.cleaned_data[f"oordeel_{planregel.pk}"],
                "toelichting": self.cleaned_data[f"toelichting_{planregel.pk}"],
                "na": self.cleaned_data[f"na_{planregel.pk}"] or 0,
            }
            for planregel in self.planregels
        ]
        return [rij for rij in gekozen if rij["oordeel"]]

    def bijwerken(self, planregels):
        """After a lost race: keep what was typed, build on what the other recorded."""
        self.data = self.data.copy()
        for planregel in planregels:
            laatste = planregel.laatste_eindoordeel
            self.data[f"na_{planregel.pk}"] = laatste.volgnummer if laatste else 0
        self.planregels = planregels


def _voorstel(planregel):
    """'Kan hier niet' is at the end 'niet aangeboden', never failed; the rest is for a person."""
    stand = planregel.stand
    return Eindoordeel.Oordeel.NIET_AANGEBODEN if stand and stand.kan_hier_niet else None
