"""For how long the kandidaat shows a document."""

from django import forms
from django.core import signing

from .. import namen
from ..models import Deelduur

DAG = 24 * 60 * 60


class DelenForm(forms.Form):
    """How long, one button each. `sleutel` is the secret of this share, made by the portal.

    It is signed, so that nobody can post one that is easy to guess; sent twice it is one share.
    """

    duur = forms.ChoiceField(
        choices=Deelduur.choices,
        error_messages={
            "required": "Kies hoe lang je het document wilt delen.",
            "invalid_choice": "Kies 1 dag, 1 week of 1 maand.",
        },
    )
    sleutel = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def __init__(self, *args, uitgifte, lid, **kwargs):
        super().__init__(*args, **kwargs)
        self.doel = f"delen:{uitgifte.pk}:{lid.pk}"

    def nieuwe_sleutel(self) -> str:
        return signing.dumps(namen.nieuwe_code(), salt=self.doel)

    def clean(self):
        gegevens = super().clean()
        try:
            gegevens["code"] = signing.loads(
                gegevens.pop("sleutel", ""), salt=self.doel, max_age=DAG
            )
        except signing.BadSignature:
            raise forms.ValidationError(
                "Deze pagina stond te lang open. Kies nog een keer."
            ) from None
        return gegevens
