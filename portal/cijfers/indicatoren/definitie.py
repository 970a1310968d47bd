"""What an indicator is: one frozen definition with its text, its version and how it is counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Q

from ..periodes import Periode, Soort, maanden_later
from .dimensies import Dimensie


class Vorm(StrEnum):
    """Hoe een cijfer over tijd gaat; twee vormen staan nooit in één grafiek."""

    STAND = "stand"  # on one day
    STROOM = "stroom"  # what happened within the period
    COHORT = "cohort"  # who began (or ended) in the period, followed until today


class Eenheid(StrEnum):
    TRAJECTEN = "trajecten"
    PERSONEN = "personen"
    WERKPROCESSEN = "werkprocessen"
    LEERBEDRIJVEN = "leerbedrijven"
    DAGEN = "dagen"
    VELDEN = "gegevens"
    EUROS = "euro's"


class Moment(NamedTuple):
    """Waarop geteld wordt: de peildatum van een stand, en de maand van een nazorgmeting (of 0)."""

    peildatum: date
    maand: int = 0


class Telling(NamedTuple):
    """Wie er tellen, als voorwaarden op een `Trajectfeit`.

    `erin`: wie in de periode meetellen (de noemer, waar er een is); `teller` en `onbekend` zijn
    daar een deel van. Onbekend telt nooit als nee: het staat naast de noemer, niet erin.
    """

    erin: Q
    teller: Q
    onbekend: Q | None = None


def altijd(telling: Telling) -> Callable[[Moment], Telling]:
    """Een telling die niet van de dag of de maand afhangt."""
    return lambda moment: telling


@dataclass(frozen=True)
class Definitie:
    """Eén indicator. Een andere manier van tellen is een nieuwe `versie`; de oude reeks blijft.

    `uitleg`: "Zo rekenen we", in gewone taal. `datum`: het veld van `Trajectfeit` dat een traject
    in een periode zet; leeg bij een stand. `som`: twee velden die opgeteld worden (teller, noemer)
    in plaats van trajecten. `uniek`: het veld waarvan de verschillende waarden geteld worden.
    `spreiding`: het veld (een duur) waarvan mediaan, P25 en P75 berekend worden.
    `volgen`: zoveel maanden na de periode kan het cijfer nog bewegen zonder dat er iets fout was.
    `gevoelig`: de uitsplitsing kan iets over iemands leven zeggen; zie de laag voor kleine
    aantallen. `alleen_verwijzer`: rust op wat de verwijzer vastlegde; een school krijgt het niet,
    en een gemeente of werkbedrijf alleen van wie zij zelf aanmeldde. `niet_gemeten`: waarom dit
    cijfer er nog niet is; leeg als het er is.
    """

    code: str
    titel: str
    uitleg: str
    vorm: Vorm
    teller: str
    noemer: str = ""
    eenheid: Eenheid = Eenheid.TRAJECTEN
    versie: int = 1
    datum: str = ""
    tellen: Callable[[Moment], Telling] | None = None
    dimensies: tuple[Dimensie, ...] = ()
    maanden: tuple[int, ...] = (0,)
    som: tuple[str, str] | None = None
    uniek: str = ""
    spreiding: str = ""
    personen: bool = False
    volgen: int = 0
    gevoelig: bool = False
    alleen_verwijzer: bool = False
    niet_gemeten: str = ""

    @property
    def heeft_noemer(self) -> bool:
        """Zonder noemer is het een aantal, en hoort er nooit een percentage bij."""
        return bool(self.noemer)

    def rijp_op(self, periode: Periode, maand: int = 0) -> date:
        """De eerste dag waarop iedereen van de periode `maand` maanden na het einde is."""
        return maanden_later(periode.eind, maand)

    def is_rijp(self, periode: Periode, vandaag: date, maand: int = 0) -> bool:
        """Of deze uitkomst over deze periode al iets kan zeggen; zonder maand altijd."""
        return not maand or self.rijp_op(periode, maand) <= vandaag

    def past_bij(self, periode: Periode) -> bool:
        """Een stand is op één dag, dus nooit over jaren samen."""
        return self.vorm != Vorm.STAND or periode.soort != Soort.JAREN
