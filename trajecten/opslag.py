"""The file store: bytes under their SHA-256 in OPSLAG_MAP, written once, read back and compared."""

import errno
import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction

from .models import Bestand

PARTIJ = 500
VOL = "De opslag van het portaal is vol."
ONBEREIKBAAR = "De opslag van het portaal is niet te bereiken."
GEEN_PLEK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class OpslagFout(Exception):
    """The store did not give back what was put in, or takes nothing."""


class SchrijfFout(OpslagFout):
    """The store takes nothing now: the text is VOL or ONBEREIKBAAR. Later it may."""


def _pad(sha256: str) -> Path:
    return Path(settings.OPSLAG_MAP) / sha256[:2] / sha256


def pad_van(bestand: Bestand) -> Path:
    """Where the bytes of this row stand."""
    return _pad(bestand.sha256)


def bewaren(inhoud: bytes, *, naam, soort, mimetype, traject=None, door=None) -> Bestand:
    """Keep `inhoud` and return its row.

    Raises: SchrijfFout when the disk refuses, and then nothing of it stays; OpslagFout when the
    disk garbles it.
    """
    sha256 = hashlib.sha256(inhoud).hexdigest()
    pad = _pad(sha256)
    if not _is_er(pad):
        _schrijven(pad, io.BytesIO(inhoud))
    return _inschrijven(
        sha256,
        naam=naam,
        soort=soort,
        mimetype=mimetype,
        grootte=len(inhoud),
        traject=traject,
        door=door,
    )


def bestand_bewaren(bron: Path, **velden) -> Bestand:
    """As `bewaren`, for a file that is too large to hold in memory. Raises: as bewaren."""
    with bron.open("rb") as inhoud:
        return stroom_bewaren(inhoud, **velden)


def stroom_bewaren(bron: BinaryIO, **velden) -> Bestand:
    """As `bestand_bewaren`, for a file that is open already. Raises: as bewaren."""
    bron.seek(0)
    sha256 = hashlib.file_digest(bron, "sha256").hexdigest()
    grootte = bron.tell()
    pad = _pad(sha256)
    if not _is_er(pad):
        bron.seek(0)
        _schrijven(pad, bron)
    return _inschrijven(sha256, grootte=grootte, **velden)


def _inschrijven(sha256: str, **velden) -> Bestand:
    if _hash_van(_pad(sha256)) != sha256:
        raise OpslagFout(f"Bestand {sha256[:12]} komt anders terug uit de opslag.")
    return Bestand.objects.create(sha256=sha256, **velden)


def _hash_van(pad: Path) -> str:
    try:
        with pad.open("rb") as bestand:
            return hashlib.file_digest(bestand, "sha256").hexdigest()
    except OSError as fout:
        raise OpslagFout("Dit bestand is niet te bereiken.") from fout


def scan_bewaren(scan, traject, door) -> Bestand:
    """Keep a scan as ScanVeld gives it: (bytes, mimetype, name). Raises: as bewaren."""
    inhoud, mimetype, naam = scan
    return bewaren(
        inhoud, naam=naam, soort=Bestand.Soort.SCAN, mimetype=mimetype, traject=traject, door=door
    )


def _is_er(pad: Path) -> bool:
    """Whether these bytes stand there already; touched, so that no clean-up takes them for old."""
    try:
        os.utime(pad)
    except OSError:
        return False
    return True


def _schrijven(pad: Path, inhoud: BinaryIO) -> None:
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        _in_een_keer(pad, inhoud)
    except OSError as fout:
        raise SchrijfFout(VOL if fout.errno in GEEN_PLEK else ONBEREIKBAAR) from fout


def _in_een_keer(pad: Path, inhoud: BinaryIO) -> None:
    """The whole file under its name, or nothing at all, also when the power goes."""
    fd, tijdelijk = tempfile.mkstemp(dir=pad.parent)
    try:
        with os.fdopen(fd, "wb") as bestand:
            shutil.copyfileobj(inhoud, bestand)
            bestand.flush()
            os.fsync(bestand.fileno())
        Path(tijdelijk).replace(pad)
    except OSError:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
    # Else a power cut could take the name away of a file that the register already counts on.
    map_ = os.open(pad.parent, os.O_RDONLY)
    try:
        os.fsync(map_)
    finally:
        os.close(map_)


def _teruglezen(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise OpslagFout("Dit bestand is niet te bereiken.") from fout


def lezen(bestand: Bestand) -> bytes:
    """The stored bytes. Raises: OpslagFout when the file is gone or its SHA-256 differs."""
    inhoud = _teruglezen(_pad(bestand.sha256))
    if hashlib.sha256(inhoud).hexdigest() != bestand.sha256:
        raise OpslagFout(f"Bestand {bestand.sha256[:12]} is beschadigd.")
    return inhoud


def openen(bestand: Bestand) -> BinaryIO:
    """The stored file to read in pieces; not compared. Raises: OpslagFout when it is gone."""
    try:
        return pad_van(bestand).open("rb")
    except OSError as fout:
        raise OpslagFout("Dit bestand is niet te bereiken.") from fout


def weggooien(bestand: Bestand) -> None:
    """Take away a row, and its bytes when no other row names them. Never for what was issued."""
    sha256 = bestand.sha256
    bestand.delete()
    if not Bestand.objects.filter(sha256=sha256).exists():
        transaction.on_commit(lambda: _pad(sha256).unlink(missing_ok=True))


def wezen(voor: datetime) -> Iterator[Path]:
    """Files that no row names and nobody touched since `voor`: what a rollback or a crash left."""
    oud = {
        pad.name: pad
        for pad in Path(settings.OPSLAG_MAP).glob("??/*")
        if pad.stat().st_mtime < voor.timestamp()
    }
    namen = sorted(oud)
    for begin in range(0, len(namen), PARTIJ):
        partij = namen[begin : begin + PARTIJ]
        bekend = set(Bestand.objects.filter(sha256__in=partij).values_list("sha256", flat=True))
        yield from (oud[naam] for naam in partij if naam not in bekend)


def apart_zetten(voor: datetime) -> int:
    """Move the orphans of `wezen` to a folder of their own, where nothing looks. Gives how many.

    Not thrown away: after a backup was put back, an orphan may be all that is left of a document.
    """
    geteld = 0
    for pad in wezen(voor):
        with suppress(FileNotFoundError):
            if pad.stat().st_mtime < voor.timestamp():  # else somebody keeps these very bytes again
                geteld += _verplaatsen(pad, _apart() / pad.name)
    return geteld


def _verplaatsen(van: Path, naar: Path) -> int:
    naar.parent.mkdir(parents=True, exist_ok=True)
    van.rename(naar)
    if Bestand.objects.filter(sha256=van.name).exists():  # taken in the meantime
        naar.rename(van)
        return 0
    os.utime(naar)  # from now on it counts how long it stands here
    return 1


def apart_gezette_weggooien(voor: datetime) -> int:
    """Throw away what was set apart before `voor`. Gives how many."""
    oud = [pad for pad in _apart().glob("*") if pad.stat().st_mtime < voor.timestamp()]
    for pad in oud:
        pad.unlink()
    return len(oud)


def _apart() -> Path:
    return Path(settings.OPSLAG_MAP) / "wezen"
