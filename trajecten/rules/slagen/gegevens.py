"""What the passing rules need to know, and what they answer: plain values, no database."""

from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

JA, NEE, ONBEKEND = "ja", "nee", "onbekend"
VOLDOET, VOLDOET_NIET, EXAMENCOMMISSIE = "voldoet", "voldoet_niet", "examencommissie"
UITKOMSTEN = {
    VOLDOET: "voldoet",
    VOLDOET_NIET: "voldoet nog niet",
    EXAMENCOMMISSIE: "aan de examencommissie",
}
# From worst to best: the outcome never moves to the right when a mark drops.
VOLGORDE = (VOLDOET_NIET, EXAMENCOMMISSIE, VOLDOET)
POSITIEF, DEELS, NEGATIEF = "positief", "deels", "negatief"
MIDDENKADER, SPECIALIST = "middenkader", "specialist"


@dataclass(frozen=True)
class Waardering:
    """Een cijfer of een woord; leeg is: nog niets. `vrijgesteld`: de examencommissie verleende een
    vrijstelling, het cijfer of woord is dan het eerdere resultaat (EKB 3b lid 3).
    """

    cijfer: Decimal | None = None
    woord: str = ""
    vrijgesteld: bool = False

    @property
    def leeg(self) -> bool:
        return self.cijfer is None and not self.woord and not self.vrijgesteld


NIETS = Waardering()


@dataclass(frozen=True)
class Kerntaak:
    code: str
    titel: str
    waardering: Waardering = NIETS


@dataclass(frozen=True)
class Keuzedeel:
    """`klokuren` is None als de studielast niet bekend is; `telt_mee` voor de minimale last."""

    code: str
    naam: str
    klokuren: int | None
    waardering: Waardering = NIETS
    telt_mee: bool = True


@dataclass(frozen=True)
class Generiek:
    """Nederlands, rekenen of Engels: centraal examen en instellingsexamen, of het eindcijfer."""

    eind: Waardering = NIETS
    ce: Waardering = NIETS
    ie: Waardering = NIETS
    niveau: str = ""

    @property
    def leeg(self) -> bool:
        return self.eind.leeg and self.ce.leeg and self.ie.leeg


@dataclass(frozen=True)
class Schoolregels:
    """Wat een instelling zelf vaststelt, en wie dat wanneer besloot.

    `gemiddelde_afronden`: None is niet vastgesteld. `woordtabel`: paren van woord en heel cijfer.
    `certificaat_minimum`: None is de standaard van dit portaal, 5,5 per onderdeel.
    """

    nederlands_minimum: int | None = None
    gemiddelde_afronden: bool | None = None
    woordtabel: tuple[tuple[str, int], ...] = ()
    certificaat_minimum: Decimal | None = None
    certificaat_compensatie: bool = False
    levensbeschouwelijk: bool = False
    besloten: str = ""  # "Directie Roc Voorbeeld, 1 september 2026"

    @property
    def bron(self) -> str:
        return f"schoolregel ({self.besloten})" if self.besloten else "schoolregel"


@dataclass(frozen=True)
class Diplomastand:
    """Alles wat voor een diploma telt. `begin` is de eerste dag van het eerste studiejaar;
    `soort` zegt bij niveau 4 middenkader of specialist, leeg is niet bekend.
    """

    niveau: int
    begin: date | None
    kerntaken: tuple[Kerntaak, ...]
    nederlands: Generiek = Generiek()
    rekenen: Generiek = Generiek()
    engels: Generiek = Generiek()
    loopbaan: Waardering = NIETS
    burgerschap: Waardering = NIETS
    keuzedelen: tuple[Keuzedeel, ...] = ()
    bpv: str = ""
    soort: str = ""
    regels: Schoolregels = Schoolregels()
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Examendeel:
    """Een onderdeel van het examen van een certificaat; `op` is de dag van het resultaat."""

    naam: str
    waardering: Waardering
    op: date | None = None


@dataclass(frozen=True)
class Certificaatstand:
    """Alles wat voor een mbo-certificaat telt: werkvloer, lessen en examen.

    `werkprocessen`: code en titel met of het eindoordeel ja is; leeg als de bpv geen deel is.
    """

    werkprocessen: tuple[tuple[str, bool], ...] = ()
    met_bpv: bool = True
    lessen: tuple[Examendeel, ...] = ()
    onderdelen: tuple[Examendeel, ...] = ()
    regels: Schoolregels = Schoolregels()
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Antwoord:
    """Het antwoord van één regel: `voldaan` is ja, nee of onbekend, met de getallen en de bron."""

    regel: str
    voldaan: str
    zin: str
    bron: str
    getallen: str = ""
    schoolregel: bool = False


@dataclass(frozen=True)
class Toets:
    """De uitkomst en het antwoord van elke regel. Een advies: de examencommissie beslist.

    `examenplan` en `eindcijfer` zijn van een certificaat: de regel in één zin, en het gemiddelde
    met het hele cijfer; leeg als er niets te rekenen is.
    """

    antwoorden: tuple[Antwoord, ...]
    opmerkingen: tuple[str, ...] = field(default=())
    examenplan: str = ""
    eindcijfer: str = ""

    @property
    def uitkomst(self) -> str:
        gegeven = {antwoord.voldaan for antwoord in self.antwoorden}
        if NEE in gegeven:
            return VOLDOET_NIET
        return EXAMENCOMMISSIE if ONBEKEND in gegeven else VOLDOET

    @property
    def redenen(self) -> tuple[str, ...]:
        """Waarom het nog niet voldoet, of niet te berekenen is."""
        return tuple(a.zin for a in self.antwoorden if a.voldaan != JA)

    def als_json(self) -> dict[str, Any]:
        """Om bij een voordracht te bewaren: uitkomst, antwoorden, opmerkingen."""
        return {
            "uitkomst": self.uitkomst,
            "antwoorden": [asdict(antwoord) for antwoord in self.antwoorden],
            "opmerkingen": list(self.opmerkingen),
        }
