"""XLSX voor Excel."""

from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from portal.cijfers.uitvoer.raster import Waarde
from portal.cijfers.uitvoer.werkmap import KOPREGEL, Blad, Werkmap

BREED = 60


def xlsx(werkmap: Werkmap) -> bytes:
    """Het bestand: bladen Toelichting en Begrippen, dan één tabel per blad.

    Title in A1, headers in row 3 and frozen, no merged cells, no colour with a meaning. Every
    text is typed as text. Memory does not grow with the number of rows.
    """
    boek = Workbook(write_only=True)
    boek.properties.title = werkmap.naam
    boek.properties.creator = "Praktijkleren"
    boek.properties.language = "nl"
    for blad in werkmap.bladen():
        _schrijven(boek, blad)
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _schrijven(boek: Workbook, blad: Blad) -> None:
    werkblad = boek.create_sheet(blad.naam)
    werkblad.freeze_panes = f"A{KOPREGEL + 1}"
    for nummer, kop in enumerate(blad.kop):
        langste = max([len(kop), *(len(str(regel[nummer])) for regel in blad.regels)])
        werkblad.column_dimensions[chr(ord("A") + nummer)].width = min(langste + 2, BREED)
    werkblad.append([_cel(werkblad, blad.titel, Font(bold=True, size=14))])
    werkblad.append([_cel(werkblad, blad.noot)])
    werkblad.append([_cel(werkblad, kop, Font(bold=True)) for kop in blad.kop])
    for regel in blad.regels:
        werkblad.append([_cel(werkblad, waarde) for waarde in regel])


def _cel(werkblad: object, waarde: Waarde, letter: Font | None = None) -> WriteOnlyCell:
    cel = WriteOnlyCell(werkblad, waarde)
    if isinstance(waarde, str):
        cel.data_type = "s"
        cel.alignment = Alignment(wrap_text=len(waarde) > BREED, vertical="top")
    elif isinstance(waarde, Decimal):
        cel.number_format = "0.0"
    if letter:
        cel.font = letter
        cel.alignment = Alignment(vertical="top")
    return cel
