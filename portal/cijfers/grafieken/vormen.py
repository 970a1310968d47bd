"""Waaruit een grafiek bestaat: vormen met hun kenmerken, in een vlak van vaste breedte.

Presentation attributes and no classes: so the drawing looks the same on a screen, from a printer
and in WeasyPrint, under a policy that allows no inline style. Coordinates are whole numbers, so
that no language setting can put a comma in them.
"""

from dataclasses import dataclass, field
from textwrap import wrap

from portal.cijfers.tabellen import VeiligeTabel

# At 390 px the drawing is 350 wide and the text 12 px; on a laptop it stops growing at 19 px.
BREED = 440
LETTER = 15
KLEIN = 13
GEWOON, VET = 8, 9  # width of one character of LETTER, counted generously

INKT = "#17252a"  # 15:1 on white
ZACHT = "#46555b"  # 7.8:1
RAND = "#6d797e"  # 4.4:1
ACCENT = "#0c5747"  # 8.5:1
TWEEDE = "#9a4a00"  # 6.2:1
BAND = "#e1f0ea"  # only ever inside a RAND outline
BAAN = "#ece7dc"  # background of a bar, carries no meaning
WIT = "#ffffff"
FAMILIE = "system-ui, 'Noto Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Vorm:
    """Een SVG-element met zijn kenmerken (op volgorde) en zijn tekst."""

    soort: str
    kenmerken: tuple[tuple[str, str], ...]
    tekst: str = ""


@dataclass
class Grafiek:
    """Een getekende tabel. `vormen` van achter naar voor; `hoogte` in eenheden van de viewBox."""

    tabel: VeiligeTabel
    hoogte: int = 0
    vormen: list[Vorm] = field(default_factory=list)
    arcering: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.tabel, VeiligeTabel):
            raise TypeError("een grafiek wordt alleen van een VeiligeTabel getekend")

    @property
    def kader(self) -> str:
        """De viewBox, met ruimte voor een dikke rand aan beide kanten."""
        return f"-4 -2 {BREED + 8} {self.hoogte + 4}"

    def vorm(self, soort: str, tekst: str = "", **kenmerken: str | int | float) -> None:
        """Voeg een element toe: `stroke_width=2` wordt stroke-width="2"."""
        paren = ((naam.replace("_", "-"), _getal(waarde)) for naam, waarde in kenmerken.items())
        self.vormen.append(Vorm(soort, tuple(paren), tekst))

    def vlak(self, x: float, y: float, breed: float, hoog: float, fill: str, **meer: str) -> None:
        self.vorm("rect", x=x, y=y, width=breed, height=hoog, fill=fill, **meer)

    def streep(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str = RAND, *,
        stroke_width: int = 1, stroke_dasharray: str = "none",
    ) -> None:  # fmt: skip
        self.vorm(
            "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=stroke_width,
            stroke_dasharray=stroke_dasharray,
        )  # fmt: skip

    def schrijf(
        self, x: float, y: float, tekst: str, *, anker: str = "start", grootte: int = LETTER,
        kleur: str = INKT, dik: bool = False,
    ) -> None:  # fmt: skip
        self.vorm(
            "text", tekst, x=x, y=y, fill=kleur, font_size=grootte, font_family=FAMILIE,
            text_anchor=anker, font_weight="650" if dik else "400",
        )  # fmt: skip

    def stip(self, x: float, y: float, kleur: str = ACCENT) -> None:
        """Dicht rondje: een getal van de kijker zelf."""
        self.vorm("circle", cx=x, cy=y, r=6, fill=kleur, stroke=WIT, stroke_width=2)

    def ruit(self, x: float, y: float) -> None:
        """Open ruit: een getal van de regio."""
        hoeken = ((x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y))
        punten = " ".join(_getal(getal) for hoek in hoeken for getal in hoek)
        self.vorm("polygon", points=punten, fill=WIT, stroke=TWEEDE, stroke_width=2)

    def open_rondje(self, x: float, y: float) -> None:
        """Op deze plek is iets, en het zijn te weinig mensen om te tonen."""
        self.vorm(
            "circle", cx=x, cy=y, r=6, fill=WIT, stroke=ZACHT, stroke_width=2,
            stroke_dasharray="3 2",
        )  # fmt: skip

    def kopregel(self, y: int, kop: str, waarde: str) -> int:
        """Naam links en waarde rechts, in zoveel regels als nodig. Returns: de y eronder."""
        over = BREED - VET * len(waarde) - 12
        regels = wrap(kop, max(over // GEWOON, 14)) or [""]
        for nummer, regel in enumerate(regels):
            self.schrijf(0, y + LETTER + 19 * nummer, regel)
        self.schrijf(BREED, y + LETTER, waarde, anker="end", dik=True)
        return y + 19 * len(regels) + 4


def _getal(waarde: str | int | float) -> str:
    return waarde if isinstance(waarde, str) else str(round(waarde))
