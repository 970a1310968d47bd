"""Forms of the public controle page, which say `u`, and of the page for staff."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

GROOTSTE = 10 * 1024 * 1024


class ControlerenForm(forms.Form):
    """The code as printed; blanks, case and look-alike characters do not matter."""

    code = forms.CharField(
        label="Code op het document",
        help_text="26 letters en cijfers. U vindt de code onder de QR-code.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "code",
            }
        ),
        error_messages={"required": "Vul de code in die op het document staat."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.disable_csrf = True  # the page takes no token, so it needs no cookie either
        self.helper.form_id = "controleren"
        self.helper.add_input(Submit("", "Controleer"))


class BestandForm(forms.Form):
    """The SHA-256 that the browser made of the PDF; never the file."""

    sha256 = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


class VergelijkenForm(forms.Form):
    """Surname and birth date as printed; the code goes along unseen."""

    code = forms.CharField(widget=forms.HiddenInput, required=False)
    achternaam = forms.CharField(
        label="Achternaam op het document",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Vul de achternaam in die op het document staat."},
    )
    geboren_op = forms.DateField(
        label="Geboortedatum op het document",
        error_messages={
            "required": "Vul de geboortedatum in die op het document staat.",
            "invalid": "Deze datum klopt niet. Schrijf hem zo: 31-12-1990.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.disable_csrf = True  # the page takes no token, so it needs no cookie either
        self.helper.add_input(Submit("vergelijk", "Vergelijk de naam", css_class="tweede"))


class ControlerenZegelForm(forms.Form):
    """The PDF of which staff want to know whether it is ours; read, never kept."""

    bestand = forms.FileField(
        label="PDF van het document",
        help_text="We bewaren het bestand niet. Hooguit 10 MB.",
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={
            "required": "Kies de PDF die je wilt controleren.",
            "empty": "Dit bestand is leeg. Kies een andere PDF.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Controleer het zegel"))

    def clean_bestand(self):
        upload = self.cleaned_data["bestand"]
        if upload.size > GROOTSTE:
            raise forms.ValidationError("Dit bestand is te groot. Een verklaring is nooit 10 MB.")
        pdf = upload.read()
        if not pdf.startswith(b"%PDF-"):
            raise forms.ValidationError("Dit is geen PDF. Kies de PDF van het document.")
        return pdf
