"""Read a CSV with results of lessons and exams; columns as in docs/importeren.md.

One line is one result. Whether it may be recorded is judged elsewhere; here it is only read.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from ..models import Deel, Onderdeel, Resultaat, Woord
from ..rules import Opgave
from .tabel import Fout, Tabel, datum

# Written with a comma or a point, at most one; so 6,8 and 6.8, but not 1.006,8.
LENGTES = {
    veld.name: veld.max_length
    for veld in Resultaat._meta.concrete_fields
    if veld.get_internal_type() == "CharField"
}
GETAL = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
LIJKT_OP_GETAL = re.compile(r"[\d.,]+", re.ASCII)
WAAR = {"ja": True, "nee": False, "": True}
TEKST = {
    "naam": "naam",
    "inhoud": "inhoud",
    "examenvorm": "instrument",
    "beoordelaar": "beoordelaar",
}
WOORDEN = {str(woord.label): woord for woord in Woord}
ONDERDELEN: dict[str, str] = {str(onderdeel.label).lower(): onderdeel for onderdeel in Onderdeel}
DELEN: dict[str, str] = {str(deel.label): deel for deel in Deel}


@dataclass(frozen=True)
class Rij:
    """Eén regel: van welk traject (nummer of studentnummer) en wat er behaald is."""

    regel: int
    traject: str
    opgave: Opgave


class Resultatenbestand(Tabel):
    """The lines of one file, each as a Rij or a Rijfout."""

    VERPLICHT = ("traject", "onderdeel", "resultaat", "datum")
    KOLOMMEN = (*VERPLICHT, "deel", "code", "niveau", "klokuren", "telt_mee", *TEKST)

    def rij(self, waarden: dict[str, str]) -> Rij:
        for kolom in self.VERPLICHT:
            if not waarden[kolom]:
                raise Fout(kolom, "", f"Vul de kolom {kolom} in.")
        return Rij(self.regel, waarden["traject"], _opgave(waarden))


def _opgave(waarden: dict[str, str]) -> Opgave:
    cijfer, woord, uitslag = _waarde(waarden["resultaat"])
    return Opgave(
        onderdeel=_keuze(waarden, "onderdeel", ONDERDELEN),
        gebeurd_op=datum("datum", waarden["datum"]),
        deel=_keuze(waarden, "deel", DELEN) if waarden.get("deel") else "",
        code=waarden.get("code", "").upper().replace(" ", ""),
        naam=_tekst(waarden, "naam", "naam"),
        niveau=waarden.get("niveau", ""),
        cijfer=cijfer,
        woord=woord,
        uitslag=uitslag,
        inhoud=_tekst(waarden, "inhoud", "inhoud"),
        instrument=_tekst(waarden, "examenvorm", "instrument"),
        beoordelaar=_tekst(waarden, "beoordelaar", "beoordelaar"),
        klokuren=_klokuren(waarden.get("klokuren", "")),
        telt_mee=_ja_nee(waarden.get("telt_mee", "")),
    )


def _keuze(waarden: dict[str, str], kolom: str, woorden: dict[str, str]) -> str:
    """What people write, or our own short name for it."""
    gegeven = waarden[kolom].lower()
    gekozen = woorden.get(gegeven, gegeven)
    if gekozen not in woorden.values():
        mag = ", ".join(woorden)
        raise Fout(kolom, waarden[kolom], f"Dit kennen we niet. Kies uit: {mag}.")
    return str(gekozen)


def _waarde(gegeven: str) -> tuple[Decimal | None, str, str]:
    """A mark, a word of the scale, or what the school calls it: one of the three."""
    if GETAL.fullmatch(gegeven):
        cijfer = Decimal(gegeven.replace(",", "."))
        if 10 < cijfer <= 100:
            reden = f"Een cijfer ligt tussen 1 en 10. Hier staat {gegeven}: is de komma weg?"
            raise Fout("resultaat", gegeven, reden)
        return cijfer, "", ""
    if LIJKT_OP_GETAL.fullmatch(gegeven):
        raise Fout("resultaat", gegeven, "Schrijf een cijfer met één komma, zoals 6,8.")
    if woord := WOORDEN.get(gegeven.lower().replace("_", " ")):
        return None, woord, ""
    return None, "", _kort("resultaat", gegeven, "uitslag")


def _klokuren(gegeven: str) -> int | None:
    if not gegeven:
        return None
    if not (gegeven.isascii() and gegeven.isdigit() and len(gegeven) <= 4):
        raise Fout("klokuren", gegeven, "Schrijf een heel aantal uren, zoals 240.")
    return int(gegeven)


def _ja_nee(gegeven: str) -> bool:
    if gegeven.lower() not in WAAR:
        raise Fout("telt_mee", gegeven, "Schrijf ja of nee.")
    return WAAR[gegeven.lower()]


def _tekst(waarden: dict[str, str], kolom: str, veld: str) -> str:
    return _kort(kolom, waarden.get(kolom, ""), veld)


def _kort(kolom: str, gegeven: str, veld: str) -> str:
    hooguit = LENGTES[veld]
    if len(gegeven) > hooguit:
        raise Fout(kolom, gegeven[:60], f"Gebruik hooguit {hooguit} tekens.")
    return gegeven
