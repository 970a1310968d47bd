"""What the lines with running trajecten name, looked up: for a whole file in a few questions."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from .. import namen, rules
from ..models import (
    Certificaat,
    Gemeente,
    Kwalificatie,
    Leerbedrijf,
    Lidmaatschap,
    Route,
    Traject,
)
from ..rules.praktijkleerplan import Keuze
from .trajecten import Overnamerij
from .trajectkolommen import PARTIJEN


class NietGevonden(Exception):
    """Wat een regel noemt en er niet is, of niet te lezen was; `redenen` per kolom."""

    def __init__(self, redenen: dict[str, str]):
        super().__init__()
        self.redenen = redenen


class Naslag:
    """Per line what `actions.overnemen` wants, without the scan."""

    def __init__(self, rijen: Sequence[Overnamerij], door: Lidmaatschap):
        self.door = door
        nummers = {rij["leerbedrijf_id"] for rij in rijen}
        codes = {rij["certificaat"] for rij in rijen}
        self.bedrijven = {
            bedrijf.leerbedrijf_id: bedrijf
            for bedrijf in Leerbedrijf.objects.all().filter(leerbedrijf_id__in=nummers)
        }
        self.certificaten = {rij.code: rij for rij in Certificaat.objects.filter(code__in=codes)}
        self.gemeenten: dict[str, Gemeente] = {}
        for gemeente in Gemeente.objects.filter(eind=None):
            self.gemeenten[namen.zoekvorm(gemeente.naam)] = gemeente
            self.gemeenten[namen.zoekvorm(gemeente.code)] = gemeente
        self._kwalificaties: dict[tuple[str, date], Kwalificatie | None] = {}
        self._processen: dict[tuple[int, int | None], dict[str, Keuze]] = {}

    def gegevens(self, rij: Overnamerij) -> dict[str, Any]:
        """De gegevens voor `actions.overnemen`. Raises: NietGevonden."""
        redenen: dict[str, str] = {}
        gemeente = self.gemeenten.get(namen.zoekvorm(rij["gemeente"] or ""))
        if gemeente is None:
            redenen["gemeente"] = "Deze gemeente kennen we niet. Schrijf de naam voluit."
        bedrijf = self.bedrijven.get(rij["leerbedrijf_id"])
        if bedrijf is None:
            redenen["leerbedrijf_id"] = (
                "Dit leerbedrijf-ID kennen we niet. Kijk het na, of voeg het bedrijf toe bij een "
                "traject dat een leerbedrijf zoekt."
            )
        certificaat = self._certificaat(rij, redenen)
        kwalificatie = self._kwalificatie(rij["crebo"], rij["begin"])
        keuzes: list[Keuze] = []
        afgetekend: dict[Keuze, date] = {}
        if kwalificatie is None:
            redenen["crebo"] = "Dit crebo kennen we niet. Kijk het na."
        elif "certificaat" not in redenen:
            keuzes, afgetekend = self._plan(rij, kwalificatie, certificaat, redenen)
        if redenen or rij.redenen:
            raise NietGevonden(redenen | rij.redenen)  # what cannot be read goes first
        return {
            **_over_de_mens(rij, gemeente),
            "certificaat": certificaat,
            "kwalificatie": kwalificatie,
            "leerbedrijf": bedrijf,
            "keuzes": keuzes,
            "afgetekend": afgetekend,
        }

    def _certificaat(self, rij: Overnamerij, redenen: dict[str, str]) -> Certificaat | None:
        certificaat = self.certificaten.get(rij["certificaat"])
        if rij["certificaat"] and certificaat is None:
            redenen["certificaat"] = "Dit mbo-certificaat kennen we niet. Kijk de code na."
        if rij["route"] == Route.CERTIFICAAT and not rij["certificaat"]:
            redenen["certificaat"] = "Vul in welk mbo-certificaat het is: een C en vier cijfers."
        return certificaat

    def _kwalificatie(self, crebo: str, begin: date | None) -> Kwalificatie | None:
        """The version of the first day; else the newest, and a rule says what is wrong."""
        begin = begin or timezone.localdate()
        if (crebo, begin) not in self._kwalificaties:
            alle = Kwalificatie.objects.filter(crebo=crebo).select_related("dossier")
            op_die_dag = alle.kiesbaar_op(begin).order_by("-pk").first()
            self._kwalificaties[crebo, begin] = op_die_dag or alle.order_by("-pk").first()
        return self._kwalificaties[crebo, begin]

    def _plan(
        self,
        rij: Overnamerij,
        kwalificatie: Kwalificatie,
        certificaat: Certificaat | None,
        redenen: dict[str, str],
    ) -> tuple[list[Keuze], dict[Keuze, date]]:
        kan = self._planbaar(rij["route"], kwalificatie, certificaat)
        van = certificaat or kwalificatie
        gekozen, klaar = rij["werkprocessen"] or [], rij["afgetekend"] or {}
        if vreemd := [code for code in gekozen if code not in kan]:
            redenen["werkprocessen"] = f"Dit hoort niet bij {van}: {', '.join(vreemd)}."
        if vreemd := [code for code in klaar if code not in gekozen]:
            redenen["afgetekend"] = f"Zet dit ook in de kolom werkprocessen: {', '.join(vreemd)}."
        keuzes = [kan[code] for code in gekozen if code in kan]
        dagen = {kan[code]: dag for code, dag in klaar.items() if code in kan}
        return keuzes, dagen

    def _planbaar(
        self, route: str, kwalificatie: Kwalificatie, certificaat: Certificaat | None
    ) -> dict[str, Keuze]:
        sleutel = (kwalificatie.pk, certificaat.pk if certificaat else None)
        if sleutel not in self._processen:
            traject = Traject(route=route, kwalificatie=kwalificatie, certificaat=certificaat)
            self._processen[sleutel] = {
                proces.code: (kwalificatie, proces)
                for proces in rules.planbare_werkprocessen(traject, kwalificatie)
            }
        return self._processen[sleutel]


def _over_de_mens(rij: Overnamerij, gemeente: Gemeente | None) -> dict[str, Any]:
    """Everything that needs no looking up."""

    def uit(*kolommen: str) -> dict[str, Any]:
        return {kolom: rij[kolom] for kolom in kolommen}

    return {
        "kandidaat": uit("naam", "telefoon", "email", "taal", "jonger_dan_18")
        | {"gemeente": gemeente, "vertegenwoordiger_naam": rij["tekende_vertegenwoordiger"]},
        "intake": uit("startkwalificatie", "wens", "route_reden"),
        "begeleider": {
            "naam": rij["praktijkopleider"],
            "email": rij["praktijkopleider_email"],
            "telefoon": rij["praktijkopleider_telefoon"],
        },
        "periode": uit("begin", "eind", "uren_per_week", "uren_totaal"),
        "ondertekenaars": {
            partij.value: naam for partij in PARTIJEN if (naam := rij[f"tekende_{partij}"])
        },
    } | uit(
        "route", "leerweg", "erkenning_gecontroleerd_op", "studentnummer", "ingeschreven_op",
        "opgesteld_op", "getekend_op",
    )  # fmt: skip
