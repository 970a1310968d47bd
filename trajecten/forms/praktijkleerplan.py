"""Forms of the praktijkleerplan and the inschrijving."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Fieldset, Layout, Row, Submit
from django import forms

from .. import namen, rules
from ..models import Certificaat, Route
from .plaatsingen import kiesbaar
from .velden import Datumveld

UITVOERBAAR = {
    "ja": "Kan hier geleerd worden.",
    "nee": "Kan hier niet geleerd worden, zegt SBB.",
    "onbekend": "Niet bekend of dit hier kan.",
}


class PlanForm(forms.Form):
    """Which kwalificatie, from when to when, how many hours."""

    kwalificatie = forms.ModelChoiceField(
        label="Opleiding", queryset=None, empty_label="Kies een opleiding",
        error_messages={"required": "Kies een opleiding."},
    )  # fmt: skip
    certificaat = forms.ModelChoiceField(
        label="Mbo-certificaat", queryset=None, empty_label="Kies een mbo-certificaat",
        help_text="De werkprocessen van het certificaat komen in het plan.",
        error_messages={"required": "Kies het mbo-certificaat."},
    )  # fmt: skip
    begin = Datumveld(label="Eerste dag")
    eind = Datumveld(label="Laatste dag")
    uren_per_week = forms.IntegerField(
        label="Uren per week",
        min_value=1,
        max_value=rules.WEEKUREN_HOOGUIT,
        error_messages={
            "required": "Vul het aantal uren per week in.",
            "invalid": "Vul een heel getal in.",
            "max_value": f"Vul hooguit {rules.WEEKUREN_HOOGUIT} uren per week in.",
            "min_value": "Vul ten minste 1 uur per week in.",
        },
    )
    uren_totaal = forms.IntegerField(
        label="Uren in totaal",
        min_value=1,
        max_value=rules.TOTAAL_HOOGUIT,
        error_messages={
            "required": "Vul het totaal aantal uren in.",
            "invalid": "Vul een heel getal in.",
            "max_value": f"Vul hooguit {rules.TOTAAL_HOOGUIT} uren in.",
            "min_value": "Vul ten minste 1 uur in.",
        },
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, route, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kwalificatie"].queryset = kiesbaar()
        self.fields["certificaat"].queryset = Certificaat.objects.order_by("code")
        doel = ["kwalificatie", "certificaat"]
        if route != Route.CERTIFICAAT:
            del self.fields[doel.pop()]
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "versie", *doel, Row("begin", "eind"), Row("uren_per_week", "uren_totaal")
        )
        self.helper.add_input(Submit("bewaar", "Bewaar en kies werkprocessen"))

    def clean(self):
        gegevens = super().clean()
        begin, eind = gegevens.get("begin"), gegevens.get("eind")
        if begin and eind and eind < begin:
            self.add_error(
                "eind",
                f"De einddatum is vóór de startdatum. Kies een datum na {begin:%d-%m-%Y}.",
            )
            return gegevens
        uren = gegevens.get("uren_totaal")
        if begin and eind and uren and (bezwaar := rules.bezwaar_tegen_uren(begin, eind, uren)):
            self.add_error("uren_totaal", bezwaar)
        return gegevens


class Werkproceskeuze(forms.CheckboxSelectMultiple):
    """Tick boxes with, under each, whether this can be learned here."""

    def __init__(self, uitleg=None):
        super().__init__()
        self.uitleg = uitleg or {}

    def create_option(self, name, value, *args, **kwargs):
        optie = super().create_option(name, value, *args, **kwargs)
        return {**optie, "uitleg": self.uitleg.get(str(value), "")}


class WerkprocessenForm(forms.Form):
    """The werkprocessen per kerntaak; each group of an other kwalificatie is Extra."""

    toon_hoeft_niet = False
    toon_extra = forms.ModelChoiceField(
        label="Ook iets van een andere opleiding?",
        queryset=None,
        required=False,
        empty_label="Nee",
        help_text="Kies een opleiding en klik op ‘Laat zien’. Wat je aanvinkte blijft staan.",
    )
    bevestigd = forms.BooleanField(required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args, traject, naam, leerbedrijf, kwalificaties, waarschuwingen, **kwargs
    ):  # fmt: skip
        super().__init__(*args, **kwargs)
        hoofd, self.traject = kwalificaties[0], traject
        self.keuzes = {}
        self.groepen = [self._groep(kwalificatie, leerbedrijf) for kwalificatie in kwalificaties]
        self.fields["toon_extra"].queryset = kiesbaar().exclude(
            pk__in=[kwalificatie.pk for kwalificatie in kwalificaties]
        )
        self.fields["bevestigd"].label = f"Ik, {naam}, heb dit gelezen en ga verder."
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "versie",
            *(
                Fieldset(self._kop(kwal, hoofd), *velden)
                for kwal, velden in zip(kwalificaties, self.groepen, strict=True)
            ),
            *self._extra(),
            *_waarschuwingen(waarschuwingen),
        )  # fmt: skip
        self.helper.add_input(Submit("bewaar", "Bewaar het plan"))
        if not waarschuwingen:
            del self.fields["bevestigd"]

    def _kop(self, kwalificatie, hoofd):
        if kwalificatie != hoofd:
            return f"Extra: {kwalificatie}"
        return str(self.traject.certificaat or hoofd.naam)

    def _extra(self):
        """A plan for a certificaat holds the werkprocessen of that certificaat only."""
        if self.traject.route == Route.CERTIFICAAT:
            del self.fields["toon_extra"]
            return []
        knop = ButtonHolder(Submit("laat_zien", "Laat zien", css_class="tweede"))
        return [Fieldset("Extra werkprocessen", "toon_extra", knop)]

    def _groep(self, kwalificatie, leerbedrijf):
        """One field per kerntaak of this kwalificatie; returns their names."""
        processen = rules.planbare_werkprocessen(self.traject, kwalificatie)
        kan = rules.uitvoerbaarheid(leerbedrijf, kwalificatie, processen)
        namen = {}
        for proces in processen:
            veld = f"k{kwalificatie.pk}_{proces.kerntaak_id}"
            if veld not in namen:
                namen[veld] = self.fields[veld] = forms.MultipleChoiceField(
                    label=str(proces.kerntaak), required=False, widget=Werkproceskeuze()
                )
            sleutel = f"{kwalificatie.pk}-{proces.pk}"
            self.keuzes[sleutel] = (kwalificatie, proces)
            namen[veld].choices = [*namen[veld].choices, (sleutel, str(proces))]
            namen[veld].widget.uitleg[sleutel] = UITVOERBAAR[kan[proces.code]]
        return list(namen)

    @property
    def gekozen(self):
        """The chosen (kwalificatie, werkproces), from what was typed; also before it is valid."""
        velden = [veld for groep in self.groepen for veld in groep]
        waarden = [
            waarde
            for veld in velden
            for waarde in (self.data.getlist(veld) if self.is_bound else self.initial.get(veld, []))
        ]
        return [self.keuzes[waarde] for waarde in waarden if waarde in self.keuzes]


def _waarschuwingen(waarschuwingen):
    """The warnings to read, each as a hidden field with its key, and the tick with one's name."""
    if not waarschuwingen:
        return []
    sjabloon = HTML('{% include "trajecten/_waarschuwingen.html" %}')
    return [Div(sjabloon, "bevestigd", css_class="velden")]


class InschrijvenForm(forms.Form):
    """The number of the school's own administration, and the day."""

    studentnummer = forms.CharField(
        label="Studentnummer",
        max_length=20,
        validators=[namen.studentnummer],
        help_text="Het nummer uit de administratie van de school. Nooit het BSN.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Vul het studentnummer in.",
            "max_length": "Een studentnummer heeft hooguit 20 tekens.",
        },
    )
    op = Datumveld(label="Datum van inschrijving")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("bewaar", "Schrijf in"))
