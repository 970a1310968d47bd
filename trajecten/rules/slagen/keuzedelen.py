"""Keuzedelen: one, or two and more, and the minimum load (EKB 17 and 17d)."""

from collections.abc import Sequence
from decimal import Decimal

from .cijfers import ZES, drempelgrenzen, gemiddelde, getal, middelgrenzen
from .gegevens import (
    JA,
    MIDDENKADER,
    NEE,
    ONBEKEND,
    SPECIALIST,
    Antwoord,
    Diplomastand,
    Keuzedeel,
)
from .generiek import ENTREE, NIVEAU_4
from .wegen import als, wegen, zeggen

VIER, VIJF_VIJF = Decimal(4), Decimal("5.5")
LAST = {1: 240, 2: 480, 3: 720}
LAST_4 = {MIDDENKADER: 720, SPECIALIST: 240}
LEVENSBESCHOUWELIJK = 240


def keuzedeelantwoorden(stand: Diplomastand) -> list[Antwoord]:
    """De antwoorden over de keuzedelen die meetellen, en over de minimale studielast."""
    tellend = [deel for deel in stand.keuzedelen if deel.telt_mee]
    if not tellend:
        zin = "Er is nog geen keuzedeel dat meetelt."
        return [Antwoord("Keuzedelen", NEE, zin, _bron(stand), "0 keuzedelen")]
    if len(tellend) == 1:
        oordeel = [_een_keuzedeel(stand, tellend[0])]
    elif stand.niveau == ENTREE:
        oordeel = [_meer_bij_entree(tellend)]
    else:
        oordeel = _meer(stand, tellend)
    return [*oordeel, _last(stand, tellend)]


def _bron(stand: Diplomastand) -> str:
    return {1: "EKB 17 lid 1 onder a", 4: "EKB 17 lid 3"}.get(stand.niveau, "EKB 17 lid 2 onder d")


def _opsomming(keuzedelen: Sequence[Keuzedeel]) -> str:
    return ", ".join(f"{deel.code or deel.naam} {zeggen(deel.waardering)}" for deel in keuzedelen)


def _een_keuzedeel(stand: Diplomastand, deel: Keuzedeel) -> Antwoord:
    tabel = dict(stand.regels.woordtabel)
    voldaan = wegen([drempelgrenzen(deel.waardering, tabel)], lambda c: als(c[0] >= ZES))
    gezegd = zeggen(deel.waardering)
    zin = f"Keuzedeel {deel.code or deel.naam}: {gezegd}."
    if voldaan != JA:
        zin = f"Het keuzedeel moet ten minste een 6 of voldoende zijn: {gezegd}."
    return Antwoord("Keuzedeel", voldaan, zin, _bron(stand), gezegd)


def _meer_bij_entree(tellend: Sequence[Keuzedeel]) -> Antwoord:
    zin = "Bij entree hoort één keuzedeel; voor meer heeft het besluit geen regel."
    bron = "EKB 17 lid 1 onder a"
    return Antwoord("Keuzedelen", ONBEKEND, zin, bron, _opsomming(tellend))


def _meer(stand: Diplomastand, tellend: Sequence[Keuzedeel]) -> list[Antwoord]:
    tabel = dict(stand.regels.woordtabel)
    # An exemption without a mark has nothing to count in a mean.
    zonder = [d for d in tellend if d.waardering.vrijgesteld and _zonder_cijfer(d)]
    gewogen = [deel for deel in tellend if deel not in zonder]
    if not gewogen:
        zin = "Voor alle keuzedelen is vrijstelling verleend, zonder cijfer."
        return [Antwoord("Keuzedelen", JA, zin, "EKB 3b", _opsomming(tellend))]
    drempels = [drempelgrenzen(deel.waardering, tabel) for deel in gewogen]
    laagste = wegen(drempels, lambda cijfers: als(min(cijfers) >= VIER))
    zin = {
        JA: "Geen keuzedeel is lager dan een 4",
        NEE: "Een keuzedeel is lager dan een 4",
        ONBEKEND: "Of een keuzedeel lager is dan een 4, valt niet te zeggen",
    }[laagste]
    gezegd = _opsomming(tellend)
    return [
        _gemiddelde(stand, gewogen),
        _helft(stand, drempels, len(zonder), gezegd),
        Antwoord("Keuzedelen, laagste", laagste, f"{zin}: {gezegd}.", _bron(stand), gezegd),
    ]


def _zonder_cijfer(deel: Keuzedeel) -> bool:
    return deel.waardering.cijfer is None and not deel.waardering.woord


def _gemiddelde(stand: Diplomastand, gewogen: Sequence[Keuzedeel]) -> Antwoord:
    regels, tabel = stand.regels, dict(stand.regels.woordtabel)
    grenzen = [middelgrenzen(deel.waardering, tabel) for deel in gewogen]
    afronden = regels.gemiddelde_afronden

    def eis(cijfers: Sequence[Decimal]) -> str:
        midden = gemiddelde(list(cijfers))
        if midden >= ZES:
            return JA
        if midden < VIJF_VIJF or afronden is False:
            return NEE
        return JA if afronden else ONBEKEND

    voldaan = wegen(grenzen, eis)
    laag, hoog = (gemiddelde([g[kant] for g in grenzen]) for kant in (0, 1))
    gezegd = getal(laag, 2) if laag == hoog else "niet te rekenen"
    afgerond = laag == hoog and VIJF_VIJF <= laag < ZES and afronden is not None
    zin = f"Gemiddelde van de keuzedelen: {gezegd}; nodig is een 6."
    if afgerond:
        zin += " De school rondt af." if afronden else " De school rondt niet af."
    elif voldaan == ONBEKEND:
        zin += _waarom_onbekend(laag == hoog)
    bron = f"{_bron(stand)}; {regels.bron}" if afgerond else _bron(stand)
    return Antwoord("Keuzedelen, gemiddelde", voldaan, zin, bron, gezegd, afgerond)


def _waarom_onbekend(gerekend: bool) -> str:
    if gerekend:
        return " De school stelde niet vast of het gemiddelde wordt afgerond."
    return " Er is geen heel cijfer, of een woord zonder tabel van de school."


def _helft(stand: Diplomastand, drempels: Sequence, vrijgesteld: int, gezegd: str) -> Antwoord:
    """At least half; whether an exemption without a mark counts for it, the EKB does not say."""

    def eis(cijfers: Sequence[Decimal]) -> str:
        goed = sum(cijfer >= ZES for cijfer in cijfers)
        zonder = 2 * goed >= len(cijfers)
        met = 2 * (goed + vrijgesteld) >= len(cijfers) + vrijgesteld
        return ONBEKEND if zonder != met else als(zonder)

    voldaan = wegen(drempels, eis)
    zin = {
        JA: "Ten minste de helft van de keuzedelen is een 6 of hoger",
        NEE: "Minder dan de helft van de keuzedelen is een 6 of hoger",
        ONBEKEND: "Of de helft een 6 of hoger is, valt niet te zeggen",
    }[voldaan]
    return Antwoord("Keuzedelen, helft", voldaan, f"{zin}: {gezegd}.", _bron(stand), gezegd)


def _last(stand: Diplomastand, tellend: Sequence[Keuzedeel]) -> Antwoord:
    som = sum(deel.klokuren or 0 for deel in tellend)
    compleet = all(deel.klokuren is not None for deel in tellend)
    nodig = _nodige_last(stand)
    if som >= max(nodig):
        voldaan = JA
    elif compleet and som < min(nodig):
        voldaan = NEE
    else:
        voldaan = ONBEKEND
    eis = " of ".join(str(uren) for uren in nodig)
    zin = f"Studielast van de keuzedelen: {som} klokuren; nodig is {eis}."
    if not compleet and voldaan == ONBEKEND:
        zin += " Van een keuzedeel is de studielast niet bekend."
    elif voldaan == ONBEKEND:
        zin += " Het portaal weet niet of dit een middenkader- of specialistenopleiding is."
    bron = "EKB 17d"
    if stand.regels.levensbeschouwelijk and stand.niveau != ENTREE:
        bron = f"EKB 17d lid 3; {stand.regels.bron}"
    return Antwoord("Studielast keuzedelen", voldaan, zin, bron, f"{som} van {eis}")


def _nodige_last(stand: Diplomastand) -> list[int]:
    """Which loads may be asked: more than one when the kind of niveau 4 is not known."""
    eraf = LEVENSBESCHOUWELIJK if stand.regels.levensbeschouwelijk else 0
    if stand.niveau != NIVEAU_4:
        return [LAST[stand.niveau] - (0 if stand.niveau == ENTREE else eraf)]
    soorten = [stand.soort] if stand.soort else [SPECIALIST, MIDDENKADER]
    lasten = {LAST_4[soort] - (eraf if soort == MIDDENKADER else 0) for soort in soorten}
    return sorted(lasten)
