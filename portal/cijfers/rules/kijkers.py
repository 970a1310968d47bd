"""Whose figures somebody reads, and as what kind of reader. Design of our own."""

from dataclasses import dataclass
from datetime import date

from trajecten.models import Gemeente, Lidmaatschap, Organisatie, Rol

from ..models import Voor
from ..publiek import Publiek

LEZERS = {
    Organisatie.Soort.GEMEENTE: {Rol.BELEID},
    Organisatie.Soort.INSTELLING: {Rol.BELEID, Rol.COORDINATOR},
    Organisatie.Soort.SOCIAAL_WERKBEDRIJF: {Rol.BELEID},
}


@dataclass(frozen=True)
class Kijker:
    """Wie kijkt: de cijfers van wie (`soort`, `pk`), met welke drempel, en onder welke naam.

    `regio` en `gemeente` alleen bij een gemeente; `opgegaan_in` als die nu onder een andere telt.
    """

    soort: Voor
    pk: int
    naam: str
    publiek: Publiek
    gemeente: Gemeente | None = None
    opgegaan_in: Gemeente | None = None

    def als(self, publiek: Publiek) -> "Kijker":
        """Dezelfde cijfers, zoals een ander soort publiek ze ziet."""
        return Kijker(self.soort, self.pk, self.naam, publiek, self.gemeente, self.opgegaan_in)

    @property
    def regio_zonder(self) -> "Kijker | None":
        """De arbeidsmarktregio zonder deze gemeente zelf, om mee te vergelijken."""
        if self.gemeente is None:
            return None
        naam = f"de rest van de regio {self.gemeente.regio.naam}"
        return Kijker(Voor.REGIO_ZONDER, self.pk, naam, Publiek.PARTNER)


def kijker_van(lid: Lidmaatschap, vandaag: date) -> Kijker | None:
    """De cijfers die dit lid mag lezen: alleen die van de eigen organisatie. None: geen."""
    organisatie = lid.organisatie
    if organisatie is None or lid.rol not in LEZERS.get(organisatie.soort, ()):
        return None
    if organisatie.soort != Organisatie.Soort.GEMEENTE:
        return Kijker(Voor(organisatie.soort), organisatie.pk, organisatie.naam, Publiek.EIGEN)
    if organisatie.gemeente is None:
        return None
    nu = _nu(organisatie.gemeente, vandaag)
    return Kijker(
        Voor.GEMEENTE, nu.pk, str(nu), Publiek.EIGEN, nu,
        nu if nu != organisatie.gemeente else None,
    )  # fmt: skip


def _nu(gemeente: Gemeente, vandaag: date) -> Gemeente:
    """A gemeente that merged counts under the one it merged into."""
    while gemeente.opvolger and gemeente.eind and gemeente.eind < vandaag:
        gemeente = gemeente.opvolger
    return gemeente
