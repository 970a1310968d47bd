"""What counts of the recorded results, and what this route still asks.

Which attempt counts: the highest. EKB 8 says so of the centraal examen; for every other onderdeel
it is our own rule, the same one. The passing rules themselves stand in slagen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from ..models import Deel, Onderdeel, Resultaat, Route, Traject, Vrijstellingsverzoek, Woord
from ..models.kwalificaties import codesleutel

VOLDOENDE = frozenset(
    {Woord.VOLDOENDE, Woord.RUIM_VOLDOENDE, Woord.GOED, Woord.ZEER_GOED, Woord.UITMUNTEND,
     Woord.VOLDAAN}
)  # fmt: skip
ONVOLDOENDE = frozenset(Woord) - VOLDOENDE
GRENS = Decimal("5.5")
# From low to high; voldaan and niet voldaan are a scale of their own.
RANG = {woord: plek for plek, woord in enumerate([Woord.NIET_VOLDAAN, *Woord])}
# Minimum load of keuzedelen by niveau (EKB 17d). At niveau 4 a specialist needs 240.
KLOKUREN_NODIG = {1: 240, 2: 480, 3: 720, 4: 720}
# These carry their own name: two lessen are two onderdelen, not two attempts.
EIGEN_NAAM = (
    Onderdeel.CERTIFICAATEXAMEN, Onderdeel.LES, Onderdeel.VOORTGANGSTOETS, Onderdeel.OVERIG,
)  # fmt: skip
VOLGORDE = {onderdeel: plek for plek, onderdeel in enumerate(Onderdeel)}


@dataclass(frozen=True)
class Onderdeelstand:
    """Alle geldige pogingen van één onderdeel (of deel daarvan), oudste eerst; minstens één."""

    pogingen: tuple[Resultaat, ...]

    @property
    def telt(self) -> Resultaat:
        """De poging die telt: de hoogste.

        Staan er cijfers en woorden door elkaar, dan zijn die niet te vergelijken: dan telt de
        laatste voldoende poging, en anders de laatste.
        """
        if len({bool(poging.woord) for poging in self.pogingen}) == 1:
            return max(self.pogingen, key=_hoogte)
        goed = [poging for poging in self.pogingen if is_voldoende(poging)]
        return (goed or self.pogingen)[-1]

    @property
    def onderdeel(self) -> Onderdeel:
        return Onderdeel(self.telt.onderdeel)

    @property
    def deel(self) -> str:
        return self.telt.deel

    @property
    def code(self) -> str:
        return self.telt.code

    @property
    def naam(self) -> str:
        return self.telt.naam

    @property
    def bevestigd(self) -> bool:
        """Nee: de code is niet bekend, en dit onderdeel wordt nooit gedrukt."""
        return self.telt.bevestigd

    @property
    def is_voldoende(self) -> bool:
        return is_voldoende(self.telt)

    @property
    def is_herkanst(self) -> bool:
        return len(self.pogingen) > 1


def is_voldoende(resultaat: Resultaat) -> bool:
    """5,5 of hoger, of een woord vanaf voldoende; een uitslag in eigen woorden is dat nooit."""
    if resultaat.cijfer is not None:
        return resultaat.cijfer >= GRENS
    return resultaat.woord in VOLDOENDE


def _hoogte(poging: Resultaat) -> tuple:
    """Sorts by mark or word; of two alike the last one counts."""
    return (poging.cijfer or 0, RANG.get(poging.woord, -1), poging.gebeurd_op, poging.volgnummer)


def geldige_resultaten(traject: Traject) -> list[Resultaat]:
    """De resultaten die niet verbeterd en niet ingetrokken zijn, in de volgorde van het papier."""
    rijen = traject.resultaten.geldig().select_related("door__gebruiker", "namens__gebruiker")
    return sorted(rijen, key=_plek)


def _plek(rij: Resultaat) -> tuple:
    return (*_sleutel(rij), rij.gebeurd_op, rij.volgnummer)


def _sleutel(rij: Resultaat) -> tuple:
    """What makes two results attempts at the same thing."""
    eigen = rij.deel == Deel.DEELEXAMEN or rij.onderdeel in EIGEN_NAAM
    naam = rij.naam.casefold() if eigen else ""
    return VOLGORDE[Onderdeel(rij.onderdeel)], codesleutel(rij.code), rij.deel, naam


def standen(resultaten: Iterable[Resultaat]) -> list[Onderdeelstand]:
    """Per onderdeel zijn pogingen, in de volgorde van het papier. Zie `Onderdeelstand.telt`."""
    gesorteerd = sorted(resultaten, key=_plek)
    return [Onderdeelstand(tuple(rijen)) for _, rijen in groupby(gesorteerd, _sleutel)]


def tellende_resultaten(traject: Traject) -> list[Resultaat]:
    """Per onderdeel de poging die telt, ook onvoldoende en niet bevestigde."""
    return [stand.telt for stand in standen(geldige_resultaten(traject))]


def nog_open(traject: Traject, gedaan: list[Onderdeelstand]) -> dict[Onderdeel, list[str]]:
    """Per onderdeel wat deze route nog vraagt, in woorden; leeg is: hier is alles voldoende.

    Een verleende vrijstelling sluit een onderdeel (EKB 3b). Een advies: de slagingsregels en de
    examencommissie gaan voor.
    """
    if traject.route == Route.CERTIFICAAT:
        return {Onderdeel.CERTIFICAATEXAMEN: _open_certificaat(gedaan, vrijgesteld(traject))}
    if traject.route != Route.DIPLOMA or traject.kwalificatie is None:
        return {}
    vrij = vrijgesteld(traject)
    klaar = {(s.onderdeel, s.code, s.deel) for s in gedaan if s.is_voldoende} | vrij
    af = {(s.onderdeel, s.deel) for s in gedaan} | {(o, deel) for o, _, deel in vrij}
    niveau = traject.kwalificatie.niveau
    open_ = {
        Onderdeel.KERNTAAK: [
            f"{taak.code} {taak.titel}"
            for taak in traject.kwalificatie.kerntaken()
            if (Onderdeel.KERNTAAK, taak.code, "") not in klaar
        ],
        Onderdeel.NEDERLANDS: _open_taal(Onderdeel.NEDERLANDS, af, niveau),
        Onderdeel.REKENEN: _open(Onderdeel.REKENEN, af),
        Onderdeel.ENGELS: _open_taal(Onderdeel.ENGELS, af, niveau) if niveau == 4 else [],
        Onderdeel.KEUZEDEEL: _open_keuzedelen(gedaan, vrij, niveau),
    }
    for onderdeel in (Onderdeel.LOOPBAAN, Onderdeel.BURGERSCHAP):
        open_[onderdeel] = [] if (onderdeel, "", "") in klaar else [f"{onderdeel.label}: voldaan"]
    return open_


def vrijgesteld(traject: Traject) -> set[tuple[Onderdeel, str, str]]:
    """(onderdeel, code, deel) waarvoor de examencommissie vrijstelling verleende."""
    verleend = Vrijstellingsverzoek.objects.filter(
        traject=traject, besluit__uitkomst="verleend"
    ).values_list("onderdeel", "code", "deel")
    return {(Onderdeel(onderdeel), code, deel) for onderdeel, code, deel in verleend}


def _open(onderdeel: Onderdeel, af: set) -> list[str]:
    return [] if (onderdeel, "") in af else [f"{onderdeel.label}: eindresultaat"]


def _open_taal(onderdeel: Onderdeel, af: set, niveau: int) -> list[str]:
    """The end mark, or the two marks it is the mean of; entree has no centraal examen."""
    delen = [Deel.INSTELLING] if niveau == 1 else [Deel.CENTRAAL, Deel.INSTELLING]
    if (onderdeel, "") in af:
        return []
    return [f"{onderdeel.label}: {deel.label}" for deel in delen if (onderdeel, deel) not in af]


def _open_keuzedelen(gedaan: list[Onderdeelstand], vrij: set, niveau: int) -> list[str]:
    rijen = [
        stand.telt
        for stand in gedaan
        if stand.onderdeel == Onderdeel.KEUZEDEEL and not stand.deel
        if stand.telt.telt_mee and stand.bevestigd
    ]
    uren = sum(rij.klokuren or 0 for rij in rijen)
    uren_nodig = KLOKUREN_NODIG[niveau]
    if uren >= uren_nodig or any(onderdeel == Onderdeel.KEUZEDEEL for onderdeel, *_ in vrij):
        return []
    zinnen = [f"Keuzedelen: {uren} van {uren_nodig} klokuren"]
    return zinnen + [f"Vul de klokuren van {rij.code} in" for rij in rijen if rij.klokuren is None]


def _open_certificaat(gedaan: list[Onderdeelstand], vrij: set) -> list[str]:
    if any(onderdeel == Onderdeel.CERTIFICAATEXAMEN for onderdeel, *_ in vrij):
        return []
    examens = [stand for stand in gedaan if stand.onderdeel == Onderdeel.CERTIFICAATEXAMEN]
    if not examens:
        return ["Het examen: elk onderdeel uit het examenplan"]
    return [f"{stand.naam}: nog niet voldoende" for stand in examens if not stand.is_voldoende]
