"""Wat een lezer zelf kan optellen en aftrekken: hoe de getoonde aantallen samenhangen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

GEVOELIG = frozenset({"doelgroep", "reden"})


@dataclass(frozen=True, kw_only=True)
class Hierarchie:
    """De samenhang die niet al uit de sleutels blijkt.

    That a dimension adds up to the total, quarters to a year and routes to all of them is read
    from the counts; where they do not add up the rest is guarded as a group of its own.

    boven: dimensie -> code -> {hogere dimensie: code}, dus
        {"kwalificatie": {"25655": {"niveau": "2", "sector": "zorg"}}}
    grootheden: (indicator, "teller" of "noemer") -> naam van wat daar geteld wordt. Gelijke namen
        zijn hetzelfde aantal: de noemer van I03 is de teller van I02.
    sommen: (geheel, delen) in namen van grootheden ("I10.teller" waar er geen naam is).
    standen: indicatoren die op een dag tellen en dus niet over perioden optellen.
    gevoelig: dimensies waarin 0% en 100% van een kleine groep al te veel zegt.
    stappen: indicatoren over een stap of een document; wie die (nog) niet had, mag ook een klein
        aantal zijn. Bij de andere is wie niet meetelt een groep op zich.
    volgorde: welke uitsplitsing het eerst gepubliceerd wordt; wat er niet in staat komt het laatst.
    """

    boven: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    grootheden: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sommen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    standen: frozenset[str] = frozenset()
    gevoelig: frozenset[str] = GEVOELIG
    stappen: frozenset[str] = frozenset()
    volgorde: tuple[str, ...] = ()

    def trap(self, dimensie: str) -> int:
        """2 of meer: na de totalen (0) en de routes (1)."""
        erin = dimensie in self.volgorde
        return 2 + (self.volgorde.index(dimensie) if erin else len(self.volgorde))

    def grootheid(self, indicator: str, deel: str) -> str:
        """Naam van wat de teller of noemer van een indicator telt."""
        return self.grootheden.get((indicator, deel), f"{indicator}.{deel}")
