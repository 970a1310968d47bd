"""A zip that somebody offers: one CSV and the scans it names. Nothing is unpacked to disk.

What the zip says about itself is looked at first, and not believed: each file is read to its own
limit and no further, so that a small zip cannot become a large one.
"""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from .scans import SCAN_MAX
from .tabel import Onbruikbaar

ZIP_MAX = 100 * 1024 * 1024
UITGEPAKT_MAX = 250 * 1024 * 1024
INHOUD_MAX = 300  # files in one zip
CSV_MAX = 2 * 1024 * 1024
VERHOUDING_MAX = 200  # a scan of white paper shrinks a lot, and a bomb much more
SCANSOORTEN = (".pdf", ".jpg", ".jpeg", ".png")
ZIPSOORTEN = (".zip", ".7z", ".rar", ".gz", ".tar")
ZIPBEGIN = (b"PK\x03\x04", b"PK\x05\x06")
MB = 1024 * 1024
FOUTEN = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, EOFError,
    NotImplementedError, RuntimeError,
)  # fmt: skip


class Inleeszip:
    """One opened zip, judged as a whole. Raises: Onbruikbaar with what to do about it."""

    def __init__(self, bestand: BinaryIO):
        try:
            self.zip = zipfile.ZipFile(bestand)
        except FOUTEN as fout:
            raise Onbruikbaar(
                "Dit is geen zip, of hij is beschadigd. Zet de CSV en de scans samen in één zip."
            ) from fout
        self.inhoud = dict(self._delen())
        tabellen = [naam for naam in self.inhoud if naam.endswith(".csv")]
        if len(tabellen) != 1:
            raise Onbruikbaar(
                "In de zip zit geen CSV-bestand. Zet er één bij, met één regel per traject."
                if not tabellen
                else f"In de zip zitten {len(tabellen)} CSV-bestanden. Er mag er één in."
            )
        self._csv = tabellen[0]
        self._op_naam = self._korte_namen()

    @property
    def tabel(self) -> bytes:
        return self._lezen(self.inhoud[self._csv], CSV_MAX)

    @property
    def scans(self) -> set[str]:
        """What is in the zip beside the CSV."""
        return self.inhoud.keys() - {self._csv}

    def vinden(self, naam: str) -> str:
        """The file that a line means: the whole path, or the name alone; "" if there is none."""
        gevraagd = _vorm(naam.replace("\\", "/"))
        if gevraagd in self.inhoud and gevraagd != self._csv:
            return gevraagd
        return self._op_naam.get(gevraagd, "")

    def scan(self, gevonden: str) -> tuple[BinaryIO, int, str]:
        """What `vinden` found: the file to read, its size and its name."""
        deel = self.inhoud[gevonden]
        inhoud = self._lezen(deel, SCAN_MAX)
        return io.BytesIO(inhoud), len(inhoud), PurePosixPath(_naam(deel)).name

    def _delen(self) -> Iterator[tuple[str, zipfile.ZipInfo]]:
        gezien: set[str] = set()
        delen = [deel for deel in self.zip.infolist() if not _bijwerk(deel)]
        if any(deel.filename == "[Content_Types].xml" for deel in delen):
            raise Onbruikbaar(
                "Dit is een bestand van Excel of Word. Bewaar het in Excel als “CSV UTF-8” en "
                "zet dat met de scans in een zip."
            )
        if len(delen) > INHOUD_MAX:
            raise Onbruikbaar(
                f"In deze zip zitten {len(delen)} bestanden. Het mogen er {INHOUD_MAX} zijn. "
                "Verdeel de trajecten over meer zips."
            )
        if sum(deel.file_size for deel in delen) > UITGEPAKT_MAX:
            raise Onbruikbaar(
                f"Uitgepakt is deze zip groter dan {UITGEPAKT_MAX // MB} MB. "
                "Verdeel de trajecten over meer zips, of maak de scans kleiner."
            )
        for deel in delen:
            naam = _vorm(_naam(deel))
            if bezwaar := _bezwaar(deel):
                raise Onbruikbaar(bezwaar)
            if naam in gezien:
                raise Onbruikbaar(f"{_naam(deel)} zit twee keer in de zip. Haal er één weg.")
            gezien.add(naam)
            self._begin(deel, len(ZIPBEGIN[0]))
            yield naam, deel

    def _korte_namen(self) -> dict[str, str]:
        """Name without folder -> path, for names that occur once."""
        kort: dict[str, str] = {}
        for naam in self.inhoud:
            if naam != self._csv:
                eigen = PurePosixPath(naam).name
                kort[eigen] = "" if eigen in kort else naam
        return kort

    def _lezen(self, deel: zipfile.ZipInfo, hooguit: int) -> bytes:
        """At most `hooguit` bytes, whatever the zip says. Raises: Onbruikbaar."""
        inhoud = self._begin(deel, hooguit + 1)
        if len(inhoud) > hooguit:
            raise Onbruikbaar(f"{_naam(deel)} is te groot. Het mag {hooguit // MB} MB zijn.")
        return inhoud

    def _begin(self, deel: zipfile.ZipInfo, aantal: int) -> bytes:
        naam = _naam(deel)
        try:
            with self.zip.open(deel) as stroom:
                inhoud = stroom.read(aantal)
        except FOUTEN as fout:
            raise Onbruikbaar(f"{naam} in de zip is beschadigd. Maak de zip opnieuw.") from fout
        if inhoud.startswith(ZIPBEGIN):
            raise Onbruikbaar(_ZIP_IN_ZIP.format(naam=naam))
        return inhoud


_ZIP_IN_ZIP = "{naam} is zelf een zip. Zet de bestanden los in één zip."


def _bezwaar(deel: zipfile.ZipInfo) -> str:
    """Why this file may not be in the zip, by what the zip says of it."""
    naam = _naam(deel)
    soort = PurePosixPath(naam.lower()).suffix
    if naam.startswith("/") or ":" in naam or ".." in PurePosixPath(naam).parts:
        return f"{naam} wijst naar een plek buiten de zip. Maak de zip opnieuw, zonder paden."
    if stat.S_ISLNK(deel.external_attr >> 16):
        return f"{naam} is een snelkoppeling. Zet het bestand zelf in de zip."
    if deel.flag_bits & 0x1:
        return "Er zit een wachtwoord op deze zip. Maak hem zonder wachtwoord."
    if deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return f"{naam} is op een manier ingepakt die we niet kennen. Maak een gewone zip."
    if soort in ZIPSOORTEN:
        return _ZIP_IN_ZIP.format(naam=naam)
    if soort in (".xls", ".xlsx", ".ods"):
        return f"{naam} is geen CSV. Bewaar het in Excel als “CSV UTF-8”."
    if soort not in (".csv", *SCANSOORTEN):
        return f"{naam} kan niet in de zip. Er mag één CSV in, en scans (PDF, JPG of PNG)."
    hooguit = CSV_MAX if soort == ".csv" else SCAN_MAX
    if deel.file_size > hooguit:
        return f"{naam} is te groot. Het mag {hooguit // MB} MB zijn."
    if deel.file_size > VERHOUDING_MAX * max(deel.compress_size, 1) and deel.file_size > MB:
        return f"{naam} wordt bij het uitpakken veel te groot. Maak een nieuwe scan."
    return ""


def _bijwerk(deel: zipfile.ZipInfo) -> bool:
    """Folders, and what macOS and Windows put beside the files."""
    delen = PurePosixPath(deel.filename).parts
    naam = delen[-1] if delen else ""
    return deel.is_dir() or "__MACOSX" in delen or naam in (".DS_Store", "Thumbs.db", "desktop.ini")


def _naam(deel: zipfile.ZipInfo) -> str:
    """The name as people typed it: a zip of an older tool says UTF-8 without saying so."""
    naam = deel.filename
    if not deel.flag_bits & 0x800 and not naam.isascii():
        ruw = naam.encode("cp437", errors="replace")
        try:
            naam = ruw.decode("utf-8")
        except UnicodeError:
            naam = ruw.decode("cp850", errors="replace")
    return naam.replace("\\", "/")


def _vorm(naam: str) -> str:
    """A name to compare with: macOS takes accents apart, Windows knows no capitals."""
    return unicodedata.normalize("NFC", naam).strip().casefold()
