"""Forms of the vrijstelling: the request, its evidence, and the decision."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils import timezone

from .. import namen, rules
from ..models import EerderExamen, Onderdeel, Vrijstellingsbesluit, Woord
from .afronding import datumveld
from .velden import Cijferveld, JaNeeVeld, ScanVeld

OMSCHRIJVING = "Bijvoorbeeld: een diploma, een cijferlijst of een EVC-rapport."
VAN_EXAMEN = "Bijvoorbeeld: een diploma of een cijferlijst."
CIJFER_NODIG = "Nodig bij verleend en deels verleend: het telt mee in de uitslag."
CIJFER_MAG = "Is er een eerder cijfer? Dan telt het mee in de uitslag. Het mag leeg blijven."
DEK_AF = "JPG, PNG of PDF. Dek het burgerservicenummer af."


class ExamenKiezenForm(forms.Form):
    """The first of two pages: for which exam."""

    waarvoor = forms.ChoiceField(
        label="Voor welk examen?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies voor welk examen.",
            "invalid_choice": "Dit examen hoort niet bij deze opleiding. Kies er een uit de lijst.",
        },
    )

    def __init__(self, *args, onderdelen, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["waarvoor"].choices = [(o.sleutel, o.label) for o in onderdelen]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.add_input(Submit("verder", "Ga verder"))


class VrijstellingVragenForm(forms.Form):
    """For one exam: on what ground, and only what this exam asks; the evidence may follow later."""

    waarvoor = forms.CharField(widget=forms.HiddenInput)
    keuzedeel = forms.CharField(
        label="Code van het keuzedeel",
        max_length=5,
        help_text="K en vier cijfers, bijvoorbeeld K0023.",
        error_messages={"required": "Vul de code van het keuzedeel in."},
    )
    deel = forms.ChoiceField(label="Het hele examen, of een deel?", required=False)
    eerder_examen = forms.ChoiceField(
        label="Waar is eerder examen gedaan in dit vak?",
        choices=EerderExamen.choices,
        widget=forms.RadioSelect,
        help_text="Zonder zo'n examen kan een vrijstelling voor dit vak niet.",
        error_messages={"required": "Kies waar eerder examen is gedaan."},
    )
    zelfde_niveau = JaNeeVeld(
        label="Was dat examen op minstens hetzelfde niveau?",
        error_messages={"required": "Kies ja of nee bij het niveau."},
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

    def __init__(self, *args, keuze, eigen, **kwargs):
        super().__init__(*args, initial={"waarvoor": keuze.sleutel}, **kwargs)
        self.keuze = keuze
        delen = rules.DELEN_VAN.get(Onderdeel(keuze.onderdeel), ())
        self.fields["deel"].choices = [("", "Het hele examen"), *((d, d.label) for d in delen)]
        weg = [] if delen else ["deel"]
        if keuze.onderdeel != Onderdeel.KEUZEDEEL:
            weg.append("keuzedeel")
        if not rules.vraagt_eerder_examen(keuze.onderdeel):
            weg += ["eerder_examen", "zelfde_niveau", "eerder_niveau"]
        else:
            self.fields["omschrijving"].help_text = VAN_EXAMEN
        if eigen:
            weg.append("gebeurd_op")
        for naam in weg:
            del self.fields[naam]
        if not eigen:
            self.fields["gebeurd_op"].initial = timezone.localdate
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Vraag de vrijstelling"))

    def clean(self):
        velden = super().clean()
        velden.pop("waarvoor", None)
        keuze, code = self.keuze, velden.pop("keuzedeel", "")
        velden |= {"onderdeel": keuze.onderdeel, "code": keuze.code, "naam": keuze.naam}
        if code:
            velden |= self._keuzedeel(code)
        if "eerder_examen" in velden and "zelfde_niveau" in velden:
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
            onderdeel, velden["eerder_examen"], velden["zelfde_niveau"]
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
    cijfer = Cijferveld(
        label="Eerder cijfer",
        required=False,
        min_value=1,
        max_value=10,
        decimal_places=1,
        error_messages={
            "min_value": "Een cijfer is 1 tot en met 10.",
            "max_value": "Een cijfer is 1 tot en met 10.",
            "max_decimal_places": "Een cijfer heeft hooguit één cijfer achter de komma.",
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

    def __init__(self, *args, werkprocessen, onderdeel, op_papier=False, **kwargs):
        super().__init__(*args, **kwargs)
        generiek = rules.vraagt_eerder_examen(onderdeel)
        self.fields["cijfer"].help_text = CIJFER_NODIG if generiek else CIJFER_MAG
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
