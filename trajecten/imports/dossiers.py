"""Read SBB's own dossier file (XML of the kwalificatieregister).

The file holds no codes: they are composed from the `hoofdstuk` numbers. Nothing outside the file is
ever read, and a file with a DOCTYPE or ENTITY is refused.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from lxml import etree

from ..models import Kwalificatiedossier
from .gegevens import DossierGegeven, KerntaakGegeven, KwalificatieGegeven, WerkprocesGegeven

GROOTST = 50 * 1024 * 1024
VASTGESTELD = "Vastgesteld"
VERBODEN = "een DOCTYPE of ENTITY is niet toegestaan"
CREBO = re.compile(r"[0-9]{5}")
NUMMER = re.compile(r"[1-9][0-9]{0,3}")
# A DOCTYPE can only stand before the first element: seen there, nothing is parsed at all.
BESMET = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*+(?=<!)", re.DOTALL)
Element: TypeAlias = etree._Element


@dataclass(frozen=True)
class Fout:
    """Waarom een bestand niet gelezen kan worden, en op welke regel."""

    regel: int
    reden: str

    def __str__(self) -> str:
        return f"regel {self.regel}: {self.reden}"


class Onleesbaar(Exception):
    """Dit bestand wordt niet ingelezen; `fouten` zegt per regel waarom."""

    def __init__(self, fouten: list[Fout]):
        super().__init__("; ".join(map(str, fouten)))
        self.fouten = fouten


@dataclass
class Gelezen:
    """Wat er in één bestand staat: dossierversies, en wat met reden is overgeslagen."""

    dossiers: list[DossierGegeven] = field(default_factory=list)
    overgeslagen: list[Fout] = field(default_factory=list)

    def telling(self) -> Counter[str]:
        return sum((dossier.telling() for dossier in self.dossiers), Counter())


def lezen(inhoud: bytes) -> Gelezen:
    """Lees de dossiers uit de bytes van een bestand. Raises: Onleesbaar met alle fouten."""
    lezer = _Lezer(_boom(inhoud))
    gelezen = lezer.alles()
    if not gelezen.dossiers and not gelezen.overgeslagen and not lezer.fouten:
        lezer.fout(lezer.wortel, "er staat geen dossier in dit bestand")
    if lezer.fouten:
        raise Onleesbaar(sorted(set(lezer.fouten), key=lambda fout: (fout.regel, fout.reden)))
    return gelezen


def _boom(inhoud: bytes) -> Element:
    if len(inhoud) > GROOTST:
        raise Onleesbaar([Fout(1, f"het bestand is groter dan {GROOTST // 1024 // 1024} MB")])
    if gevonden := BESMET.match(inhoud):
        raise Onleesbaar([Fout(inhoud[: gevonden.end()].count(b"\n") + 1, VERBODEN)])
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        wortel = etree.fromstring(inhoud, parser)
    except etree.XMLSyntaxError as fout:
        raise Onleesbaar([Fout(fout.lineno or 1, f"geen geldige XML ({fout.msg})")]) from fout
    info = wortel.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise Onleesbaar([Fout(1, VERBODEN)])
    if (info.encoding or "UTF-8").upper() != "UTF-8":
        raise Onleesbaar([Fout(1, f"de codering is {info.encoding}; alleen UTF-8 kan")])
    if wortel.tag != "sbb":
        raise Onleesbaar([Fout(1, f"dit is geen bestand van SBB: het begint met <{wortel.tag}>")])
    return wortel


class _Lezer:
    """Walks the tree and gathers every fault, so that one look at the report is enough."""

    def __init__(self, wortel: Element):
        self.wortel = wortel
        self.fouten: list[Fout] = []
        self.sectorkamers = {
            kamer.get("nr"): netjes(kamer.get("titel"))
            for kamer in wortel.iterfind("sectorkamers/sectorkamer")
        }

    def fout(self, element: Element, reden: str) -> None:
        self.fouten.append(Fout(element.sourceline or 1, reden))

    def alles(self) -> Gelezen:
        gelezen = Gelezen()
        gezien = set()
        for dossier in self.wortel.iterfind("dossiers/dossier"):
            status = netjes(dossier.get("status"))
            if status != VASTGESTELD:
                reden = f"dossier {dossier.get('nr')} heeft status “{status}”, niet {VASTGESTELD}"
                gelezen.overgeslagen.append(Fout(dossier.sourceline or 1, reden))
                continue
            for gegeven in self.dossier(dossier):
                sleutel = (gegeven.sbb_nr, gegeven.crebo, gegeven.geldig_vanaf)
                if sleutel in gezien:
                    self.fout(dossier, f"dossier {gegeven.crebo} staat twee keer in dit bestand")
                gezien.add(sleutel)
                gelezen.dossiers.append(gegeven)
        return gelezen

    def dossier(self, element: Element) -> Iterator[DossierGegeven]:
        """One dossier per dossiercrebo: each ministerie has its own crebo for the same content."""
        crebos = element.findall("dossiercrebos/dossiercrebo")
        nr = self.verplicht(element, "nr")
        naam = self.verplicht(element, "titel")
        if not crebos:
            self.fout(element, f"dossier {nr} heeft geen dossiercrebo")
        basis = self.kerntaken(
            element.findall("basis/basistaken/basiskerntaken/kerntaak"),
            "B1",
            "basiswerkprocessen/werkproces",
        )
        for crebo in crebos:
            yield DossierGegeven(
                crebo=self.crebo(crebo),
                naam=naam,
                bron=Kwalificatiedossier.Bron.SBB,
                sbb_nr=nr,
                versie=netjes(element.get("versie")),
                geldig_vanaf=self.datum(crebo, "Geldig_vanaf", verplicht=True),
                geldig_tot=self.datum(crebo, "Datum_einde_opleiding"),
                sectorkamer=self.sectorkamer(element),
                basis=basis,
                kwalificaties=tuple(self.kwalificaties(element, crebo, len(crebos) > 1)),
            )

    def sectorkamer(self, dossier: Element) -> str:
        verwijzing = next(dossier.iterfind(".//sectorkamer[@referentie]"), None)
        if verwijzing is None:
            return ""
        naam = self.sectorkamers.get(verwijzing.get("referentie"), "")
        kort = naam.removeprefix("Sectorkamer ")
        return kort[:1].upper() + kort[1:]

    def kwalificaties(
        self, dossier: Element, dossiercrebo: Element, per_ministerie: bool
    ) -> Iterator[KwalificatieGegeven]:
        """A `profiel` without `nr` is only a reference to one: skipped."""
        gezien: set[str] = set()
        for profiel in dossier.iterfind("profielen/profiel[@nr]"):
            deel = f"P{self.nummer(profiel)}"
            crebos = profiel.findall("creboinformatie/crebo")
            if not crebos:
                self.fout(profiel, f"profiel {profiel.get('nr')} heeft geen crebo")
            if per_ministerie:
                ministerie = dossiercrebo.get("ministerie")
                crebos = [crebo for crebo in crebos if crebo.get("ministerie") == ministerie]
            taken = self.kerntaken(
                profiel.findall("profielkerntaken/kerntaak"),
                deel,
                "profielwerkprocessen/werkproces",
            )
            for crebo in crebos:
                nummer = self.crebo(crebo)
                if nummer in gezien:
                    self.fout(crebo, f"crebo {nummer} staat twee keer in dit dossier")
                gezien.add(nummer)
                yield KwalificatieGegeven(
                    crebo=nummer,
                    naam=self.verplicht(profiel, "titel"),
                    niveau=self.niveau(profiel),
                    profiel=deel,
                    geldig_vanaf=self.datum(crebo, "Geldig_vanaf", verplicht=True),
                    einde_instroom=self.datum(crebo, "Datum_einde_instroom"),
                    einde_opleiding=self.datum(crebo, "Datum_einde_opleiding"),
                    kerntaken=taken,
                )

    def kerntaken(
        self, elementen: list[Element], deel: str, pad: str
    ) -> tuple[KerntaakGegeven, ...]:
        taken = []
        for element, code in self.met_code(elementen, f"{deel}-K"):
            regels = self.met_code(element.findall(pad), f"{code}-W")
            taken.append(
                KerntaakGegeven(
                    code=code,
                    titel=self.verplicht(element, "titel"),
                    titel_ruw=element.get("titel") or "",
                    werkprocessen=tuple(
                        WerkprocesGegeven(
                            nummer, self.verplicht(regel, "titel"), regel.get("titel") or ""
                        )
                        for regel, nummer in regels
                    ),
                )
            )
        return tuple(taken)

    def met_code(self, elementen: list[Element], voor: str) -> list[tuple[Element, str]]:
        """Each element with its code, in the order of the codes; a code may stand only once."""
        genummerd = [(self.nummer(element), element) for element in elementen]
        for nummer, aantal in Counter(nummer for nummer, _ in genummerd if nummer).items():
            if aantal > 1:
                dubbel = [element for ander, element in genummerd if ander == nummer]
                self.fout(dubbel[-1], f"code {voor}{nummer} staat {aantal} keer in dit deel")
        genummerd.sort(key=lambda paar: paar[0])
        return [(element, f"{voor}{nummer}") for nummer, element in genummerd]

    def verplicht(self, element: Element, naam: str) -> str:
        waarde = netjes(element.get(naam))
        if not waarde:
            self.fout(element, f"<{element.tag}> heeft geen {naam}")
        return waarde

    def nummer(self, element: Element) -> int:
        waarde = (element.get("hoofdstuk") or "").strip()
        if NUMMER.fullmatch(waarde):
            return int(waarde)
        wat = f"<{element.tag} nr=“{element.get('nr')}”>"
        if waarde:
            self.fout(element, f"hoofdstuk “{waarde}” van {wat} is geen nummer")
        else:
            self.fout(element, f"{wat} heeft geen hoofdstuk, dus geen code")
        return 0

    def niveau(self, profiel: Element) -> int:
        waarde = (profiel.get("niveau") or "").strip()
        if waarde in ("1", "2", "3", "4"):
            return int(waarde)
        self.fout(profiel, f"niveau “{waarde}” is geen 1, 2, 3 of 4")
        return 0

    def crebo(self, element: Element) -> str:
        waarde = (element.text or "").strip()
        if not CREBO.fullmatch(waarde):
            self.fout(element, f"crebo “{waarde}” heeft geen 5 cijfers")
        return waarde

    def datum(self, element: Element, naam: str, *, verplicht: bool = False) -> date | None:
        waarde = (element.get(naam) or "").strip()
        if not waarde:
            if verplicht:
                self.fout(element, f"<{element.tag}> heeft geen {naam}")
            return None
        try:
            return datetime.strptime(waarde, "%d-%m-%Y").date()
        except ValueError:
            self.fout(element, f"{naam} “{waarde}” is geen datum dd-mm-jjjj")
            return None


def netjes(tekst: str | None) -> str:
    """De tekst zonder dubbele witruimte en zonder witruimte aan de randen."""
    return " ".join((tekst or "").split())
