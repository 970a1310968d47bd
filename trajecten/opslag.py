"""The file store: bytes under their SHA-256 in OPSLAG_MAP, written once, read back and compared."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from .models import Bestand


class OpslagFout(Exception):
    """The store did not give back what was put in, or has no room."""


def _pad(sha256: str) -> Path:
    return Path(settings.OPSLAG_MAP) / sha256[:2] / sha256


def bewaren(inhoud: bytes, *, naam, soort, mimetype, traject=None, door=None) -> Bestand:
    """Keep `inhoud` and return its row. Raises: OpslagFout when the disk refuses or garbles it."""
    sha256 = hashlib.sha256(inhoud).hexdigest()
    pad = _pad(sha256)
    if not pad.exists():
        _schrijven(pad, inhoud)
    if hashlib.sha256(pad.read_bytes()).hexdigest() != sha256:
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


def lezen(bestand: Bestand) -> bytes:
    """The stored bytes. Raises: OpslagFout when the file is gone or its SHA-256 differs."""
    try:
        inhoud = _pad(bestand.sha256).read_bytes()
    except OSError as fout:
        raise OpslagFout("Dit bestand is niet te bereiken.") from fout
    if hashlib.sha256(inhoud).hexdigest() != bestand.sha256:
        raise OpslagFout(f"Bestand {bestand.sha256[:12]} is beschadigd.")
    return inhoud
