"""Read a CSV with running trajecten to take over; columns as in docs/importeren.md.

One line is one traject. Here it is only read: every column that is not as it should be is told at
once. Whether it may be taken over is judged by the rules.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import TextChoices

from .. import namen
from ..models import Intake, Leerweg, Partij, Route, Taal
from ..models.leerbedrijven import leerbedrijf_id_vorm
from ..rules import TOTAAL_HOOGUIT, WEEKUREN_HOOGUIT
from .tabel import Fout, Tabel, datum
from .trajectkolommen import KOLOMMEN, PARTIJEN, VERPLICHT

JA_NEE = {"ja": True, "nee": False}
CREBO = re.compile(r"\d{5}", re.ASCII)
CERTIFICAAT = re.compile(r"C\d{4}", re.ASCII)
TUSSEN = re.compile(r"[\s,]+")
GETAL = re.compile(r"\d{1,5}", re.ASCII)
TEKST_HOOGUIT = Intake._meta.get_field("wens").max_length


@dataclass(frozen=True)
class Overnamerij:
    """Eén regel: wat er in de kolommen staat, gelezen. Codes en namen zijn nog niet opgezocht.

    Een kolom die niet te lezen is, is None en staat met de reden in `redenen`.
    """

    regel: int
    velden: dict[str, Any]
    redenen: dict[str, str]
    nummer: str  # the studentnummer as it stands there

    def __getitem__(self, kolom: str) -> Any:
        return self.velden.get(kolom)

    @property
    def wat(self) -> str:
        """Waaraan iemand de regel herkent; nooit een naam, want dit wordt bewaard."""
        return f"Studentnummer {self.nummer}" if self.nummer else ""


def opsommen(redenen: dict[str, str]) -> str:
    """De redenen achter elkaar in de volgorde van de kolommen, elk met de kolom ervoor."""
    volgorde = sorted(redenen, key=KOLOMMEN.index)
    return " ".join(f"{kolom}: {redenen[kolom]}" for kolom in volgorde)


class Trajectenbestand(Tabel):
    """The lines of one file, each as an Overnamerij; a Rijfout for a line that is no row at all."""

    VERPLICHT = VERPLICHT
    KOLOMMEN = KOLOMMEN

    def rij(self, waarden: dict[str, str]) -> Overnamerij:
        velden: dict[str, Any] = {}
        redenen: dict[str, str] = {}
        for kolom, lezen in LEZERS.items():
            try:
                velden[kolom] = _cel(kolom, waarden.get(kolom, ""), lezen)
            except Fout as fout:
                redenen[kolom] = str(fout)
        return Overnamerij(self.regel, velden, redenen, waarden["studentnummer"][:20])


def _cel(kolom: str, gegeven: str, lezen: Callable[[str, str], Any]) -> Any:
    if not gegeven and kolom in VERPLICHT:
        raise Fout(kolom, "", "Vul deze kolom in.")
    try:
        return lezen(kolom, gegeven)
    except ValidationError as fout:
        raise Fout(kolom, gegeven, " ".join(fout.messages)) from fout


def _naam(kolom: str, gegeven: str) -> str:
    if gegeven:
        namen.persoonsnaam(gegeven)
    return namen.opschonen(gegeven)


def _telefoon(kolom: str, gegeven: str) -> str:
    return namen.telefoonnummer(gegeven)


def _email(kolom: str, gegeven: str) -> str:
    if gegeven:
        try:
            validate_email(gegeven)
        except ValidationError as fout:
            reden = "Dit e-mailadres klopt niet. Kijk of er een @ en een punt in staan."
            raise Fout(kolom, gegeven, reden) from fout
    return gegeven


def _tekst(kolom: str, gegeven: str) -> str:
    namen.lange_tekst(gegeven, TEKST_HOOGUIT)
    return gegeven


def _studentnummer(kolom: str, gegeven: str) -> str:
    if len(gegeven) > 20:
        raise Fout(kolom, gegeven, "Een studentnummer heeft hooguit 20 tekens.")
    namen.studentnummer(gegeven)
    return gegeven


def _leerbedrijf_id(kolom: str, gegeven: str) -> str:
    nummer = gegeven.replace(" ", "")
    leerbedrijf_id_vorm(nummer)
    return nummer


def _ja_nee(kolom: str, gegeven: str) -> bool:
    if gegeven.lower() not in JA_NEE:
        raise Fout(kolom, gegeven, "Schrijf ja of nee.")
    return JA_NEE[gegeven.lower()]


def _keuze(keuzes: type[TextChoices], standaard: str = "") -> Callable[[str, str], str]:
    """What people write, or our own short name for it."""
    woorden = {str(keuze.label).lower(): keuze.value for keuze in keuzes}
    woorden |= {waarde: waarde for waarde in keuzes.values}

    def lezen(kolom: str, gegeven: str) -> str:
        if not gegeven and standaard:
            return standaard
        if gegeven.lower() not in woorden:
            mag = ", ".join(str(keuze.label) for keuze in keuzes)
            raise Fout(kolom, gegeven, f"Dit kennen we niet. Kies uit: {mag}.")
        return woorden[gegeven.lower()]

    return lezen


def _vorm(patroon: re.Pattern[str], reden: str) -> Callable[[str, str], str]:
    def lezen(kolom: str, gegeven: str) -> str:
        code = gegeven.upper().replace(" ", "")
        if code and not patroon.fullmatch(code):
            raise Fout(kolom, gegeven, reden)
        return code

    return lezen


def _heel(hooguit: int) -> Callable[[str, str], int]:
    def lezen(kolom: str, gegeven: str) -> int:
        if re.fullmatch(r"\d+[.,]\d+", gegeven, re.ASCII):
            raise Fout(kolom, gegeven, "Schrijf een heel getal, zonder punt of komma.")
        if not GETAL.fullmatch(gegeven) or not 1 <= int(gegeven) <= hooguit:
            raise Fout(kolom, gegeven, f"Schrijf een heel getal van 1 tot en met {hooguit}.")
        return int(gegeven)

    return lezen


def _dag(kolom: str, gegeven: str) -> date | None:
    return datum(kolom, gegeven)


def _codes(kolom: str, gegeven: str) -> list[str]:
    return list(dict.fromkeys(code.upper() for code in TUSSEN.split(gegeven) if code))


def _afgetekend(kolom: str, gegeven: str) -> dict[str, date]:
    """`B1-K1-W1=12-03-2026`, with a space or comma between two."""
    dagen: dict[str, date] = {}
    for stuk in filter(None, TUSSEN.split(gegeven)):
        code, teken, dag = stuk.partition("=")
        gelezen = datum(kolom, dag)
        if not teken or not code or gelezen is None:
            raise Fout(kolom, stuk, "Schrijf bij elke code de dag: B1-K1-W1=12-03-2026.")
        if code.upper() in dagen:
            raise Fout(kolom, stuk, f"{code.upper()} staat er twee keer.")
        dagen[code.upper()] = gelezen
    return dagen


LEZERS: dict[str, Callable[[str, str], Any]] = {
    "studentnummer": _studentnummer,
    "naam": _naam,
    "telefoon": _telefoon,
    "email": _email,
    "taal": _keuze(Taal, Taal.NEDERLANDS),
    "gemeente": _tekst,
    "geboortedatum": _dag,
    "jonger_dan_18": _ja_nee,
    "startkwalificatie": _ja_nee,
    "wens": _tekst,
    "route": _keuze(Route),
    "leerweg": _keuze(Leerweg),
    "route_reden": _tekst,
    "crebo": _vorm(CREBO, "Een crebo heeft vijf cijfers."),
    "certificaat": _vorm(CERTIFICAAT, "Schrijf een C en vier cijfers."),
    "werkprocessen": _codes,
    "afgetekend": _afgetekend,
    "leerbedrijf_id": _leerbedrijf_id,
    "erkenning_gecontroleerd_op": _dag,
    "praktijkopleider": _naam,
    "praktijkopleider_email": _email,
    "praktijkopleider_telefoon": _telefoon,
    "begin": _dag,
    "eind": _dag,
    "uren_per_week": _heel(WEEKUREN_HOOGUIT),
    "uren_totaal": _heel(TOTAAL_HOOGUIT),
    "ingeschreven_op": _dag,
    "opgesteld_op": _dag,
    "getekend_op": _dag,
    **{f"tekende_{Partij(partij)}": _naam for partij in PARTIJEN},
    "scan": _tekst,
}
