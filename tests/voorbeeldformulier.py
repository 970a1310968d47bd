"""A form with every kind of control, and a page with every component: for the tests of the look."""

import re
from pathlib import Path

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Div, Fieldset, Hidden, Layout, Row, Submit
from django import forms
from django.template import engines

from trajecten.forms.keuzes import KeuzeMetUitleg

NIVEAUS = [
    ("niet", "Nog niet geoefend"),
    ("hulp", "Met hulp"),
    ("toezicht", "Onder toezicht"),
    ("zelf", "Zelfstandig"),
]
UITLEG = {
    "niet": "Samira heeft dit hier nog niet gedaan.",
    "hulp": "Samira doet het samen met iemand.",
    "toezicht": "Samira doet het zelf. Iemand kijkt mee.",
    "zelf": "Samira doet het zelf. Niemand hoeft mee te kijken.",
}
DAGEN = [("ma", "Maandag"), ("di", "Dinsdag"), ("wo", "Woensdag")]


class VoorbeeldForm(forms.Form):
    naam = forms.CharField(
        label="Naam",
        help_text="Zoals op het identiteitsbewijs.",
        error_messages={"required": "Vul de naam in."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    telefoon = forms.CharField(
        label="Telefoonnummer",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    begin = forms.DateField(
        label="Eerste dag",
        help_text="Bijvoorbeeld 3 maart 2027.",
        error_messages={"required": "Kies de eerste dag.", "invalid": "Deze dag bestaat niet."},
    )
    gemeente = forms.ChoiceField(
        label="Gemeente", choices=[("", "Kies een gemeente"), ("GM0150", "Deventer")]
    )
    toelichting = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea)
    niveau = forms.ChoiceField(
        label="Kan Samira dit zelf?",
        choices=NIVEAUS,
        error_messages={"required": "Kies wat Samira kan."},
        widget=KeuzeMetUitleg(uitleg=UITLEG),
    )
    dagen = forms.MultipleChoiceField(
        label="Welke dagen?",
        choices=DAGEN,
        required=False,
        help_text="Kies alle dagen dat Samira er was.",
        widget=forms.CheckboxSelectMultiple,
    )
    scan = forms.FileField(label="Foto of scan", required=False)
    klopt = forms.BooleanField(
        label="Dit klopt", error_messages={"required": "Zet een vinkje als dit klopt."}
    )
    sleutel = forms.CharField(widget=forms.HiddenInput, initial="abc")


class VoorbeeldMetIndeling(VoorbeeldForm):
    """The same form with a layout."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_id = "voorbeeld"
        self.helper.layout = Layout(
            Fieldset("Wie", "naam", Row("telefoon", "gemeente"), "begin"),
            Fieldset("Wat", "niveau", "dagen", "toelichting", Div("scan"), "klopt"),
            "sleutel",
            Hidden("stap", "2"),
            ButtonHolder(
                Submit("bewaar", "Bewaar"),
                Submit("later", "Ga later verder", css_class="tweede"),
                Submit("stop", "Stop dit traject", css_class="gevaar"),
            ),
        )


FOUTE_INVOER = {"telefoon": '<script>alert("x")</script>', "begin": "31-31-2027", "sleutel": "abc"}

COMPONENTEN = (Path(__file__).parent / "voorbeeldpagina.html").read_text()

CONTEXT = {
    "menu": [
        ("Nu doen", "/", True),
        ("Dit kan ik", "/dit-kan-ik/", False),
        ("Afspraken", "/afspraken/", False),
        ("Bewijs", "/bewijs/", False),
        ("Hulp", "/hulp/", False),
    ],
    "demo": True,
    "stappen": [
        {"titel": "Aangemeld", "staat": "klaar", "tekst": "Door gemeente Deventer"},
        {"titel": "Leren op het werk", "staat": "nu"},
        {"titel": "Verklaring", "staat": "later"},
    ],
    "gegevens": [("Naam", "Samira Voorbeeld", "/naam/"), ("Geboren", "3 maart 1999 in Deventer")],
    "koppen": ["Kandidaat", "Opleiding", "Stand"],
    "rijen": [
        ["Samira Voorbeeld", "Assistent logistiek", "3 van 5"],
        ["Ali Voorbeeld", "Schilder", "Stil sinds 24 dagen"],
    ],
}


def html(bron, **context):
    """Render a piece of template, with all white space as one space."""
    sjabloon = engines["django"].from_string("{% load crispy_forms_tags %}" + bron)
    return re.sub(r"\s+", " ", sjabloon.render(context)).strip()


def pagina(schil, form=None):
    """Render the page with every component in one of the shells."""
    sjabloon = engines["django"].from_string(COMPONENTEN)
    return sjabloon.render({**CONTEXT, "schil": schil, "form": form})
