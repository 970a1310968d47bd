from django import forms

from portal.demo.spelers import spelers


class SpelenForm(forms.Form):
    """One of the cast; nobody else can be played."""

    lid = forms.TypedChoiceField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        leden = {str(lid.pk): lid for groep in spelers() for lid in groep["leden"]}
        self.fields["lid"].choices = [(pk, lid.naam) for pk, lid in leden.items()]
        self.fields["lid"].coerce = leden.get
