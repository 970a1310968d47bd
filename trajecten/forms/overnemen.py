"""Lopend traject overnemen: everything from intake to start on one page, for one kwalificatie."""

import uuid

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Row, Submit
from django import forms

from .. import namen, rules
from ..models import Certificaat, Gemeente, Leerbedrijf, Leerweg, Partij, Route, Taal, Traject
from ..models.leerbedrijven import leerbedrijf_id_vorm
from .plaatsingen import Cijferveld, kiesbaar
from .praktijkleerplan import InschrijvenForm, PlanForm
from .velden import Datumveld, JaNeeVeld, ScanVeld, Telefoonveld

PARTIJEN = (Partij.INSTELLING, Partij.KANDIDAAT, Partij.LEERBEDRIJF, Partij.VERTEGENWOORDIGER)


class KwalificatieForm(forms.Form):
    """First of all: which opleiding, because the werkprocessen follow from it.

    A mbo-certificaat has its own werkprocessen, so it is chosen here too.
    """

    kwalificatie = forms.ModelChoiceField(
        label="Opleiding", queryset=None, empty_label="Kies een opleiding",
        error_messages={"required": "Kies een opleiding."},
    )  # fmt: skip

    certificaat = forms.ModelChoiceField(
        label="Mbo-certificaat", queryset=None, required=False,
        empty_label="Geen mbo-certificaat",
        help_text="Alleen als het traject naar een mbo-certificaat gaat.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kwalificatie"].queryset = kiesbaar()
        self.fields["certificaat"].queryset = Certificaat.objects.order_by("code")
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.add_input(Submit("", "Verder"))

    def clean(self):
        gegevens = super().clean()
        kwalificatie, certificaat = gegevens.get("kwalificatie"), gegevens.get("certificaat")
        if kwalificatie and (
            bezwaar := rules.bezwaar_tegen_certificaat_bij(kwalificatie, certificaat)
        ):
            self.add_error("certificaat", bezwaar)
        return gegevens


class OvernemenForm(forms.Form):
    """The person, the place, the plan, the agreement and what is mastered already."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput)
    naam = namen.Persoonsnaamveld(
        label="Naam van de kandidaat", error_messages={"required": "Vul de naam in."}
    )
    telefoon = Telefoonveld(
        label="Telefoon", error_messages={"required": "Vul het telefoonnummer in."}
    )
    email = forms.EmailField(label="E-mail", required=False)
    taal = forms.ChoiceField(
        label="Taal die de kandidaat het liefst spreekt",
        choices=Taal.choices,
        initial=Taal.NEDERLANDS,
    )
    gemeente = forms.ModelChoiceField(
        label="Gemeente", queryset=Gemeente.objects.none(), empty_label="Kies een gemeente",
        error_messages={"required": "Kies de gemeente."},
    )  # fmt: skip
    jonger_dan_18 = JaNeeVeld(
        label="Is de kandidaat jonger dan 18?",
        error_messages={"required": "Kies ja of nee bij jonger dan 18."},
    )
    startkwalificatie = JaNeeVeld(
        label="Heeft de kandidaat een startkwalificatie?",
        help_text="Dat is een diploma havo, vwo of mbo niveau 2 of hoger.",
        error_messages={"required": "Kies ja of nee bij de startkwalificatie."},
    )
    wens = namen.Tekstveld(
        label="Wat wil de kandidaat leren?", max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf op wat de kandidaat wil leren."},
    )  # fmt: skip
    route = forms.ChoiceField(label="Route")
    leerweg = forms.ChoiceField(
        label="Leerweg", choices=Leerweg.choices, initial=Leerweg.DERDE_LEERWEG
    )
    route_reden = namen.Tekstveld(
        label="Waarom deze route?", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf op waarom deze route gekozen is."},
    )  # fmt: skip
    leerbedrijf_id = Cijferveld(
        label="Leerbedrijf-ID",
        help_text="9 cijfers. Staat op de overeenkomst en op stagemarkt.nl.",
        validators=[leerbedrijf_id_vorm],
        error_messages={"required": "Vul het leerbedrijf-ID in."},
    )
    erkenning_gecontroleerd_op = Datumveld(
        label="Erkenning gecontroleerd op", required=False,
        help_text="De dag waarop de school bij SBB keek: vóór de start, hooguit 90 dagen.",
    )  # fmt: skip
    opleider_naam = namen.Persoonsnaamveld(
        label="Praktijkopleider",
        error_messages={"required": "Vul de naam van de praktijkopleider in."},
    )
    opleider_telefoon = Telefoonveld(label="Telefoon van de praktijkopleider", required=False)
    opleider_email = forms.EmailField(label="E-mail van de praktijkopleider", required=False)
    opgesteld_op = Datumveld(label="Overeenkomst opgesteld op")
    getekend_op = Datumveld(label="Overeenkomst getekend op")
    scan = ScanVeld(
        label="Scan van de getekende overeenkomst",
        help_text="PDF, of een foto (JPG of PNG).",
        error_messages={"required": "Kies de scan van de getekende overeenkomst."},
    )
    bevestigd = forms.BooleanField(
        error_messages={"required": "Lees de waarschuwingen en zet een vinkje."}
    )

    def __init__(self, *args, kwalificatie, lid, certificaat=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kwalificatie, self.certificaat = kwalificatie, certificaat
        self.fields["route"].choices = [
            (route, naam)
            for route, naam in Route.choices
            if (route == Route.CERTIFICAAT) == (certificaat is not None)
        ]
        self.fields["sleutel"].initial = uuid.uuid4
        self.fields["gemeente"].queryset = Gemeente.objects.filter(eind=None).order_by("naam")
        self.fields["bevestigd"].label = f"Ik, {lid.naam}, heb dit gelezen en ga verder."
        for naam in ("begin", "eind", "uren_per_week", "uren_totaal"):
            self.fields[naam] = PlanForm.base_fields[naam]
        self.fields["studentnummer"] = InschrijvenForm.base_fields["studentnummer"]
        self.fields["ingeschreven_op"] = Datumveld(label="Datum van inschrijving")
        for partij in PARTIJEN:
            self.fields[f"tekende_{partij}"] = namen.Persoonsnaamveld(
                label=f"Wie tekende voor {partij.label}?",
                required=partij != Partij.VERTEGENWOORDIGER,
                help_text="Alleen bij jonger dan 18." * (partij == Partij.VERTEGENWOORDIGER),
                error_messages={"required": f"Vul in wie tekende voor {partij.label}."},
            )
        rijen = self._werkprocessen()
        self.helper = FormHelper()
        self.helper.layout = self._indeling(rijen)
        self.helper.add_input(Submit("bewaar", "Neem traject over"))

    def _werkprocessen(self):
        """Per werkproces a tick for the plan and the day it was mastered; rows per kerntaak."""
        self.processen, kerntaken = {}, {}
        route = Route.CERTIFICAAT if self.certificaat else ""
        traject = Traject(route=route, kwalificatie=self.kwalificatie, certificaat=self.certificaat)
        for proces in rules.planbare_werkprocessen(traject, self.kwalificatie):
            self.processen[proces.pk] = proces
            gekozen, dag = f"plan_{proces.pk}", f"dag_{proces.pk}"
            self.fields[gekozen] = forms.BooleanField(label=str(proces), required=False)
            self.fields[dag] = Datumveld(label="Zelfstandig sinds", required=False)
            kerntaken.setdefault(str(proces.kerntaak), []).append(Row(gekozen, dag))
        return [Fieldset(kerntaak, *rijen) for kerntaak, rijen in kerntaken.items()]

    def _indeling(self, werkprocessen):
        return Layout(
            "sleutel",
            Fieldset(
                "De kandidaat", "naam", Row("telefoon", "email"), Row("gemeente", "taal"),
                "jonger_dan_18",
            ),
            Fieldset(
                "De intake", "startkwalificatie", "wens", Row("route", "leerweg"), "route_reden"
            ),
            Fieldset(
                "Het leerbedrijf", Row("leerbedrijf_id", "erkenning_gecontroleerd_op"),
                "opleider_naam", Row("opleider_telefoon", "opleider_email"),
            ),
            Fieldset("De periode", Row("begin", "eind"), Row("uren_per_week", "uren_totaal")),
            Fieldset("De inschrijving", Row("studentnummer", "ingeschreven_op")),
            HTML('{% include "trajecten/_overnemen_uitleg.html" %}'),
            *werkprocessen,
            Fieldset(
                "De getekende overeenkomst", Row("opgesteld_op", "getekend_op"),
                *[f"tekende_{partij}" for partij in PARTIJEN], "scan",
            ),
            HTML('{% include "trajecten/_waarschuwingen.html" %}'),
            "bevestigd",
        )  # fmt: skip

    def clean_leerbedrijf_id(self):
        nummer = self.cleaned_data["leerbedrijf_id"]
        self.leerbedrijf = Leerbedrijf.objects.all().filter(leerbedrijf_id=nummer).first()
        if self.leerbedrijf is None:
            raise forms.ValidationError(
                "Dit leerbedrijf-ID kennen we niet. Kijk het na, of voeg het bedrijf toe bij een "
                "traject dat een leerbedrijf zoekt."
            )
        return nummer

    def clean(self):
        gegevens = super().clean()
        for pk in self.processen:
            if gegevens.get(f"dag_{pk}") and not gegevens.get(f"plan_{pk}"):
                self.add_error(f"plan_{pk}", "Zet hier ook een vinkje: dit hoort bij het plan.")
        return gegevens

    @property
    def gegevens(self):
        """What the action wants, of a valid form."""
        veld = self.cleaned_data
        keuze = {pk: (self.kwalificatie, proces) for pk, proces in self.processen.items()}
        return {
            "sleutel": veld["sleutel"],
            "kandidaat": self._van("naam", "telefoon", "email", "taal", "gemeente", "jonger_dan_18")
            | {"vertegenwoordiger_naam": veld["tekende_vertegenwoordiger"]},
            "intake": self._van("startkwalificatie", "wens", "route_reden"),
            "begeleider": {
                kort: veld[f"opleider_{kort}"] for kort in ("naam", "telefoon", "email")
            },
            "periode": self._van("begin", "eind", "uren_per_week", "uren_totaal"),
            "leerbedrijf": self.leerbedrijf,
            "kwalificatie": self.kwalificatie,
            "certificaat": self.certificaat,
            "keuzes": [keuze[pk] for pk in self.processen if veld[f"plan_{pk}"]],
            "afgetekend": {
                keuze[pk]: veld[f"dag_{pk}"] for pk in self.processen if veld[f"dag_{pk}"]
            },
            "ondertekenaars": {
                partij.value: veld[f"tekende_{partij}"]
                for partij in PARTIJEN
                if veld[f"tekende_{partij}"]
            },
        } | self._van(
            "route", "leerweg", "erkenning_gecontroleerd_op", "studentnummer", "ingeschreven_op",
            "opgesteld_op", "getekend_op", "scan",
        )  # fmt: skip

    def _van(self, *velden):
        return {naam: self.cleaned_data[naam] for naam in velden}
