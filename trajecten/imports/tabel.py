"""Read a CSV line by line: a bad line is refused by itself with the reason, the rest goes on."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, TextIO

from .. import namen

# What begins a formula somewhere, in full width too.
FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
DATUM = re.compile(r"(?P<dag>\d\d?)-(?P<maand>\d\d?)-(?P<jaar>\d{4})", re.ASCII)


class Rijfout(NamedTuple):
    """Waarom één regel niet is ingelezen."""

    regel: int
    kolom: str
    waarde: str
    reden: str


class Onbruikbaar(Exception):
    """Aan de eerste regel is te zien dat dit bestand niet ingelezen kan worden."""


class Fout(Exception):
    """Waarom deze regel niet kan: de kolom, wat er staat en de reden."""

    def __init__(self, kolom: str, waarde: str, reden: str):
        super().__init__(reden)
        self.kolom, self.waarde, self.reden = kolom, waarde, reden


class Tabel:
    """The lines of one file, each as what `rij` makes of it or a Rijfout.

    A kind of file says which columns must and may be there, and what a line is. Raises: Onbruikbaar
    on a bad header.
    """

    VERPLICHT: tuple[str, ...] = ()
    KOLOMMEN: tuple[str, ...] = ()

    def __init__(self, bestand: TextIO):
        kop = bestand.readline().lstrip("\ufeff")
        teken = ";" if ";" in kop else ","
        self.kop = [naam.strip().lower() for naam in next(csv.reader([kop], delimiter=teken), [])]
        if ontbreekt := [naam for naam in self.VERPLICHT if naam not in self.kop]:
            raise Onbruikbaar(
                f"De eerste regel mist de kolom {', '.join(ontbreekt)}. "
                "Welke kolommen er kunnen zijn staat in docs/importeren.md."
            )
        if len(set(self.kop)) != len(self.kop):
            raise Onbruikbaar("Een kolom staat twee keer in de eerste regel.")
        self.ongebruikt = [naam for naam in self.kop if naam not in self.KOLOMMEN]
        self.lezer = csv.reader(bestand, delimiter=teken, strict=True)

    def rij(self, waarden: dict[str, str]) -> Any:
        """What this line says; columns that the file lacks are absent. Raises: Fout."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[Any]:
        while True:
            try:
                cellen = next(self.lezer)
            except StopIteration:
                return
            except csv.Error as fout:
                yield Rijfout(self.regel, "", "", f"Deze regel is niet te lezen ({fout}).")
                continue
            if not any(cellen):
                continue
            try:
                yield self.rij(self._waarden(cellen))
            except Fout as fout:
                yield Rijfout(self.regel, fout.kolom, fout.waarde, fout.reden)

    @property
    def regel(self) -> int:
        return self.lezer.line_num + 1

    def _waarden(self, cellen: list[str]) -> dict[str, str]:
        if len(cellen) != len(self.kop):
            reden = f"Deze regel heeft {len(cellen)} kolommen; de eerste heeft er {len(self.kop)}."
            raise Fout("", "", reden)
        return {naam: schoon(naam, cel) for naam, cel in zip(self.kop, cellen, strict=True)}


def schoon(kolom: str, cel: str) -> str:
    """Clean white space; no character that nobody sees, and no bytes that are not UTF-8."""
    if not cel.isascii() or "  " in cel:
        cel = namen.opschonen(cel)
    cel = cel.strip()
    if cel.startswith("'") and cel[1:].startswith(FORMULE):
        cel = cel[1:]  # our own quote, of a file that comes back: see `veilig`
    if not cel.isprintable():
        raise Fout(kolom, cel, "Er staat een onzichtbaar teken in, of het bestand is geen UTF-8.")
    return cel


def datum(kolom: str, waarde: str) -> date | None:
    """dd-mm-jjjj or jjjj-mm-dd; empty is None. Raises: Fout."""
    if not waarde:
        return None
    try:
        if gevonden := DATUM.fullmatch(waarde):
            return date(int(gevonden["jaar"]), int(gevonden["maand"]), int(gevonden["dag"]))
        return date.fromisoformat(waarde)
    except ValueError as fout:
        raise Fout(kolom, waarde, "Dit is geen datum. Schrijf dd-mm-jjjj.") from fout


def veilig(waarde: object) -> str:
    """A cell to write that a spreadsheet will not take for a formula."""
    tekst = str(waarde).replace("\0", "")
    return f"'{tekst}" if tekst.startswith(FORMULE) else tekst
