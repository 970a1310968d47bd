"""Forms of the vrijstelling: the request, its evidence, and the decision."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils import timezone

from .. import namen, rules
from ..models import Deel, EerderExamen, Onderdeel, Vrijstellingsbesluit, Woord
from .afronding import datumveld
from .velden import JaNeeVeld, ScanVeld

OMSCHRIJVING = "Bijvoorbeeld: mbo-certificaat C0021, cijferlijst havo, of EVC-rapport."
DEK_AF = "JPG, PNG of PDF. Dek het burgerservicenummer af."


class VrijstellingVragenForm(forms.Form):
    """For which exam, on what ground; the evidence may follow later."""

    waarvoor = forms.ChoiceField(
        label="Voor welk examen?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies voor welk examen."},
    )
    keuzedeel = forms.CharField(
        label="Code van het keuzedeel",
        required=False,
        max_length=5,
        help_text="Alleen bij een keuzedeel. K en vier cijfers, bijvoorbeeld K0023.",
    )
    deel = forms.ChoiceField(
        label="Welk deel van het examen?",
        choices=[("", "Het hele examen"), *Deel.choices],
        required=False,
    )
    eerder_examen = forms.ChoiceField(
        label="Waar is eerder examen gedaan in dit vak?",
        choices=EerderExamen.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text="Alleen bij Nederlands, rekenen of Engels. Zonder zo'n examen kan een "
        "vrijstelling voor deze vakken niet (EKB 3b lid 5).",
    )
    zelfde_niveau = JaNeeVeld(
        label="Was dat examen op minstens hetzelfde niveau?",
        required=False,
        help_text="Alleen bij Nederlands, rekenen of Engels.",
    )
    eerder_niveau = forms.CharField(
        label="Op welk niveau?", required=False, max_length=40, help_text="Bijvoorbeeld 2F of 3F."
    )
    grond = namen.Tekstveld(
        label="Waarom is dit examen niet nodig?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op waarom dit examen niet nodig is."},
    )
    omschrijving = forms.CharField(
        label="Wat is het bewijs?", required=False, max_length=200, help_text=OMSCHRIJVING
    )
    bewijs = ScanVeld(label="Foto of scan van het bewijs", required=False, help_text=DEK_AF)
    gebeurd_op = datumveld("Wanneer is erom gevraagd?")

    def __init__(self, *args, onderdelen, eigen, **kwargs):
        super().__init__(*args, **kwargs)
        self.onderdelen = {onderdeel.sleutel: onderdeel for onderdeel in onderdelen}
        self.fields["waarvoor"].choices = [(o.sleutel, o.label) for o in onderdelen]
        vakken = {onderdeel.onderdeel for onderdeel in onderdelen}
        if Onderdeel.NEDERLANDS not in vakken:
            for naam in ("keuzedeel", "eerder_examen", "zelfde_niveau", "eerder_niveau"):
                del self.fields[naam]
        self.fields["gebeurd_op"].initial = timezone.localdate
        if eigen:
            del self.fields["gebeurd_op"]
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Vraag de vrijstelling"))

    def clean(self):
        velden = super().clean()
        keuze = self.onderdelen.get(velden.pop("waarvoor", None))
        code = velden.pop("keuzedeel", "")
        if keuze:
            velden |= {"onderdeel": keuze.onderdeel, "code": keuze.code, "naam": keuze.naam}
            if keuze.onderdeel == Onderdeel.KEUZEDEEL:
                velden |= self._keuzedeel(code)
            else:
                self._eerder_examen(keuze.onderdeel, velden)
        if velden.get("bewijs") and not velden.get("omschrijving"):
            self.add_error("omschrijving", "Schrijf op wat het bewijs is.")
        return velden

    def _keuzedeel(self, code):
        keuzedeel = rules.keuzedeel_met_code(code)
        if keuzedeel is None:
            self.add_error(
                "keuzedeel", "Dit keuzedeel kennen we niet. Vul de code in: K en vier cijfers."
            )
            return {}
        return {"code": keuzedeel.code, "naam": keuzedeel.naam}

    def _eerder_examen(self, onderdeel, velden):
        if bezwaar := rules.bezwaar_zonder_eerder_examen(
            onderdeel, velden.get("eerder_examen"), velden.get("zelfde_niveau")
        ):
            self.add_error("eerder_examen", bezwaar)


class BewijsToevoegenForm(forms.Form):
    """One paper, and what it is."""

    omschrijving = forms.CharField(
        label="Wat is het bewijs?",
        max_length=200,
        help_text=OMSCHRIJVING,
        error_messages={"required": "Schrijf op wat het bewijs is."},
    )
    bewijs = ScanVeld(
        label="Foto of scan van het bewijs",
        help_text=DEK_AF,
        error_messages={"required": "Kies de foto of scan van het bewijs."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Voeg het bewijs toe"))


class VrijstellingBesluitenForm(forms.Form):
    """The decision of the examencommissie about one request."""

    toon_hoeft_niet = False  # what is needed follows from the decision; the help texts say so

    uitkomst = forms.ChoiceField(
        label="Wat is het besluit?",
        choices=Vrijstellingsbesluit.Uitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het besluit."},
    )
    werkprocessen = forms.MultipleChoiceField(
        label="Voor welke werkprocessen geldt de vrijstelling?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen bij deels verleend.",
    )
    cijfer = forms.DecimalField(
        label="Eerder cijfer",
        required=False,
        min_value=1,
        max_value=10,
        max_digits=3,
        decimal_places=1,
        localize=True,
        help_text="Dit cijfer telt mee in de uitslag. Nodig bij Nederlands, rekenen en Engels.",
        error_messages={
            "min_value": "Een cijfer is 1 tot en met 10.",
            "max_value": "Een cijfer is 1 tot en met 10.",
            "invalid": "Vul een cijfer in, bijvoorbeeld 6 of 6,5.",
        },
    )
    woord = forms.ChoiceField(
        label="Of het eerdere woord",
        choices=[("", "Geen woord"), *Woord.choices],
        required=False,
    )
    motivering = namen.Tekstveld(
        label="Waarom neemt de examencommissie dit besluit?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op waarom de examencommissie dit besluit neemt."},
    )
    naam = namen.Persoonsnaamveld(
        label="Naam", error_messages={"required": "Vul de naam in van wie besluit."}
    )
    functie = forms.CharField(
        label="Functie in de examencommissie",
        max_length=100,
        error_messages={"required": "Vul de functie in, bijvoorbeeld: voorzitter."},
        validators=[namen.gedrukte_tekst],
    )
    gebeurd_op = datumveld("Datum van het besluit")

    def __init__(self, *args, werkprocessen, op_papier=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["werkprocessen"].choices = [(w.code, str(w)) for w in werkprocessen]
        if not werkprocessen:
            del self.fields["werkprocessen"]
        if op_papier:
            self.fields["scan"] = ScanVeld(
                label="Scan van het getekende besluit",
                help_text="JPG, PNG of PDF.",
                error_messages={"required": "Voeg een scan van het getekende besluit toe."},
            )
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Leg het besluit vast"))
