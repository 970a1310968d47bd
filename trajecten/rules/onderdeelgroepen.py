"""What a traject holds besides werkprocessen, in groups: what is done, what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..models import Onderdeel, Resultaat, Route, Traject, Vrijstellingsbesluit
from .onderdelen import Onderdeelstand, nog_open, standen

GROEPEN = (
    ("kerntaken", "Kerntaken", (Onderdeel.KERNTAAK,)),
    ("nederlands", "Nederlands", (Onderdeel.NEDERLANDS,)),
    ("rekenen", "Rekenen", (Onderdeel.REKENEN,)),
    ("engels", "Engels", (Onderdeel.ENGELS,)),
    ("burgerschap", "Loopbaan en burgerschap", (Onderdeel.LOOPBAAN, Onderdeel.BURGERSCHAP)),
    ("keuzedelen", "Keuzedelen", (Onderdeel.KEUZEDEEL,)),
    ("certificaatexamen", "Examen van het mbo-certificaat", (Onderdeel.CERTIFICAATEXAMEN,)),
    ("lessen", "Lessen", (Onderdeel.LES,)),
    ("voortgangstoetsen", "Voortgangstoetsen", (Onderdeel.VOORTGANGSTOETS,)),
    ("overig", "Overige resultaten", (Onderdeel.OVERIG,)),
)


@dataclass(frozen=True)
class Groep:
    """Eén groep onderdelen van een traject.

    `standen`: de pogingen per onderdeel, en welke telt; `open`: wat deze route nog vraagt;
    `vrijstellingen`: de verleende besluiten; `vroeger`: wat verbeterd of ingetrokken is.
    """

    sleutel: str
    kop: str
    onderdelen: tuple[Onderdeel, ...]
    standen: list[Onderdeelstand]
    open: list[str]
    vrijstellingen: list[Vrijstellingsbesluit]
    vroeger: list[Resultaat]

    @property
    def is_leeg(self) -> bool:
        """Niets vastgelegd en niets gevraagd."""
        return not (self.standen or self.open or self.vrijstellingen or self.vroeger)


def onderdeelgroepen(traject: Traject, resultaten: Iterable[Resultaat]) -> list[Groep]:
    """De groepen die bij dit traject kunnen horen, in de volgorde van het papier.

    `resultaten` zijn alle rijen die de lezer mag zien, ook verbeterde en ingetrokken.
    """
    rijen = list(resultaten)
    gedaan = standen(rij for rij in rijen if rij.is_geldig)
    open_ = nog_open(traject, gedaan)
    vrij = list(
        Vrijstellingsbesluit.objects.filter(verzoek__traject=traject)
        .exclude(uitkomst=Vrijstellingsbesluit.Uitkomst.AFGEWEZEN)
        .select_related("verzoek")
    )
    groepen = [
        Groep(
            sleutel,
            kop,
            onderdelen,
            standen=[stand for stand in gedaan if stand.onderdeel in onderdelen],
            open=[zin for onderdeel in onderdelen for zin in open_.get(onderdeel, [])],
            vrijstellingen=[rij for rij in vrij if rij.verzoek.onderdeel in onderdelen],
            vroeger=[rij for rij in rijen if rij.onderdeel in onderdelen and not rij.is_geldig],
        )
        for sleutel, kop, onderdelen in GROEPEN
    ]
    return [groep for groep in groepen if not groep.is_leeg or past_bij(traject, groep)]


def past_bij(traject: Traject, groep: Groep) -> bool:
    """Of er bij dit traject iets in deze groep vastgelegd kan worden."""
    if Onderdeel.CERTIFICAATEXAMEN in groep.onderdelen:
        return traject.route == Route.CERTIFICAAT
    return Onderdeel.KERNTAAK not in groep.onderdelen or traject.kwalificatie is not None
