"""Deel D van de mbo-verklaring: het totaaloverzicht van alle examenresultaten, ook onvoldoende.

Een los stuk, en niet als alles voldoende is; de kandidaat beslist wie het ziet (RMD bijlage 10).
"""

from datetime import date
from typing import TypedDict

from trajecten.models import Traject

from ..rules import EXAMEN, bevestigde_resultaten
from .dossierdelen import Mens, Opleiding, iso
from .dossierdelen import kop as kopgegevens
from .drukken import KOPREGEL, WERKDOCUMENT, drukken
from .resultaten import Examenresultaten, examenresultaten

SJABLOONVERSIE = "totaaloverzicht-1"
TITEL = "Totaaloverzicht examenresultaten"


class Inhoud(TypedDict):
    """Dates are ISO."""

    titel: str
    traject: str
    mens: Mens
    opleiding: Opleiding
    leerweg: str
    instelling: str
    resultaten: Examenresultaten
    op: str


def inhoud(traject: Traject, *, op: date) -> Inhoud:
    """Alle bevestigde examenresultaten tot nu, elke poging, oudste eerst."""
    rijen = [rij for rij in bevestigde_resultaten(traject) if rij.onderdeel in EXAMEN]
    rijen.sort(key=lambda rij: (rij.gebeurd_op, rij.volgnummer))
    return Inhoud(
        titel=TITEL,
        **kopgegevens(traject),
        resultaten=examenresultaten(rijen, alles=True),
        op=iso(op),
    )


def drukwerk(inhoud: Inhoud, merk: str = ""):
    """Het losse stuk, met op elk blad dat het geen mbo-verklaring is."""
    return drukken(
        "totaaloverzicht",
        kop=KOPREGEL,
        voet=f"{inhoud['titel']} · {inhoud['traject']} · {inhoud['mens']['naam']}",
        merk=merk or WERKDOCUMENT,
        b=inhoud,
        kopregel=KOPREGEL,
    )
