"""The form of what a school decided itself about passing."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout, Submit
from django import forms
from django.utils import timezone

from .. import namen, rules
from ..models import Woord
from ..rules.slagen import SCHAAL
from .velden import Cijferveld, Datumveld, JaNeeVeld

GEEN = [("", "Geen eigen minimum")]
AFRONDEN = [
    ("", "Niet vastgesteld: dan beslist de examencommissie"),
    ("ja", "Ja, een gemiddelde vanaf 5,5 telt als 6"),
    ("nee", "Nee, het gemiddelde is ten minste 6"),
]
WOORDVELDEN = {f"woord_{woord.value}": woord for woord in SCHAAL}


def _woordveld(woord: Woord) -> forms.IntegerField:
    label = str(woord.label)
    return forms.IntegerField(
        label=label.capitalize(),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
        error_messages={"invalid": f"Vul bij {label} een heel getal in, zoals 6."},
    )


class SchoolregelsForm(forms.Form):
    """What the school decided, who decided it, and when."""

    toon_hoeft_niet = False  # what may stay empty says so itself

    nederlands_minimum = forms.TypedChoiceField(
        label="Nederlands bij entree: ten minste",
        choices=[*GEEN, *((str(cijfer), str(cijfer)) for cijfer in range(4, 11))],
        coerce=int,
        empty_value=None,
        required=False,
        help_text="De wet kent bij entree geen minimum voor Nederlands.",
    )
    gemiddelde_afronden = forms.TypedChoiceField(
        label="Rondt de school het gemiddelde van de keuzedelen af?",
        choices=AFRONDEN,
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    levensbeschouwelijk = JaNeeVeld(
        label="Geeft de school levensbeschouwelijke onderdelen?",
        help_text="Dan is op niveau 2, 3 en 4 de last van de keuzedelen 240 klokuren lager "
        "(EKB 17d lid 3). Niet bij een specialistenopleiding.",
        error_messages={"required": "Kies ja of nee."},
    )
    certificaat_minimum = Cijferveld(
        label="Elk onderdeel van het examen: ten minste",
        required=False,
        help_text="Leeg is 5,5. Dit staat in het examenplan.",
    )
    certificaat_compensatie = JaNeeVeld(
        label="Mag een laag onderdeel gecompenseerd worden?",
        ja="Ja, alleen het gemiddelde telt",
        nee="Nee, elk onderdeel telt",
        error_messages={"required": "Kies ja of nee."},
    )
    besloten_door = namen.Organisatienaamveld(
        label="Wie besloot dit?",
        max_length=200,
        help_text="Bijvoorbeeld: Directie, of Examencommissie.",
        error_messages={"required": "Schrijf op wie dit besloot."},
    )
    gebeurd_op = Datumveld(label="Wanneer is dit besloten?")
    na = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for naam, woord in WOORDVELDEN.items():
            self.fields[naam] = _woordveld(woord)
        self.fields["gebeurd_op"].initial = timezone.localdate
        self.helper = FormHelper()
        self.helper.layout = Layout(
            Fieldset("Diploma", "nederlands_minimum", "gemiddelde_afronden", "levensbeschouwelijk"),
            Fieldset(
                "Welk cijfer hoort bij welk woord? Leeg is: niet vastgesteld.",
                Div(*WOORDVELDEN, css_class="woordtabel"),
            ),
            Fieldset("Mbo-certificaat", "certificaat_minimum", "certificaat_compensatie"),
            Fieldset("Het besluit", "besloten_door", "gebeurd_op"),
            "na",
        )
        self.helper.add_input(Submit("", "Leg de regels vast"))

    def clean(self):
        velden = super().clean()
        woorden = {woord: velden.pop(naam, None) for naam, woord in WOORDVELDEN.items()}
        velden["woordtabel"] = {
            woord.value: cijfer for woord, cijfer in woorden.items() if cijfer is not None
        }
        if not self.errors:
            self._keuren(velden)
        return velden

    def _keuren(self, velden):
        """The rules of the school, each at its field; of the table at its first word."""
        keurbaar = ("woordtabel", "certificaat_minimum", "besloten_door", "gebeurd_op")
        gevonden = rules.bezwaren_tegen_schoolregels(**{naam: velden[naam] for naam in keurbaar})
        for veld, bezwaar in gevonden.items():
            self.add_error("woord_onvoldoende" if veld == "woordtabel" else veld, bezwaar)
