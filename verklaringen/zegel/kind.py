"""The process of `apart`: `python -m verklaringen.zegel.kind FINGERPRINT...`, the PDF on stdin.

No Django, no database, no secret; what it may use ends it when a file asks for more.
"""

import resource
import sys

from verklaringen.zegel.apart import inpakken
from verklaringen.zegel.nakijken import onderzoeken

MAX_CPU = 10
GEHEUGEN = 1024**3


def begrenzen() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU, MAX_CPU))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    begrenzen()
    uit, sys.stdout = sys.stdout.buffer, sys.stderr  # a stray print never ends up in the answer
    uit.write(inpakken(onderzoeken(sys.stdin.buffer.read(), set(sys.argv[1:]))))
