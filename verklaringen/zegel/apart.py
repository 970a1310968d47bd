"""Looking at a file of somebody else, in a process of its own with little time and memory.

A PDF can be made to take minutes or gigabytes to read; then this process dies and nothing else.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from .nakijken import Onderzoek, Punt, onleesbaar

BASIS = Path(__file__).resolve().parents[2]
MAX_SECONDEN = 20


def apart_onderzoeken(pdf: bytes, eigen: Iterable[str]) -> Onderzoek:
    """What `onderzoeken` says, or that the file cannot be read when it takes too much."""
    try:
        klaar = subprocess.run(  # noqa: S603  our own module, fingerprints of ours
            [sys.executable, "-m", "verklaringen.zegel.kind", *eigen],
            input=pdf,
            capture_output=True,
            timeout=MAX_SECONDEN,
            cwd=BASIS,
            env={"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return onleesbaar()
    return uitpakken(klaar.stdout)


def inpakken(onderzoek: Onderzoek) -> bytes:
    gevonden = asdict(onderzoek) | {
        "gezet_op": onderzoek.gezet_op.isoformat() if onderzoek.gezet_op else None
    }
    return json.dumps(gevonden).encode()


def uitpakken(pakket: bytes) -> Onderzoek:
    gevonden = json.loads(pakket)
    op = gevonden["gezet_op"]
    return Onderzoek(
        tuple(Punt(**punt) for punt in gevonden["punten"]),
        gevonden["afdruk"],
        datetime.fromisoformat(op) if op else None,
    )
