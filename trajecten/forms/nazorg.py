"""What is typed after a call, and the one tap of the kandidaat."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Submit
from django import forms
from django.utils import timezone

from ..models import MAANDEN, Nazorgmeting, Nazorgpoging
from .velden import Datumveld

VEROUDERD = "Deze pagina was verouderd. Kies nog een keer en bewaar."
JA, NEE, ONBEKEND = Nazorgmeting.Werk.JA, Nazorgmeting.Werk.NEE, Nazorgmeting.Werk.ONBEKEND
# One choice for work and hours together: (werk, uren).
WERK_EN_UREN = {
    "ja_12": (JA, Nazorgmeting.Uren.TWAALF_OF_MEER),
    "ja_minder": (JA, Nazorgmeting.Uren.MINDER_DAN_TWAALF),
    "ja": (JA, ""),
    "nee": (NEE, ""),
}
WERKKEUZES = [
    ("ja_12", "Ja, 12 uur per week of meer"),
    ("ja_minder", "Ja, minder dan 12 uur per week"),
    ("ja", "Ja, hoeveel uur weet ik niet"),
    ("nee", "Nee"),
]


def _heel(**velden):
    fouten = {"required": VEROUDERD, "invalid": VEROUDERD}
    return forms.IntegerField(
        min_value=0, max_value=32000, error_messages=fouten, widget=forms.HiddenInput, **velden
    )


class MaandForm(forms.Form):
    """Which meting, and what there was when the page was opened."""

    maand = forms.TypedChoiceField(
        choices=[(maand, maand) for maand in MAANDEN], coerce=int, widget=forms.HiddenInput,
        error_messages={"required": VEROUDERD, "invalid_choice": VEROUDERD},
    )  # fmt: skip
    na = _heel()


class BellenForm(MaandForm):
    """One call: work, where, and the uitkering. The rest stands right already."""

    toon_hoeft_niet = False  # what may stay empty says so itself

    werk = forms.ChoiceField(
        choices=WERKKEUZES, widget=forms.RadioSelect,
        error_messages={"required": "Kies of de kandidaat werkt."},
    )  # fmt: skip
    waar = forms.ChoiceField(
        label="Waar? (alleen bij werk)", required=False, widget=forms.RadioSelect,
        choices=Nazorgmeting.Waar.choices,
    )  # fmt: skip
    uitkering = forms.ChoiceField(
        label="Is er nu een uitkering? (mag leeg blijven)", required=False,
        choices=Nazorgmeting.Uitkering.choices, widget=forms.RadioSelect,
    )  # fmt: skip
    leert_door = forms.BooleanField(
        label="Leert door: een opleiding of een volgend traject", required=False
    )
    antwoord_van = forms.ChoiceField(
        label="Wie zei het?", choices=Nazorgmeting.AntwoordVan.choices, required=False
    )
    gebeurd_op = Datumveld(label="Op welke dag was dit zo?")

    def __init__(self, *args, voornaam, dag=None, nog_eens=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["werk"].label = f"Werkt {voornaam} nu? Betaald werk telt."
        vandaag = timezone.localdate()
        self.fields["gebeurd_op"].initial = dag or vandaag
        anders = dag not in (None, vandaag) or {"antwoord_van", "gebeurd_op"} & set(self.errors)
        open_ = " open" if anders else ""
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "maand", "na", "werk", "waar", "uitkering", "leert_door",
            HTML(f"<details{open_}><summary>Van iemand anders gehoord, of op een andere dag"
                 "</summary>"),
            "antwoord_van", "gebeurd_op", HTML("</details>"),
        )  # fmt: skip
        tekst = "Bewaar mijn antwoord ook" if nog_eens else "Bewaar antwoord"
        self.helper.add_input(Submit("", tekst))

    def clean(self):
        velden = super().clean()
        if "werk" in velden:
            velden["werk"], velden["uren"] = WERK_EN_UREN[velden["werk"]]
            if velden["werk"] != JA and velden.get("waar"):
                self.add_error(
                    "waar", "Een plek hoort alleen bij werk. Kies 'ja', of laat dit leeg."
                )
        velden["leert_door"] = True if velden.get("leert_door") else None
        return velden


class NazorgpogingForm(MaandForm):
    """Nobody answered: one of three buttons."""

    uitkomst = forms.ChoiceField(
        choices=Nazorgpoging.Uitkomst.choices,
        error_messages={"required": "Kies wat er gebeurde.", "invalid_choice": VEROUDERD},
    )


class MetingOnbekendForm(MaandForm):
    """Three tries, no answer."""

    na = None


# What the kandidaat reads on the buttons, per question: (value, words).
WERK_JE_NU = [("ja", "Ja"), ("nee", "Nee"), ("leert", "Ik leer")]
KANDIDAATVRAGEN = {
    "werk": ("Werk je nu?", WERK_JE_NU),
    "ook": ("Werk je er ook bij?", [("ja", "Ja"), ("nee", "Nee")]),
    "uren": (
        "Hoeveel uur werk je in een week?",
        [("12_of_meer", "12 uur of meer"), ("minder_dan_12", "Minder dan 12 uur")],
    ),
    "waar": (
        "Waar werk je?",
        [
            ("leerbedrijf", "Waar ik leerde"), ("andere_werkgever", "Bij een ander bedrijf"),
            ("sociaal_ontwikkelbedrijf", "Bij een sociaal werkbedrijf"),
            ("beschut", "Op een beschutte werkplek"), ("zelfstandig", "Ik werk voor mezelf"),
            ("elders_onbekend", "Ergens anders"),
        ],
    ),
    "uitkering": (
        "Krijg je nu een uitkering?",
        [
            ("ja", "Ja"), ("minder", "Ja, maar minder dan eerst"), ("nee", "Nee"),
            ("onbekend", "Dat weet ik niet"),
        ],
    ),
}  # fmt: skip


class WerkJeNuForm(MaandForm):
    """One question, one tap; what was said before goes along."""

    vraag = forms.ChoiceField(
        choices=[(vraag, vraag) for vraag in KANDIDAATVRAGEN],
        error_messages={"required": VEROUDERD, "invalid_choice": VEROUDERD},
    )
    antwoord = forms.CharField(
        max_length=30, error_messages={"required": "Kies een van de antwoorden."}
    )

    def clean(self):
        velden = super().clean()
        _, keuzes = KANDIDAATVRAGEN.get(velden.get("vraag"), ("", []))
        if keuzes and velden.get("antwoord", "") not in dict(keuzes) and not self.errors:
            self.add_error("antwoord", "Kies een van de antwoorden.")
        return velden

    def gezegd(self, laatste) -> dict:
        """The whole answer: what stood there, with this tap."""
        vraag, antwoord = self.cleaned_data["vraag"], self.cleaned_data["antwoord"]
        if vraag == "werk":
            leert = antwoord == "leert"
            return {"werk": ONBEKEND if leert else antwoord, "leert_door": True if leert else None}
        staat = {
            naam: getattr(laatste, naam)
            for naam in ("werk", "uren", "waar", "uitkering", "leert_door")
        }
        return staat | ({"werk": antwoord} if vraag == "ook" else {vraag: antwoord})
