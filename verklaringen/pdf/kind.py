"""The renderer's own process: `python -m verklaringen.pdf.kind`. No Django, no secrets.

Memory is limited for its whole life, CPU per document: a timer on the CPU time of this process is
set anew before each one, and a runaway render ends the process. Not RLIMIT_CPU, moved up by what
getrusage says: the kernel counts that limit in ticks, and on a busy machine the ticks ran more than
8 seconds ahead within 240 ordinary documents, which killed an innocent one.
"""

import resource
import signal
import sys

from verklaringen.pdf.drukwerk import (
    GELUKT,
    KLAAR,
    MISLUKT,
    Drukwerk,
    RenderFout,
    lezen,
    schrijven,
)

GEHEUGEN = 1024**3
PROEF = Drukwerk("<html lang='nl'><title>Proef</title><p>Proef <b>proef</b></p></html>")


def begrenzen() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(cpu_seconden: float) -> None:
    begrenzen()
    from verklaringen.pdf.zetten import zetten  # after the limit, so that it covers the import

    vraag, antwoord = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print must never end up between the messages
    zetten(PROEF)
    schrijven(antwoord, KLAAR)
    while bericht := lezen(vraag):
        signal.setitimer(signal.ITIMER_PROF, cpu_seconden)
        try:
            soort, inhoud = GELUKT, zetten(Drukwerk.uitpakken(bericht[1]))
        except RenderFout as fout:
            soort, inhoud = MISLUKT, str(fout).encode()
        signal.setitimer(signal.ITIMER_PROF, 0)
        schrijven(antwoord, soort, inhoud)


if __name__ == "__main__":
    main(float(sys.argv[1]))
