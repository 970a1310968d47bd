"""Resultaten zoals ze gedrukt worden: deel A, C en D van de mbo-verklaring (RMD bijlage 10)."""

from decimal import Decimal
from typing import NotRequired, TypedDict

from trajecten.models import Deel, Onderdeel, Resultaat

SPECIFIEK = (Onderdeel.KERNTAAK, Onderdeel.CERTIFICAATEXAMEN)
GENERIEK = (Onderdeel.NEDERLANDS, Onderdeel.REKENEN, Onderdeel.ENGELS)
LOOPBAAN_BURGERSCHAP = (Onderdeel.LOOPBAAN, Onderdeel.BURGERSCHAP)
OVERIG = (Onderdeel.LES, Onderdeel.OVERIG)


class Resultaatregel(TypedDict):
    """One row: `code` of the kerntaak or keuzedeel, `niveau` of a generic part ("": none).

    `op` is the day (ISO), where every attempt has its own row.
    """

    code: str
    naam: str
    niveau: str
    resultaat: str
    op: NotRequired[str]


class Examenresultaten(TypedDict):
    """Deel A (alleen voldoende) of D (alles): een tabel per soort, en geen lege tabellen."""

    specifiek: list[Resultaatregel]
    generiek: list[Resultaatregel]
    loopbaan_en_burgerschap: list[Resultaatregel]
    keuzedelen: list[Resultaatregel]


class Overigregel(TypedDict):
    """Een les, toets of ander resultaat: wat, waarover, met welke uitkomst."""

    naam: str
    inhoud: str
    resultaat: str


class OverigeResultaten(TypedDict):
    """Deel C: overige resultaten, en de formatieve toetsen alleen in hun eigen tabel."""

    overig: list[Overigregel]
    voortgangstoetsen: list[Overigregel]


def examenresultaten(rijen: list[Resultaat], *, alles: bool = False) -> Examenresultaten:
    """De tabellen van deze resultaten; zonder `alles` één regel per examen, en het deelexamen
    alleen zolang het hele examen er niet is. Met `alles` elke poging, met haar dag.
    """
    if not alles:
        rijen = _een_per_examen(rijen)
    return Examenresultaten(
        specifiek=_regels(rijen, SPECIFIEK, alles),
        generiek=_regels(rijen, GENERIEK, alles),
        loopbaan_en_burgerschap=_regels(rijen, LOOPBAAN_BURGERSCHAP, alles),
        keuzedelen=_regels(rijen, (Onderdeel.KEUZEDEEL,), alles),
    )


def overige_resultaten(rijen: list[Resultaat]) -> OverigeResultaten:
    """Deel C van deze resultaten."""
    return OverigeResultaten(
        overig=[_overig(rij) for rij in rijen if rij.onderdeel in OVERIG],
        voortgangstoetsen=[
            _overig(rij) for rij in rijen if rij.onderdeel == Onderdeel.VOORTGANGSTOETS
        ],
    )


# The columns that _examenresultaten.html prints beside naam and resultaat.
KOLOMMEN = {"specifiek": "code", "generiek": "niveau", "keuzedelen": "code"}


def gedrukt(tabellen: dict) -> dict[str, list[dict[str, str]]]:
    """Van elke tabel alleen de kolommen die op het blad staan."""
    return {
        tabel: [
            {veld: rij[veld] for veld in ("naam", "resultaat", KOLOMMEN.get(tabel)) if veld}
            for rij in rijen
        ]
        for tabel, rijen in tabellen.items()
    }


def _een_per_examen(rijen: list[Resultaat]) -> list[Resultaat]:
    """Of a retake the best mark, or the last word; of a whole exam no parts."""
    per_examen: dict[tuple, Resultaat] = {}
    for rij in rijen:
        sleutel = (rij.onderdeel, rij.code, rij.deel, rij.naam if rij.deel else "")
        eerder = per_examen.get(sleutel)
        cijfers = eerder is not None and None not in (eerder.cijfer, rij.cijfer)
        if not cijfers or rij.cijfer > eerder.cijfer:
            per_examen[sleutel] = rij
    heel = {(rij.onderdeel, rij.code) for rij in per_examen.values() if not rij.deel}
    return [
        rij for rij in per_examen.values() if not rij.deel or (rij.onderdeel, rij.code) not in heel
    ]


def _regels(rijen: list[Resultaat], onderdelen, met_dag: bool) -> list[Resultaatregel]:
    eigen = [rij for rij in rijen if rij.onderdeel in onderdelen]
    volgorde = list(onderdelen)
    eigen.sort(key=lambda rij: (volgorde.index(rij.onderdeel), rij.code, bool(rij.deel)))
    return [_regel(rij, met_dag) for rij in eigen]


def _regel(rij: Resultaat, met_dag: bool) -> Resultaatregel:
    regel = Resultaatregel(
        code=rij.code, naam=onderdeelnaam(rij), niveau=rij.niveau, resultaat=uitslag(rij)
    )
    if met_dag:
        regel["op"] = rij.gebeurd_op.isoformat()
    return regel


def onderdeelnaam(rij: Resultaat) -> str:
    """De naam van het onderdeel; van een deel van een examen met welk deel."""
    if rij.onderdeel in (*GENERIEK, *LOOPBAAN_BURGERSCHAP):
        heel = rij.get_onderdeel_display()
        heel = heel[0].upper() + heel[1:]
    else:
        heel = rij.naam
    if rij.deel in (Deel.CENTRAAL, Deel.INSTELLING):
        return f"{heel}, {rij.get_deel_display()}"
    is_deel = rij.deel or rij.onderdeel == Onderdeel.CERTIFICAATEXAMEN
    return f"{heel} (deelexamen)" if is_deel else heel


def uitslag(rij: Resultaat) -> str:
    """ "7", "7,2" of "voldoende": zoals het op papier komt."""
    if rij.cijfer is None:
        return rij.uitslag or rij.get_woord_display()
    cijfer = Decimal(rij.cijfer)
    heel = cijfer == cijfer.to_integral() and not rij.deel
    heel = heel and rij.onderdeel != Onderdeel.CERTIFICAATEXAMEN  # parts keep their decimal
    return str(int(cijfer)) if heel else f"{cijfer:.1f}".replace(".", ",")


def _overig(rij: Resultaat) -> Overigregel:
    return Overigregel(naam=rij.naam, inhoud=rij.inhoud, resultaat=uitslag(rij))
