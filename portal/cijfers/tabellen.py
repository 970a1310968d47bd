"""De vormen waarin cijfers door het portaal gaan: ruw geteld, en veilig om te tonen.

A `Telling` never leaves portal.cijfers. Only `kleine_aantallen.publiceren` makes a `Cel`, and
charts, templates and exports take a `VeiligeTabel` of them and nothing else.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from portal.cijfers import notatie
from portal.cijfers.intervallen import KLEIN, wilson

KOPCIJFER = 20  # below this a headline reads "8 van 23", without a percentage
AFGEROND_AANDEEL = 100  # from here on rounding to five moves a percentage by four points at most
MEDIAAN = 10  # below this no median, no P25 and no P75


class Sleutel(NamedTuple):
    """Waar een getal over gaat; gelijk voor de ruwe telling en de veilige cel."""

    indicator: str
    periode: str
    route: str = ""
    dimensie: str = ""
    waarde: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """Ruw aantal trajecten van één indicator in één periode. Verlaat portal.cijfers nooit.

    indicator: "I01".."I27" · periode: "2026-K3", "2026-H1", "2026" · route: "" is alle routes ·
    dimensie: "" is alles samen, anders "niveau", "sector", "kwalificatie", "leerbedrijf",
    "verwijzer", "doelgroep", "reden"... met in `waarde` de code · teller, noemer: gehele aantallen;
    noemer is None waar een indicator er geen heeft · kwartielen: (P25, mediaan, P75) van wat de
    teller telt, in hele dagen; bij een regio die van de aandelen van de gemeenten, in honderdsten
    van een procent, en dan pas vanaf tien gemeenten · mensen: om hoeveel mensen het gaat, waar
    iets anders dan trajecten geteld wordt (werkprocessen, weken, bedrijven); dan beslist dat ·
    gemeenten: uit hoeveel gemeenten dit aantal komt, bij een cijfer van een regio.
    """

    indicator: str
    periode: str
    teller: int
    noemer: int | None = None
    route: str = ""
    dimensie: str = ""
    waarde: str = ""
    kwartielen: tuple[int, int, int] | None = None
    mensen: int | None = None
    gemeenten: int | None = None

    def __post_init__(self) -> None:
        if self.teller < 0 or (self.noemer is not None and self.teller > self.noemer):
            raise ValueError(f"{self.sleutel}: {self.teller} van {self.noemer} kan niet")

    @property
    def sleutel(self) -> Sleutel:
        return Sleutel(self.indicator, self.periode, self.route, self.dimensie, self.waarde)


class Toestand(StrEnum):
    """Wat er over een aantal gezegd mag worden."""

    GETOOND = "getoond"
    KLEIN = "klein"  # 1 to K-1
    AFGEDEKT = "afgedekt"  # hidden to protect another one, or a whole group
    NIET_GEMETEN = "niet_gemeten"
    TE_VROEG = "te_vroeg"  # not everybody of the period is far enough yet


@dataclass(frozen=True, kw_only=True, slots=True)
class Aantal:
    """Eén getal om te tonen, of de reden waarom niet. `waarde` is None tenzij getoond."""

    toestand: Toestand
    waarde: int | None = None

    @property
    def getoond(self) -> bool:
        return self.toestand is Toestand.GETOOND

    def __str__(self) -> str:
        if self.getoond:
            return notatie.getal(self.waarde)
        if self.toestand is Toestand.NIET_GEMETEN:
            return notatie.NIET_GEMETEN
        if self.toestand is Toestand.TE_VROEG:
            return notatie.TE_VROEG
        # One text for both: who cannot tell them apart, can reckon with neither.
        return notatie.TE_WEINIG


@dataclass(frozen=True, kw_only=True, slots=True)
class Cel:
    """Veilig getal: `teller`, en waar de indicator die heeft de `noemer`. `stap`: afgerond waarop.

    Everything below is reckoned from what is shown, never from the raw count, so that a
    percentage gives nothing away that the numbers beside it do not.
    """

    sleutel: Sleutel
    teller: Aantal
    noemer: Aantal | None = None
    kwartielen: tuple[int, int, int] | None = None
    k: int
    stap: int = 1

    @classmethod
    def leeg(cls, sleutel: Sleutel, toestand: Toestand = Toestand.NIET_GEMETEN) -> "Cel":
        """Waar geen getal is: het wordt (nog) niet vastgelegd, of het is nog te vroeg."""
        return cls(sleutel=sleutel, teller=Aantal(toestand=toestand), k=1)

    def afgedekt(self) -> "Cel":
        """Dezelfde cel, maar dan met niets erin te zien."""
        weg = Aantal(toestand=Toestand.AFGEDEKT)
        return replace(self, teller=weg, noemer=self.noemer and weg, kwartielen=None)

    @property
    def verborgen(self) -> bool:
        """Of hier "te weinig mensen om te tonen" staat."""
        return self.teller.toestand in (Toestand.KLEIN, Toestand.AFGEDEKT)

    @property
    def getoond(self) -> bool:
        return self.teller.getoond

    @property
    def heeft_aandeel(self) -> bool:
        """Of er een percentage mag staan: beide getallen te zien, en de noemer minstens K.

        Of rounded numbers only from a hundred on: 19 of 22 would read 20 of 20, so 100%.
        """
        vanaf = max(self.k, 1) if self.stap == 1 else AFGEROND_AANDEEL
        return self.heeft_verhouding and self.noemer.waarde >= vanaf

    @property
    def heeft_verhouding(self) -> bool:
        """Of teller en noemer allebei te zien zijn."""
        return self.teller.getoond and self.noemer is not None and self.noemer.getoond

    @property
    def aandeel(self) -> Decimal | None:
        """Percentage 0 tot en met 100 in hele procenten, of None."""
        if not self.heeft_aandeel:
            return None
        return min(notatie.aandeel(self.teller.waarde, self.noemer.waarde), Decimal(100))

    @property
    def interval(self) -> tuple[float, float] | None:
        """Onder- en bovengrens (0 tot en met 1) waar de noemer onder 100 ligt, anders None."""
        if not self.heeft_aandeel or self.noemer.waarde >= KLEIN:
            return None
        return wilson(min(self.teller.waarde, self.noemer.waarde), self.noemer.waarde)

    @property
    def kop(self) -> str:
        """Voor een kopcijfer: onder de 20 `8 van 19` zonder percentage."""
        if self.stap == 1 and self.heeft_aandeel and self.noemer.waarde < KOPCIJFER:
            return notatie.van(self.teller.waarde, self.noemer.waarde)
        return str(self)

    def __str__(self) -> str:
        if not self.teller.getoond or self.noemer is None:
            return str(self.teller)
        if not self.noemer.getoond:
            # "0 van ..." with a hidden denominator would be half a sentence.
            return str(self.teller) if self.teller.waarde == 0 else str(self.noemer)
        tekst = notatie.van(self.teller.waarde, self.noemer.waarde)
        tekst = tekst if self.stap == 1 else f"ongeveer {tekst}"
        return f"{tekst} ({notatie.getal(self.aandeel)}%)" if self.heeft_aandeel else tekst


class Maat(StrEnum):
    """Wat een tabel vergelijkt, en dus wat een balk lang maakt."""

    AANTAL = "aantal"
    AANDEEL = "aandeel"
    DAGEN = "dagen"  # median, P25 and P75


@dataclass(frozen=True, slots=True)
class Rij:
    """Een regel: `kop` zoals getoond, en één cel per kolom."""

    kop: str
    cellen: tuple[Cel, ...]


class Vak(NamedTuple):
    """Een cel zoals hij in de tabel staat; `erbij` is de kleine regel eronder, of leeg."""

    kolom: str
    tekst: str
    erbij: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VeiligeTabel:
    """Tabel die getoond, getekend en uitgevoerd mag worden.

    naam: a-z, 0-9 en -, uniek op de pagina en in een bestand · titel: wat er geteld is ·
    conclusie: één zin die de grafiek laat zien, gemaakt van veilige cellen · kopkolom: kop boven
    de namen van de rijen · kolommen: één kop per cel · peildatum: tot en met welke dag geteld is ·
    maat: wat er vergeleken wordt · bron, uitleg: waar het vandaan komt en hoe het is gerekend.
    Raises: TypeError als er iets anders dan een Cel in staat, ValueError bij een scheve rij of een
    naam die geen id kan zijn.
    """

    naam: str
    titel: str
    conclusie: str
    kopkolom: str
    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    peildatum: date
    maat: Maat = Maat.AANTAL
    bron: str = ""
    uitleg: str = ""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", self.naam):
            raise ValueError(f"geen naam voor een tabel: {self.naam!r}")
        for rij in self.rijen:
            if not all(isinstance(cel, Cel) for cel in rij.cellen):
                raise TypeError(f"{self.naam}: {rij.kop} bevat iets dat niet veilig is")
            if len(rij.cellen) != len(self.kolommen):
                raise ValueError(f"{self.naam}: {rij.kop} past niet bij de kolommen")

    @property
    def iets_verborgen(self) -> bool:
        """Of er ergens "te weinig mensen om te tonen" staat."""
        return any(cel.verborgen for rij in self.rijen for cel in rij.cellen)

    @property
    def iets_getoond(self) -> bool:
        """Of er iets te tekenen is: minstens één getal dat getoond mag worden."""
        return any(cel.getoond for rij in self.rijen for cel in rij.cellen)

    @property
    def kan_toeval_zijn(self) -> bool:
        """Of er een aandeel in staat van minder dan honderd mensen."""
        alle = (cel for rij in self.rijen for cel in rij.cellen)
        return self.maat is Maat.AANDEEL and any(cel.interval for cel in alle)

    def lengte(self, cel: Cel) -> float | None:
        """Hoe lang de balk van deze cel is, in de maat van de tabel; None als er geen hoort."""
        match self.maat:
            case Maat.AANDEEL:
                return None if cel.aandeel is None else float(cel.aandeel)
            case Maat.DAGEN:
                return None if cel.kwartielen is None else cel.kwartielen[1]
        return cel.teller.waarde

    def tekst(self, cel: Cel) -> str:
        """De cel zoals hij in tabel en grafiek staat."""
        if self.maat is not Maat.DAGEN or not cel.getoond:
            return str(cel)
        if cel.kwartielen is None:
            return notatie.TE_WEINIG if cel.teller.waarde else notatie.NIEMAND
        return notatie.dagen(cel.kwartielen[1])

    def kort(self, cel: Cel) -> str:
        """Alleen het getal waar het om gaat: `62%`, `34 dagen` of `64`."""
        if self.maat is Maat.AANDEEL and cel.heeft_aandeel:
            return f"{notatie.getal(cel.aandeel)}%"
        return str(cel.teller) if self.maat is Maat.AANTAL else self.tekst(cel)

    def erbij(self, cel: Cel) -> str:
        """Hoe zeker een aandeel is, of hoe ver doorlooptijden uiteen liggen; anders leeg."""
        if self.maat is Maat.AANDEEL and cel.interval:
            onder, boven = (notatie.getal(100 * grens, 1) for grens in cel.interval)
            return f"{onder}–{boven}%"
        if self.maat is Maat.DAGEN and cel.kwartielen:
            begin, _, eind = map(notatie.getal, cel.kwartielen)
            return f"de helft tussen {begin} en {eind}, {cel.teller} mensen"
        return ""

    @property
    def regels(self) -> list[tuple[str, list[Vak]]]:
        """Voor de tabel op de pagina: per rij de kop en de vakken."""
        return [
            (
                rij.kop,
                [
                    Vak(kolom, self.tekst(cel), self.erbij(cel))
                    for kolom, cel in zip(self.kolommen, rij.cellen, strict=True)
                ],
            )
            for rij in self.rijen
        ]
