"""The file store: bytes under their SHA-256 in OPSLAG_MAP, written once, read back and compared."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from .models import Bestand

PARTIJ = 500


class OpslagFout(Exception):
    """The store did not give back what was put in, or has no room."""


def _pad(sha256: str) -> Path:
    return Path(settings.OPSLAG_MAP) / sha256[:2] / sha256


def pad_van(bestand: Bestand) -> Path:
    """Where the bytes of this row stand."""
    return _pad(bestand.sha256)


def bewaren(inhoud: bytes, *, naam, soort, mimetype, traject=None, door=None) -> Bestand:
    """Keep `inhoud` and return its row. Raises: OpslagFout when the disk refuses or garbles it."""
    sha256 = hashlib.sha256(inhoud).hexdigest()
    pad = _pad(sha256)
    if not _is_er(pad):
        _schrijven(pad, inhoud)
    if hashlib.sha256(_teruglezen(pad)).hexdigest() != sha256:
        raise OpslagFout(f"Bestand {sha256[:12]} komt anders terug uit de opslag.")
    return Bestand.objects.create(
        sha256=sha256,
        naam=naam,
        soort=soort,
        mimetype=mimetype,
        grootte=len(inhoud),
        traject=traject,
        door=door,
    )


def scan_bewaren(scan, traject, door) -> Bestand:
    """Keep a scan as ScanVeld gives it: (bytes, mimetype, name). Raises: OpslagFout."""
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


def _schrijven(pad: Path, inhoud: bytes) -> None:
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        fd, tijdelijk = tempfile.mkstemp(dir=pad.parent)
        with os.fdopen(fd, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        Path(tijdelijk).replace(pad)
    except OSError as fout:
        raise OpslagFout("De opslag is vol of niet te bereiken.") from fout


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
