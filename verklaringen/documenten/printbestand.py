"""Het printbestand van een uitgiftereeks: een voorblad met de namen, en dan elk document op papier.

Samenvoegen breekt elk zegel: dit is om te printen en heet nergens het originele bestand.
"""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

import pikepdf

from verklaringen.pdf import RenderFout

from .drukken import drukken

TITEL = "Printbestand, niet het originele bestand"
# What only means something in the file it came from: the seal, links, the reading order.
LOS = ("/Annots", "/StructParents", "/Tabs")


class Regel(TypedDict):
    naam: str
    documenten: list[str]


class Inhoud(TypedDict):
    """`mensen` in the order of the pages."""

    reeks: str
    instelling: str
    gemaakt_op: str
    mensen: list[Regel]


def drukwerk(inhoud: Inhoud):
    """Werkdocument: het voorblad."""
    return drukken("printbestand", kop=TITEL, voet=inhoud["reeks"], b=inhoud)


def samenvoegen(voorblad: bytes, documenten: Iterable[bytes], naar: Path) -> int:
    """Write one PDF; each document begins on a new sheet, also when printed on both sides.

    Gives the number of pages. Raises: RenderFout when one of them cannot be read.
    """
    with pikepdf.new() as samen:
        for inhoud in (voorblad, *documenten):
            _erbij(samen, inhoud)
        samen.docinfo["/Title"] = TITEL
        samen.save(naar)
        return len(samen.pages)


def _erbij(samen: pikepdf.Pdf, inhoud: bytes) -> None:
    try:
        bron = pikepdf.open(io.BytesIO(inhoud))
    except pikepdf.PdfError as fout:
        raise RenderFout(f"een document is niet te lezen: {fout}") from fout
    for bladzijde in bron.pages:
        for sleutel in LOS:
            if sleutel in bladzijde:
                del bladzijde[sleutel]
    samen.pages.extend(bron.pages)
    if len(bron.pages) % 2:
        samen.add_blank_page(page_size=_maat(bron.pages[0]))


def _maat(bladzijde: pikepdf.Page) -> tuple[float, float]:
    links, onder, rechts, boven = (float(waarde) for waarde in bladzijde.mediabox)
    return rechts - links, boven - onder
