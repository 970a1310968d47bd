"""De aftekenlijst: het praktijkleerplan op papier, om tijdens het werk op af te tekenen."""

from typing import TypedDict

from trajecten.models import KanHierNietReden, Niveau, Plaatsing

from .drukken import drukken
from .praktijkverklaring import Kerntaak, kerntaken

SJABLOONVERSIE = "aftekenlijst-2"


class Inhoud(TypedDict):
    """Who, where and which werkprocessen; the rest is filled in by hand."""

    traject: str
    kandidaat: str
    leerbedrijf: str
    praktijkopleider: str
    kwalificatie: str
    kerntaken: list[Kerntaak]


def inhoud(plaatsing: Plaatsing) -> Inhoud:
    """The plan of one plaatsing, extra werkprocessen last."""
    traject = plaatsing.traject
    regels = sorted(plaatsing.planregels.geldig(), key=lambda r: (r.extra, r.crebo * r.extra))
    begeleidingen = plaatsing.begeleidingen.select_related("lid__gebruiker")
    return Inhoud(
        traject=traject.nummer,
        kandidaat=traject.kandidaat.naam,
        leerbedrijf=str(plaatsing.leerbedrijf),
        praktijkopleider=", ".join(b.lid.naam for b in begeleidingen if b.tot is None),
        kwalificatie=f"{traject.kwalificatie.naam}, crebo {traject.kwalificatie.crebo}",
        kerntaken=kerntaken(regels),
    )


def drukwerk(inhoud: Inhoud):
    """Werkdocument: per werkproces een hokje voor elk niveau, een datum en een paraaf."""
    return drukken(
        "aftekenlijst",
        kop="Aftekenlijst",
        voet=f"{inhoud['traject']} · {inhoud['kandidaat']}",
        b=inhoud,
        niveaus=[niveau.label for niveau in Niveau],
        redenen=[reden.label for reden in KanHierNietReden],
    )
