"""What may be chosen above the figures, and what an organisatie types beside them."""

from django import forms

from .indicatoren import TITELS
from .models import EigenOpgave
from .periodes import Soort
from .vragen.bladen import Blad
from .vragen.cijfers import periodes_van
from .vragen.namen import ROUTES
from .vragen.raad import DOELEN
from .vragen.tabel import Keuze, definitie

GEEN_KEUZE = "Deze keuze is er niet. Kies er een uit de lijst."
HEEL_JAAR = "Kies een heel jaar om uit te splitsen. In een kwartaal zijn de groepen te klein."
NIET_SAMEN = "Kies een route of een uitsplitsing, niet allebei. Samen zijn het te kleine groepen."


class KeuzeForm(forms.Form):
    """Periode, route en uitsplitsing: alleen vaste keuzes, en nooit meer dan twee tegelijk."""

    def __init__(self, data, *, kijker, blad: Blad, vandaag):
        super().__init__(data)
        self.vandaag = vandaag
        self.perioden = periodes_van(kijker)
        periodes = [(periode.code, periode.titel) for periode in self.perioden]
        routes = [(route, naam.capitalize()) for route, naam in ROUTES.items()]
        self._keuzes("periode", "Periode", [("", "Laatste kwartaal"), *periodes])
        self._keuzes("route", "Route", [("", "Alle routes"), *routes])
        if blad.uitsplitsen:
            per = [(dimensie.value, TITELS[dimensie]) for dimensie in blad.uitsplitsen]
            self._keuzes("per", "Uitgesplitst per", [("", "Niets"), *per])

    def _keuzes(self, naam, label, keuzes):
        self.fields[naam] = forms.ChoiceField(
            label=label, required=False, choices=keuzes,
            error_messages={"invalid_choice": GEEN_KEUZE},
        )  # fmt: skip

    def clean(self):
        gekozen = super().clean()
        if gekozen.get("route") and gekozen.get("per"):
            self.add_error("per", NIET_SAMEN)
        elif gekozen.get("per") and len(gekozen.get("periode") or "") != len("2026"):
            self.add_error("per", HEEL_JAAR)
        return gekozen

    @property
    def keuze(self) -> Keuze | None:
        """Wat gekozen is; een foute keuze telt als niets. None zolang er niets geteld is."""
        self.is_valid()
        gekozen = self.cleaned_data
        periode = next((p for p in self.perioden if p.code == gekozen.get("periode")), None)
        periode = periode or self._laatste()
        if periode is None:
            return None
        return Keuze(periode, self.vandaag, gekozen.get("route") or "", gekozen.get("per") or "")

    def _laatste(self):
        kwartalen = [p for p in self.perioden if p.soort == Soort.KWARTAAL]
        return next(iter(kwartalen or self.perioden), None)


class JaarForm(forms.Form):
    """Over welk jaar de pagina voor de raad gaat."""

    def __init__(self, data, *, jaren):
        super().__init__(data)
        self.jaren = jaren
        self.fields["jaar"] = forms.ChoiceField(
            label="Jaar", required=False,
            choices=[(periode.code, periode.titel) for periode in jaren],
            error_messages={"invalid_choice": GEEN_KEUZE},
        )  # fmt: skip

    @property
    def gekozen(self):
        self.is_valid()
        code = self.cleaned_data.get("jaar")
        return next((p for p in self.jaren if p.code == code), next(iter(self.jaren), None))


def _cijfers():
    return [
        ("", "Kies een cijfer"),
        *((code.partition("-")[0], definitie(code).titel) for code in DOELEN),
    ]


class DuidingForm(forms.Form):
    """Het verhaal bij één cijfer op de pagina voor de raad."""

    tekst = forms.CharField(
        label="Wat wil je erbij zeggen?", required=False, max_length=600,
        help_text="Hooguit drie zinnen. Leeg haalt de uitleg weg.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    na = forms.IntegerField(widget=forms.HiddenInput)


class EigenOpgaveForm(forms.Form):
    """Een totaal dat de organisatie zelf invult, met de bron."""

    soort = forms.ChoiceField(
        label="Wat vul je in?", choices=EigenOpgave.Soort.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies wat je invult."},
    )  # fmt: skip
    code = forms.ChoiceField(
        label="Bij welk cijfer?", choices=_cijfers, required=False, help_text="Niet bij kosten."
    )
    periode = forms.RegexField(
        r"^20[0-9]{2}$", label="Welk jaar?", help_text="Bijvoorbeeld 2024.",
        error_messages={
            "required": "Vul een jaar in.", "invalid": "Vul een jaar in met vier cijfers: 2024.",
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    waarde = forms.DecimalField(
        label="Getal", required=False, max_digits=12, decimal_places=2, localize=True,
        help_text="Een aantal, een percentage of hele euro's. Leeg haalt het getal weg.",
        error_messages={"invalid": "Vul een getal in, zoals 12 of 12,5."},
    )  # fmt: skip
    herkomst = forms.CharField(
        label="Waar komt dit getal vandaan?", required=False, max_length=200,
        help_text="Bijvoorbeeld: jaarrekening 2025, pagina 12.",
    )  # fmt: skip
