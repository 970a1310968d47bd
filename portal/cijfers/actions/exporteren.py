"""A file with figures leaves the portal: who took what is written down."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from trajecten import logboek
from trajecten.models import Lidmaatschap

from ..uitvoer import Werkmap, csv_nl, ods, xlsx

VORMEN = {
    "xlsx": (xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": (ods, "application/vnd.oasis.opendocument.spreadsheet"),
    "csv": (None, "text/csv; charset=utf-8"),
}


@transaction.atomic
def exporteren(
    *, werkmap: Werkmap, vorm: str, door: Lidmaatschap, filter: dict, nu: datetime | None = None
) -> bytes:
    """Maak het bestand (`xlsx`, `ods`, of `csv` met alleen de eerste tabel) en schrijf op wie het
    meenam, met welk filter en hoeveel regels. Raises: KeyError bij een andere vorm.
    """
    maken, _ = VORMEN[vorm]
    inhoud = maken(werkmap) if maken else csv_nl(werkmap.tabellen[0])
    regels = sum(len(tabel.rijen) for tabel in werkmap.tabellen[: None if maken else 1])
    logboek.schrijven(
        door, "exporteren", door.organisatie,
        bijzonderheden={
            "bestand": f"{werkmap.naam}.{vorm}", "filter": filter, "regels": regels,
            "op": (nu or timezone.now()).isoformat(),
        },
    )  # fmt: skip
    return inhoud
