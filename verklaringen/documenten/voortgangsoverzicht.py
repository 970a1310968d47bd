"""Het voortgangsoverzicht: hoe het gaat op een dag. Een dienst van het portaal, geen bewijs.

Nooit erop: geboortegegevens, handtekeningen, zelfbeoordeling, notities.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from trajecten.models import Plaatsing, Planregel, Traject
from trajecten.rules import aan_zet, vrijgestelde_codes

from .drukken import dag, drukken

SJABLOONVERSIE = "voortgangsoverzicht-1"
NOG_NIETS = "Nog niet ingevuld"


class Regel(TypedDict):
    """One werkproces: the last level in words and its day (ISO; "" when there is none yet)."""

    code: str
    titel: str
    extra: str  # the other kwalificatie it comes from, or ""
    niveau: str
    op: str


class Plek(TypedDict):
    """One plaatsing. Dates are ISO, or "" when not agreed yet."""

    leerbedrijf: str
    begin: str
    eind: str
    gestopt: str
    praktijkopleider: str
    werkprocessen: list[Regel]
    afgetekend: int


class Inhoud(TypedDict):
    """Of one traject, the plaatsingen that whoever asked may see."""

    traject: str
    kandidaat: str
    kwalificatie: str
    instelling: str
    op: str
    plekken: list[Plek]
    aan_zet: str


def inhoud(traject: Traject, plaatsingen: Iterable[Plaatsing], op: date) -> Inhoud:
    """Where it stands on day `op`; `plaatsingen` are those this reader sees."""
    vrij = vrijgestelde_codes(traject)
    return Inhoud(
        traject=traject.nummer,
        kandidaat=traject.kandidaat.naam,
        kwalificatie=f"{traject.kwalificatie.naam}, crebo {traject.kwalificatie.crebo}",
        instelling=traject.instelling.naam,
        op=op.isoformat(),
        plekken=[_plek(plaatsing, vrij) for plaatsing in plaatsingen],
        aan_zet=str(aan_zet(traject, op)),
    )


def _plek(plaatsing: Plaatsing, vrij: dict[str, str]) -> Plek:
    regels = list(plaatsing.planregels.geldig().with_aftekeningen())
    begeleidingen = plaatsing.begeleidingen.filter(tot=None).select_related("lid__gebruiker")
    return Plek(
        leerbedrijf=str(plaatsing.leerbedrijf),
        begin=_iso(plaatsing.begin),
        eind=_iso(plaatsing.eind),
        gestopt=_iso(plaatsing.beeindigd_op),
        praktijkopleider=", ".join(b.lid.naam for b in begeleidingen),
        werkprocessen=[_regel(regel, vrij) for regel in regels],
        afgetekend=sum(regel.is_afgetekend for regel in regels),
    )


def _regel(regel: Planregel, vrij: dict[str, str]) -> Regel:
    stand = regel.stand
    niveau = stand.get_niveau_display() if stand else NOG_NIETS
    vrijgesteld = "" if regel.extra else vrij.get(regel.code, "")
    return Regel(
        code=regel.code,
        titel=regel.titel,
        extra=regel.kwalificatie_naam if regel.extra else "",
        niveau=f"{niveau} ({vrijgesteld})" if vrijgesteld else niveau,
        op=_iso(stand.gebeurd_op) if stand else "",
    )


def _iso(datum: date | None) -> str:
    return datum.isoformat() if datum else ""


def drukwerk(inhoud: Inhoud):
    """Werkdocument met de stand op één dag; later is het een ander."""
    plekken = [
        plek
        | {naam: dag(plek[naam]) if plek[naam] else None for naam in ("begin", "eind", "gestopt")}
        | {"werkprocessen": [_te_lezen(regel) for regel in plek["werkprocessen"]]}
        for plek in inhoud["plekken"]
    ]
    return drukken(
        "voortgangsoverzicht",
        kop="Voortgangsoverzicht",
        voet=f"{inhoud['traject']} · {inhoud['kandidaat']}",
        b=inhoud,
        op=dag(inhoud["op"]),
        plekken=plekken,
    )


def _te_lezen(regel: Regel) -> dict:
    return {**regel, "op": dag(regel["op"]) if regel["op"] else None}
