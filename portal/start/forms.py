from django import forms

from trajecten.models import Lidmaatschap


class WisselenForm(forms.Form):
    """One of the own running roles; another id is no choice."""

    lid = forms.ModelChoiceField(None)

    def __init__(self, *args, lid, **kwargs):
        super().__init__(*args, **kwargs)
        eigen = Lidmaatschap.objects.zichtbaar_voor(lid).filter(gebruiker=lid.gebruiker_id)
        self.fields["lid"].queryset = eigen.geldig()
