"""The filters above the register of the school, and what is asked for the print list."""

from django import forms

from trajecten.models import Traject

from ..models import Geldigheid, Soort, Uitgifte


def _hoofdletter(keuzes):
    return [(waarde, label.capitalize()) for waarde, label in keuzes.choices]


class RegisterfilterForm(forms.Form):
    """An allowlist: what is not a field or not a choice here does not reach the database."""

    zoek = forms.CharField(
        label="Naam of nummer", required=False, max_length=100, strip=True,
        widget=forms.TextInput(attrs={"type": "search"}),
    )  # fmt: skip
    soort = forms.ChoiceField(
        label="Document", required=False, choices=[("", "Alle documenten"), *_hoofdletter(Soort)]
    )
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Alles"), *_hoofdletter(Geldigheid)]
    )
    traject = forms.ModelChoiceField(None, required=False, widget=forms.HiddenInput)
    voor = forms.IntegerField(
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )

    def __init__(self, *args, lid, **kwargs):
        super().__init__(*args, **kwargs)
        trajecten = Traject.objects.zichtbaar_voor(lid)
        self.fields["traject"].queryset = trajecten.select_related("kandidaat")
        self.uitgiften = Uitgifte.objects.zichtbaar_voor(lid).with_geldigheid()

    def gevonden(self):
        """The documents within the filters; a filter that is not valid finds nothing."""
        if not self.is_valid():
            return self.uitgiften.none()
        velden = self.cleaned_data
        gevonden = self.uitgiften.zoeken(velden["zoek"])
        if velden["traject"]:
            gevonden = gevonden.filter(traject=velden["traject"])
        if velden["soort"]:
            gevonden = gevonden.filter(soort=velden["soort"])
        if velden["status"]:
            gevonden = gevonden.filter(geldigheid=velden["status"])
        return gevonden

    @property
    def is_gefilterd(self):
        gekozen = (self.cleaned_data.get(naam) for naam in self.fields if naam != "voor")
        return bool(self.errors) or any(gekozen)


class UitreiklijstForm(forms.Form):
    """When and where the ceremony is, for the head of the list; both may stay empty."""

    op = forms.DateField(
        label="Wanneer is de uitreiking?", required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip
    plaats = forms.CharField(label="Waar?", required=False, max_length=100)

    def gekozen(self) -> dict:
        """What was filled in; what is not a date or too long is left out."""
        self.is_valid()
        return {naam: self.cleaned_data.get(naam) or "" for naam in ("op", "plaats")}
