"""Choices as full-width radio buttons, each with a sentence under it."""

from django import forms


class KeuzeMetUitleg(forms.RadioSelect):
    """Radio buttons with a sentence under the label: `uitleg` is {value: sentence}.

    The form may fill `uitleg` later: form.fields["niveau"].widget.uitleg = {...}.
    """

    def __init__(self, attrs=None, choices=(), uitleg=None):
        super().__init__(attrs, choices)
        self.uitleg = uitleg or {}

    def __deepcopy__(self, memo):
        kopie = super().__deepcopy__(memo)
        kopie.uitleg = dict(self.uitleg)
        return kopie

    def create_option(self, name, value, *args, **kwargs):
        optie = super().create_option(name, value, *args, **kwargs)
        return {**optie, "uitleg": self.uitleg.get(str(value), "")}
