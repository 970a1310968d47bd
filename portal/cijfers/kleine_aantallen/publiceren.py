"""Van ruwe tellingen naar veilige cellen: alles wat één kijker te zien krijgt, in één keer."""

from collections import defaultdict
from collections.abc import Iterable

from portal.cijfers.kleine_aantallen.dekking import Dekking
from portal.cijfers.kleine_aantallen.groepen import dunne_uitsplitsingen, onthullende_groepen
from portal.cijfers.kleine_aantallen.hierarchie import Hierarchie
from portal.cijfers.kleine_aantallen.lezer import Lezer
from portal.cijfers.kleine_aantallen.perioden import maanden
from portal.cijfers.kleine_aantallen.schooljaren import schooljaren_verbinden
from portal.cijfers.kleine_aantallen.stelsel import Regel, Stelsel
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import MEDIAAN, Aantal, Cel, Sleutel, Telling, Toestand

Fase = tuple[int, int, str]
VER, OVERAL = 3, 100  # lines away from a number at most


def publiceren(
    tellingen: Iterable[Telling],
    publiek: Publiek,
    hierarchie: Hierarchie,
    *,
    gemeenten: int | None = None,
) -> dict[Sleutel, Cel]:
    """Veilige cellen voor ALLES wat deze kijker te zien krijgt, per sleutel.

    Give everything at once: all indicators, periods, dimensions and routes.

    tellingen: ruwe aantallen · gemeenten: hoeveel er meetellen, verplicht waar het publiek er een
    minimum voor heeft. Wat een kijker op een andere pagina ook leest: zie `naast_elkaar`.

    Periods are published in the order in which they ended, and in each the totals before the
    breakdowns, on top of what stood there: a later period never changes an earlier one, and a
    breakdown never takes its total away. A period shorter than the audience may see is
    left out. Raises: ValueError bij tegenstrijdige tellingen.
    """
    te_zien = [t for t in tellingen if len(maanden(t.periode)) >= publiek.minste_maanden]
    stelsel = Stelsel(te_zien, hierarchie)
    schooljaren_verbinden(stelsel)
    if publiek.minste_gemeenten > 1 and (gemeenten or 0) < publiek.minste_gemeenten:
        weg = Aantal(toestand=Toestand.AFGEDEKT)
        return {
            t.sleutel: Cel(
                sleutel=t.sleutel, teller=weg, noemer=None if t.noemer is None else weg,
                k=publiek.k,
            )
            for t in te_zien
        }  # fmt: skip
    dekking = _Uitgave(stelsel, publiek).maken()
    return {
        telling.sleutel: _cel(telling, teller, noemer, dekking)
        for telling, teller, noemer in stelsel.paren
    }


class _Uitgave:
    """Publiceert fase voor fase; `kennis`: de grenzen die een lezer na de vorige fase kent."""

    def __init__(self, stelsel: Stelsel, publiek: Publiek) -> None:
        self.stelsel, self.publiek = stelsel, publiek
        self.dekking = Dekking(stelsel, publiek)
        self.geen_mensen: set[int] = set()
        self.klein: set[int] = set()
        self.nu: set[int] = set()
        self.kennis = list(self.dekking.laag), list(self.dekking.hoog)
        self.gestopt = False
        for telling, teller, noemer in stelsel.paren:
            self._klein(telling, teller, noemer)
        self.onthullend = onthullende_groepen(stelsel)
        self.weg = self.onthullend.weg | dunne_uitsplitsingen(stelsel, self.klein)

    def _klein(self, telling: Telling, teller: int, noemer: int | None) -> None:
        """Small is a matter of people, also where something else is counted, and of gemeenten."""
        nummers = [nummer for nummer in (teller, noemer) if nummer is not None]
        if (telling.gemeenten or self.publiek.minste_gemeenten) < self.publiek.minste_gemeenten:
            self.klein.update(n for n in nummers if self.stelsel.waarden[n])
        if telling.mensen is None:
            self.klein.update(n for n in nummers if 0 < self.stelsel.waarden[n] < self.publiek.k)
            return
        self.geen_mensen.update(nummers)
        if 0 < telling.mensen < self.publiek.k:
            self.klein.update(n for n in nummers if self.stelsel.waarden[n])

    def maken(self) -> Dekking:
        nummers: dict[Fase, list[int]] = defaultdict(list)
        for nummer in {n for _, t, o in self.stelsel.paren for n in (t, o) if n is not None}:
            nummers[self.stelsel.fase(nummer)].append(nummer)
        regels: dict[Fase, list[Regel]] = defaultdict(list)
        for regel in self.stelsel.regels:
            regels[max(map(self.stelsel.fase, (regel.geheel, *regel.delen)))].append(regel)
        for fase in sorted(nummers.keys() | regels.keys()):
            self.nu, self.gestopt = set(nummers[fase]), False
            for nummer in sorted(self.nu):
                self._eerste_toestand(nummer)
            nieuw = [self.dekking.toevoegen(regel) for regel in regels[fase]]
            self._beschermen(nieuw)
            self._nalopen(nieuw)
            self._borgen(nieuw)
            # What is published now stays as it is.
            self.dekking.open.clear()
        return self.dekking

    def _eerste_toestand(self, nummer: int) -> None:
        d, waarde, k = self.dekking, self.stelsel.waarden[nummer], self.publiek.k
        if nummer in self.klein:
            d.beschermd.add(nummer)
        if nummer in self.onthullend.beschermd:
            d.beschermd.add(nummer)
        if nummer in self.weg:
            d.verbergen(nummer)
            d.laag[nummer] = 0  # with its zeros gone too, nobody knows who is not 0
        elif nummer in self.klein:
            echt_klein = nummer not in self.geen_mensen and 0 < waarde < k
            d.verbergen(nummer, Toestand.KLEIN if echt_klein else Toestand.AFGEDEKT)
        else:
            d.tonen(nummer, precies=nummer in self.geen_mensen)
            if waarde:
                d.open.add(nummer)

    def _beschermen(self, nieuw: list[int]) -> None:
        """What nobody shows but anybody can reckon is guarded as if it were shown."""
        for geheel, delen in (self.dekking.regels[regel] for regel in nieuw):
            for lid in delen if geheel not in self.geen_mensen else ():
                rest = self.stelsel.plekken[lid] is None and lid not in self.stelsel.open_rest
                if rest and 0 < self.stelsel.waarden[lid] < self.publiek.k:
                    self.dekking.beschermd.add(lid)

    def _nalopen(self, rij: list[int]) -> None:
        """The plain cases first: one hidden number in a line, or a few that add up to too few."""
        rij = list(rij)
        for regel in rij:
            while self._te_mager(regel):
                keus = self.dekking.te_verbergen(regel)
                if keus is None:
                    break
                self.dekking.verbergen(keus)
                rij.extend(buur for buur, _ in self.dekking.regels_van[keus])

    def _te_mager(self, regel: int) -> bool:
        d = self.dekking
        verborgen = d.vrij[regel]
        if self.publiek.stap > 1 or not any(lid in d.beschermd for lid in verborgen):
            return False
        geheel = d.regels[regel].geheel
        samen = sum(self.stelsel.waarden[lid] for lid in verborgen if lid != geheel)
        return len(verborgen) == 1 or (geheel not in verborgen and samen < self.publiek.k)

    def _borgen(self, nieuw: list[int]) -> None:
        """Read along, and hide one more near each number that can be found, until none can."""
        if self._uitgerekend(nieuw):
            self.dekking.beschermd -= self._stond_al_vast(nieuw)
        while gevonden := self._uitgerekend(nieuw):
            geraakt: set[int] = set()
            for nummer in gevonden:
                eigen = {regel for regel, _ in self.dekking.regels_van[nummer]}
                # What just changed beside this one may be enough for both.
                if not eigen & geraakt:
                    for lid in self._verhullen(nummer):
                        self.dekking.verbergen(lid)
                        geraakt |= {regel for regel, _ in self.dekking.regels_van[lid]}
            if not geraakt:
                self._laatste_middel(gevonden)

    def _uitgerekend(self, nieuw: list[int]) -> list[int]:
        """Wat een lezer nu weet en niet mag weten; onthoud zijn kennis als dat niets is."""
        lezer = Lezer(self.dekking, *self.kennis)
        lezer.vlug(nieuw)
        gevonden = [nummer for nummer in self.dekking.beschermd if lezer.weet(nummer)]
        if not gevonden:
            lezer.lezen()
            gevonden = [nummer for nummer in self.dekking.beschermd if lezer.weet(nummer)]
        if not gevonden or self.gestopt:
            self.kennis = lezer.laag, lezer.hoog
            return []
        return sorted(gevonden)

    def _stond_al_vast(self, nieuw: list[int]) -> set[int]:
        """What follows from what was published before: nothing that is left out now can help it.

        Nobody of the fourteen stopped, so nobody of the three in any group of them did.
        """
        lezer = Lezer(self.dekking, *self.kennis)
        for nummer in self.nu:
            lezer.laag[nummer], lezer.hoog[nummer] = (grens[nummer] for grens in self.kennis)
        lezer.vlug(nieuw)
        lezer.lezen()
        return {nummer for nummer in self.dekking.beschermd if lezer.weet(nummer)}

    def _verhullen(self, nummer: int) -> list[int]:
        """Wat er nu het beste weg kan, of vager; leeg als er niets meer is.

        First a number in the same line; then say of the small ones beside it no longer that they
        are small, which nobody sees; then a number further away; then the zeros that tell it.
        """
        keus = self.dekking.dichtbij(nummer, 1)
        if keus is not None:
            return [keus]
        klein = [
            lid
            for lid in self.dekking.rondom(nummer, 2)
            if lid in self.nu and self.dekking.toestand.get(lid) is Toestand.KLEIN
        ]
        if klein:
            return klein
        keus = self.dekking.dichtbij(nummer, VER)
        return sorted(self.nu & self.dekking.nullen(nummer)) if keus is None else [keus]

    def _laatste_middel(self, gevonden: list[int]) -> None:
        """Nothing near helps: be vague about every small one, then hide anything, then all."""
        klein = [lid for lid in self.nu if self.dekking.toestand[lid] is Toestand.KLEIN]
        ver_weg = {self.dekking.dichtbij(nummer, OVERAL) for nummer in gevonden} - {None}
        for lid in klein or sorted(ver_weg):
            self.dekking.verbergen(lid)
        if not klein and not ver_weg:
            self._niets_tonen()

    def _niets_tonen(self) -> None:
        """Publish nothing of this phase, not even its zeros: then there is nothing new to know."""
        for nummer in self.nu:
            self.dekking.verbergen(nummer)
            self.dekking.laag[nummer] = 0
        self.gestopt = True


def _cel(telling: Telling, teller: int, noemer: int | None, dekking: Dekking) -> Cel:
    precies = telling.mensen is not None
    boven = _aantal(teller, dekking, precies)
    genoeg = boven.getoond and telling.teller >= max(dekking.publiek.k, MEDIAAN)
    return Cel(
        sleutel=telling.sleutel,
        teller=boven,
        noemer=None if noemer is None else _aantal(noemer, dekking, precies),
        kwartielen=telling.kwartielen if genoeg else None,
        k=dekking.publiek.k,
        stap=dekking.publiek.stap,
    )


def _aantal(nummer: int, dekking: Dekking, precies: bool) -> Aantal:
    toestand = dekking.toestand[nummer]
    if toestand is not Toestand.GETOOND:
        return Aantal(toestand=toestand)
    waarde = dekking.waarden[nummer]
    return Aantal(toestand=toestand, waarde=waarde if precies else dekking.publiek.afgerond(waarde))
