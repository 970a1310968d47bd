"""What a school decides for itself."""

from django import forms

from .. import namen
from ..models import Inrichting
from .afronding import datumveld, knop
from .velden import Logoveld

UITLEG = {
    Inrichting.Blad.PRAKTIJKLOKET: (
        "Het formulier van SBB's Praktijkloket. Het portaal geeft de gegevens om over te typen. "
        "Het getekende formulier bewaar je hier."
    ),
    Inrichting.Blad.PORTAAL: (
        "Het blad van dit portaal. Dat kan alleen als de examencommissie het aanvaardt."
    ),
}


class BladKiezenForm(forms.Form):
    """Which form is signed, and who decided that."""

    blad = forms.ChoiceField(
        label="Welk blad tekenen de praktijkopleider en de kandidaat?",
        choices=list(UITLEG.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het blad."},
    )
    besloten_door = forms.CharField(
        label="Wie heeft dit besloten?",
        max_length=200,
        help_text="Naam en functie, bijvoorbeeld: Anne Jansen, voorzitter examencommissie.",
        validators=[namen.gedrukte_tekst],
        error_messages={"required": "Vul in wie dit besloot."},
    )
    besloten_op = datumveld("Wanneer is dit besloten?")
    helper = knop("Bewaar de keuze")


class LogoPlaatsenForm(forms.Form):
    """The school's own mark, and that it is its own."""

    logo = Logoveld(
        label="Het logo van de school",
        help_text="PNG of JPG, hooguit 2 MB. Een SVG kan niet.",
        error_messages={"required": "Kies het bestand met het logo."},
    )
    eigen = forms.BooleanField(
        label="Dit is ons eigen logo. Het is niet van SBB, DUO of een ministerie.",
        error_messages={"required": "Zet het vinkje. Een logo van een ander mag niet."},
    )
    helper = knop("Plaats het logo")
