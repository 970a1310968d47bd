"""Read a CSV with leerbedrijven and their erkenningen; columns as in docs/importeren.md.

One line is one leerbedrijf with at most one erkenning; a leerbedrijf with three erkenningen has
three lines with the same address. A bad line is refused by itself, the rest goes on.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TextIO

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from .. import namen
from ..models.kwalificaties import CODE
from ..models.leerbedrijven import (
    crebo_vorm,
    kvk_vorm,
    leerbedrijf_id_vorm,
    vestiging_vorm,
    zoekregel,
)
from .tabel import Fout, Tabel, datum

VERPLICHT = ("leerbedrijf_id", "naam", "plaats")
ADRES = ("straat", "huisnummer", "postcode", "plaats", "kvk", "vestigingsnummer")
DATA = ("laatst_beoordeeld", "volgende_beoordeling", "ingetrokken_op")
OORDELEN = {"uitvoerbaar": True, "niet_uitvoerbaar": False}
KOLOMMEN = ("leerbedrijf_id", "naam", *ADRES, "crebo", *DATA, *OORDELEN)
LENGTES = {"straat": 100, "huisnummer": 20, "plaats": 80}
POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})")


class Rij(NamedTuple):
    """Eén goede regel. `bedrijf` is klaar voor de tabel: ID, naam, adres en zoekregel."""

    bedrijf: tuple[str, ...]
    crebo: str
    data: tuple[date | None, ...]
    codes: tuple[tuple[str, bool], ...]


class Leerbedrijvenbestand(Tabel):
    """The lines of one file, each as a Rij or a Rijfout. Raises: Onbruikbaar on a bad header."""

    VERPLICHT, KOLOMMEN = VERPLICHT, KOLOMMEN

    def __init__(self, bestand: TextIO):
        super().__init__(bestand)
        self.bedrijven: dict[str, tuple[int, int]] = {}
        self.erkenningen: dict[tuple[str, str], int] = {}

    def rij(self, waarden: dict[str, str]) -> Rij:
        rij = _rij(lambda naam: waarden.get(naam, ""))
        self._eenmaal(rij)
        return rij

    def _eenmaal(self, rij: Rij) -> None:
        """The same leerbedrijf may stand on more lines, with one address and other crebo's."""
        nummer = rij.bedrijf[0]
        eerder, inhoud = self.bedrijven.setdefault(nummer, (self.regel, hash(rij.bedrijf)))
        if inhoud != hash(rij.bedrijf):
            reden = f"Naam of adres is anders dan op regel {eerder}, met hetzelfde leerbedrijf-ID."
            raise Fout("leerbedrijf_id", nummer, reden)
        if eerder != self.regel and not rij.crebo:
            raise Fout("crebo", "", f"Dit leerbedrijf staat al op regel {eerder}.")
        if rij.crebo:
            al = self.erkenningen.setdefault((nummer, rij.crebo), self.regel)
            if al != self.regel:
                reden = f"Deze erkenning van dit leerbedrijf staat al op regel {al}."
                raise Fout("crebo", rij.crebo, reden)


def _rij(waarde: Callable[[str], str]) -> Rij:
    nummer = _vorm(leerbedrijf_id_vorm, "leerbedrijf_id", waarde("leerbedrijf_id"))
    naam = waarde("naam")
    try:
        namen.organisatienaam(naam)
    except ValidationError as fout:
        raise Fout("naam", naam, fout.messages[0]) from fout
    if not waarde("plaats"):
        raise Fout("plaats", "", "Vul de plaats in.")
    for kolom, hooguit in LENGTES.items():
        if len(waarde(kolom)) > hooguit:
            raise Fout(kolom, waarde(kolom), f"Gebruik hooguit {hooguit} tekens.")
    crebo = waarde("crebo") and _vorm(crebo_vorm, "crebo", waarde("crebo"))
    adres = (
        waarde("straat"),
        waarde("huisnummer"),
        _postcode(waarde("postcode")),
        waarde("plaats"),
        waarde("kvk") and _vorm(kvk_vorm, "kvk", waarde("kvk")),
        waarde("vestigingsnummer")
        and _vorm(vestiging_vorm, "vestigingsnummer", waarde("vestigingsnummer")),
    )
    data = tuple(datum(kolom, waarde(kolom)) for kolom in DATA)
    codes = _codes(waarde)
    if not crebo and (any(data) or codes):
        raise Fout("crebo", "", "Zonder crebo kan er geen erkenning op deze regel staan.")
    return Rij((nummer, naam, *adres, zoekregel(naam, adres[3], nummer)), crebo, data, codes)


def _vorm(vorm: RegexValidator, kolom: str, waarde: str) -> str:
    if not re.match(vorm.regex, waarde):
        raise Fout(kolom, waarde, str(vorm.message))
    return waarde


def _postcode(waarde: str) -> str:
    if not waarde:
        return ""
    if not (gevonden := POSTCODE.fullmatch(waarde)):
        raise Fout("postcode", waarde, "Een postcode heeft vier cijfers en twee letters.")
    return f"{gevonden[1]} {gevonden[2].upper()}"


def _codes(waarde: Callable[[str], str]) -> tuple[tuple[str, bool], ...]:
    """The codes of both columns; a code cannot be possible and impossible at once."""
    oordelen: dict[str, bool] = {}
    for kolom, oordeel in OORDELEN.items():
        for code in waarde(kolom).upper().split():
            if not (gevonden := CODE.match(code)) or not gevonden[4]:
                raise Fout(kolom, code, "Dit is geen code van een werkproces, zoals B1-K1-W1.")
            if oordelen.setdefault(code, oordeel) != oordeel:
                raise Fout(kolom, code, "Deze code staat ook bij uitvoerbaar.")
    return tuple(oordelen.items())
