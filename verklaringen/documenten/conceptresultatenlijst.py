"""De concept-resultatenlijst: de regels van de resultatenlijst, om door de school over te nemen.

RMD bijlage 1, 2 en 3, voor wie vanaf 1-8-2022 begon. De resultatenlijst zelf maakt de school, op
waardepapier. Cijfers staan in cijfers en in letters waar het model dat vraagt, anders het woord.
"""

from datetime import date
from decimal import Decimal
from typing import TypedDict

from trajecten.models import Deel, Lidmaatschap, Onderdeel, Traject
from trajecten.rules import Onderdeelstand, diplomastand_van
from trajecten.rules.slagen import (
    Diplomastand,
    Generiek,
    Kerntaak,
    Keuzedeel,
    Waardering,
    eindcijfer_van,
    getal,
    in_letters,
)

from .dossierdelen import Mens, Opleiding, bevestigde_standen, iso
from .dossierdelen import kop as kopgegevens
from .drukken import KOPREGEL, WERKDOCUMENT, drukken
from .resultaten import uitslag

SJABLOONVERSIE = "conceptresultatenlijst-1"
TITEL = "Concept-resultatenlijst (werkdocument)"
LEEG = "nog geen resultaat"
NIET_VAN_TOEPASSING = "niet van toepassing"
ENTREE, NIVEAU_4 = 1, 4
CE, IE = Deel.CENTRAAL, Deel.INSTELLING


class Lijstregel(TypedDict):
    """`resultaat` in cijfers of het woord; `letters` leeg waar het model geen letters vraagt."""

    code: str
    naam: str
    niveau: str
    resultaat: str
    letters: str


class Inhoud(TypedDict):
    """Dates are ISO; a table without rows is an empty list and is not printed."""

    titel: str
    model: str
    traject: str
    mens: Mens
    opleiding: Opleiding
    leerweg: str
    instelling: str
    begin: str
    kerntaken: list[Lijstregel]
    generiek: list[Lijstregel]
    loopbaan_en_burgerschap: list[Lijstregel]
    keuzedelen: list[Lijstregel]
    overig: list[Lijstregel]
    door: str
    op: str


def inhoud(traject: Traject, *, door: Lidmaatschap, op: date) -> Inhoud:
    """De lijst zoals het traject nu is; alleen bevestigde resultaten."""
    stand, gedaan = diplomastand_van(traject), bevestigde_standen(traject)
    niveaus = _niveaus(gedaan)
    return Inhoud(
        titel=TITEL,
        model=model(stand),
        **kopgegevens(traject),
        begin=iso(stand.begin),
        kerntaken=[_kerntaak(taak) for taak in stand.kerntaken],
        generiek=_generiek(stand, niveaus),
        loopbaan_en_burgerschap=[
            _regel("Loopbaan", _woord(stand.loopbaan)),
            _regel("Burgerschap", _woord(stand.burgerschap)),
        ],
        keuzedelen=[_keuzedeel(deel) for deel in stand.keuzedelen],
        overig=[
            _regel(rij.naam, uitslag(rij.telt))
            for rij in gedaan
            if rij.onderdeel == Onderdeel.OVERIG
        ],
        door=door.naam,
        op=iso(op),
    )


def drukwerk(inhoud: Inhoud, merk: str = ""):
    """Het werkdocument, met op elk blad dat het geen resultatenlijst is."""
    return drukken(
        "conceptresultatenlijst",
        kop=KOPREGEL,
        voet=f"{inhoud['titel']} · {inhoud['traject']} · {inhoud['mens']['naam']}",
        merk=merk or WERKDOCUMENT,
        b=inhoud,
        kopregel=KOPREGEL,
    )


def model(stand: Diplomastand) -> str:
    """Welk model geldt: niveau 1 met een mbo-rekenniveau volgt dat van niveau 2 en 3."""
    if stand.niveau == ENTREE:
        return "RMD bijlage 2" if stand.rekenen.niveau else "RMD bijlage 1"
    return "RMD bijlage 3" if stand.niveau == NIVEAU_4 else "RMD bijlage 2"


def _regel(naam, resultaat, letters="", *, code="", niveau="") -> Lijstregel:
    return Lijstregel(code=code, naam=naam, niveau=niveau, resultaat=resultaat, letters=letters)


def _kerntaak(taak: Kerntaak) -> Lijstregel:
    """Een vrijstelling is hier alleen het woord."""
    if taak.waardering.vrijgesteld:
        return _regel(taak.titel, "vrijstelling", code=taak.code)
    return _regel(taak.titel, *_beide(taak.waardering), code=taak.code)


def _keuzedeel(deel: Keuzedeel) -> Lijstregel:
    return _regel(deel.naam, _woord(deel.waardering), code=deel.code)


def _generiek(stand: Diplomastand, niveaus: dict) -> list[Lijstregel]:
    """Nederlands en Engels (niveau 4) met CE, IE en eindcijfer; rekenen is één regel."""
    talen = [(Onderdeel.NEDERLANDS, stand.nederlands)]
    if stand.niveau == NIVEAU_4:
        talen.append((Onderdeel.ENGELS, stand.engels))
    regels = [regel for vak, deel in talen for regel in _taal(vak, deel, niveaus, stand.niveau)]
    regels.insert(3, _rekenen(stand.rekenen))
    return regels


def _taal(vak: Onderdeel, deel: Generiek, niveaus: dict, niveau: int) -> list[Lijstregel]:
    naam = vak.label[0].upper() + vak.label[1:]
    regels = [
        _regel(f"{naam}, {toets.label}", *_deelcijfer(waardering, toets, deel, niveau),
               niveau=niveaus.get((vak, toets), ""))
        for toets, waardering in ((CE, deel.ce), (IE, deel.ie))
    ]  # fmt: skip
    eind = _regel(f"{naam}, eindcijfer", *_eindcijfer(deel), niveau=_samen(vak, niveaus))
    return [*regels, eind]


def _samen(vak: Onderdeel, niveaus: dict) -> str:
    """The level of the whole exam, or that of both parts if they agree."""
    delen = {niveaus[sleutel] for deel in ("", CE, IE) if (sleutel := (vak, deel)) in niveaus}
    return niveaus.get((vak, ""), delen.pop() if len(delen) == 1 else "")


def _deelcijfer(
    waardering: Waardering, toets: Deel, deel: Generiek, niveau: int
) -> tuple[str, str]:
    """One decimal; entree has no centraal examen, and an exam without parts has no part marks."""
    if waardering.leeg and (toets == CE and niveau == ENTREE or not deel.eind.leeg):
        return NIET_VAN_TOEPASSING, ""
    return _beide(waardering, decimalen=1)


def _eindcijfer(deel: Generiek) -> tuple[str, str]:
    """Het eindcijfer uit CE en IE, of zoals het is vastgelegd; van een vrijstelling het eerdere."""
    cijfer = eindcijfer_van(deel)
    if cijfer is None:
        return _beide(deel.eind)
    return _beide(Waardering(cijfer=cijfer, vrijgesteld=deel.eind.vrijgesteld))


def _rekenen(deel: Generiek) -> Lijstregel:
    """Voldaan of niet voldaan bij entree, anders het mbo-rekenniveau en het hele cijfer.

    Letters vraagt het model hier alleen bij een vrijstelling.
    """
    resultaat, letters = _eindcijfer(deel)
    letters = letters if deel.eind.vrijgesteld else ""
    return _regel("Rekenen", resultaat, letters, niveau=deel.niveau)


def _beide(waardering: Waardering, decimalen: int | None = None) -> tuple[str, str]:
    """In cijfers en in letters, of het woord; een vrijstelling met het cijfer dat meetelt."""
    if waardering.cijfer is None:
        return _woord(waardering), ""
    cijfers, letters = getal(waardering.cijfer, decimalen), _letters(waardering.cijfer, decimalen)
    return (f"vrijstelling ({cijfers})" if waardering.vrijgesteld else cijfers), letters


def _letters(cijfer: Decimal, decimalen: int | None) -> str:
    letters = in_letters(cijfer)
    heel = decimalen and " komma " not in letters
    return f"{letters} komma nul" if heel else letters


def _woord(waardering: Waardering) -> str:
    """Het resultaat zonder letters: het cijfer, het woord of alleen "vrijstelling"."""
    if waardering.vrijgesteld:
        return "vrijstelling"
    if waardering.cijfer is not None:
        return getal(waardering.cijfer)
    return waardering.woord.replace("_", " ") or LEEG


def _niveaus(gedaan: list[Onderdeelstand]) -> dict[tuple[str, str], str]:
    """Per onderdeel en deel het niveau van de poging die telt."""
    return {(rij.onderdeel, rij.deel): rij.telt.niveau for rij in gedaan if rij.telt.niveau}
