"""Which dossiers belong to which figure: every viewer, period, route and breakdown, one by one."""

from collections import defaultdict
from datetime import date, timedelta

from portal.cijfers.indicatoren import INDICATOREN

from .langzaam import STANDEN, VRAGEN, antwoord, kwartielen, nodig_en_er

VERDEELT = {"reden", "klasse", "stopmaand", "document", "waar", "stap"}
MENSEN = {"I01", "I04", "I08"}


def kwartaaleind(jaar, nummer):
    return date(jaar + nummer // 4, nummer * 3 % 12 + 1, 1) - timedelta(days=1)


def periodes_van(dag, eerste_jaar, laatste_jaar):
    """{code: last day} of every fixed period that this day is in."""
    nummer, jaar = (dag.month + 2) // 3, dag.year
    school = jaar if dag.month >= 8 else jaar - 1
    gevonden = {
        f"{jaar}-K{nummer}": kwartaaleind(jaar, nummer),
        f"{jaar}": date(jaar, 12, 31),
        f"{school}/{school + 1}": date(school + 1, 7, 31),
    }
    for eind in range(jaar, laatste_jaar + 1):
        for begin in range(max(eind - 3, eerste_jaar), min(jaar, eind - 1) + 1):
            gevonden[f"{begin}-{eind}"] = date(eind, 12, 31)
    return {code: eind for code, eind in gevonden.items() if eind >= date(eerste_jaar, 1, 1)}


def maanden_erbij(dag, aantal):
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    volgende = date(jaar + (maand + 1) // 12, (maand + 1) % 12 + 1, 1)
    return min(volgende - timedelta(days=1), date(jaar, maand + 1, 1) + timedelta(dag.day - 1))


def kijkers_van(dossier):
    yield "gemeente", dossier.gemeente
    yield "instelling", dossier.instelling
    yield "regio", dossier.regio
    if dossier.werkbedrijf:
        yield "sociaal_werkbedrijf", dossier.werkbedrijf


def waarde_van(dossier, dimensie, kijker, maand, dag):
    match dimensie:
        case "doelgroep":
            return dossier.doelgroep if dossier.verwijzer_soort == kijker else ""
        case "klasse":
            dagen = (dag - dossier.aangemeld).days
            return "0-14" if dagen <= 14 else "15-42" if dagen <= 42 else (
                "43-90" if dagen <= 90 else "90+"
            )  # fmt: skip
        case "stopmaand":
            gestopt = dossier.gestart and dossier.einde == "gestopt"
            dagen = (dossier.geeindigd - dossier.gestart).days if gestopt else None
            return "" if dagen is None else min(dagen // 30 + 1, 25)
        case "uitkering":
            return dossier.uitkering
        case "waar":
            return dossier.waar[maand]
        case "stap":
            return f"{dossier.stap}>{dossier.volgende.stap if dossier.volgende else ''}"
        case "van":
            return dossier.stap
    gevonden = getattr(dossier, dimensie)
    return "" if gevonden is None else gevonden


def mag_doelgroep(kijker, dossier):
    """Who wrote it down reads it: a gemeente what gemeenten did, a school never."""
    return dossier.verwijzer_soort == ("gemeente" if kijker == "regio" else kijker)


def mag(kijker, dimensie):
    if dimensie == "doelgroep":
        return kijker in ("gemeente", "sociaal_werkbedrijf")
    return dimensie != kijker


class Figuur:
    """One indicator (and month) over all dossiers."""

    def __init__(self, code, maand, dossiers, vandaag):
        self.code, self.maand, self.vandaag = code, maand, vandaag
        self.dossiers, self.definitie = dossiers, INDICATOREN[code]
        dagen = [d.aangemeld for d in dossiers] + [d.gestart for d in dossiers if d.gestart]
        self.eerste_jaar = max(vandaag.year - 4, min(dagen).year)
        self.noemer = (VRAGEN.get(code) or STANDEN[code])[-1]
        self.cellen = defaultdict(list)

    def cijfers(self):
        """{cell: (teller, noemer, onbekend, personen, mediaan, p25, p75, bijdragers)}"""
        if self.code in STANDEN:
            self._standen()
        else:
            self._verlopen()
        cijfers = {plek: self._cijfer(plek, rijen) for plek, rijen in self.cellen.items()}
        cijfers = cijfers | self._regio_zonder()
        return {plek: cijfer for plek, cijfer in cijfers.items() if cijfer and plek[0] != "regio"}

    def _verlopen(self):
        wanneer, telt, erin, _ = VRAGEN[self.code]
        for dossier in self.dossiers:
            dag = getattr(dossier, wanneer)
            if not dag or dag > self.vandaag or not telt(dossier):
                continue
            if erin is None:
                uitslag = antwoord(self.code, dossier, self.maand)
            else:
                uitslag = "ja" if erin(dossier) else "nee"
            if uitslag is None:
                continue
            for periode, eind in periodes_van(dag, self.eerste_jaar, self.vandaag.year).items():
                if not self.maand or maanden_erbij(eind, self.maand) <= self.vandaag:
                    self._erbij(dossier, uitslag, periode, dag)

    def _standen(self):
        bij, is_teller, _ = STANDEN[self.code]
        einden = {}
        dag = date(self.eerste_jaar, 1, 1)
        while dag <= self.vandaag:
            einden |= periodes_van(dag, self.eerste_jaar, self.vandaag.year)
            dag += timedelta(days=28)
        einden |= periodes_van(self.vandaag, self.eerste_jaar, self.vandaag.year)
        for periode, eind in einden.items():
            if len(periode) == 9 and "-" in periode:
                continue  # a stand is never over years
            dag = min(eind, self.vandaag)
            for dossier in self.dossiers:
                if bij(dossier, dag):
                    uitslag = "ja" if is_teller(dossier, dag) else "nee"
                    self._erbij(dossier, uitslag, periode, dag)

    def _erbij(self, dossier, uitslag, periode, dag):
        jaren = len(periode) == 9 and "-" in periode
        for kijker, pk in kijkers_van(dossier):
            if self.code == "I19" and not mag_doelgroep(kijker, dossier):
                continue
            if jaren and kijker not in ("gemeente", "regio"):
                continue  # years together are for the council
            for route in {""} if jaren or kijker == "regio" else {"", dossier.route}:
                self.cellen[kijker, pk, periode, route, "", ""].append((dossier, uitslag))
                # Only calendar years, of all routes; and not the region.
                geheel = len(periode) != 4 or route or kijker == "regio"
                for dimensie in () if geheel else self.definitie.dimensies:
                    verdeelt = dimensie.value in VERDEELT
                    if not mag(kijker, dimensie.value) or (verdeelt and uitslag != "ja"):
                        continue
                    waarde = waarde_van(dossier, dimensie.value, kijker, self.maand, dag)
                    plek = kijker, pk, periode, route, dimensie.value, str(waarde)
                    self.cellen[plek].append((dossier, uitslag))

    def _cijfer(self, plek, rijen):
        kijker, pk, periode, route, dimensie, _ = plek
        heel = self.cellen[kijker, pk, periode, route, "", ""] if dimensie in VERDEELT else rijen
        teller, noemer, onbekend = self._tel(rijen, heel)
        if not teller and not noemer and not onbekend:
            return None
        spreiding = (None,) * 3
        if self.code == "I06":
            p25, mediaan, p75 = kwartielen(
                sorted((dossier.gestart - dossier.aangemeld).days for dossier, _ in rijen)
            )
            spreiding = mediaan, p25, p75
        mensen = None
        if self.code in MENSEN and not dimensie:
            mensen = len({dossier.mens for dossier, uitslag in rijen if uitslag == "ja"})
        bij = len({dossier.gemeente for dossier, _ in rijen}) if kijker == "regio" else None
        if self.code in ("I13", "I27") and kijker == "regio":
            bij = len({d.gemeente for d, _ in rijen if self._tel([(d, "ja")], [(d, "ja")])[1]})
        return (
            teller, noemer if self.noemer else None, onbekend if self.maand else None, mensen,
            *spreiding, bij,
        )  # fmt: skip

    def _tel(self, rijen, heel):
        if self.code == "I13":
            return (
                sum(dossier.zelfstandig for dossier, _ in rijen),
                sum(dossier.gepland_werk for dossier, _ in rijen), 0,
            )  # fmt: skip
        if self.code == "I27":
            paren = [nodig_en_er(dossier) for dossier, _ in rijen]
            return sum(er for _, er in paren), sum(nodig for nodig, _ in paren), 0
        if self.code == "I25":
            return len({dossier.leerbedrijf for dossier, _ in rijen}), 1, 0
        uitslagen = [uitslag for _, uitslag in rijen]
        geheel = [uitslag for _, uitslag in heel]
        onbekend = geheel.count("onbekend")
        return uitslagen.count("ja"), len(geheel) - onbekend, onbekend

    def _regio_zonder(self):
        """For each gemeente that has this figure: the totals of its region without itself."""
        if self.code == "I25":
            return {}
        eigen = {
            rijen[0][0].gemeente: rijen[0][0].regio
            for (kijker, *_), rijen in self.cellen.items()
            if kijker == "gemeente"
        }
        zonder = {}
        for (kijker, pk, periode, route, _, _), rijen in list(self.cellen.items()):
            if kijker != "regio" or (len(periode) == 9 and "-" in periode):
                continue
            for gemeente in (g for g, regio in eigen.items() if regio == pk):
                anderen = [paar for paar in rijen if paar[0].gemeente != gemeente]
                plek = "regio_zonder", gemeente, periode, route, "", ""
                cijfer = self._cijfer(plek, anderen) if anderen else None
                if cijfer:
                    van_regio = self._cijfer((kijker, pk, periode, route, "", ""), rijen)
                    zonder[plek] = (*cijfer[:3], None, *cijfer[4:7], van_regio[7])
        return zonder
