"""Where the next traject goes: route, opleiding, and at a certificaat which one."""

from django import forms

from .. import rules
from ..models import Certificaat, Kwalificatie, Route
from .plaatsingen import kiesbaar


class VervolgForm(forms.Form):
    """The same fields to look (GET) and to begin (POST)."""

    route = forms.ChoiceField(
        label="Route", choices=Route.choices, error_messages={"required": "Kies een route."}
    )
    kwalificatie = forms.ModelChoiceField(
        label="Opleiding",
        queryset=Kwalificatie.objects.none(),
        empty_label="Kies een opleiding",
        error_messages={"required": "Kies een opleiding."},
    )
    certificaat = forms.ModelChoiceField(
        label="Mbo-certificaat",
        queryset=Certificaat.objects.none(),
        required=False,
        empty_label="Alleen bij een mbo-certificaat",
    )

    def __init__(self, *args, traject, **kwargs):
        super().__init__(*args, **kwargs)
        self.traject, self.doel = traject, None
        self.fields["kwalificatie"].queryset = kiesbaar()
        self.fields["certificaat"].queryset = Certificaat.objects.order_by("code")

    def clean(self):
        velden = super().clean()
        if not self.errors:
            is_certificaat = velden["route"] == Route.CERTIFICAAT
            certificaat = velden["certificaat"] if is_certificaat else None
            doel = rules.Doel(velden["route"], velden["kwalificatie"], certificaat)
            if bezwaar := rules.bezwaar_tegen_doel(self.traject, doel):
                self.add_error("certificaat" if is_certificaat else "kwalificatie", bezwaar)
            else:
                self.doel = doel
        return velden
