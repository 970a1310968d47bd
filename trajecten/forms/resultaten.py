"""The form of one result: of each onderdeel only the fields that belong to it."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils import timezone

from .. import namen, rules
from ..models import NIVEAUS_VAN, Deel, Onderdeel
from ..rules.resultaatvelden import KLOKUREN, VRIJ
from .velden import Cijferveld, Datumveld

UITSLAG = ("cijfer", "woord", "uitslag")  # exactly one of them is filled
HOE = ("instrument", "beoordelaar")
OVER = ("naam", "inhoud", *UITSLAG)
VELDEN_VAN = {
    Onderdeel.KERNTAAK: ("code", "deel", "naam", "cijfer", "woord"),
    Onderdeel.KEUZEDEEL: ("code", "deel", "naam", "cijfer", "woord", "klokuren", "telt_mee"),
    Onderdeel.NEDERLANDS: ("deel", "niveau", "cijfer"),
    Onderdeel.REKENEN: ("niveau", "cijfer", "woord"),
    Onderdeel.ENGELS: ("deel", "niveau", "cijfer"),
    Onderdeel.LOOPBAAN: ("woord",),
    Onderdeel.BURGERSCHAP: ("woord",),
    Onderdeel.CERTIFICAATEXAMEN: ("naam", "cijfer", "woord"),
    Onderdeel.LES: (*OVER, "klokuren"),
    Onderdeel.VOORTGANGSTOETS: OVER,
    Onderdeel.OVERIG: OVER,
}
NAAMLABEL = {
    Onderdeel.CERTIFICAATEXAMEN: "Welk onderdeel van het examen?",
    Onderdeel.LES: "Naam van de les",
    Onderdeel.VOORTGANGSTOETS: "Naam van de toets",
    Onderdeel.OVERIG: "Wat is behaald?",
}
NAAMHULP = {
    Onderdeel.KERNTAAK: "Alleen bij een deelexamen: de naam uit de OER.",
    Onderdeel.KEUZEDEEL: "Alleen bij een deelexamen, of als het portaal de code niet kent.",
}


class ResultaatForm(forms.Form):
    """One result of one onderdeel; the rules judge it, each objection at its own field."""

    toon_hoeft_niet = False  # what is needed depends on the onderdeel; the help texts say so

    code = forms.CharField(label="Welke kerntaak?", required=False, max_length=20)
    deel = forms.ChoiceField(label="Van welk deel?", required=False, widget=forms.RadioSelect)
    naam = namen.Tekstveld(
        label="Naam", required=False, gedrukt=True, max_length=300, widget=forms.TextInput
    )
    niveau = forms.ChoiceField(label="Niveau van het examen", required=False)
    inhoud = namen.Tekstveld(
        label="Waar ging het over?",
        required=False,
        gedrukt=True,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Hoeft niet. Een paar woorden.",
    )
    cijfer = Cijferveld(label="Cijfer", required=False)
    woord = forms.ChoiceField(label="Of een woord", required=False)
    uitslag = namen.Tekstveld(
        label="Of in eigen woorden",
        required=False,
        gedrukt=True,
        max_length=60,
        widget=forms.TextInput,
    )
    klokuren = forms.IntegerField(
        label="Klokuren",
        required=False,
        min_value=1,
        max_value=9999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        help_text="Hoeft niet.",
        error_messages={
            "invalid": "Vul een heel getal in, zoals 240.",
            "min_value": "Vul minstens 1 uur in.",
            "max_value": "Dit zijn meer uren dan kan. Kijk het getal na.",
        },
    )
    telt_mee = forms.BooleanField(label="Telt mee voor het diploma.", required=False, initial=True)
    gebeurd_op = Datumveld(label="Op welke dag?")
    instrument = namen.Tekstveld(
        label="Examenvorm",
        required=False,
        max_length=100,
        widget=forms.TextInput,
        help_text="Hoeft niet. Bijvoorbeeld: praktijkexamen.",
    )
    beoordelaar = namen.Tekstveld(
        label="Wie beoordeelde?",
        required=False,
        max_length=100,
        widget=forms.TextInput,
        help_text="Hoeft niet. Naam van de examinator of docent.",
    )
    reden = namen.Tekstveld(
        label="Waarom verbeter je dit?",
        max_length=300,
        widget=forms.TextInput,
        help_text="De kandidaat leest dit.",
        error_messages={"required": "Schrijf op waarom. De kandidaat leest dit."},
    )
    na = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, onderdeel, kader, verbeteren=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.onderdeel, self.kader = Onderdeel(onderdeel), kader
        eigen = [*VELDEN_VAN[self.onderdeel], "gebeurd_op", *HOE]
        eigen += ["reden"] if verbeteren else ["na"]
        for naam in [naam for naam in self.fields if naam not in eigen]:
            del self.fields[naam]
        self._keuzes()
        self._woorden()
        self.helper = FormHelper()
        self.helper.layout = _indeling(eigen)
        knop = "Bewaar de verbetering" if verbeteren else "Bewaar het resultaat"
        self.helper.add_input(Submit("", knop))

    def _keuzes(self):
        """What can be chosen: the lists of this kwalificatie and of the law."""
        velden, onderdeel = self.fields, self.onderdeel
        if onderdeel == Onderdeel.KERNTAAK and self.kader.kerntaken:
            getypt = str(self["code"].value() or "")
            keuzes = {"": "Kies de kerntaak", getypt: getypt or "Kies de kerntaak"}
            # A Select on a CharField: a code from elsewhere gets the sentence of the rule.
            velden["code"].widget = forms.Select(choices=[*(keuzes | self._kerntaken()).items()])
        elif onderdeel == Onderdeel.KEUZEDEEL:
            velden["code"].label = "Code van het keuzedeel"
            velden["code"].help_text = "K en vier cijfers, zoals K0023."
            velden["klokuren"].help_text = f"{', '.join(map(str, KLOKUREN))}. Leeg: uit de lijst."
        if "deel" in velden:
            heel = ("", "Het hele onderdeel: het eindresultaat")
            velden["deel"].choices = [heel, *_keuzes(rules.DELEN_VAN[onderdeel])]
        if "niveau" in velden:
            geen = "Geen: rekenen entree" if onderdeel == Onderdeel.REKENEN else "Kies het niveau"
            velden["niveau"].choices = [("", geen), *((n, n) for n in NIVEAUS_VAN[onderdeel])]

    def _woorden(self):
        velden, onderdeel = self.fields, self.onderdeel
        if "naam" in velden:
            velden["naam"].label = NAAMLABEL.get(onderdeel, "Naam")
            velden["naam"].help_text = NAAMHULP.get(onderdeel, "")
        if "cijfer" in velden:
            velden["cijfer"].help_text = _cijferhulp(onderdeel)
        if "woord" in velden:
            woorden = _keuzes(rules.WOORDEN_VAN[onderdeel])
            velden["woord"].choices = [("", "Geen woord"), *woorden]
            if "cijfer" not in velden:
                velden["woord"].label = "Resultaat"
                velden["woord"].widget = forms.RadioSelect(choices=woorden)

    def _kerntaken(self):
        return {code: f"{code} {titel}" for code, titel in self.kader.kerntaken.items()}

    def clean_code(self):
        return "".join(self.cleaned_data["code"].split()).upper()

    def clean(self):
        velden = super().clean()
        opgave = {
            naam: waarde for naam, waarde in velden.items() if naam not in ("reden", "na")
        } | {"onderdeel": self.onderdeel.value}
        # Without a good day the rest is still judged, so that all objections come at once.
        opgave.setdefault("gebeurd_op", timezone.localdate())
        gevonden = rules.bezwaren_tegen_resultaat(self.kader, rules.Opgave(**opgave))
        for veld, bezwaar in gevonden.items():
            self._bij_het_veld(veld, bezwaar)
        return velden | {"onderdeel": self.onderdeel.value}

    def ingevuld(self) -> list[tuple[str, object]]:
        """(label, what was typed) of every field with something in it, to show beside another's."""
        rijen = [(veld.label, veld.value()) for veld in self.visible_fields()]
        return [(label, waarde) for label, waarde in rijen if waarde not in ("", None, False)]

    def _bij_het_veld(self, veld, bezwaar):
        """The objection at its field, unless something simpler is wrong there already."""
        if veld == "resultaat":
            kandidaten = [naam for naam in UITSLAG if naam in self.fields]
            fout = any(naam in self.errors for naam in kandidaten)
            veld = kandidaten[0]
            if fout:
                return
        if veld not in self.errors:
            self.add_error(veld if veld in self.fields else None, bezwaar)


def _keuzes(waarden):
    return [(waarde.value, str(waarde.label)) for waarde in waarden]


def _indeling(eigen):
    """The value on one row, and how it was examined on another; the rest below each other."""
    regels = []
    for naam in eigen:
        if naam in UITSLAG:
            if not any(isinstance(regel, Row) for regel in regels):
                regels.append(Row(*(veld for veld in UITSLAG if veld in eigen)))
        elif naam == "instrument":
            regels.append(Row(*HOE))
        elif naam not in HOE:
            regels.append(naam)
    return Layout(*regels)


def _cijferhulp(onderdeel: Onderdeel) -> str:
    if onderdeel in VRIJ or onderdeel == Onderdeel.CERTIFICAATEXAMEN:
        return "Zoals 7 of 6,8."
    if Deel.CENTRAAL in rules.DELEN_VAN.get(onderdeel, ()):
        return "Eindresultaat: een heel cijfer. Een deel: zoals 6,3."
    if onderdeel == Onderdeel.REKENEN:
        return "Een heel cijfer."
    return "Een heel cijfer. Bij een deelexamen mag 6,8."


class ResultaatIntrekkenForm(forms.Form):
    """Why this result does not belong here."""

    reden = namen.Tekstveld(
        label="Waarom trek je dit in?",
        max_length=300,
        widget=forms.TextInput,
        help_text="De kandidaat leest dit.",
        error_messages={"required": "Schrijf op waarom. De kandidaat leest dit."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Trek het resultaat in"))


class CertificaatKiezenForm(forms.Form):
    """For which mbo-certificaat this traject is."""

    certificaat = forms.TypedChoiceField(
        label="Voor welk mbo-certificaat is dit traject?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies het mbo-certificaat.",
            "invalid_choice": "Dit certificaat hoort niet bij deze opleiding. Kies uit de lijst.",
        },
    )
    na = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, certificaten, **kwargs):
        super().__init__(*args, **kwargs)
        per_pk = {str(rij.pk): rij for rij in certificaten}
        self.fields["certificaat"].choices = [
            (pk, f"{rij}{_erbij(rij)}") for pk, rij in per_pk.items()
        ]
        self.fields["certificaat"].coerce = per_pk.__getitem__
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Kies dit certificaat"))


def _erbij(certificaat):
    if certificaat.geldig_tot and certificaat.geldig_tot < timezone.localdate():
        return " (geldt niet meer)"
    return "" if certificaat.crebo else " (opleiding niet bekend)"
