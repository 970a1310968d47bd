"""Wat een lezer uit alle getoonde aantallen samen kan afleiden."""

from collections import Counter, deque
from collections.abc import Iterable

from portal.cijfers.kleine_aantallen.dekking import ONEINDIG, Dekking

PRIEM = (1 << 61) - 1
EINDIG = ONEINDIG // 2


class Lezer:
    """De grenzen die een lezer van elk aantal kent, steeds nauwer door verder te rekenen.

    He reckons with bounds line by line (counts are whole, not negative, and a small one is 1 to
    K-1) and adds and subtracts lines exactly, modulo a prime, in turns until nothing changes.
    """

    def __init__(self, dekking: Dekking, laag: list[int], hoog: list[int]) -> None:
        self.dekking = dekking
        self.laag = [max(paar) for paar in zip(dekking.laag, laag, strict=True)]
        self.hoog = [min(paar) for paar in zip(dekking.hoog, hoog, strict=True)]

    def vlug(self, regels: Iterable[int]) -> None:
        """Reken door vanaf deze nieuwe regels, alleen met grenzen."""
        self._nauwer(regels)

    def lezen(self) -> None:
        """Reken daarna ook met sommen en verschillen van regels."""
        while zeker := self._optellen_en_aftrekken():
            for nummer in zeker:
                self.laag[nummer] = self.hoog[nummer] = self.dekking.waarden[nummer]
            self._nauwer({regel for n in zeker for regel, _ in self.dekking.regels_van[n]})

    def weet(self, nummer: int) -> bool:
        return self.laag[nummer] == self.hoog[nummer]

    # Bounds -----------------------------------------------------------------------------------

    def _nauwer(self, regels: Iterable[int]) -> None:
        rij = deque(regels)
        wacht = set(rij)
        while rij:
            regel = rij.popleft()
            wacht.discard(regel)
            for nummer in self._een_regel(regel):
                for buur, _ in self.dekking.regels_van[nummer]:
                    if buur not in wacht:
                        wacht.add(buur)
                        rij.append(buur)

    def _een_regel(self, regel: int) -> list[int]:
        """Maak de grenzen van deze regel nauwer. Returns: de nummers die veranderden."""
        laag, hoog = self.laag, self.hoog
        geheel, delen = self.dekking.regels[regel]
        onder, boven = sum(laag[d] for d in delen), sum(hoog[d] for d in delen)
        anders = []
        if self._zet(geheel, onder, boven):
            anders.append(geheel)
        for deel in delen:
            if laag[deel] < hoog[deel]:
                # Of what the others leave at most, and what they leave at least.
                meest = hoog[geheel] - onder + laag[deel] if hoog[geheel] < EINDIG else ONEINDIG
                rest = boven - hoog[deel]
                minst = laag[geheel] - rest if rest < EINDIG else 0
                if self._zet(deel, minst, meest):
                    anders.append(deel)
                    onder, boven = sum(laag[d] for d in delen), sum(hoog[d] for d in delen)
        return anders

    def _zet(self, nummer: int, laag: int, hoog: int) -> bool:
        oud = self.laag[nummer], self.hoog[nummer]
        self.laag[nummer] = max(oud[0], laag)
        if hoog < EINDIG:
            self.hoog[nummer] = min(oud[1], hoog)
        return oud != (self.laag[nummer], self.hoog[nummer])

    # Sums and differences of lines --------------------------------------------------------------

    def _optellen_en_aftrekken(self) -> set[int]:
        """Nummers die als som en verschil van regels vastliggen."""
        rijen = self._rijen()
        geschild = _schillen(rijen)
        zeker = _vegen(list(rijen.values()))
        # Peeled last comes back first: its own unknown is known when the others of its line are.
        for eigen, rij in reversed(geschild):
            if all(nummer in zeker for nummer in rij if nummer != eigen):
                zeker.add(eigen)
        return zeker

    def _rijen(self) -> dict[int, dict[int, int]]:
        """Per regel wat de lezer nog niet weet, met zijn teken."""
        rijen = {}
        for regel, (geheel, delen) in enumerate(self.dekking.regels):
            rij = {deel: PRIEM - 1 for deel in delen if self.laag[deel] < self.hoog[deel]}
            if self.laag[geheel] < self.hoog[geheel]:
                rij[geheel] = 1
            if rij:
                rijen[regel] = rij
        return rijen


def _schillen(rijen: dict[int, dict[int, int]]) -> list[tuple[int, dict[int, int]]]:
    """Haal regels weg met een onbekende die nergens anders staat: die helpen niemand verder."""
    plaatsen: dict[int, set[int]] = {}
    for regel, rij in rijen.items():
        for nummer in rij:
            plaatsen.setdefault(nummer, set()).add(regel)
    los = [nummer for nummer, waar in plaatsen.items() if len(waar) == 1]
    geschild = []
    while los:
        eigen = los.pop()
        if len(plaatsen[eigen]) != 1:
            continue
        rij = rijen.pop(next(iter(plaatsen[eigen])))
        regel = next(iter(plaatsen[eigen]))
        geschild.append((eigen, rij))
        for nummer in rij:
            plaatsen[nummer].discard(regel)
            if len(plaatsen[nummer]) == 1:
                los.append(nummer)
    return geschild


def _vegen(rijen: list[dict[int, int]]) -> set[int]:
    """Gauss-Jordan modulo een priemgetal: welke onbekenden alleen in een rij overblijven."""
    vaak = Counter(nummer for rij in rijen for nummer in rij)
    spillen: dict[int, dict[int, int]] = {}
    bij: dict[int, set[int]] = {}  # unknown -> the pivots whose row holds it
    for rij in sorted(rijen, key=len):
        for spil in [nummer for nummer in rij if nummer in spillen]:
            if spil in rij:
                _aftrekken(rij, spillen[spil], rij[spil])
        if not rij:
            continue
        spil = min(rij, key=lambda nummer: vaak[nummer])
        omgekeerd = pow(rij[spil], -1, PRIEM)
        rij = {nummer: factor * omgekeerd % PRIEM for nummer, factor in rij.items()}
        for andere in list(bij.get(spil, ())):
            oud = spillen[andere]
            voor = set(oud)
            _aftrekken(oud, rij, oud[spil])
            for nummer in voor ^ set(oud):
                (bij.setdefault(nummer, set()).add if nummer in oud else bij[nummer].discard)(
                    andere
                )
        spillen[spil] = rij
        for nummer in rij:
            bij.setdefault(nummer, set()).add(spil)
    return {spil for spil, rij in spillen.items() if len(rij) == 1}


def _aftrekken(rij: dict[int, int], basis: dict[int, int], factor: int) -> None:
    for nummer, getal in basis.items():
        over = (rij.get(nummer, 0) - factor * getal) % PRIEM
        if over:
            rij[nummer] = over
        else:
            rij.pop(nummer, None)
