"""What the praktijkopleider and the kandidaat fill in about a werkproces."""

import uuid
from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from ..models import KanHierNietReden, Niveau, Zelfbeoordeling
from ..namen import Tekstveld

DAGEN_TERUG = 28
VEROUDERD = "Deze pagina was verouderd. Kies nog een keer en bewaar."

# The scale and its sentences are fixed: never change them under running trajecten.
UITLEG = {
    Niveau.NOG_NIET_GEOEFEND: "{naam} heeft dit hier nog niet gedaan.",
    Niveau.MET_HULP: "{naam} doet het samen met iemand.",
    Niveau.ONDER_TOEZICHT: "{naam} doet het zelf. Iemand kijkt mee.",
    Niveau.ZELFSTANDIG: "{naam} doet het zelf. Niemand hoeft mee te kijken.",
    Niveau.KAN_HIER_NIET: "Dit werk is er bij ons niet.",
}


class AftekenenForm(forms.Form):
    """Kan deze kandidaat dit zelf? The template writes it out by hand: this is the hot screen."""

    niveau = forms.ChoiceField(
        choices=Niveau.choices, error_messages={"required": "Kies een van de antwoorden."}
    )
    reden = forms.ChoiceField(choices=KanHierNietReden.choices, required=False)
    toelichting = Tekstveld(max_length=500, required=False)
    gebeurd_op = forms.DateField(
        required=False, error_messages={"invalid": "Deze dag kennen we niet. Kies een andere dag."}
    )
    sleutel = forms.UUIDField(error_messages={"required": VEROUDERD, "invalid": VEROUDERD})
    na = forms.IntegerField(
        min_value=0, max_value=32000, error_messages={"required": VEROUDERD, "invalid": VEROUDERD}
    )

    def klaarzetten(self, planregel):
        """What the template shows, each choice with whether it is chosen; returns the form."""
        self.initial = beginwaarden(planregel)
        naam = planregel.traject.kandidaat.voornaam
        niveau, reden = self["niveau"].value(), self["reden"].value()
        self.niveaus = [
            (waarde, woord, UITLEG[waarde].format(naam=naam), waarde == niveau)
            for waarde, woord in Niveau.choices
        ]
        self.redenen = [
            (waarde, woord, waarde == reden) for waarde, woord in KanHierNietReden.choices
        ]
        self.dagen = dagkeuzes(planregel.plaatsing, self["gebeurd_op"].value())
        return self

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("niveau") != Niveau.KAN_HIER_NIET:
            cleaned["reden"] = ""  # left over from a choice that was changed
        elif not cleaned.get("reden") and "reden" not in self.errors:
            self.add_error("reden", "Kies waarom dit hier niet kan.")
        return cleaned


class MeerAftekenenForm(forms.Form):
    """Several werkprocessen of one talk, the same level for each that is ticked."""

    werkprocessen = forms.MultipleChoiceField(
        error_messages={"required": "Kies minstens één taak."}
    )
    niveau = forms.ChoiceField(
        choices=[keuze for keuze in Niveau.choices if keuze[0] != Niveau.KAN_HIER_NIET],
        error_messages={"required": "Kies een van de antwoorden."},
    )
    gebeurd_op = forms.DateField(
        required=False, error_messages={"invalid": "Deze dag kennen we niet. Kies een andere dag."}
    )
    sleutel = forms.UUIDField(error_messages={"required": VEROUDERD, "invalid": VEROUDERD})

    def __init__(self, *args, planregels, kandidaat, **kwargs):
        super().__init__(*args, **kwargs)
        self.planregels = planregels
        self.fields["werkprocessen"].choices = [(str(regel.pk), regel) for regel in planregels]
        for regel in planregels:
            self.fields[f"na_{regel.pk}"] = forms.IntegerField(
                min_value=0, required=False, initial=beginwaarden(regel)["na"]
            )
        self.niveaus = [
            (waarde, woord, UITLEG[waarde].format(naam=kandidaat.voornaam))
            for waarde, woord in self.fields["niveau"].choices
        ]

    def rijen(self):
        """Per planregel: whether it is ticked, and the number it builds on."""
        gekozen = self["werkprocessen"].value() or []
        for regel in self.planregels:
            yield regel, str(regel.pk) in gekozen, self[f"na_{regel.pk}"]

    def oordelen(self) -> dict:
        """What actions.meer_aftekenen takes; each ticked row with a key of its own."""
        ingevuld = self.cleaned_data
        regels = [
            {
                "planregel": regel,
                "sleutel": uuid.uuid5(ingevuld["sleutel"], str(regel.pk)),
                "na": ingevuld[f"na_{regel.pk}"] or 0,
            }
            for regel in self.planregels
            if str(regel.pk) in ingevuld["werkprocessen"]
        ]
        velden = {naam: ingevuld[naam] for naam in ("niveau", "gebeurd_op")}
        return {"regels": regels} | velden

    def bijwerken(self, planregels):
        """After a lost race: keep the ticks, build on what the other recorded, with a new key."""
        self.data = self.data.copy()
        self.data["sleutel"] = uuid.uuid4()
        for regel in planregels:
            self.data[f"na_{regel.pk}"] = beginwaarden(regel)["na"]


def beginwaarden(planregel) -> dict:
    """A fresh key, the number this answer builds on, and the level of last time (never higher)."""
    aftekeningen = planregel.aftekeningen.all()
    stand = planregel.stand
    return {
        "sleutel": uuid.uuid4(),
        "na": max((rij.volgnummer for rij in aftekeningen), default=0),
        "niveau": stand.niveau if stand else None,
        "reden": stand.reden if stand else None,
    }


def dagkeuzes(plaatsing, gekozen=None) -> list[tuple[str, str, bool]]:
    """The days to choose from besides today, latest first: a tap, no typing with gloves on."""
    vandaag = timezone.localdate()
    dagen = (vandaag - timedelta(days=terug) for terug in range(1, DAGEN_TERUG + 1))
    return [
        (dag.isoformat(), date_format(dag, "l j F"), dag.isoformat() == gekozen)
        for dag in dagen
        if not plaatsing.begin or dag >= plaatsing.begin
    ]


class AftekeningIntrekkenForm(forms.Form):
    """Waarom verander je dit? Within ten minutes nothing is asked."""

    reden = forms.CharField(
        label="Waarom verander je dit?",
        max_length=300,
        required=False,
        help_text="De kandidaat kan dit lezen.",
    )


class ZelfbeoordelenForm(forms.Form):
    """What the kandidaat says, in two screens: how, and then own words."""

    niveau = forms.ChoiceField(
        choices=Zelfbeoordeling.ZelfNiveau.choices,
        error_messages={"required": "Kies een antwoord. Of druk op Sla over."},
    )
    woorden = Tekstveld(max_length=500, required=False)
    overslaan = forms.BooleanField(required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.pop("overslaan", False):
            cleaned["woorden"] = ""
        return cleaned
