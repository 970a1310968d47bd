"""Forms of signing: in the portal, on paper, or "Dit klopt niet"."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from trajecten import namen
from trajecten.forms.velden import ScanVeld

from ..models import Partij


class OndertekenenForm(forms.Form):
    """One tick that says what one does, and where one is."""

    klopt = forms.BooleanField(
        label="Dit klopt. Ik ga akkoord met dit blad.",
        error_messages={
            "required": "Lees het blad en zet het vinkje. Klopt er iets niet? Zeg het ons."
        },
    )
    plaats = namen.Persoonsnaamveld(
        label="Waar ben je nu?",
        help_text="De plaats komt op het document.",
        error_messages={"required": "Vul de plaats in."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Teken"))


class TegensprekenForm(forms.Form):
    """What is wrong; the coordinator also says who said so."""

    partij = forms.ChoiceField(
        label="Wie zegt dat het niet klopt?",
        choices=Partij.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie dit zegt."},
    )
    reden = namen.Tekstveld(
        label="Wat klopt er niet?",
        max_length=500,
        help_text="De school leest dit en maakt een nieuw blad.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op wat er niet klopt."},
    )

    def __init__(self, *args, partij, **kwargs):
        super().__init__(*args, **kwargs)
        if partij:
            del self.fields["partij"]
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Stuur naar de school"))


class GetekendBladForm(forms.Form):
    """A signed tekenexemplaar on paper: who, where, when, the scan, and that it was compared."""

    partijen = forms.MultipleChoiceField(
        label="Wie tekende op dit blad?",
        choices=Partij.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies wie er tekende."},
    )
    plaats = namen.Persoonsnaamveld(
        label="Plaats van tekenen",
        error_messages={"required": "Vul de plaats in die op het blad staat."},
    )
    gebeurd_op = forms.DateField(
        label="Datum van tekenen",
        error_messages={"required": "Vul de datum in die op het blad staat."},
    )
    scan = ScanVeld(
        label="Scan of foto van het getekende blad",
        help_text="JPG, PNG of PDF. Een foto mag 5 MB zijn, een PDF 10 MB.",
        error_messages={"required": "Voeg een scan van het getekende blad toe."},
    )
    vergeleken = forms.BooleanField(
        label="Ik heb het getekende blad vergeleken met wat op dit scherm staat. Het is gelijk.",
        error_messages={"required": "Vergelijk het blad eerst. Zet daarna het vinkje."},
    )

    def __init__(self, *args, partijen, iedereen=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partijen"].choices = partijen
        knop = "Bewaar het getekende blad"
        if iedereen:
            knop = "Bewaar het getekende formulier"
            self._een_formulier(partijen)
        self.helper = FormHelper()
        self.helper.add_input(Submit("", knop))

    def _een_formulier(self, partijen):
        """One paper with both signatures: the box says so instead of asking who."""
        self.fields["partijen"].initial = [partij for partij, _ in partijen]
        self.fields["partijen"].widget = forms.MultipleHiddenInput()
        self.fields["scan"].label = "Scan of foto van het getekende formulier"
        self.fields["vergeleken"].label = (
            "Er staan twee handtekeningen op: van de praktijkopleider en van de kandidaat. "
            "Ik heb elke regel vergeleken met dit scherm. Het is gelijk."
        )
