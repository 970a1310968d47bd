"""The bench's own process: one document set by us and set naively, in turns, in CPU time.

`python -m verklaringen.pdf.vergelijken` reads {"ons": ..., "naief": ..., "keren": n} from stdin and
prints the medians in seconds. Naive is how one begins: the stylesheet and @font-face in the page,
parsed each time, a fresh font configuration, grid instead of tables, hyphens on. The kind of PDF
is the same for both.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from verklaringen.pdf.drukwerk import Drukwerk
from verklaringen.pdf.zetten import OPMAAK, SCHEMA, VARIANT, zetten

LETTERTYPEN = Path(__file__).resolve().parents[2] / "static" / "fonts"
NAIEVE_OPMAAK = """
@font-face {{ font-family: "Noto Sans"; src: url({map}/NotoSans-Regular.ttf) }}
@font-face {{ font-family: "Noto Sans"; font-weight: 700; src: url({map}/NotoSans-Bold.ttf) }}
body {{ hyphens: auto }}
.table {{ display: block }}
.tr {{ display: grid; grid-template-columns: 27% 1fr }}
.akkoorden .tr {{ display: flex }}
.akkoorden .td {{ flex: 1 }}
"""


def naief_html(html: str) -> str:
    """Our own page as one would write it first: rows in a grid, style and fonts in the page."""
    for naam in ("table", "thead", "tbody", "tr", "th", "td"):
        html = html.replace(f"<{naam}>", f'<div class="{naam}">').replace(f"</{naam}>", "</div>")
        html = html.replace(f'<{naam} class="', f'<div class="{naam} ')
        html = html.replace(f"<{naam} ", f'<div class="{naam}" ')
    opmaak = OPMAAK.read_text() + NAIEVE_OPMAAK.format(map=LETTERTYPEN.as_uri())
    return html.replace("</head>", f"<style>{opmaak}</style></head>")


class Naief(URLFetcher):
    """The default fetcher, with our pictures."""

    def __init__(self, beelden):
        super().__init__()
        self._beelden = {SCHEMA + naam: beeld for naam, beeld in beelden.items()}

    def fetch(self, url, headers=None):
        if url in self._beelden:
            soort, inhoud = self._beelden[url]
            return URLFetcherResponse(url, inhoud, {"Content-Type": soort})
        return super().fetch(url, headers)


def naief_zetten(drukwerk: Drukwerk) -> bytes:
    """As a first version does it. Raises: whatever WeasyPrint raises."""
    html = HTML(string=drukwerk.html, url_fetcher=Naief(drukwerk.beelden))
    return html.write_pdf(pdf_variant=VARIANT)


def meten(ons: Drukwerk, naief: Drukwerk, keren: int) -> dict[str, float]:
    """Median CPU seconds of one warm document, ours and naive, taken in turns."""
    tijden: dict[str, list[float]] = {"ons": [], "naief": []}
    for ronde in range(keren + 2):
        for naam, maken, drukwerk in (("ons", zetten, ons), ("naief", naief_zetten, naief)):
            begin = time.process_time()
            maken(drukwerk)
            if ronde >= 2:
                tijden[naam].append(time.process_time() - begin)
    return {naam: statistics.median(gemeten) for naam, gemeten in tijden.items()}


if __name__ == "__main__":
    vraag = json.load(sys.stdin)
    pakket = Drukwerk.uitpakken(vraag["drukwerk"].encode())
    naief = Drukwerk(naief_html(pakket.html), pakket.beelden)
    json.dump(meten(pakket, naief, vraag["keren"]), sys.stdout)
