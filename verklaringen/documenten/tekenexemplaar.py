"""Het tekenexemplaar: de bevroren inhoud van de praktijkverklaring met lege regels om te tekenen.

Zonder nummer, zonder QR; er staat op dat het niet is uitgegeven.
"""

from .drukken import drukken
from .praktijkverklaring import HERKOMST, Inhoud, te_lezen

SJABLOONVERSIE = "tekenexemplaar-1"


def drukwerk(inhoud: Inhoud):
    """Wat de praktijkopleider en de kandidaat op papier tekenen."""
    return drukken(
        "tekenexemplaar",
        kop="Praktijkverklaring, tekenexemplaar",
        voet=f"Nog niet uitgegeven · {inhoud['naam']}\n{HERKOMST}",
        **te_lezen(inhoud),
    )
