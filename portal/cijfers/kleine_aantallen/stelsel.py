"""De aantallen en hun verbanden, zoals een lezer met pen en papier ze ook kan opschrijven."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from portal.cijfers.kleine_aantallen.hierarchie import Hierarchie
from portal.cijfers.kleine_aantallen.perioden import delen, laatste, maanden
from portal.cijfers.tabellen import Telling


class Plek(NamedTuple):
    """Waar een aantal staat. Twee indicatoren die hetzelfde tellen, delen een plek."""

    grootheid: str
    periode: str
    route: str
    dimensie: str
    waarde: str


class Regel(NamedTuple):
    """`geheel` = de som van `delen`, allemaal nummers van aantallen."""

    geheel: int
    delen: tuple[int, ...]


class Stelsel:
    """Alle aantallen van één kijker, genummerd, en de regels ertussen.

    waarden: het ware aantal per nummer · plekken: waar het staat, None voor wat nergens staat
    maar wel is uit te rekenen (de rest van een optelling, het deel dat niet meetelt) · regels ·
    open_rest: die daarvan klein mogen zijn · paren: per telling de nummers van teller en noemer.
    Raises: ValueError als twee tellingen voor dezelfde plek iets anders zeggen.
    """

    def __init__(self, tellingen: Iterable[Telling], hierarchie: Hierarchie) -> None:
        self.hierarchie = hierarchie
        self.waarden: list[int] = []
        self.plekken: list[Plek | None] = []
        self.index: dict[Plek, int] = {}
        self.regels: dict[Regel, None] = {}
        self.paren: list[tuple[Telling, int, int | None]] = []
        self.open_rest: set[int] = set()
        self._geknipt: dict[tuple[bool, str, str, str], list[list[str]]] = {}
        for telling in tellingen:
            self._opnemen(telling)
        self._totalen_aanvullen()
        self._verbinden()

    # Counts ---------------------------------------------------------------------------------

    def plek(self, telling: Telling, deel: str) -> Plek:
        """De plek van de teller of noemer. De dimensie route is hetzelfde als het filter route."""
        grootheid = self.hierarchie.grootheid(telling.indicator, deel)
        if telling.dimensie == "route" and not telling.route:
            return Plek(grootheid, telling.periode, telling.waarde, "", "")
        return Plek(grootheid, telling.periode, telling.route, telling.dimensie, telling.waarde)

    def _opnemen(self, telling: Telling) -> None:
        teller = self._nummer(self.plek(telling, "teller"), telling.teller)
        noemer = None
        if telling.noemer is not None:
            noemer = self._nummer(self.plek(telling, "noemer"), telling.noemer)
            if noemer != teller:
                # Nobody knows beforehand that all of them were counted.
                self.verbinden(noemer, [teller], rest=True)
                if telling.indicator in self.hierarchie.stappen:
                    self.open_rest.add(len(self.waarden) - 1)
        self.paren.append((telling, teller, noemer))

    def _nummer(self, plek: Plek, waarde: int) -> int:
        nummer = self.index.get(plek)
        if nummer is None:
            nummer = self.index[plek] = self.nieuw(plek, waarde)
        if self.waarden[nummer] != waarde:
            raise ValueError(f"{plek} is zowel {self.waarden[nummer]} als {waarde}")
        return nummer

    def nieuw(self, plek: Plek | None, waarde: int) -> int:
        """Neem een aantal op; zonder plek staat het nergens, maar is het er wel."""
        self.plekken.append(plek)
        self.waarden.append(waarde)
        return len(self.waarden) - 1

    def _totalen_aanvullen(self) -> None:
        """A total that nobody shows ties the breakdowns under it all the same."""
        som: dict[Plek, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for plek, nummer in self.index.items():
            if plek.dimensie:
                totaal = plek._replace(dimensie="", waarde="")
                som[totaal][plek.dimensie] += self.waarden[nummer]
        for totaal, per_dimensie in som.items():
            if totaal not in self.index:
                self.index[totaal] = self.nieuw(None, max(per_dimensie.values()))

    # Lines ----------------------------------------------------------------------------------

    def verbinden(self, geheel: int, delen_: list[int], *, rest: bool = False) -> None:
        """Voeg `geheel = som van delen (+ rest)` toe; wat elkaar overlapt krijgt losse regels.

        Without `rest` delen that add up are taken to be all there is.
        """
        over = self.waarden[geheel] - sum(self.waarden[deel] for deel in delen_)
        if over < 0:
            for deel in delen_ if len(delen_) > 1 else []:
                self.verbinden(geheel, [deel], rest=True)
            return
        if over or rest:
            delen_ = [*delen_, self.nieuw(None, over)]
        if delen_ != [geheel]:
            self.regels[Regel(geheel, tuple(delen_))] = None

    def _verbinden(self) -> None:
        groepen: dict[tuple[int, Plek], list[int]] = defaultdict(list)
        perioden: dict[tuple[str, str], set[str]] = defaultdict(set)
        for plek, nummer in list(self.index.items()):
            if plek.dimensie:
                groepen[0, plek._replace(waarde="")].append(nummer)
            if plek.route:
                groepen[1, plek._replace(route="")].append(nummer)
            for hoger in self._hogere(plek):
                groepen[2, hoger].append(nummer)
            perioden[plek.grootheid, plek.dimensie].add(plek.periode)
        for (soort, plek), nummers in groepen.items():
            # Kwalificaties stand under a niveau: in a line of their own, not of the total.
            geheel = plek._replace(dimensie="", waarde="") if soort == 0 else plek
            if soort == 2:
                geheel = plek._replace(dimensie=plek.dimensie.partition("<")[0])
            if geheel in self.index:
                self.verbinden(self.index[geheel], nummers)
        for plek in list(self.index):
            self._door_de_tijd(plek, perioden[plek.grootheid, plek.dimensie])
            self._grootheden_optellen(plek)

    def _hogere(self, plek: Plek) -> list[Plek]:
        boven = self.hierarchie.boven.get(plek.dimensie, {}).get(plek.waarde, {})
        return [
            plek._replace(dimensie=f"{dimensie}<{plek.dimensie}", waarde=waarde)
            for dimensie, waarde in boven.items()
        ]

    def _door_de_tijd(self, plek: Plek, perioden: set[str]) -> None:
        stand = self.is_stand(plek)
        soort = (stand, plek.grootheid, plek.dimensie, plek.periode)
        if soort not in self._geknipt:
            self._geknipt[soort] = (laatste if stand else delen)(plek.periode, perioden)
        for kortere in self._geknipt[soort]:
            nummers = [self.index.get(plek._replace(periode=periode)) for periode in kortere]
            if gevonden := [nummer for nummer in nummers if nummer is not None]:
                heel = stand or sum(map(_lang, kortere)) == _lang(plek.periode)
                self.verbinden(self.index[plek], gevonden, rest=not heel)

    def is_stand(self, plek: Plek) -> bool:
        """Of hier op één dag geteld wordt, in plaats van over een periode."""
        return plek.grootheid.partition(".")[0] in self.hierarchie.standen

    def _grootheden_optellen(self, plek: Plek) -> None:
        for geheel, namen in self.hierarchie.sommen:
            if plek.grootheid == geheel:
                nummers = [self.index.get(plek._replace(grootheid=naam)) for naam in namen]
                if gevonden := [nummer for nummer in nummers if nummer is not None]:
                    self.verbinden(self.index[plek], gevonden)

    def fase(self, nummer: int) -> tuple[int, int, str]:
        """Wanneer dit aantal aan de beurt is: de maand waarin zijn periode eindigt, en de trap.

        Totals go first, then routes, then one dimension at a time: where a breakdown cannot be
        published safely, only that breakdown goes.
        """
        plek = self.plekken[nummer]
        if plek is None:
            return -1, 0, ""
        trap = self.hierarchie.trap(plek.dimensie) if plek.dimensie else int(plek.route != "")
        return maanden(plek.periode).stop, trap, plek.dimensie


def _lang(periode: str) -> int:
    return len(maanden(periode))
