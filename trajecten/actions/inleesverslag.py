"""What came of a file is written down once, with who did it."""

from datetime import datetime
from typing import Any

from .. import logboek
from ..imports.keuren import Gekeurd
from ..models import Inlezing, Lidmaatschap


def afsluiten(
    inlezing: Inlezing, uitkomst: dict[str, Any], door: Lidmaatschap, nu: datetime
) -> Inlezing:
    """Zet het verslag bij een inlezing die de aanroeper vasthoudt."""
    inlezing.verslag, inlezing.ingelezen_op, inlezing.ingelezen_door = uitkomst, nu, door
    inlezing.save(update_fields=["verslag", "ingelezen_op", "ingelezen_door"])
    aantallen = {naam: uitkomst[naam] for naam in Gekeurd.UITKOMSTEN}
    logboek.schrijven(
        door, "inlezen", inlezing, bijzonderheden={"soort": inlezing.soort} | aantallen
    )
    return inlezing
