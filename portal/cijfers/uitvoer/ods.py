"""ODS, de open standaard voor rekenbladen die de overheid voorschrijft."""

from decimal import Decimal
from io import BytesIO

from odf.config import (
    ConfigItem,
    ConfigItemMapEntry,
    ConfigItemMapIndexed,
    ConfigItemMapNamed,
    ConfigItemSet,
)
from odf.dc import Language, Title
from odf.element import Element
from odf.number import Number, NumberStyle
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableColumnProperties, TextProperties
from odf.table import Table, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import P

from portal.cijfers.uitvoer.raster import Waarde
from portal.cijfers.uitvoer.werkmap import KOPREGEL, Blad, Werkmap

BREED = 60
TEKEN = 0.21  # width of a character in cm


def ods(werkmap: Werkmap) -> bytes:
    """Het bestand: bladen Toelichting en Begrippen, dan één tabel per blad.

    Title in A1, headers in row 3 and frozen, no merged cells. Every text is typed as text.
    """
    boek = OpenDocumentSpreadsheet()
    boek.meta.addElement(Title(text=werkmap.naam))
    boek.meta.addElement(Language(text="nl"))
    stijlen = _stijlen(boek)
    bladen = list(werkmap.bladen())
    for nummer, blad in enumerate(bladen):
        boek.spreadsheet.addElement(_tabel(boek, blad, nummer, stijlen))
    _vastzetten(boek, [blad.naam for blad in bladen])
    uit = BytesIO()
    boek.write(uit)
    return uit.getvalue()


def _stijlen(boek: OpenDocumentSpreadsheet) -> dict[str, Element]:
    vet = Style(name="vet", family="table-cell")
    vet.addElement(TextProperties(fontweight="bold"))
    titel = Style(name="titel", family="table-cell")
    titel.addElement(TextProperties(fontweight="bold", fontsize="14pt"))
    een_cijfer = NumberStyle(name="een-cijfer")
    een_cijfer.addElement(Number(decimalplaces=1, minintegerdigits=1))
    komma = Style(name="komma", family="table-cell", datastylename=een_cijfer)
    boek.automaticstyles.addElement(een_cijfer)
    for stijl in (vet, titel, komma):
        boek.automaticstyles.addElement(stijl)
    return {"vet": vet, "titel": titel, "komma": komma}


def _tabel(
    boek: OpenDocumentSpreadsheet, blad: Blad, nummer: int, stijlen: dict[str, Element]
) -> Element:
    tabel = Table(name=blad.naam)
    for kolom, kop in enumerate(blad.kop):
        langste = max([len(kop), *(len(str(regel[kolom])) for regel in blad.regels)])
        stijl = Style(name=f"kolom-{nummer}-{kolom}", family="table-column")
        breed = f"{(min(langste, BREED) + 2) * TEKEN:.2f}cm"
        stijl.addElement(TableColumnProperties(columnwidth=breed))
        boek.automaticstyles.addElement(stijl)
        tabel.addElement(TableColumn(stylename=stijl))
    boven = TableHeaderRows()
    boven.addElement(_regel([blad.titel], stijlen, stijlen["titel"]))
    boven.addElement(_regel([blad.noot], stijlen))
    boven.addElement(_regel(blad.kop, stijlen, stijlen["vet"]))
    tabel.addElement(boven)
    for regel in blad.regels:
        tabel.addElement(_regel(regel, stijlen))
    return tabel


def _regel(
    waarden: list[Waarde] | list[str], stijlen: dict[str, Element], stijl: Element | None = None
) -> Element:
    regel = TableRow()
    for waarde in waarden:
        regel.addElement(_cel(waarde, stijlen, stijl))
    return regel


def _cel(waarde: Waarde, stijlen: dict[str, Element], stijl: Element | None) -> Element:
    if isinstance(waarde, str):
        kenmerken = {"stylename": stijl} if stijl else {}
        cel = TableCell(valuetype="string", **kenmerken)
    else:
        kenmerken = {"stylename": stijlen["komma"]} if isinstance(waarde, Decimal) else {}
        cel = TableCell(valuetype="float", value=str(waarde), **kenmerken)
    cel.addElement(P(text=str(waarde)))
    return cel


def _vastzetten(boek: OpenDocumentSpreadsheet, namen: list[str]) -> None:
    """Keep the headers in view while scrolling, on each sheet."""
    zicht = ConfigItemSet(name="ooo:view-settings")
    weergaven = ConfigItemMapIndexed(name="Views")
    weergave = ConfigItemMapEntry()
    weergave.addElement(ConfigItem(name="ViewId", type="string", text="view1"))
    tabellen = ConfigItemMapNamed(name="Tables")
    for naam in namen:
        tabel = ConfigItemMapEntry(name=naam)
        for item, soort, waarde in (
            ("VerticalSplitMode", "short", "2"),
            ("VerticalSplitPosition", "int", str(KOPREGEL)),
            ("PositionBottom", "int", str(KOPREGEL)),
            ("ActiveSplitRange", "short", "2"),
        ):
            tabel.addElement(ConfigItem(name=item, type=soort, text=waarde))
        tabellen.addElement(tabel)
    weergave.addElement(tabellen)
    weergaven.addElement(weergave)
    zicht.addElement(weergaven)
    boek.settings.addElement(zicht)
