"""Welke aantallen te zien zijn, en wat een lezer van de andere weet."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from portal.cijfers.kleine_aantallen.perioden import maanden
from portal.cijfers.kleine_aantallen.stelsel import Regel, Stelsel
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import Toestand

ONEINDIG = 10**9


class Dekking:
    """De toestand van elk aantal, en de grenzen die een lezer eruit afleidt.

    We reckon with a reader who knows more than the page says: that counts are whole and not
    negative, that a hidden one is not 0, and even which of the hidden ones are under K. On the
    page all of them read the same.

    laag, hoog: per nummer de grenzen voor de lezer · regels: wat tot nu toe gepubliceerd is ·
    vrij: per regel de nummers die de lezer niet zeker weet · beschermd: wat hij niet mag weten.
    """

    def __init__(self, stelsel: Stelsel, publiek: Publiek) -> None:
        self.waarden = stelsel.waarden
        self.stelsel = stelsel
        self.publiek = publiek
        self.laag = [0] * len(self.waarden)
        self.hoog = [ONEINDIG] * len(self.waarden)
        self.toestand: dict[int, Toestand] = {}
        self.open: set[int] = set()
        self.beschermd: set[int] = set()
        self.regels: list[Regel] = []
        self.regels_van: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.vrij: list[list[int]] = []
        self.gehelen = {geheel for geheel, _ in stelsel.hierarchie.sommen}
        self.noemers = {noemer for _, _, noemer in stelsel.paren if noemer is not None}

    def toevoegen(self, regel: Regel) -> int:
        """Vanaf nu kent de lezer deze regel ook. Returns: het nummer van de regel."""
        nummer = len(self.regels)
        self.regels.append(regel)
        self.vrij.append([])
        for lid, teken in ((regel.geheel, 1), *((deel, -1) for deel in regel.delen)):
            self.regels_van[lid].append((nummer, teken))
            if self.is_vrij(lid):
                self.vrij[nummer].append(lid)
        return nummer

    def is_vrij(self, nummer: int) -> bool:
        return self.laag[nummer] < self.hoog[nummer]

    def tonen(self, nummer: int, *, precies: bool = False) -> None:
        """Toon dit aantal; afgerond weet de lezer alleen de grenzen."""
        self.toestand[nummer] = Toestand.GETOOND
        waarde = self.waarden[nummer]
        self.laag[nummer] = self.hoog[nummer] = waarde
        if not precies and self.publiek.stap > 1:
            grenzen = self.publiek.grenzen(self.publiek.afgerond(waarde))
            self.laag[nummer], self.hoog[nummer] = grenzen

    def verbergen(self, nummer: int, toestand: Toestand = Toestand.AFGEDEKT) -> None:
        """Toon dit aantal niet (meer), of zeg er minder over dan eerst."""
        was_vrij = self.is_vrij(nummer) and nummer in self.toestand
        self.toestand[nummer] = toestand
        self.laag[nummer] = min(1, self.waarden[nummer])
        self.hoog[nummer] = self.publiek.k - 1 if toestand is Toestand.KLEIN else ONEINDIG
        self.open.discard(nummer)
        for regel, _ in self.regels_van[nummer] if not was_vrij else []:
            self.vrij[regel].append(nummer)

    def te_verbergen(self, regel: int) -> int | None:
        """Het lid van een regel dat nog weg kan en het minst gemist wordt; None als er geen is."""
        geheel, delen = self.regels[regel]
        return min(
            (lid for lid in (geheel, *delen) if lid in self.open), key=self._gemis, default=None
        )

    def _gemis(self, nummer: int) -> tuple[bool, bool, int, int, bool, bool, int]:
        """A total is missed most, and a number whose lines would each need one more."""
        plek = self.stelsel.plekken[nummer]
        eenlingen = sum(1 for regel, _ in self.regels_van[nummer] if not self.vrij[regel])
        return (
            plek.grootheid not in self.gehelen,  # it only says the sum of what stands beside it
            not plek.dimensie,
            len(maanden(plek.periode)),
            eenlingen,
            not plek.route,
            nummer in self.noemers,
            self.waarden[nummer],
        )

    def dichtbij(self, nummer: int, ver: int) -> int | None:
        """Het aantal het dichtst bij dit dat nog weg kan, hoogstens `ver` regels verderop."""
        for regels in islice(self._kringen(nummer), ver) if self.open else ():
            leden = {lid for r in regels for lid in (self.regels[r].geheel, *self.regels[r].delen)}
            if over := leden & self.open:
                return min(sorted(over), key=self._gemis)
        return None

    def rondom(self, nummer: int, ver: int) -> set[int]:
        """Alle aantallen hoogstens `ver` regels verderop, via wat de lezer niet weet."""
        kringen = islice(self._kringen(nummer), ver)
        return {lid for regels in kringen for r in regels for lid in self.vrij[r]}

    def nullen(self, nummer: int) -> set[int]:
        """De getoonde nullen in de regels van dit aantal."""
        regels = [self.regels[regel] for regel, _ in self.regels_van[nummer]]
        leden = {lid for geheel, delen in regels for lid in (geheel, *delen)}
        return {
            lid
            for lid in leden
            if self.waarden[lid] == 0 and self.toestand.get(lid) is Toestand.GETOOND
        }

    def _kringen(self, nummer: int) -> Iterator[set[int]]:
        """De regels op afstand 1, 2, 3... van een aantal."""
        gezien: set[int] = set()
        rand = {nummer}
        while kring := {r for lid in rand for r, _ in self.regels_van[lid]} - gezien:
            yield kring
            gezien |= kring
            rand = {lid for r in kring for lid in self.vrij[r]}
