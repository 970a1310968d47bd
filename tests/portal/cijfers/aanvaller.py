"""Wie uit alles wat getoond wordt de kleine aantallen probeert uit te rekenen.

Knows nothing of how they were hidden. His unknowns are the people themselves: how many there are
in each smallest box (month, route, kwalificatie, verwijzer, counted or not). Every number on the
page is a sum over boxes, also the ones that nobody shows but that can be reckoned.
"""

from collections import defaultdict

PRIEM = (1 << 61) - 1


class Aanvaller:
    """dozen: alle kleinste dozen · weet: [(verzameling dozen, laag, hoog)]."""

    def __init__(self, dozen):
        self.nummer = {doos: i for i, doos in enumerate(sorted(dozen))}
        self.weet = []

    def leest(self, dozen, laag, hoog):
        self.weet.append((frozenset(self.nummer[doos] for doos in dozen), laag, hoog))

    # Adding and subtracting: exact, modulo a prime -----------------------------------------

    def rekent_uit(self, dozen) -> int | None:
        """Het aantal in deze dozen, als het een som en verschil is van wat er staat."""
        if not hasattr(self, "_rijen"):
            self._vegen()
        rij = {self.nummer[doos]: 1 for doos in dozen}
        waarde = 0
        while rij:
            spil = min(rij)
            if spil not in self._rijen:
                return None
            basis, uitkomst = self._rijen[spil]
            factor = rij[spil]
            waarde = (waarde + factor * uitkomst) % PRIEM
            _aftrekken(rij, basis, factor)
        return waarde

    def _vegen(self):
        """Boxes that are certainly empty first: they shorten every other sum."""
        leeg = {d for dozen, _, hoog in self.weet if hoog == 0 for d in dozen}
        self._rijen = {d: ({d: 1}, 0) for d in leeg}
        for dozen, laag, hoog in self.weet:
            if laag != hoog or hoog == 0:
                continue
            rij, waarde = dict.fromkeys(dozen, 1), laag
            while rij and (spil := min(rij)) in self._rijen:
                basis, uitkomst = self._rijen[spil]
                factor = rij[spil]
                waarde = (waarde - factor * uitkomst) % PRIEM
                _aftrekken(rij, basis, factor)
            if rij:
                omgekeerd = pow(rij[spil], -1, PRIEM)
                rij = {d: f * omgekeerd % PRIEM for d, f in rij.items()}
                self._rijen[spil] = (rij, waarde * omgekeerd % PRIEM)

    # Trying everything: counts are whole, not negative, and hidden is 1 to K-1 ---------------

    def kan(self, dozen, waarde, waar, pogingen=60) -> bool | None:
        """Of er mensen te bedenken zijn die overal kloppen en hier `waarde` geven.

        `waar`: per doos het ware aantal; daar dichtbij zoeken gaat het vlugst. None: niet binnen
        zoveel pogingen te zeggen.
        """
        regels = [(dozen_, laag, hoog) for dozen_, laag, hoog in self.weet]
        regels.append((frozenset(self.nummer[d] for d in dozen), waarde, waarde))
        grens = [[0, 10**6] for _ in self.nummer]
        bij = defaultdict(list)
        for i, (dozen_, _, _) in enumerate(regels):
            for doos in dozen_:
                bij[doos].append(i)
        self._over = pogingen
        self._waar = [waar[doos] for doos in self.nummer]
        return self._proberen(regels, bij, grens, list(range(len(regels))))

    def _proberen(self, regels, bij, grens, rij):
        if not _nauwer(regels, bij, grens, rij):
            return False
        open_ = [d for d, (laag, hoog) in enumerate(grens) if laag < hoog and bij[d]]
        if not open_:
            return True
        self._over -= 1
        if self._over < 0:
            return None
        doos = min(open_, key=lambda d: grens[d][1] - grens[d][0])
        laag, hoog = grens[doos]
        zeker = True
        midden = min(max(self._waar[doos], laag), hoog)
        rond = range(max(laag, midden - 20), min(hoog, midden + 20) + 1)
        for waarde in sorted(rond, key=lambda w: abs(w - midden)):
            kopie = [list(g) for g in grens]
            kopie[doos] = [waarde, waarde]
            uitkomst = self._proberen(regels, bij, kopie, list(bij[doos]))
            if uitkomst:
                return True
            zeker = zeker and uitkomst is False
        return False if zeker and len(rond) > hoog - laag else None


def _aftrekken(rij, basis, factor):
    for doos, f in basis.items():
        over = (rij.get(doos, 0) - factor * f) % PRIEM
        if over:
            rij[doos] = over
        else:
            rij.pop(doos, None)


def _nauwer(regels, bij, grens, rij) -> bool:
    """Narrow the bounds until nothing changes; False where a sum no longer fits."""
    rij = list(rij)
    staat = set(rij)
    while rij:
        i = rij.pop()
        staat.discard(i)
        dozen, laag, hoog = regels[i]
        onder = sum(grens[d][0] for d in dozen)
        boven = sum(grens[d][1] for d in dozen)
        if onder > hoog or boven < laag:
            return False
        for d in dozen:
            nieuw_hoog = min(grens[d][1], hoog - onder + grens[d][0])
            nieuw_laag = max(grens[d][0], laag - boven + grens[d][1])
            if (nieuw_laag, nieuw_hoog) != tuple(grens[d]):
                if nieuw_laag > nieuw_hoog:
                    return False
                onder += nieuw_laag - grens[d][0]
                boven += nieuw_hoog - grens[d][1]
                grens[d] = [nieuw_laag, nieuw_hoog]
                for j in bij[d]:
                    if j not in staat:
                        staat.add(j)
                        rij.append(j)
    return True
