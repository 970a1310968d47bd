"""The filters above the list of trajecten."""

from django import forms

from ..models import Lidmaatschap, Rol, Route, Status, Traject


class TrajectfilterForm(forms.Form):
    """An allowlist: what is not a field or not a choice here does not reach the database."""

    zoek = forms.CharField(
        label="Naam of nummer", required=False, max_length=100, strip=True,
        widget=forms.TextInput(attrs={"type": "search"}),
    )  # fmt: skip
    status = forms.ChoiceField(
        label="Stap", required=False, choices=[("", "Alle stappen"), *Status.choices]
    )
    route = forms.ChoiceField(
        label="Route", required=False, choices=[("", "Alle routes"), *Route.choices]
    )
    coordinator = forms.ChoiceField(label="Mbo-coördinator", required=False)
    kwalificatie = forms.ChoiceField(label="Opleiding", required=False)
    voor = forms.IntegerField(
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )

    def __init__(self, *args, lid, **kwargs):
        super().__init__(*args, **kwargs)
        self.trajecten = Traject.objects.zichtbaar_voor(lid)
        # Plain choices, read once: a ModelChoiceField would ask the database again for each.
        self.fields["kwalificatie"].choices = [
            ("", "Alle opleidingen"),
            *((str(k.pk), str(k)) for k in self.trajecten.kwalificaties()),
        ]
        if lid.rol == Rol.COORDINATOR:
            collegas = Lidmaatschap.objects.zichtbaar_voor(lid).filter(rol=Rol.COORDINATOR)
            self.fields["coordinator"].choices = [
                ("", "Iedereen"),
                *((str(c.pk), c.naam) for c in collegas.select_related("gebruiker")),
            ]
        else:
            del self.fields["coordinator"]

    def gevonden(self):
        """The trajecten within the filters; a filter that is not valid finds nothing."""
        if not self.is_valid():
            return self.trajecten.none()
        velden = self.cleaned_data
        gekozen = {
            naam: velden[naam]
            for naam in ("status", "route", "coordinator", "kwalificatie")
            if velden.get(naam)
        }
        return self.trajecten.zoeken(velden["zoek"]).filter(**gekozen)

    @property
    def is_gefilterd(self):
        return any(self.cleaned_data.get(naam) for naam in self.fields if naam != "voor")
