"""The page for the council: six figures over a whole year, each with what it is for."""

from dataclasses import dataclass, field
from decimal import Decimal

from .. import notatie
from ..models import Duiding, EigenOpgave
from ..periodes import Periode, jaar, jaren
from ..publiek import Publiek
from ..rules.kijkers import Kijker
from ..tabellen import Cel
from .cijfers import Cijfers, volledigheid
from .tabel import definitie

# Code and what the organisatie wants with it. Chosen for who decides, not for who runs it.
DOELEN = {
    "I01": "Meer mensen vinden de weg naar leren op het werk.",
    "I04": "Wie een plek heeft, begint ook.",
    "I09": "Wie begint, haalt een bewijs dat telt.",
    "I10": "Zo min mogelijk mensen stoppen onderweg.",
    "I16-12": "Mensen hebben daarna werk.",
    "I19-12": "Mensen hebben geen uitkering meer nodig.",
}
KOSTEN_PER = {
    "I04": "start", "I09": "traject met een document", "I16-12": "mens met werk na 12 maanden",
}  # fmt: skip
TERUG = 4  # earlier years
WACHTEN = 2  # years back to look for one of which the outcome is known


@dataclass(frozen=True)
class Eerder:
    """Een eerder jaar: geteld, of een eigen opgave met de bron."""

    jaar: str
    tekst: str
    herkomst: str = ""


@dataclass(frozen=True)
class Raadscijfer:
    """Eén van de zes. `waarvan` zegt over wie het gaat als dat niet de organisatie zelf is."""

    code: str
    doel: str
    titel: str
    cel: Cel
    over: str
    waarvan: str = ""
    streven: str = notatie.NIET_INGEVULD
    eerder: list[Eerder] = field(default_factory=list)
    uitleg: str = ""

    @property
    def nummer(self) -> str:
        """`I16` van `I16-12`."""
        return self.code.partition("-")[0]


@dataclass(frozen=True)
class Raadsblad:
    """Alles op de pagina voor de raad, over één jaar."""

    kijker: Kijker
    jaar: Periode
    cijfers: list[Raadscijfer]
    kosten: EigenOpgave | None
    kosten_per: str
    volledigheid: Cel

    @property
    def kosten_tekst(self) -> str:
        """Hele euro's, of leeg."""
        return notatie.getal(self.kosten.waarde) if self.kosten else ""


def raadsblad(kijker: Kijker, periode: Periode, organisatie) -> Raadsblad:
    """De zes cijfers over een heel jaar, zoals iedereen ze mag zien.

    Te weinig mensen in een jaar: dan twee tot vier jaren samen, en anders de rest van de regio.
    """
    openbaar = kijker.als(Publiek.OPENBAAR)
    perioden = _perioden(periode)
    eigen = Cijfers(openbaar, DOELEN, perioden)
    regio = Cijfers(kijker.regio_zonder, DOELEN, perioden) if kijker.regio_zonder else None
    opgaven = _opgaven(organisatie)
    duidingen = {
        duiding.code: duiding.tekst
        for duiding in Duiding.objects.nu().filter(organisatie=organisatie, periode=periode.code)
    }
    cijfers = [_cijfer(code, periode, eigen, regio, opgaven, duidingen) for code in DOELEN]
    kosten = opgaven.get((EigenOpgave.Soort.KOSTEN, "", periode.code))
    per = _kosten_per(kosten, eigen, periode) if kosten else ""
    return Raadsblad(kijker, periode, cijfers, kosten, per, volledigheid(openbaar, periode))


def _kosten_per(kosten: EigenOpgave, eigen: Cijfers, periode: Periode) -> str:
    """I22, reckoned from the numbers on this page and so no more precise than they are."""
    delen = [
        f"€ {notatie.getal(notatie.afronden(kosten.waarde / aantal.waarde, -2))} per {waarvoor}"
        for code, waarvoor in KOSTEN_PER.items()
        if (aantal := eigen.cel(code, periode).teller).getoond and aantal.waarde
    ]
    return f"Dat is ongeveer {', '.join(delen)}." if delen else ""


def _perioden(periode: Periode) -> list[Periode]:
    dit = periode.begin.year
    losse = [jaar(dit - terug) for terug in range(TERUG + WACHTEN + 1)]
    samen = [
        jaren(eind - aantal + 1, eind)
        for eind in range(dit - WACHTEN, dit + 1) for aantal in (2, 3, 4)
    ]  # fmt: skip
    return [*losse, *samen]


def _opgaven(organisatie) -> dict[tuple[str, str, str], EigenOpgave]:
    rijen = EigenOpgave.objects.ingevuld().filter(organisatie=organisatie)
    return {(rij.soort, rij.code, rij.periode): rij for rij in rijen}


def _cijfer(code, periode, eigen, regio, opgaven, duidingen) -> Raadscijfer:
    cel, gekozen, waarvan = _best(code, periode, eigen, regio)
    nummer = code.partition("-")[0]
    streven = opgaven.get((EigenOpgave.Soort.STREVEN, nummer, periode.code))
    return Raadscijfer(
        code=code, doel=DOELEN[code], titel=definitie(code).titel, cel=cel, over=gekozen.titel,
        waarvan=waarvan, streven=_getal(streven.waarde, code) if streven else notatie.NIET_INGEVULD,
        eerder=_eerder(code, gekozen, eigen, opgaven), uitleg=duidingen.get(nummer, ""),
    )  # fmt: skip


def _best(code, periode, eigen, regio) -> tuple[Cel, Periode, str]:
    """The year itself; too small: two to four, or the rest of the region; not ripe: a year back."""
    for terug in range(WACHTEN + 1):
        laatste = periode.begin.year - terug
        keuzes = [jaar(laatste), *(jaren(laatste - aantal + 1, laatste) for aantal in (2, 3, 4))]
        for gekozen in keuzes:
            cel = eigen.cel(code, gekozen)
            if _leesbaar(cel):
                return cel, gekozen, ""
        if regio and _leesbaar(cel := regio.cel(code, keuzes[0])):
            return cel, keuzes[0], regio.kijker.naam
    return eigen.cel(code, periode), periode, ""


def _leesbaar(cel: Cel) -> bool:
    return cel.getoond and (cel.noemer is None or cel.heeft_verhouding)


def _eerder(code, gekozen, eigen, opgaven) -> list[Eerder]:
    nummer, uit = code.partition("-")[0], []
    for terug in range(1, TERUG + 1):
        welk = jaar(gekozen.eind.year - terug)
        opgave = opgaven.get((EigenOpgave.Soort.EERDER_JAAR, nummer, welk.code))
        cel = eigen.cel(code, welk)
        if _leesbaar(cel):
            uit.append(Eerder(welk.code, cel.kop))
        elif opgave:
            uit.append(Eerder(welk.code, _getal(opgave.waarde, code), opgave.herkomst))
        else:
            uit.append(Eerder(welk.code, notatie.NIET_INGEVULD if not cel.verborgen else str(cel)))
    return uit


def _getal(waarde: Decimal, code: str) -> str:
    tekst = notatie.getal(waarde.normalize() if waarde % 1 else int(waarde), 1 if waarde % 1 else 0)
    return f"{tekst}%" if definitie(code).heeft_noemer else tekst
