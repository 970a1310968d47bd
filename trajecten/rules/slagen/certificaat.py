"""The rule of the examenplan for a mbo-certificaat: of the school itself, not of the law.

Standaard: elk onderdeel ten minste 5,5 of voldoende, zonder compensatie; het eindcijfer is het
gemiddelde, op de eerste decimaal afgerond. Eigen ontwerp naar de OER van scholen.
"""

from decimal import Decimal

from ...models import Woord
from .cijfers import ZES, drempelgrenzen, eindcijfer, gemiddelde, getal, middelgrenzen
from .gegevens import JA, NEE, ONBEKEND, Antwoord, Certificaatstand, Examendeel, Toets
from .wegen import als, wegen, zeggen

MINIMUM = Decimal("5.5")
NIET_ALLES = "Of dit alle onderdelen van het examenplan zijn, weet het portaal niet."


def certificaat_toetsen(stand: Certificaatstand) -> Toets:
    """Of werkvloer, lessen en examen compleet zijn; een advies aan de examencommissie."""
    antwoorden = (_werkvloer(stand), _lessen(stand), *_examen(stand))
    return Toets(
        antwoorden,
        (*stand.opmerkingen, NIET_ALLES),
        examenplan=regel_van_het_examenplan(stand),
        eindcijfer=_eindcijfer_gezegd(stand),
    )


def eindcijfer_certificaat(stand: Certificaatstand) -> tuple[Decimal, Decimal] | None:
    """Het gemiddelde en het hele eindcijfer; None zonder onderdelen of met een woord erbij."""
    cijfers = [deel.waardering.cijfer for deel in stand.onderdelen]
    bekend = [cijfer for cijfer in cijfers if cijfer is not None]
    if not bekend or len(bekend) < len(cijfers):
        return None
    midden = gemiddelde(bekend)
    return midden, eindcijfer(midden)


def regel_van_het_examenplan(stand: Certificaatstand) -> str:
    """De regel in één zin, zoals hij op de voordracht staat."""
    minimum = getal(_minimum(stand))
    if stand.regels.certificaat_compensatie:
        return f"Het gemiddelde van de onderdelen is ten minste {minimum}; compenseren mag."
    return f"Elk onderdeel is ten minste {minimum} of voldoende; compenseren mag niet."


def _minimum(stand: Certificaatstand) -> Decimal:
    return stand.regels.certificaat_minimum or MINIMUM


def _bron(stand: Certificaatstand) -> str:
    vastgesteld = stand.regels.certificaat_minimum is not None
    return f"examenplan; {stand.regels.bron}" if vastgesteld else "examenplan; standaard"


def _werkvloer(stand: Certificaatstand) -> Antwoord:
    regel, bron = "Leren op het werk", "WEB 7.2.3"
    if not stand.met_bpv:
        zin = "Leren op het werk is geen deel van dit traject."
        return Antwoord(regel, JA, zin, bron)
    klaar = sum(ja for _, ja in stand.werkprocessen)
    getallen = f"{klaar} van {len(stand.werkprocessen)}"
    nog = [code for code, ja in stand.werkprocessen if not ja]
    zin = f"{getallen} werkprocessen hebben het eindoordeel ja."
    if nog:
        zin += f" Nog niet: {', '.join(nog)}."
    voldaan = als(bool(stand.werkprocessen) and not nog)
    return Antwoord(regel, voldaan, zin, bron, getallen)


def _lessen(stand: Certificaatstand) -> Antwoord:
    regel, bron, aantal = "Lessen", "examenplan", len(stand.lessen)
    if not aantal:
        zin = "Er zijn geen lessen vastgelegd. Hoorden ze erbij?"
        return Antwoord(regel, ONBEKEND, zin, bron, "0")
    niet = [les.naam for les in stand.lessen if les.waardering.woord == Woord.NIET_VOLDAAN]
    zin = f"{aantal} {'les' if aantal == 1 else 'lessen'} vastgelegd."
    if niet:
        zin += f" Niet voldaan: {', '.join(niet)}."
    return Antwoord(regel, als(not niet), zin, bron, str(aantal))


def _examen(stand: Certificaatstand) -> list[Antwoord]:
    if not stand.onderdelen:
        zin = "Er is nog geen examenresultaat vastgelegd."
        return [Antwoord("Examen", NEE, zin, _bron(stand), "0 onderdelen")]
    if stand.regels.certificaat_compensatie:
        return [_gemiddelde(stand)]
    return [_elk_onderdeel(stand), *_eindcijfer(stand)]


def _oordeel(deel: Examendeel, stand: Certificaatstand) -> str:
    """Exam parts keep their decimal; a word is not measured against a minimum in figures."""
    if deel.waardering.cijfer is not None:
        return als(deel.waardering.cijfer >= _minimum(stand))
    if deel.waardering.woord == Woord.VOLDAAN:
        return JA
    grens = drempelgrenzen(deel.waardering, dict(stand.regels.woordtabel))
    return wegen([grens], lambda cijfers: als(cijfers[0] >= ZES))


def _elk_onderdeel(stand: Certificaatstand) -> Antwoord:
    oordelen = [(deel.naam, _oordeel(deel, stand)) for deel in stand.onderdelen]
    laag = [naam for naam, oordeel in oordelen if oordeel == NEE]
    onbekend = [naam for naam, oordeel in oordelen if oordeel == ONBEKEND]
    voldaan = NEE if laag else ONBEKEND if onbekend else JA
    gezegd = ", ".join(zeggen(deel.waardering) for deel in stand.onderdelen)
    zin = f"{regel_van_het_examenplan(stand)} De resultaten: {gezegd}."
    if laag:
        zin += f" Te laag: {', '.join(laag)}."
    eigen = stand.regels.certificaat_minimum is not None
    return Antwoord("Examen, elk onderdeel", voldaan, zin, _bron(stand), gezegd, eigen)


def _eindcijfer(stand: Certificaatstand) -> list[Antwoord]:
    """The mean and the end mark: told, never a reason to refuse."""
    if not (gezegd := _eindcijfer_gezegd(stand)):
        return []
    zin = f"{gezegd[0].upper()}{gezegd[1:]}."
    return [Antwoord("Examen, eindcijfer", JA, zin, _bron(stand), gezegd)]


def _eindcijfer_gezegd(stand: Certificaatstand) -> str:
    if not (gerekend := eindcijfer_certificaat(stand)):
        return ""
    return f"gemiddelde {getal(gerekend[0], 2)}, eindcijfer {getal(gerekend[1])}"


def _gemiddelde(stand: Certificaatstand) -> Antwoord:
    tabel, minimum = dict(stand.regels.woordtabel), _minimum(stand)
    grenzen = [
        (deel.waardering.cijfer, deel.waardering.cijfer)
        if deel.waardering.cijfer is not None
        else middelgrenzen(deel.waardering, tabel)
        for deel in stand.onderdelen
    ]
    voldaan = wegen(grenzen, lambda cijfers: als(gemiddelde(list(cijfers)) >= minimum))
    gerekend = eindcijfer_certificaat(stand)
    gezegd = getal(gerekend[0], 2) if gerekend else "niet te rekenen"
    zin = f"{regel_van_het_examenplan(stand)} Het gemiddelde: {gezegd}."
    return Antwoord("Examen, gemiddelde", voldaan, zin, _bron(stand), gezegd, True)
