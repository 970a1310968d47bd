"""The worker's side of the renderer: one long-living child, watched by the clock."""

import os
import selectors
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from verklaringen.pdf.drukwerk import (
    GELUKT,
    KOP,
    Drukwerk,
    RenderFout,
    schrijven,
)

BASIS = Path(__file__).resolve().parents[2]
LETTERTYPEN = BASIS / "static" / "fonts"
MAX_SECONDEN = 10
MAX_CPU = 8
MAX_OPSTARTEN = 120
MAX_DOCUMENTEN = 200
# Only our own fonts: a letter they lack shows up in a test, never as another machine's fallback.
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{lettertypen}</dir><cachedir>{map}</cachedir></fontconfig>
"""


class Renderer:
    """Renders documents one after the other in a child process that is replaced when it fails.

    Use as a context manager; `renderen` raises RenderFout and can be called again afterwards.
    """

    def __init__(
        self,
        max_seconden: float = MAX_SECONDEN,
        max_cpu: float = MAX_CPU,
        max_documenten: int = MAX_DOCUMENTEN,
    ):
        self.max_seconden = max_seconden
        self.max_cpu = max_cpu
        self.max_documenten = max_documenten
        self.proces: subprocess.Popen[bytes] | None = None
        self.gerenderd = 0

    def __enter__(self) -> "Renderer":
        return self

    def __exit__(self, *_) -> None:
        self.stoppen()

    def klaarzetten(self) -> None:
        """Have a warm child before work is taken, so that its lease covers rendering only."""
        if self.proces is None or self.gerenderd >= self.max_documenten:
            self.starten()

    def renderen(self, drukwerk: Drukwerk) -> bytes:
        """PDF bytes of one document. Raises: RenderFout (refused, too slow, too big, dead)."""
        self.klaarzetten()
        self.gerenderd += 1
        try:
            schrijven(self.proces.stdin, GELUKT, drukwerk.inpakken())
            soort, inhoud = self._wachten(self.max_seconden)
        except (OSError, subprocess.TimeoutExpired) as fout:
            self.stoppen()
            raise RenderFout(f"de renderer gaf geen antwoord: {fout}") from fout
        if soort != GELUKT:
            self.stoppen()
            raise RenderFout(inhoud.decode())
        return inhoud

    def starten(self) -> None:
        """A fresh child, warm and ready. Raises: RenderFout, with the child's own last words."""
        self.stoppen()
        try:
            conf = self._map_klaarzetten()
        except OSError as fout:
            raise RenderFout(f"de renderer heeft geen plek op de schijf: {fout}") from fout
        self.proces = subprocess.Popen(  # noqa: S603  our own module, a number of ours
            [sys.executable, "-m", "verklaringen.pdf.kind", str(self.max_cpu)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.fouten,
            cwd=BASIS,
            env=self._omgeving(conf),
        )
        self.gerenderd = 0
        try:
            self._wachten(MAX_OPSTARTEN)
        except (OSError, TimeoutError) as fout:
            self.fouten.seek(0)
            woorden = self.fouten.read().decode(errors="replace").strip()[-300:]
            self.stoppen()
            raise RenderFout(f"de renderer start niet: {woorden or fout}") from fout

    def _map_klaarzetten(self) -> Path:
        """A directory of its own; the fonts.conf in it. Raises: OSError (a full disk)."""
        self.map = tempfile.TemporaryDirectory(prefix="drukken-")
        conf = Path(self.map.name) / "fonts.conf"
        conf.write_text(FONTS_CONF.format(lettertypen=LETTERTYPEN, map=self.map.name))
        self.fouten = (Path(self.map.name) / "stderr").open("w+b")
        return conf

    def stoppen(self) -> None:
        if self.proces is None:
            return
        self.proces.kill()
        self.proces.wait()
        with suppress(BrokenPipeError):  # what it did not read any more is still in the buffer
            self.proces.stdin.close()
        self.proces.stdout.close()
        self.fouten.close()
        self.map.cleanup()
        self.proces = None

    def _omgeving(self, conf: Path) -> dict[str, str]:
        """Nothing of the parent's environment but what finds libraries: no address, no secret."""
        eigen = {"FONTCONFIG_FILE": str(conf), "TMPDIR": self.map.name, "HOME": self.map.name}
        mee = {n: os.environ[n] for n in ("PATH", "LD_LIBRARY_PATH") if n in os.environ}
        return {**mee, **eigen, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}

    def _wachten(self, seconden: float) -> tuple[bytes, bytes]:
        """One whole message before the clock runs out. Raises: TimeoutError, EOFError."""
        tot, binnen, nodig = time.monotonic() + seconden, b"", KOP.size
        with selectors.DefaultSelector() as wachter:
            wachter.register(self.proces.stdout, selectors.EVENT_READ)
            while len(binnen) < nodig:
                if not wachter.select(max(0.0, tot - time.monotonic())):
                    raise TimeoutError(f"langer dan {seconden:g} seconden bezig")
                stuk = os.read(self.proces.stdout.fileno(), 1 << 20)
                if not stuk:
                    einde = self.proces.wait(timeout=5)
                    raise OSError(f"het proces is gestopt ({einde})")
                binnen += stuk
                if len(binnen) >= KOP.size:
                    nodig = KOP.size + KOP.unpack_from(binnen)[1]
        soort = KOP.unpack_from(binnen)[0]
        return soort, binnen[KOP.size :]
