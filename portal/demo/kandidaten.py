"""The people of the demo region: who, for what, where, and how far. All invented."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kandidaatverhaal:
    """One person and how far they are. `dagen`: how long ago the aanmelding was."""

    naam: str
    crebo: str
    bedrijf: str
    stand: str
    dagen: int
    bijzonder: str = ""
    verwijzer: int | None = 0
    route: str = "praktijkverklaring"
    taal: str = "nl"
    minderjarig: bool = False
    op_papier: bool = False
    duur: int = 150  # days of the praktijkovereenkomst

    @property
    def woont(self) -> int:
        """Where: a gemeente of the region, by its place in the list."""
        return 1 if self.verwijzer == 1 else 0

    @property
    def werkprocessen(self) -> int:
        """How many there are in the plan."""
        return 5 + self.dagen % 3

    def op_dag(self, offset: int) -> int:
        """How many days after the aanmelding this moment of the story came."""
        return offset


def _v(*args, **kwargs):
    return Kandidaatverhaal(*args, **kwargs)


VERHALEN = [
    # Still at the aanmeldpunt, or gone before a school took them.
    _v("Bilal Voorbeeld", "25743", "schakel", "aanmeldpunt", 1, taal="ar"),
    _v("Chantal Voorbeeld", "25960", "linde", "aanmeldpunt", 4, verwijzer=1),
    _v("Dawit Voorbeeld", "25180", "proeftuin", "aanmeldpunt", 9, taal="ti", verwijzer=None),
    _v("Esra Voorbeeld", "25743", "schakel", "teruggegeven", 6, taal="tr"),
    _v("Frans Voorbeeld", "25589", "schakel", "ingetrokken", 12, verwijzer=2),
    # At the school, before the start.
    _v("Gülsen Voorbeeld", "25960", "linde", "aangemeld", 2, taal="tr"),
    _v("Hassan Voorbeeld", "25743", "schakel", "aangemeld", 11, taal="ar", verwijzer=1),
    _v("Ilse Voorbeeld", "25741", "schakel", "intake", 15),
    _v("Jamal Voorbeeld", "25743", "schakel", "intake", 20, verwijzer=2),
    _v("Kees Voorbeeld", "25589", "schakel", "match", 24),
    _v("Larysa Voorbeeld", "25960", "linde", "match", 30, taal="uk", verwijzer=1),
    _v("Milan Voorbeeld", "25774", "schakel", "erkenning_aangevraagd", 33),
    _v("Nadia Voorbeeld", "25741", "linde", "plan", 36),
    _v("Omar Voorbeeld", "25743", "schakel", "plan_leeg", 38, taal="ar", verwijzer=2),
    _v("Priya Voorbeeld", "25180", "proeftuin", "pok", 42),
    _v("Quinten Voorbeeld", "25743", "schakel", "pok_half", 47, minderjarig=True),
    _v("Rosa Voorbeeld", "25960", "linde", "niet_gestart", 70, verwijzer=1),
    # Learning on the job.
    _v("Samira Voorbeeld", "25743", "schakel", "actief", 120, taal="ar"),
    _v("Tarik Voorbeeld", "25180", "proeftuin", "actief", 100, verwijzer=2),
    _v("Umar Voorbeeld", "25743", "schakel", "actief", 95, "kan_hier_niet"),
    _v("Vera Voorbeeld", "25960", "linde", "actief", 130, "kan_hier_niet", verwijzer=1),
    _v("Wout Voorbeeld", "25589", "schakel", "actief", 110, "stil"),
    _v("Xenia Voorbeeld", "25741", "schakel", "actief", 90, taal="uk"),
    _v("Yusuf Voorbeeld", "25743", "schakel", "actief", 140, "ingetrokken_aftekening", taal="tr"),
    _v("Zoë Voorbeeld", "25742", "proeftuin", "actief", 75, "net_begonnen"),
    _v("Anouk Voorbeeld", "25960", "linde", "actief", 115, "twee_opleiders", verwijzer=1),
    _v("Bram Voorbeeld", "25743", "schakel", "actief", 105, op_papier=True),
    _v("Cynthia Voorbeeld", "25180", "proeftuin", "onderbroken", 125),
    _v("Daan Voorbeeld", "25743", "schakel", "overgenomen", 60),
    _v("Elif Voorbeeld", "25960", "linde", "overgenomen", 80, taal="tr", verwijzer=1),
    # At the end.
    _v("Farida Voorbeeld", "25743", "schakel", "eindbeoordeling", 190, taal="fa"),
    _v("Gerrit Voorbeeld", "25589", "schakel", "eindbeoordeling", 185, verwijzer=2),
    _v("Hanna Voorbeeld", "25960", "linde", "teruggestuurd", 200),
    _v("Ibrahim Voorbeeld", "25743", "schakel", "schooloordeel", 205, taal="ar"),
    _v("Joke Voorbeeld", "25180", "proeftuin", "schooloordeel", 210, op_papier=True, verwijzer=1),
    _v("Karim Voorbeeld", "25743", "schakel", "tekenen", 215, "examens"),
    _v("Linda Voorbeeld", "25960", "linde", "half_getekend", 218, verwijzer=1),
    _v("Mehmet Voorbeeld", "25743", "schakel", "klopt_niet", 220, taal="tr"),
    _v("Nora Voorbeeld", "25589", "schakel", "bij_examencommissie", 225),
    _v("Olga Voorbeeld", "25960", "linde", "bij_examencommissie", 228, taal="uk", verwijzer=2),
    _v("Bea Voorbeeld", "25743", "schakel", "besloten", 231),
    _v("Cor Voorbeeld", "25960", "linde", "besloten", 233),
    _v("Peter-Jan D'Hondt", "25180", "proeftuin", "uitgegeven", 235),
    _v("Quirine van der Voorbeeld", "25960", "linde", "uitgereikt", 260, verwijzer=1),
    _v("Ștefan Țîrlea", "25743", "schakel", "uitgereikt", 270),
    _v("Ria Voorbeeld", "25743", "schakel", "uitgereikt", 280, op_papier=True),
    # Months after the end; see .nazorg for what they said.
    _v("Zara Voorbeeld", "25180", "proeftuin", "nazorg", 262, route="certificaat"),
    _v("Adil Voorbeeld", "25180", "proeftuin", "nazorg", 400, route="certificaat", taal="ar"),
    _v("Bo Voorbeeld", "25180", "proeftuin", "nazorg", 535, route="certificaat"),
    # Stopped.
    _v("Sjors Voorbeeld", "25743", "schakel", "gestopt", 150, "werk_gevonden"),
    _v("Tessa Voorbeeld", "25180", "proeftuin", "gestopt", 160, "verhuisd", verwijzer=1),
    # The other routes.
    _v("Ugur Voorbeeld", "25180", "proeftuin", "actief", 98, route="certificaat", taal="tr"),
    _v("Wilma Voorbeeld", "25180", "proeftuin", "schooloordeel", 206, route="certificaat"),
    _v("Xander Voorbeeld", "25180", "proeftuin", "bij_examencommissie", 230, route="certificaat"),
    _v("Yara Voorbeeld", "25180", "proeftuin", "nazorg", 265, route="certificaat"),
    _v("Vincent Voorbeeld", "25960", "linde", "actief", 102, "vrijstelling", 2, "diploma"),
    _v("Zeynep Voorbeeld", "25960", "linde", "schooloordeel", 232, route="diploma", taal="tr"),
    _v("Arjen Voorbeeld", "25743", "schakel", "bij_examencommissie", 250, route="diploma"),
]
