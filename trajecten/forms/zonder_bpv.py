"""The form that starts a traject without learning on the job."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms

from .praktijkleerplan import InschrijvenForm, PlanForm


class StartenZonderBpvForm(forms.Form):
    """Which certificaat, and the enrolment: the same fields as with a plan."""

    kwalificatie = PlanForm.base_fields["kwalificatie"]
    certificaat = PlanForm.base_fields["certificaat"]
    studentnummer = InschrijvenForm.base_fields["studentnummer"]
    op = InschrijvenForm.base_fields["op"]

    def __init__(self, *args, kwalificaties, certificaten, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kwalificatie"].queryset = kwalificaties
        self.fields["certificaat"].queryset = certificaten
        self.fields["certificaat"].help_text = ""
        self.helper = FormHelper()
        self.helper.layout = Layout(
            Fieldset("Het mbo-certificaat", "kwalificatie", "certificaat"),
            Fieldset("De inschrijving", Row("studentnummer", "op")),
        )
        self.helper.add_input(Submit("", "Start het traject"))
