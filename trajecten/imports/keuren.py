"""What judging a file line by line comes to."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ..rules import HOOGUIT_REGELS, Bezwaar
from .tabel import Onbruikbaar, Rijfout, Tabel, veilig


@dataclass(frozen=True)
class Gekeurd:
    """Eén regel: wat erop staat, wat ermee gebeurt en waarom. `gegeven` is wat geschreven wordt."""

    NIEUW: ClassVar[str] = "nieuw"
    GEWIJZIGD: ClassVar[str] = "gewijzigd"
    GELIJK: ClassVar[str] = "gelijk"
    FOUT: ClassVar[str] = "fout"
    UITKOMSTEN: ClassVar[tuple[str, ...]] = ("nieuw", "gewijzigd", "gelijk", "fout")

    regel: int
    wat: str
    uitkomst: str
    reden: str = ""
    gegeven: Any = None

    @property
    def schrijven(self) -> bool:
        return self.uitkomst in (self.NIEUW, self.GEWIJZIGD)

    @property
    def in_woorden(self) -> dict[str, Any]:
        return {
            "regel": self.regel, "wat": self.wat, "uitkomst": self.uitkomst, "reden": self.reden,
        }  # fmt: skip


@dataclass(frozen=True)
class Gelezen:
    """Een bestand, gelezen: de goede rijen, de regels die niet te lezen zijn, en wat over is."""

    rijen: list[Any]
    mis: list[Gekeurd]
    ongebruikt: list[str]


def lezen(lezer: type[Tabel], inhoud: bytes, hooguit: int = HOOGUIT_REGELS) -> Gelezen:
    """Alle regels, nog niet beoordeeld. Raises: Bezwaar als het bestand niet te lezen is."""
    try:
        tabel = lezer(io.StringIO(als_tekst(inhoud), newline=""))
    except Onbruikbaar as fout:
        raise Bezwaar(str(fout)) from fout
    rijen: list[Any] = []
    for rij in tabel:
        rijen.append(rij)
        if len(rijen) > hooguit:
            raise Bezwaar(f"Dit bestand heeft meer dan {hooguit} regels. Knip het in stukken.")
    if not rijen:
        raise Bezwaar("Er staan geen regels in dit bestand. Onder de kop komt één regel per rij.")
    mis = [
        Gekeurd(rij.regel, rij.waarde, Gekeurd.FOUT, f"{rij.kolom}: {rij.reden}".lstrip(": "))
        for rij in rijen
        if isinstance(rij, Rijfout)
    ]
    return Gelezen([r for r in rijen if not isinstance(r, Rijfout)], mis, tabel.ongebruikt)


def als_tekst(inhoud: bytes) -> str:
    """UTF-8, or what Excel on Windows writes. Raises: Bezwaar for anything but text."""
    if b"\0" in inhoud:
        raise Bezwaar("Dit is geen CSV-bestand. Bewaar het in Excel als “CSV UTF-8”.")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def verslag(gekeurd: Sequence[Gekeurd], ongebruikt: Sequence[str]) -> dict[str, Any]:
    """Wat er met elke regel gebeurt of gebeurde, in de volgorde van het bestand."""
    telling = Counter(regel.uitkomst for regel in gekeurd)
    return {
        **{uitkomst: telling[uitkomst] for uitkomst in Gekeurd.UITKOMSTEN},
        "ongebruikt": list(ongebruikt),
        "regels": [regel.in_woorden for regel in sorted(gekeurd, key=lambda een: een.regel)],
    }


def te_verbeteren(inhoud: bytes, redenen: Mapping[int, str], kolom: str) -> Iterator[list[str]]:
    """De kop en de regels met een reden, zoals ze aangeboden zijn, met de reden in `kolom`."""
    bestand = io.StringIO(als_tekst(inhoud), newline="")
    eerste = bestand.readline()
    teken = ";" if ";" in eerste else ","
    kop = next(csv.reader([eerste], delimiter=teken))
    namen = [naam.strip().lower() for naam in kop]
    plek = namen.index(kolom) if kolom in namen else len(namen)
    yield [*kop[:plek], kolom, *kop[plek + 1 :]]
    lezer = csv.reader(bestand, delimiter=teken)
    for cellen in lezer:
        if reden := redenen.get(lezer.line_num + 1):
            heel = cellen + [""] * (len(kop) - len(cellen))
            yield [veilig(cel) for cel in (*heel[:plek], reden, *heel[plek + 1 :])]
