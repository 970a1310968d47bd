"""Making tables of safe cells: one row per period, per value, or per indicator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .. import notatie
from ..indicatoren import ALLEEN_VERWIJZER, INDICATOREN, TITELS, Definitie, Dimensie
from ..periodes import Periode, Soort
from ..tabellen import Cel, Maat, Rij, VeiligeTabel
from .cijfers import Cijfers
from .namen import ROUTES, namen

BRON = "dit portaal"
ZINNEN = {Dimensie.WAAR: "Waar mensen werken", Dimensie.STAP: "Van welk document naar welke stap"}


@dataclass(frozen=True)
class Keuze:
    """Wat de lezer koos: één periode, één route of alle, en waarnaar uitgesplitst."""

    periode: Periode
    vandaag: date
    route: str = ""
    uitsplitsing: str = ""

    @property
    def wat(self) -> str:
        """`3e kwartaal 2026`, met de route erbij als die gekozen is."""
        route = f", {ROUTES[self.route]}" if self.route else ""
        return f"{self.periode.titel}{route}"


def definitie(indicator: str) -> Definitie:
    """De definitie bij `I16-12`."""
    return INDICATOREN[indicator.partition("-")[0]]


def tabel(
    naam: str, keuze: Keuze, rijen: Iterable[tuple[str, Sequence[Cel]]], *, titel: str,
    conclusie: str, kopkolom: str, kolommen: Sequence[str], maat: Maat = Maat.AANTAL,
    uitleg: str = "",
) -> VeiligeTabel:  # fmt: skip
    """Een tabel van veilige cellen over de gekozen periode."""
    return VeiligeTabel(
        naam=naam, titel=f"{titel}, {keuze.wat}", conclusie=conclusie, kopkolom=kopkolom,
        kolommen=tuple(kolommen), rijen=tuple(Rij(kop, tuple(cellen)) for kop, cellen in rijen),
        peildatum=keuze.periode.peildatum(keuze.vandaag), maat=maat, bron=BRON, uitleg=uitleg,
    )  # fmt: skip


def uitsplitsing(
    cijfers: Cijfers, keuze: Keuze, indicator: str, dimensie: str, maat: Maat = Maat.AANTAL
) -> VeiligeTabel:
    """Eén indicator naar de waarden van een dimensie, het grootste eerst."""
    waarden = cijfers.waarden(indicator, keuze.periode, dimensie)
    heet = namen(dimensie, waarden)
    cellen = {
        waarde: cijfers.cel(indicator, keuze.periode, "", dimensie, waarde) for waarde in waarden
    }
    gesorteerd = sorted(waarden, key=lambda waarde: _rang(cellen[waarde], heet.get(waarde, "")))
    rijen = [(heet.get(waarde, waarde), [cellen[waarde]]) for waarde in gesorteerd]
    soort = definitie(indicator)
    leeg = _waarom_leeg(dimensie, cijfers.cel(indicator, keuze.periode))
    kop = ZINNEN.get(dimensie) or f"{soort.titel} per {TITELS[dimensie].lower()}"
    alle = Keuze(keuze.periode, keuze.vandaag)
    return tabel(
        f"{indicator}-{dimensie}".lower().replace("_", "-"), alle, rijen,
        titel=kop, conclusie=f"{kop}." if maat is Maat.DAGEN else _grootste(rijen, kop, leeg),
        kopkolom=TITELS[dimensie], kolommen=[soort.titel], maat=maat,
    )  # fmt: skip


def _rang(cel: Cel, naam: str) -> tuple:
    return (-cel.teller.waarde if cel.getoond else 1, naam)


def _waarom_leeg(dimensie: str, geheel: Cel) -> str:
    """Nobody there, too early, or not recorded: a gemeente may keep no doelgroepen."""
    if not geheel.getoond:
        return str(geheel.teller)
    if dimensie in ALLEEN_VERWIJZER:
        return notatie.NIET_GEMETEN
    return "in deze periode is er niets te tellen"


def _grootste(rijen: Sequence[tuple[str, Sequence[Cel]]], kop: str, leeg: str) -> str:
    alle = [(naam, cellen[0]) for naam, cellen in rijen]
    getoond = [(naam, cel) for naam, cel in alle if cel.getoond and cel.teller.waarde]
    if not rijen:
        return f"{kop}: {leeg}."
    if not getoond:
        return f"{kop}: {notatie.TE_WEINIG}."
    naam, cel = getoond[0]
    return f"{kop}: het meest {naam[0].lower() + naam[1:]}, {cel}."


def over_tijd(
    cijfers: Cijfers, keuze: Keuze, indicator: str, perioden: Sequence[Periode], *,
    maat: Maat = Maat.AANTAL,
) -> VeiligeTabel:  # fmt: skip
    """Eén indicator over opeenvolgende periodes."""
    rijen = [
        (_kort(periode), [cijfers.cel(indicator, periode, keuze.route)]) for periode in perioden
    ]
    soort = definitie(indicator)
    return tabel(
        f"{indicator}-tijd".lower(), keuze, rijen, titel=f"{soort.titel} over tijd",
        conclusie=_laatste(rijen[-1][1][0], soort.titel, perioden[-1], maat), kopkolom="Periode",
        kolommen=[cijfers.kijker.naam], maat=maat,
    )  # fmt: skip


def _laatste(cel: Cel, titel: str, periode: Periode, maat: Maat) -> str:
    lidwoord = "het " if periode.soort == Soort.KWARTAAL else ""
    if maat is not Maat.DAGEN:
        return f"{titel} in {lidwoord}{periode.titel}: {cel}."
    if cel.kwartielen is None:
        return f"{titel} in {lidwoord}{periode.titel}: {notatie.TE_WEINIG}."
    dagen = notatie.dagen(cel.kwartielen[1])
    return f"In {lidwoord}{periode.titel} begon de helft binnen {dagen} na de aanmelding."


def _kort(periode: Periode) -> str:
    """So short that eight of them fit under a chart."""
    if periode.soort != Soort.KWARTAAL:
        return periode.titel
    return f"K{periode.code[-1]} {periode.begin.year}"
