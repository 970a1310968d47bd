"""Bestanden om mee te nemen: CSV voor Excel, XLSX en ODS, uit een VeiligeTabel en niets anders."""

from portal.cijfers.uitvoer.csv_nl import csv_nl
from portal.cijfers.uitvoer.ods import ods
from portal.cijfers.uitvoer.werkmap import Werkmap
from portal.cijfers.uitvoer.xlsx import xlsx

__all__ = ["Werkmap", "csv_nl", "ods", "xlsx"]
