"""What goes into the renderer, what comes out, and how both travel over a pipe."""

import base64
import json
import struct
from dataclasses import dataclass, field
from typing import IO

KOP = struct.Struct(">cQ")
GELUKT, MISLUKT, KLAAR = b"+", b"-", b"k"


class RenderFout(Exception):
    """This document could not be rendered; the process that asked is unharmed."""


@dataclass(frozen=True)
class Drukwerk:
    """One document ready for the renderer.

    `beelden` are its own pictures: name after `pv-asset:` -> (media type, bytes);
    `bijlagen` go into the file: name -> (description, bytes).
    """

    html: str
    beelden: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    bijlagen: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def inpakken(self) -> bytes:
        pakket: dict[str, object] = {"html": self.html}
        for soort in ("beelden", "bijlagen"):
            delen = getattr(self, soort).items()
            pakket[soort] = {n: [s, base64.b64encode(b).decode()] for n, (s, b) in delen}
        return json.dumps(pakket).encode()

    @classmethod
    def uitpakken(cls, pakket: bytes) -> "Drukwerk":
        inhoud = json.loads(pakket)
        delen = [
            {n: (s, base64.b64decode(b)) for n, (s, b) in inhoud[soort].items()}
            for soort in ("beelden", "bijlagen")
        ]
        return cls(inhoud["html"], *delen)


def schrijven(pijp: IO[bytes], soort: bytes, inhoud: bytes = b"") -> None:
    pijp.write(KOP.pack(soort, len(inhoud)) + inhoud)
    pijp.flush()


def lezen(pijp: IO[bytes]) -> tuple[bytes, bytes] | None:
    """One message (kind, content), or None when the other side is gone."""
    kop = pijp.read(KOP.size)
    if len(kop) < KOP.size:
        return None
    soort, lengte = KOP.unpack(kop)
    inhoud = pijp.read(lengte)
    return (soort, inhoud) if len(inhoud) == lengte else None
