"""A traject as somebody with a pencil would see it, for counting by hand."""

from dataclasses import dataclass, field
from datetime import date

NIET_UITVAL = {"werk_gevonden", "opleiding_gestart"}
STIL = {"praktijkverklaring": 21, "certificaat": 28, "diploma": 35}


@dataclass
class Dossier:
    """What the rows say about one traject, on the day of counting."""

    pk: int
    mens: int
    route: str
    niveau: int | None
    sector: str
    kwalificatie: int | None
    instelling: int
    gemeente: int
    regio: int
    verwijzer: int | None
    verwijzer_soort: str
    werkbedrijf: int | None
    leerbedrijf: int | None = None
    overgenomen: bool = False
    met_bpv: bool = True
    aangemeld: date | None = None
    intake: date | None = None
    akkoord: date | None = None
    gestart: date | None = None
    gepland: date | None = None
    geeindigd: date | None = None
    leerdag: date | None = None
    einde: str = ""
    reden: str = ""
    document: str = ""
    document_op: date | None = None
    tekens: list = field(default_factory=list)
    gepland_werk: int = 0
    zelfstandig: int = 0
    volgende: "Dossier | None" = None
    doelgroep: str = ""
    met_uitkering: bool | None = None
    werk: dict = field(default_factory=lambda: {3: "onbekend", 6: "onbekend", 12: "onbekend"})
    waar: dict = field(default_factory=lambda: {3: "", 6: "", 12: ""})
    uitkering: str = ""
    leert_door: bool = False

    @property
    def stap(self):
        return f"diploma-{self.niveau}" if self.route == "diploma" and self.niveau else self.route

    @property
    def uitval(self):
        zonder = self.einde == "gestopt" and not self.document and self.reden not in NIET_UITVAL
        return zonder and (self.gepland is None or self.geeindigd < self.gepland)

    @property
    def positief(self):
        if self.document:
            return False
        gestopt = self.einde == "gestopt" and self.reden in NIET_UITVAL
        return gestopt or self.einde == "doorgestroomd"

    def loopt_op(self, dag):
        begonnen = self.gestart is not None and self.gestart <= dag
        return begonnen and (self.geeindigd is None or self.geeindigd > dag)

    def wacht_op(self, dag):
        begonnen = self.gestart is not None and self.gestart <= dag
        klaar = self.geeindigd is not None and self.geeindigd <= dag
        return self.aangemeld <= dag and not begonnen and not klaar

    def stil_op(self, dag):
        laatste = max([teken for teken in self.tekens if teken <= dag], default=self.gestart)
        return self.route in STIL and (dag - laatste).days > STIL[self.route]
