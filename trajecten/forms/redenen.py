"""One reason in words: to take back, return, mend or undo."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from .. import namen


class RedenForm(forms.Form):
    """One reason, in the words of who gives it."""

    reden = namen.Tekstveld(
        label="Waarom?", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, label, leeg, knop, gevaar=False, hulp="", **kwargs):
        super().__init__(*args, **kwargs)
        veld = self.fields["reden"]
        veld.label, veld.help_text, veld.error_messages["required"] = label, hulp, leeg
        self.helper = FormHelper()
        self.helper.add_input(Submit("", knop, css_class="gevaar" if gevaar else ""))
