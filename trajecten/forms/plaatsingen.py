"""Forms of match, erkenning, praktijkopleiders and herplaatsen."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone

from .. import namen
from ..models import Erkenningcontrole, Kwalificatie, Leerbedrijf, Lidmaatschap, Rol
from ..models.leerbedrijven import kvk_vorm, leerbedrijf_id_vorm
from .velden import Datumveld, Telefoonveld


class ZoekForm(forms.Form):
    """Find a leerbedrijf: any word of name, place or leerbedrijf-ID, for one opleiding."""

    tekst = forms.CharField(
        label="Naam, plaats of leerbedrijf-ID",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    plaats = forms.CharField(label="Alleen in deze plaats", required=False, max_length=80)
    kwalificatie = forms.ModelChoiceField(
        label="Opleiding", queryset=Kwalificatie.objects.none(), empty_label="Kies een opleiding"
    )
    codes = forms.MultipleChoiceField(
        label="Welke werkprocessen moeten er kunnen?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bedrijven waar SBB ‘nee’ zegt vallen af. Onbekend blijft staan.",
    )
    alle = forms.BooleanField(
        label="Laat ook bedrijven zien die niet voor deze opleiding in het register staan",
        required=False,
    )

    def __init__(self, *args, kwalificatie=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kwalificatie"].queryset = kiesbaar()
        if kwalificatie:
            self.fields["codes"].choices = [
                (proces.code, str(proces)) for proces in kwalificatie.werkprocessen()
            ]
        else:
            del self.fields["codes"]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.layout = Layout("kwalificatie", Row("tekst", "plaats"), "alle", *self._codes())
        self.helper.add_input(Submit("", "Zoek", css_class="tweede"))

    def _codes(self):
        if "codes" not in self.fields:
            return []
        staat = " open" if self.is_bound and self.data.getlist("codes") else ""
        return [
            HTML(f"<details{staat}><summary>Kan deze werkprocessen leren</summary>"),
            "codes",
            HTML("</details>"),
        ]


def kiesbaar(op=None):
    """Kwalificaties in which a traject may begin today."""
    return Kwalificatie.objects.kiesbaar_op(op or timezone.localdate()).select_related("dossier")


class PraktijkopleiderForm(forms.Form):
    """Who guides: people of this leerbedrijf, or somebody new."""

    toon_hoeft_niet = False  # one of the two is needed

    begeleiders = forms.ModelMultipleChoiceField(
        label="Praktijkopleiders van dit bedrijf",
        required=False,
        queryset=Lidmaatschap.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    nieuw_naam = namen.Persoonsnaamveld(label="Naam", required=False)
    nieuw_telefoon = Telefoonveld(label="Telefoon", required=False)
    nieuw_email = forms.EmailField(
        label="E-mail",
        required=False,
        help_text="Mag leeg blijven. Dan gaat het aftekenen en tekenen op papier.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "invalid": "Dit e-mailadres klopt niet. Kijk of er een @ en een punt in staan."
        },
    )

    def __init__(self, *args, leerbedrijf, zonder=(), **kwargs):
        super().__init__(*args, **kwargs)
        leden = leerbedrijf.leden.geldig().filter(rol=Rol.PRAKTIJKOPLEIDER).exclude(pk__in=zonder)
        veld = self.fields["begeleiders"]
        veld.queryset = leden.select_related("gebruiker").order_by("gebruiker__naam")
        veld.label_from_instance = lambda lid: lid.naam
        self.nieuwe = Fieldset(
            "Iemand anders van dit bedrijf" if leden else "De praktijkopleider",
            Row("nieuw_naam", "nieuw_telefoon"),
            "nieuw_email",
        )
        if not leden:
            del self.fields["begeleiders"]
            self.bekend = []
        else:
            self.bekend = ["begeleiders"]

    def clean(self):
        gegevens = super().clean()
        naam = gegevens.get("nieuw_naam")
        if not naam and (gegevens.get("nieuw_email") or gegevens.get("nieuw_telefoon")):
            self.add_error("nieuw_naam", "Vul ook de naam van de praktijkopleider in.")
        elif not naam and not gegevens.get("begeleiders") and not self.errors:
            raise forms.ValidationError("Kies een praktijkopleider of vul een nieuwe naam in.")
        return gegevens

    @property
    def gekozen(self):
        """What the actions want: lidmaatschappen, and a dict for somebody new."""
        gegevens = self.cleaned_data
        nieuw = {
            "naam": gegevens["nieuw_naam"],
            "email": gegevens["nieuw_email"],
            "telefoon": gegevens["nieuw_telefoon"],
        }
        return [*gegevens.get("begeleiders", []), *([nieuw] if nieuw["naam"] else [])]


class MatchForm(PraktijkopleiderForm):
    """This leerbedrijf, for this opleiding, with these praktijkopleiders."""

    kwalificatie = forms.ModelChoiceField(
        label="Opleiding", queryset=Kwalificatie.objects.none(), empty_label="Kies een opleiding",
        error_messages={"required": "Kies een opleiding."},
    )  # fmt: skip
    leerbedrijf = forms.ModelChoiceField(
        queryset=Leerbedrijf.objects.all(), widget=forms.HiddenInput
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, leerbedrijf, **kwargs):
        super().__init__(*args, leerbedrijf=leerbedrijf, **kwargs)
        self.fields["kwalificatie"].queryset = kiesbaar()
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "leerbedrijf", "versie", "kwalificatie", *self.bekend, self.nieuwe
        )
        self.helper.add_input(Submit("bewaar", "Kies dit leerbedrijf"))


class BegeleiderForm(PraktijkopleiderForm):
    """One or more praktijkopleiders more, from a day on."""

    van = Datumveld(label="Vanaf welke dag?")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(*self.bekend, self.nieuwe, "van")
        self.helper.add_input(Submit("toevoegen", "Voeg praktijkopleider toe"))


class BegeleidingBeeindigenForm(forms.Form):
    """The last day of one begeleiding."""

    begeleiding = forms.ModelChoiceField(queryset=None, widget=forms.HiddenInput)
    tot = Datumveld(label="Laatste dag")

    def __init__(self, *args, plaatsing, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["begeleiding"].queryset = plaatsing.begeleidingen.select_related("plaatsing")
        self.helper = FormHelper()
        self.helper.add_input(Submit("beeindigen", "Beëindig begeleiding", css_class="tweede"))


class Cijferveld(forms.CharField):
    """Digits, typed with or without blanks."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value):
        return super().to_python(value).replace(" ", "")


class LeerbedrijfToevoegenForm(forms.Form):
    """Name and place as SBB has them: they are printed on the praktijkverklaring."""

    leerbedrijf_id = Cijferveld(
        label="Leerbedrijf-ID",
        help_text="9 cijfers. Je vindt het op stagemarkt.nl bij het bedrijf.",
        validators=[leerbedrijf_id_vorm],
        error_messages={"required": "Vul het leerbedrijf-ID in."},
    )
    naam = namen.Organisatienaamveld(
        label="Naam van het bedrijf",
        help_text="Precies zoals SBB hem schrijft.",
        error_messages={"required": "Vul de naam van het bedrijf in."},
    )
    straat = forms.CharField(label="Straat", max_length=100, required=False)
    huisnummer = forms.CharField(label="Huisnummer", max_length=20, required=False)
    postcode = forms.CharField(label="Postcode", max_length=7, required=False)
    plaats = namen.Organisatienaamveld(
        label="Plaats", max_length=80, error_messages={"required": "Vul de plaats in."}
    )
    kvk = Cijferveld(label="KvK-nummer", required=False, validators=[kvk_vorm])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "leerbedrijf_id", "naam", Row("straat", "huisnummer"), Row("postcode", "plaats"), "kvk"
        )
        self.helper.add_input(Submit("bewaar", "Voeg leerbedrijf toe"))


class ErkenningForm(forms.Form):
    """What somebody saw in SBB's register, on which day."""

    crebo = forms.ChoiceField(label="Voor welke opleiding?")
    uitkomst = forms.ChoiceField(
        label="Wat zag je bij SBB?",
        choices=Erkenningcontrole.Uitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat je zag."},
    )
    gecontroleerd_op = Datumveld(label="Op welke dag keek je?")
    toelichting = namen.Tekstveld(
        label="Waar keek je?",
        max_length=500,
        initial="SBB-register / Stagemarkt bekeken",
        widget=forms.TextInput,
        error_messages={"required": "Schrijf op waar je keek."},
    )

    def __init__(self, *args, crebos, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["crebo"].choices = crebos
        self.helper = FormHelper()
        self.helper.add_input(Submit("bewaar", "Leg controle vast"))


class HerplaatsenForm(forms.Form):
    """The last day here and why the kandidaat goes on somewhere else."""

    laatste_dag = Datumveld(label="Laatste dag bij dit bedrijf")
    reden = namen.Tekstveld(
        label="Waarom gaat de kandidaat naar een ander bedrijf?",
        max_length=500,
        help_text="Schrijf niets over gezondheid of schulden.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op waarom."},
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("bewaar", "Zoek een ander leerbedrijf"))
