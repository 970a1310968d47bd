"""The life of one made-up traject: the steps it takes, and every row that they leave."""

import random
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

from trajecten import models as m

from .papieren import op, uitreiken

VANDAAG = date(2026, 11, 20)
NU = datetime(2026, 11, 20, 11, tzinfo=UTC)
EERSTE = date(2022, 2, 1)
GESTOPT = list(m.GestoptReden.values)
NIET_GESTART = list(m.NietGestartReden.values)


@dataclass
class Wereld:
    """The parties, and every row that is still to be written."""

    rng: random.Random
    gemeenten: list = field(default_factory=list)
    verwijzers: list = field(default_factory=list)
    scholen: list = field(default_factory=list)
    bedrijven: list = field(default_factory=list)
    kwalificaties: list = field(default_factory=list)
    door: m.Lidmaatschap = None
    jobcoach: m.Lidmaatschap = None
    nummers: count = field(default_factory=lambda: count(1))
    werkprocessen: dict = field(default_factory=dict)
    rijen: dict[type, list] = field(default_factory=dict)
    stappen: list = field(default_factory=list)

    def erbij(self, rij):
        """A row for later; the rows of one model are written together."""
        self.rijen.setdefault(type(rij), []).append(rij)
        return rij

    def feit(self, dag: date) -> dict:
        return {"door": self.door, "gebeurd_op": dag, "vastgelegd_op": op(dag)}

    def kans(self, deel: float) -> bool:
        return self.rng.random() < deel


class Verhaal:
    """One traject from the first day to where it is now; nothing lies after today."""

    def __init__(self, w: Wereld, mens: m.Kandidaat):
        self.w, self.mens, self.rng = w, mens, w.rng
        self.route = self.rng.choice(m.Route.values)
        self.kwalificatie = self.rng.choice(w.kwalificaties)
        self.status, self.dag = "", EERSTE + timedelta(days=self.rng.randrange(1740))
        self.traject = w.erbij(
            m.Traject(
                nummer=f"T-{next(w.nummers)}", kandidaat=mens,
                instelling=self.rng.choice(w.scholen), aangemaakt_op=op(self.dag),
            )
        )  # fmt: skip
        self.plaatsing, self.planregels, self.geleerd = None, [], False

    def later(self, minst: int, meest: int) -> bool:
        """Some days go by; False when that is after today."""
        nieuw = self.dag + timedelta(days=self.rng.randint(minst, meest))
        if nieuw > VANDAAG:
            return False
        self.dag = nieuw
        return True

    def stap(self, naar: str, reden: str = "", herstelt=None):
        rij = m.Statusovergang(
            traject=self.traject, van=self.status, naar=naar, reden_code=reden,
            op=op(self.dag, self.w.kans(0.05)), door=self.w.door, herstelt=herstelt,
        )  # fmt: skip
        self.w.stappen.append(rij)
        self.status = self.traject.status = naar
        return rij

    def vertellen(self) -> None:
        if self.w.kans(0.05):
            return self._overgenomen()
        self.stap("aangemeld")
        if self.w.kans(0.93):
            self._aanmelding()
        if self.later(2, 45):
            if self.w.kans(0.08):
                self.stap("niet_gestart", self.rng.choice(NIET_GESTART))
            else:
                self._intake()

    def _aanmelding(self) -> None:
        verwijzer = self.rng.choice([*self.w.verwijzers, *self.w.verwijzers[:4], None])
        self.w.erbij(
            m.Aanmelding(
                naam=self.mens.naam, telefoon="0612345678", taal="nl", wens="Leren",
                gemeente=self.rng.choice([self.mens.gemeente, *self.w.gemeenten[:3]]),
                uitleg_gegeven=True, verwijzer=verwijzer, sleutel=self._uuid(),
                gebeurd_op=self.dag - timedelta(days=self.rng.randrange(9)),
                vastgelegd_op=op(self.dag), status="doorgezet", traject=self.traject,
            )
        )  # fmt: skip

    def _uuid(self):
        return uuid.UUID(int=self.rng.getrandbits(128))

    def _intake(self, met_bpv: bool | None = None) -> None:
        if met_bpv is None:
            met_bpv = self.route != "certificaat" or self.w.kans(0.6)
        self.w.erbij(
            m.Intake(
                traject=self.traject, startkwalificatie=False, wens="Leren", route_reden="Past",
                met_bpv=met_bpv, **self.w.feit(self.dag),
            )
        )  # fmt: skip
        self.stap("intake")
        self.traject.route = self.route
        if not self.later(3, 60) or self.w.kans(0.05):
            return
        if self.w.kans(0.09):
            self.stap("niet_gestart", self.rng.choice(NIET_GESTART))
            return
        self.traject.kwalificatie = self.kwalificatie
        if met_bpv:
            self.stap("match")
            self._plek()
        else:
            self.stap("actief")
            self._leren()

    def _plek(self) -> None:
        """A match, a plan, and three signatures; any of it may fail."""
        if self.w.kans(0.06):
            self._plaatsing(vervallen=True)
        if not self.later(1, 30):
            return
        self._plaatsing()
        self.stap("plan")
        if not self.later(1, 20) or self.w.kans(0.05):
            return
        self.stap("pok_ter_ondertekening")
        if self.w.kans(0.07):
            self._overeenkomst(1, vervallen=True)
            self.stap("plan")
            self.stap("pok_ter_ondertekening")
            compleet = self._overeenkomst(2)
        else:
            compleet = self._overeenkomst(1)
        if self.w.kans(0.06) and not self.geleerd:
            self.stap("niet_gestart", self.rng.choice(NIET_GESTART))
        elif compleet:
            self.stap("actief")
            self._leren()

    def _plaatsing(self, vervallen: bool = False) -> None:
        begin = self.dag + timedelta(days=self.rng.randrange(-3, 30))
        rij = m.Plaatsing(
            traject=self.traject, leerbedrijf=self.rng.choice(self.w.bedrijven), begin=begin,
            eind=begin + timedelta(days=self.rng.randint(60, 300)),
            vervallen_op=op(self.dag) if vervallen else None,
        )  # fmt: skip
        self.w.erbij(rij)
        if not vervallen:
            self.plaatsing = rij
            self._planregels(rij)

    def _planregels(self, plaatsing) -> None:
        for volgorde, proces in enumerate(self.w.werkprocessen[self.kwalificatie], 1):
            regel = self.w.erbij(
                m.Planregel(
                    traject=self.traject, plaatsing=plaatsing, werkproces=proces,
                    volgorde=volgorde, crebo=self.kwalificatie.crebo, kerntaak_code="P1-K1",
                    kwalificatie_naam="Vak", kerntaak_titel="-", code=proces.code, titel="-",
                    vervallen_op=op(self.dag) if self.w.kans(0.05) else None,
                )
            )  # fmt: skip
            self.planregels.append(regel)

    def _overeenkomst(self, versie: int, vervallen: bool = False) -> bool:
        """Draw up and sign; True when all three signed."""
        rij = m.Praktijkovereenkomst(
            plaatsing=self.plaatsing, versie=versie, opgesteld_op=self.dag, door=self.w.door,
            inhoud={}, vervallen_op=op(self.dag) if vervallen else None,
        )  # fmt: skip
        self.w.erbij(rij)
        compleet = not vervallen and not self.w.kans(0.05)
        for partij in ("kandidaat", "leerbedrijf", "instelling")[: 3 if compleet else 2]:
            self.w.erbij(
                m.Ondertekening(
                    overeenkomst=rij, partij=partij, naam="Naam", **self.w.feit(self.dag)
                )
            )
            if partij != "instelling":
                self.later(0, 6)
        return compleet

    def _overgenomen(self) -> None:
        """A traject that ran before the portal knew it."""
        self.traject.route, self.traject.kwalificatie = self.route, self.kwalificatie
        self._plaatsing()
        self.plaatsing.begin = self.dag - timedelta(days=self.rng.randrange(10, 200))
        self._overeenkomst(1)
        self.stap("actief")
        self._leren()

    def _leren(self) -> None:
        self.geleerd = True
        if self.w.kans(0.08) and self.plaatsing and self.later(10, 60):
            self._verhuizen()
        self._aftekenen()
        if self.status != "actief":
            return
        lot = self.rng.random()
        if lot < 0.03 and self.later(0, 12):
            # Before or just after the first day; a mistake one time in two.
            self._stoppen(herstellen=self.w.kans(0.5))
        elif lot < 0.3 and self.later(5, 120):
            self._stoppen(herstellen=self.w.kans(0.12))
        elif lot < 0.34 and self.later(30, 200):
            self.einde_plaatsing()
            self.stap("doorgestroomd")
        elif lot < 0.85 and self.later(70, 320):
            uitreiken(self)

    def _verhuizen(self) -> None:
        """To another leerbedrijf: a new plaatsing with an overeenkomst of its own."""
        self.plaatsing.beeindigd_op = self.dag
        self.stap("match", "herplaatsing")
        self._plek()

    def _aftekenen(self) -> None:
        regels, self.planregels = self.planregels, []
        dag = self.dag
        for regel in regels:
            for volgnummer in range(1, self.rng.randrange(1, 4)):
                dag += timedelta(days=self.rng.randrange(1, 30))
                if dag > VANDAAG:
                    return
                rij = m.Aftekening(
                    planregel=regel, volgnummer=volgnummer, sleutel=self._uuid(),
                    niveau=self.rng.choice(("met_hulp", "onder_toezicht", "zelfstandig")),
                    **self.w.feit(dag),
                )  # fmt: skip
                self.w.erbij(rij)
                if self.w.kans(0.05):
                    self.w.erbij(m.Aftekeningintrekking(aftekening=rij, **self.w.feit(dag)))

    def einde_plaatsing(self, dag: date | None = None) -> None:
        if self.plaatsing:
            self.plaatsing.beeindigd_op = dag or self.dag

    def _stoppen(self, herstellen: bool) -> None:
        stop = self.stap("gestopt", self.rng.choice(GESTOPT))
        if herstellen:
            self.later(1, 5)
            self.stap("actief", herstelt=stop)
            if self.later(40, 200):
                uitreiken(self)
            return
        self.einde_plaatsing()
        if self.w.kans(0.1) and self.later(5, 20):
            self.stap("eindbeoordeling")
            if self.later(5, 20):
                uitreiken(self)
