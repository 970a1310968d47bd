"""Wat er in een rekenblad gaat: uitleg, begrippen en één tabel per blad."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.cijfers import notatie
from portal.cijfers.tabellen import VeiligeTabel
from portal.cijfers.uitvoer.ontwapenen import ontwapend
from portal.cijfers.uitvoer.raster import Waarde, raster

KOPREGEL = 3  # title in row 1, day of counting in row 2


@dataclass(frozen=True, slots=True)
class Blad:
    """naam: uniek, hoogstens 31 tekens · titel komt in A1, noot in A2 · kop in regel 3."""

    naam: str
    titel: str
    noot: str
    kop: list[str]
    regels: list[list[Waarde]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Werkmap:
    """Een set tabellen van één gemeente (of school, of werkbedrijf) op één peildatum.

    uitleg: (onderwerp, tekst) voor het blad Toelichting · begrippen: (begrip, betekenis).
    Raises: TypeError bij iets anders dan een VeiligeTabel.
    """

    gemeente: str
    indicatorset: str
    peildatum: date
    tabellen: tuple[VeiligeTabel, ...]
    uitleg: tuple[tuple[str, str], ...] = ()
    begrippen: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not all(isinstance(tabel, VeiligeTabel) for tabel in self.tabellen):
            raise TypeError("alleen een VeiligeTabel gaat het portaal uit")

    @property
    def naam(self) -> str:
        """Bestandsnaam zonder achtervoegsel: praktijkleren_utrecht_raad_2026-11-21."""
        return "_".join(
            ["praktijkleren", _kaal(self.gemeente), _kaal(self.indicatorset), f"{self.peildatum}"]
        )

    def bladen(self) -> Iterator[Blad]:
        """Toelichting, Begrippen, en dan per tabel een blad; alle tekst ontwapend."""
        yield _blad("Toelichting", "Toelichting", ["Onderwerp", "Uitleg"], self._toelichting())
        yield _blad("Begrippen", "Begrippen", ["Begrip", "Betekenis"], self.begrippen)
        for nummer, tabel in enumerate(self.tabellen, 1):
            kop, regels = raster(tabel)
            noot = f"Geteld tot en met {tabel.peildatum:%d-%m-%Y}. {tabel.uitleg}".strip()
            # Excel allows 31 characters; the number keeps two long names apart.
            yield _blad(f"{nummer} {tabel.naam}"[:31], tabel.titel, kop, regels, noot)

    def _toelichting(self) -> list[tuple[str, str]]:
        verborgen = (
            "Er zijn mensen, maar te weinig om het getal te laten zien, of het getal zou een"
        )
        return [
            ("Van", self.gemeente),
            ("Peildatum", f"{self.peildatum:%d-%m-%Y}"),
            ("0", "Er is niemand."),
            (notatie.TE_WEINIG, f"{verborgen} ander getal verraden."),
            (notatie.NIET_GEMETEN, "Dit wordt (nog) niet vastgelegd."),
            (notatie.TE_VROEG, "Nog niet iedereen van deze periode is zo ver."),
            ("Geen bewijs", "De cijfers laten zien wat er gebeurde, niet waardoor."),
            *self.uitleg,
        ]


def _blad(naam, titel, kop, regels, noot="") -> Blad:
    schoon = [[ontwapend(w) if isinstance(w, str) else w for w in regel] for regel in regels]
    return Blad(naam, ontwapend(titel), ontwapend(noot), [ontwapend(k) for k in kop], schoon)


def _kaal(tekst: str) -> str:
    """Zonder accenten, spaties en hoofdletters, want het komt in een bestandsnaam."""
    ascii_ = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_.lower()).strip("-") or "onbekend"
