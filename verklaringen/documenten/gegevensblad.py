"""Het gegevensblad: alles om over te typen op het formulier van SBB's Praktijkloket.

De velden van RMD bijlage 10 (invulinstructie optie 3), in de bevroren inhoud van het blad. Het is
het formulier zelf niet: dat maakt de school op praktijkloketmbo.nl, en dat wordt getekend.
"""

from .drukken import drukken
from .praktijkverklaring import Inhoud, te_lezen

SJABLOONVERSIE = "gegevensblad-1"


def drukwerk(inhoud: Inhoud):
    """Werkdocument voor wie overtypt; er is geen plek om te tekenen."""
    return drukken(
        "gegevensblad",
        kop="Gegevensblad voor het Praktijkloket",
        voet=f"Om over te typen · {inhoud['naam']}",
        **te_lezen(inhoud),
    )
