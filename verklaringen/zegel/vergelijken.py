"""The bench's own process: what a seal and PDF/A cost beside setting the page, in CPU time.

`python -m verklaringen.zegel.vergelijken` reads {"drukwerk": ..., "keren": n} from stdin and prints
medians in seconds: `gewoon` a plain PDF, `pdfa` the same as PDF/A-3a, `zegel` sealing that.
"""

import json
import statistics
import sys
import time

from ..pdf.drukwerk import Drukwerk
from ..pdf.zetten import zetten
from .sleutel import Sleutel
from .testzegel import certificaat, nieuwe_sleutel
from .verzegelen import verzegelen


def meten(drukwerk: Drukwerk, keren: int) -> dict[str, float]:
    """Median CPU seconds of each, taken in turns with a warm process and a loaded P-256 key."""
    sleutel = nieuwe_sleutel()
    zegel = Sleutel(sleutel, certificaat(sleutel))
    tijden: dict[str, list[float]] = {"gewoon": [], "pdfa": [], "zegel": []}
    for ronde in range(keren + 2):
        begin = time.process_time()
        zetten(drukwerk, variant=None)
        midden = time.process_time()
        pdf = zetten(drukwerk)
        klaar = time.process_time()
        verzegelen(pdf, zegel)
        einde = time.process_time()
        if ronde >= 2:
            tijden["gewoon"].append(midden - begin)
            tijden["pdfa"].append(klaar - midden)
            tijden["zegel"].append(einde - klaar)
    return {naam: statistics.median(gemeten) for naam, gemeten in tijden.items()}


if __name__ == "__main__":
    vraag = json.load(sys.stdin)
    json.dump(meten(Drukwerk.uitpakken(vraag["drukwerk"].encode()), vraag["keren"]), sys.stdout)
