"""The form for signed paper: who signed, the scan, and per werkproces what stands on it."""

from django import forms
from django.utils import timezone

from .. import namen
from ..models import Eindoordeel, KanHierNietReden, Niveau
from ..rules import Papier
from .afronding import datumveld
from .velden import ScanVeld

LEEG = [("", "Staat niet op het papier")]
OORDELEN = [
    (Eindoordeel.Oordeel.JA, "Ja"),
    (Eindoordeel.Oordeel.NEE, "Nee, nog niet"),
    (Eindoordeel.Oordeel.NIET_AANGEBODEN, "Was er niet"),
]


class PapierForm(forms.Form):
    """One paper of one plaatsing; the lines follow its werkprocessen."""

    toon_hoeft_niet = False  # a line that is not on the paper stays empty: said once, above

    namens = forms.TypedChoiceField(
        label="Wie tekende het papier?",
        error_messages={"required": "Kies de praktijkopleider die tekende."},
    )
    scan = ScanVeld(
        label="Foto of scan van het getekende papier",
        help_text="JPG, PNG of PDF. Een foto mag 5 MB zijn, een PDF 10 MB.",
        error_messages={"required": "Kies de foto of scan van het getekende papier."},
    )

    def __init__(self, *args, soort, planregels, praktijkopleiders, **kwargs):
        super().__init__(*args, **kwargs)
        self.soort, self.planregels = soort, planregels
        leden = {str(lid.pk): lid for lid in praktijkopleiders}
        self.fields["namens"].choices = [(pk, lid.naam) for pk, lid in leden.items()]
        self.fields["namens"].coerce = leden.__getitem__
        if soort == Papier.EINDOORDEEL:
            self.fields["gebeurd_op"] = datumveld("Datum op het papier")
        for planregel in planregels:
            self._regel_toevoegen(planregel)

    def _regel_toevoegen(self, planregel):
        pk = planregel.pk
        if self.soort == Papier.EINDOORDEEL:
            self.fields[f"oordeel_{pk}"] = forms.ChoiceField(
                label="Oordeel", choices=LEEG + OORDELEN, required=False
            )
        else:
            self.fields[f"niveau_{pk}"] = forms.ChoiceField(
                label="Niveau", choices=LEEG + Niveau.choices, required=False
            )
            self.fields[f"dag_{pk}"] = datumveld("Datum", required=False)
            self.fields[f"reden_{pk}"] = forms.ChoiceField(
                label="Waarom kan het niet?", required=False,
                choices=[("", "Alleen bij Kan hier niet"), *KanHierNietReden.choices],
            )  # fmt: skip
        self.fields[f"toelichting_{pk}"] = namen.Tekstveld(
            label="Toelichting", required=False, max_length=500,
            widget=forms.TextInput, gedrukt=True,
        )  # fmt: skip
        verborgen = forms.HiddenInput
        self.fields[f"na_{pk}"] = forms.IntegerField(widget=verborgen, min_value=0)
        self.fields[f"gezien_{pk}"] = forms.IntegerField(widget=verborgen, required=False)

    def regels(self):
        """Per planregel its bound fields, for the table."""
        return [(regel, self._velden_van(regel.pk)) for regel in self.planregels]

    def _velden_van(self, pk):
        namen_van = ("niveau", "dag", "reden", "oordeel", "toelichting", "na", "gezien")
        return {naam: self[f"{naam}_{pk}"] for naam in namen_van if f"{naam}_{pk}" in self.fields}

    def clean(self):
        velden = super().clean()
        maken = self._eindoordeel if self.soort == Papier.EINDOORDEEL else self._aftekening
        regels = [maken(regel.pk, velden) for regel in self.planregels]
        gezien = {
            r.pk: velden[f"gezien_{r.pk}"] for r in self.planregels if velden.get(f"gezien_{r.pk}")
        }
        return {
            "namens": velden.get("namens"), "scan": velden.get("scan"), "soort": self.soort,
            "regels": [regel for regel in regels if regel], "gezien": gezien,
        }  # fmt: skip

    def _eindoordeel(self, pk, velden):
        if not velden.get(f"oordeel_{pk}") or not velden.get("gebeurd_op"):
            return None
        return self._basis(pk, velden, velden["gebeurd_op"]) | {"oordeel": velden[f"oordeel_{pk}"]}

    def _aftekening(self, pk, velden):
        niveau, dag, reden = (velden.get(f"{n}_{pk}") or "" for n in ("niveau", "dag", "reden"))
        if not niveau:
            if dag:
                self.add_error(f"niveau_{pk}", "Kies het niveau dat bij deze datum staat.")
            return None
        if not dag and f"dag_{pk}" not in self.errors:
            self.add_error(f"dag_{pk}", "Vul de datum in die op het papier staat.")
        if niveau == Niveau.KAN_HIER_NIET and not reden:
            self.add_error(f"reden_{pk}", "Kies waarom dit werk hier niet kan.")
        reden = reden if niveau == Niveau.KAN_HIER_NIET else ""
        regel = self._basis(pk, velden, dag or timezone.localdate())
        return regel | {"niveau": niveau, "reden": reden}

    def _basis(self, pk, velden, dag):
        return {
            "planregel": pk, "na": velden.get(f"na_{pk}") or 0, "gebeurd_op": dag,
            "toelichting": velden.get(f"toelichting_{pk}", ""),
        }  # fmt: skip
