"""CSV zoals een Nederlandse Excel het opent."""

import csv
from decimal import Decimal
from io import StringIO

from portal.cijfers.tabellen import VeiligeTabel
from portal.cijfers.uitvoer.ontwapenen import ontwapend
from portal.cijfers.uitvoer.raster import Waarde, raster


def csv_nl(tabel: VeiligeTabel) -> bytes:
    """Eén tabel: `;`, UTF-8 met BOM, komma in getallen, de koppen in regel 1.

    Raises: TypeError bij iets anders dan een VeiligeTabel.
    """
    blad = raster(tabel)
    uit = StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow([_tekst(kop) for kop in blad.kop])
    schrijver.writerows([_tekst(waarde) for waarde in regel] for regel in blad.regels)
    return uit.getvalue().encode("utf-8-sig")


def _tekst(waarde: Waarde) -> str:
    if isinstance(waarde, Decimal):
        return str(waarde).replace(".", ",")
    return ontwapend(waarde) if isinstance(waarde, str) else str(waarde)
