"""Read the lists of keuzedelen and of mbo-certificaten from a CSV; columns as in
docs/importeren.md.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..models import Certificaat, Certificaatwerkproces, Keuzedeel
from ..models.kwalificaties import CODE
from .tabel import Fout, Tabel, datum

KLOKUREN = {"240": 240, "480": 480, "720": 720, "": None}
CREBO = re.compile(r"\d{5}", re.ASCII)


@dataclass(frozen=True)
class Keuzedeelrij:
    regel: int
    velden: dict[str, Any]  # those of Keuzedeel


@dataclass(frozen=True)
class Certificaatrij:
    """Een certificaat, en op dezelfde regel hooguit één werkproces ervan."""

    regel: int
    velden: dict[str, Any]  # those of Certificaat, without its links
    keuzedeel: str
    werkproces: dict[str, str]  # those of Certificaatwerkproces; empty: none on this line


class Keuzedelenbestand(Tabel):
    """The lines of one file, each as a Keuzedeelrij or a Rijfout."""

    VERPLICHT = ("code", "naam")
    KOLOMMEN = (*VERPLICHT, "klokuren", "geldig_vanaf", "geldig_tot")

    def rij(self, waarden: dict[str, str]) -> Keuzedeelrij:
        uren = waarden.get("klokuren", "")
        if uren not in KLOKUREN:
            raise Fout("klokuren", uren, "Een keuzedeel heeft 240, 480 of 720 klokuren.")
        velden = {
            "code": _code(waarden, "code", "K"),
            "naam": _naam(waarden, "naam", Keuzedeel),
            **_geldigheid(waarden),
        }
        # An absent column says nothing: what stands there stays.
        if "klokuren" in waarden:
            velden["klokuren"] = KLOKUREN[uren]
        return Keuzedeelrij(self.regel, velden)


class Certificatenbestand(Tabel):
    """The lines of one file, each as a Certificaatrij or a Rijfout."""

    VERPLICHT = ("code", "naam")
    WERKPROCES = ("kerntaak_code", "kerntaak_titel", "werkproces_code", "werkproces_titel")
    KOLOMMEN = (*VERPLICHT, "crebo", "keuzedeel", "geldig_vanaf", "geldig_tot", *WERKPROCES)

    def rij(self, waarden: dict[str, str]) -> Certificaatrij:
        velden = {
            "code": _code(waarden, "code", "C"),
            "naam": _naam(waarden, "naam", Certificaat),
            **_geldigheid(waarden),
        }
        crebo = waarden.get("crebo", "")
        if crebo and not CREBO.fullmatch(crebo):
            raise Fout("crebo", crebo, "Een crebo heeft vijf cijfers.")
        if crebo:
            velden["crebo"] = crebo
        keuzedeel = _code(waarden, "keuzedeel", "K") if waarden.get("keuzedeel") else ""
        return Certificaatrij(self.regel, velden, keuzedeel, self._werkproces(waarden))

    def _werkproces(self, waarden: dict[str, str]) -> dict[str, str]:
        gegeven = {kolom: waarden.get(kolom, "") for kolom in self.WERKPROCES}
        if not any(gegeven.values()):
            return {}
        for kolom, waarde in gegeven.items():
            if not waarde:
                raise Fout(kolom, "", f"Vul de kolom {kolom} in, of laat alle vier leeg.")
        for kolom in ("kerntaak_code", "werkproces_code"):
            gegeven[kolom] = gegeven[kolom].upper().replace(" ", "")
            if not CODE.match(gegeven[kolom]):
                raise Fout(kolom, gegeven[kolom], "Schrijf een code zoals C1-K1 of C1-K1-W1.")
        return {
            "kerntaak_code": gegeven["kerntaak_code"],
            "kerntaak_titel": _naam(gegeven, "kerntaak_titel", Certificaatwerkproces),
            "code": gegeven["werkproces_code"],
            "titel": _naam({"titel": gegeven["werkproces_titel"]}, "titel", Certificaatwerkproces),
        }


def _code(waarden: dict[str, str], kolom: str, letter: str) -> str:
    code = waarden[kolom].upper()
    if not re.fullmatch(rf"{letter}\d{{4}}", code, re.ASCII):
        raise Fout(kolom, waarden[kolom], f"Schrijf een {letter} en vier cijfers.")
    return code


def _naam(waarden: dict[str, str], kolom: str, model) -> str:
    hooguit = model._meta.get_field(kolom).max_length
    if not waarden[kolom]:
        raise Fout(kolom, "", f"Vul de kolom {kolom} in.")
    if len(waarden[kolom]) > hooguit:
        raise Fout(kolom, waarden[kolom][:60], f"Gebruik hooguit {hooguit} tekens.")
    return waarden[kolom]


def _geldigheid(waarden: dict[str, str]) -> dict[str, date | None]:
    gegeven: dict[str, date | None] = {
        kolom: datum(kolom, waarden[kolom])
        for kolom in ("geldig_vanaf", "geldig_tot")
        if kolom in waarden
    }
    vanaf, tot = gegeven.get("geldig_vanaf"), gegeven.get("geldig_tot")
    if vanaf and tot and tot < vanaf:
        raise Fout("geldig_tot", waarden["geldig_tot"], "Het einde is vóór het begin.")
    return gegeven
