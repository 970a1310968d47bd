"""Wie beleid maakt leest ook de pagina voor de raad: samen mogen ze niemand verraden."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from portal.cijfers.kleine_aantallen.dekking import Dekking
from portal.cijfers.kleine_aantallen.groepen import onthullende_groepen
from portal.cijfers.kleine_aantallen.hierarchie import Hierarchie
from portal.cijfers.kleine_aantallen.lezer import Lezer
from portal.cijfers.kleine_aantallen.stelsel import Stelsel
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import Aantal, Cel, Sleutel, Telling, Toestand

OVERAL = 100  # lines away from a number at most


class Gelezen(NamedTuple):
    """Wat er op een pagina staat, met de ruwe telling erachter."""

    telling: Telling
    cel: Cel


def te_veel_samen(
    eigen: Sequence[Gelezen], openbaar: Sequence[Gelezen], hierarchie: Hierarchie
) -> set[Sleutel]:
    """Sleutels van `openbaar` die weg moeten, omdat wie ook `eigen` leest er iemand mee vindt.

    `eigen` is precies en al veilig op zichzelf, `openbaar` ook, afgerond. A round figure of a year
    that is hidden in the other narrows it: four quarters known, and only one number left. Leaving
    out more of `openbaar` never tells more to who reads only that.
    """
    return _Samen(eigen, openbaar, hierarchie).maken()


class _Samen:
    def __init__(
        self, eigen: Sequence[Gelezen], openbaar: Sequence[Gelezen], hierarchie: Hierarchie
    ) -> None:
        self.stelsel = Stelsel([g.telling for g in (*eigen, *openbaar)], hierarchie)
        self.dekking = Dekking(self.stelsel, Publiek.EIGEN)
        paren = self.stelsel.paren
        self.openbaar = list(zip(openbaar, paren[len(eigen) :], strict=True))
        for gelezen, (telling, teller, noemer) in zip(eigen, paren, strict=False):
            for nummer, aantal in _nummers(gelezen.cel, teller, noemer):
                self._eigen(nummer, aantal, precies=telling.mensen is not None)
        self.grenzen = {nummer: g for _, nummer, g in self._nieuw()}
        self.dekking.open.update(self.grenzen)
        for regel in self.stelsel.regels:
            self.dekking.toevoegen(regel)
        self._beschermen()

    def _eigen(self, nummer: int, aantal: Aantal, *, precies: bool) -> None:
        if aantal.getoond:
            self.dekking.tonen(nummer, precies=precies)
        else:
            self.dekking.verbergen(nummer, aantal.toestand)

    def _nieuw(self) -> Iterable[tuple[Sleutel, int, tuple[int, int]]]:
        """What the public page says about a number that the own page does not show."""
        for gelezen, (telling, teller, noemer) in self.openbaar:
            for nummer, aantal in _nummers(gelezen.cel, teller, noemer):
                grenzen = _grenzen(aantal, afgerond=telling.mensen is None)
                if grenzen and self.dekking.is_vrij(nummer):
                    yield telling.sleutel, nummer, grenzen

    def _beschermen(self) -> None:
        d, k = self.dekking, Publiek.EIGEN.k
        for nummer, waarde in enumerate(self.stelsel.waarden):
            if 0 < waarde < k and d.is_vrij(nummer) and nummer not in self.stelsel.open_rest:
                d.beschermd.add(nummer)
        d.beschermd.update(onthullende_groepen(self.stelsel).beschermd)

    def maken(self) -> set[Sleutel]:
        bij = {(sleutel, nummer) for sleutel, nummer, _ in self._nieuw()}
        weg: set[int] = set()
        lezer = Lezer(self.dekking, self.dekking.laag, self.dekking.hoog)
        lezer.vlug(range(len(self.dekking.regels)))
        lezer.lezen()
        # What he knows without the public page, by reasoning on from the own figures only.
        self.kennis = lezer.laag, lezer.hoog
        al_bekend = self._geweten(lezer)
        while gevonden := self._uitgerekend(al_bekend):
            dicht = {self.dekking.dichtbij(nummer, OVERAL) for nummer in gevonden} - {None}
            keus = dicht or set(self.grenzen)
            weg |= keus
            self.dekking.open -= keus
            self.grenzen = {n: g for n, g in self.grenzen.items() if n not in keus}
        return {sleutel for sleutel, nummer in bij if nummer in weg}

    def _uitgerekend(self, al_bekend: set[int]) -> set[int]:
        """What the round figures that are still there tell besides."""
        laag, hoog = map(list, self.kennis)
        for nummer, (minst, meest) in self.grenzen.items():
            laag[nummer], hoog[nummer] = max(laag[nummer], minst), min(hoog[nummer], meest)
        lezer = Lezer(self.dekking, laag, hoog)
        lezer.vlug({regel for n in self.grenzen for regel, _ in self.dekking.regels_van[n]})
        if not self._geweten(lezer) - al_bekend:
            lezer.lezen()
        return self._geweten(lezer) - al_bekend

    def _geweten(self, lezer: Lezer) -> set[int]:
        return {nummer for nummer in self.dekking.beschermd if lezer.weet(nummer)}


def _nummers(cel: Cel, teller: int, noemer: int | None) -> Iterable[tuple[int, Aantal]]:
    yield teller, cel.teller
    if noemer is not None and cel.noemer is not None:
        yield noemer, cel.noemer


def _grenzen(aantal: Aantal, *, afgerond: bool) -> tuple[int, int] | None:
    """Between what this lies; also of a hidden one, for that it is small may be guessed."""
    if aantal.toestand is Toestand.KLEIN:
        return 1, Publiek.OPENBAAR.k - 1
    if aantal.waarde is None:
        return None
    return Publiek.OPENBAAR.grenzen(aantal.waarde) if afgerond else (aantal.waarde,) * 2
