"""What a dossier holds, as read from any source and before anything is stored."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class WerkprocesGegeven:
    """Eén werkproces: samengestelde code, nette titel, titel zoals geleverd, eigen uitleg."""

    code: str
    titel: str
    titel_ruw: str = ""
    eigen_uitleg: str = ""


@dataclass(frozen=True)
class KerntaakGegeven:
    code: str
    titel: str
    titel_ruw: str = ""
    werkprocessen: tuple[WerkprocesGegeven, ...] = ()


@dataclass(frozen=True)
class KwalificatieGegeven:
    """Eén profiel van een dossier; de data zijn die van `creboinformatie`."""

    crebo: str
    naam: str
    niveau: int
    profiel: str = ""
    geldig_vanaf: date | None = None
    einde_instroom: date | None = None
    einde_opleiding: date | None = None
    vertrouwen: str = ""
    kerntaken: tuple[KerntaakGegeven, ...] = ()


@dataclass(frozen=True)
class DossierGegeven:
    """Eén dossierversie: basisdeel en profielen. Sleutel: nummer, crebo, geldig_vanaf."""

    crebo: str
    naam: str
    bron: str
    sbb_nr: str = ""
    versie: str = ""
    geldig_vanaf: date | None = None
    geldig_tot: date | None = None
    sectorkamer: str = ""
    basis: tuple[KerntaakGegeven, ...] = ()
    kwalificaties: tuple[KwalificatieGegeven, ...] = ()

    def telling(self) -> Counter[str]:
        """Hoeveel van elk soort dit dossier heeft."""
        kerntaken = [*self.basis, *(k for kw in self.kwalificaties for k in kw.kerntaken)]
        return Counter(
            dossiers=1,
            kwalificaties=len(self.kwalificaties),
            kerntaken=len(kerntaken),
            werkprocessen=sum(len(kerntaak.werkprocessen) for kerntaak in kerntaken),
        )


@dataclass
class Verslag:
    """Wat een import veranderde; leeg als alles er al zo stond."""

    toegevoegd: list[str] = field(default_factory=list)
    gewijzigd: list[str] = field(default_factory=list)
    verdwenen: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.toegevoegd or self.gewijzigd or self.verdwenen)

    def aantallen(self) -> dict[str, int]:
        return {
            "toegevoegd": len(self.toegevoegd),
            "gewijzigd": len(self.gewijzigd),
            "verdwenen": len(self.verdwenen),
        }

    def __iadd__(self, ander: "Verslag") -> "Verslag":
        self.toegevoegd += ander.toegevoegd
        self.gewijzigd += ander.gewijzigd
        self.verdwenen += ander.verdwenen
        return self
