"""Wat over een hele groep tegelijk iets zegt: niemand, of iedereen."""

from collections import defaultdict
from typing import NamedTuple

from portal.cijfers.kleine_aantallen.stelsel import Stelsel
from portal.cijfers.tabellen import Telling

GROEP = 20


class Groepen(NamedTuple):
    """weg: nummers van uitsplitsingen die vervallen · beschermd: wat daarin alles zou zeggen."""

    weg: set[int]
    beschermd: set[int]


def onthullende_groepen(stelsel: Stelsel) -> Groepen:
    """Uitsplitsingen naar iets gevoeligs waarin 0% of 100% van een groep onder de 20 staat.

    "None of these eight is in beschut werk" says something about each of them. The whole
    breakdown goes, for the other rows would say which one it was. Eigen ontwerp.
    """
    uitsplitsingen: dict[tuple[str, ...], list[tuple[Telling, int, int | None]]]
    uitsplitsingen = defaultdict(list)
    for telling, teller, noemer in stelsel.paren:
        if telling.dimensie in stelsel.hierarchie.gevoelig:
            soort = (telling.indicator, telling.periode, telling.route, telling.dimensie)
            uitsplitsingen[soort].append((telling, teller, noemer))
    groepen = Groepen(set(), set())
    for regels in uitsplitsingen.values():
        zeggend = {teller for telling, teller, _ in regels if _zegt_alles(telling, stelsel)}
        if zeggend:
            groepen.beschermd.update(zeggend)
            groepen.weg.update(n for _, t, o in regels for n in (t, o) if n is not None)
    return groepen


def dunne_uitsplitsingen(stelsel: Stelsel, klein: set[int]) -> set[int]:
    """Nummers van uitsplitsingen waarvan meer dan de helft van de mensen toch verborgen zou zijn.

    Twenty people over fifteen leerbedrijven: who sees which of them are not 0 knows that nearly
    all are 1. So the whole breakdown goes, its zeros too, and the total can stay. Eigen ontwerp.
    """
    groepen: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for plek, nummer in stelsel.index.items():
        if plek.dimensie:
            groepen[plek[:4]].add(nummer)
    return {
        nummer
        for nummers in groepen.values()
        if 2 * sum(stelsel.waarden[n] for n in nummers & klein)
        > sum(stelsel.waarden[n] for n in nummers)
        for nummer in nummers
    }


def _zegt_alles(telling: Telling, stelsel: Stelsel) -> bool:
    groep = telling.noemer
    if groep is None:
        totaal = stelsel.plek(telling, "teller")._replace(dimensie="", waarde="")
        groep = stelsel.waarden[stelsel.index[totaal]]
    return 0 < groep < GROEP and telling.teller in (0, groep)
