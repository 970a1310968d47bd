"""Schooljaren en kwartalen knippen het derde kwartaal elk op een andere plek door."""

from collections import defaultdict
from itertools import pairwise

from portal.cijfers.kleine_aantallen.perioden import maanden
from portal.cijfers.kleine_aantallen.stelsel import Plek, Stelsel


def schooljaren_verbinden(stelsel: Stelsel) -> None:
    """Verbind schooljaren met kwartalen, via juli en augustus-september die niemand toont.

    A schooljaar holds the end of one third quarter, three whole quarters and the beginning of the
    next third quarter. How a third quarter splits is not counted, so we take a split that fits:
    to a reader every split that fits is as good.
    """
    groepen: dict[Plek, dict[int, int]] = defaultdict(dict)
    for plek, nummer in stelsel.index.items():
        if not stelsel.is_stand(plek):
            groepen[plek._replace(periode="")][_soort(plek.periode)] = nummer
    for groep in groepen.values():
        jaren = sorted(-soort for soort in groep if soort < 0 and _heel(groep, -soort))
        for reeks in _aansluitend(jaren, groep):
            _reeks(stelsel, groep, reeks)


def _soort(periode: str) -> int:
    """A quarter by its first month, a schooljaar by minus its year; the rest does not matter."""
    begin, lang = maanden(periode).start, len(maanden(periode))
    if lang == 12 and begin % 12 == 7:
        return -(begin // 12)
    return begin if lang == 3 else 0


def _binnen(jaar: int) -> list[int]:
    return [12 * jaar + maand for maand in (9, 12, 15)]


def _derde(jaar: int) -> int:
    return 12 * jaar + 6


def _heel(groep: dict[int, int], jaar: int) -> bool:
    return all(begin in groep for begin in _binnen(jaar))


def _aansluitend(jaren: list[int], groep: dict[int, int]) -> list[list[int]]:
    """Schooljaren that share a known third quarter hang together."""
    reeksen: list[list[int]] = [[jaar] for jaar in jaren[:1]]
    for vorig, jaar in pairwise(jaren):
        if jaar == vorig + 1 and _derde(jaar) in groep:
            reeksen[-1].append(jaar)
        else:
            reeksen.append([jaar])
    return reeksen


def _reeks(stelsel: Stelsel, groep: dict[int, int], jaren: list[int]) -> None:
    waarde = {soort: stelsel.waarden[nummer] for soort, nummer in groep.items()}
    rest = {j: waarde[-j] - sum(waarde[begin] for begin in _binnen(j)) for j in jaren}
    # August and September of a year are `begin` plus a fixed shift: one number decides them all.
    schuif = {jaren[0]: 0}
    for vorig, jaar in pairwise(jaren):
        schuif[jaar] = schuif[vorig] + waarde[_derde(jaar)] - rest[vorig]
    begin = max(0, *(-schuif[j] for j in jaren))
    nazomer = {j: begin + schuif[j] for j in jaren}
    juli = {j + 1: rest[j] - nazomer[j] for j in jaren}
    if _derde(jaren[0]) in groep:
        juli[jaren[0]] = waarde[_derde(jaren[0])] - begin
    if min(*juli.values(), *nazomer.values()) < 0:
        return  # these do not add up at all: then nobody can subtract them either
    nummers = {
        **{(j, "juli"): stelsel.nieuw(None, aantal) for j, aantal in juli.items()},
        **{(j, "nazomer"): stelsel.nieuw(None, aantal) for j, aantal in nazomer.items()},
    }
    for jaar in jaren:
        stukken = [nummers[jaar, "nazomer"], nummers[jaar + 1, "juli"]]
        stelsel.verbinden(groep[-jaar], [groep[b] for b in _binnen(jaar)] + stukken)
    for jaar in (*jaren, jaren[-1] + 1):
        if _derde(jaar) in groep and (jaar, "juli") in nummers:
            over = [nummers[jaar, "juli"]]
            if (jaar, "nazomer") in nummers:
                over.append(nummers[jaar, "nazomer"])
            stelsel.verbinden(groep[_derde(jaar)], over)
