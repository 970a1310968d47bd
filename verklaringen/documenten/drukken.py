"""What every document shares: from frozen content and template to something the renderer takes."""

import io
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.dateparse import parse_date

from verklaringen.pdf import Drukwerk

BEELDEN = Path(__file__).resolve().parents[1] / "pdf" / "beelden"
SVG = "image/svg+xml"
CONCEPT, VASTGESTELD, VOORBEELD = "concept", "vastgesteld", "voorbeeld"
WERKDOCUMENT = "werkdocument"
# Above every sheet of what may never be taken for a document of the school.
KOPREGEL = "Werkdocument uit het portaal. Geen diploma, mbo-certificaat of mbo-verklaring."
MERKEN = {
    "": "",
    CONCEPT: "CONCEPT. Nog niet geldig.",
    VASTGESTELD: "VASTGESTELD. Nog niet uitgegeven.",
    WERKDOCUMENT: "WERKDOCUMENT.",
    VOORBEELD: "VOORBEELD. Alle personen en bedrijven zijn verzonnen.",
}


def drukken(sjabloon: str, *, kop: str, voet="", merk="", beelden=None, bijlagen=None, **inhoud):
    """Drukwerk van een document. `merk` is de stand; in demo is alles een VOORBEELD.

    Een concept of werkdocument draagt een watermerk, wat vastgesteld is alleen de regel boven elk
    blad.

    `kop` staat links boven en `voet` links onder op elk blad; `bijlagen` als in Drukwerk.
    """
    tekst = merk_tekst(merk, met_code=bool(inhoud.get("code")))
    merk = VOORBEELD if settings.DEMO else merk
    context = inhoud | {"kop": kop, "voet": voet, "merk": merk, "merk_tekst": tekst}
    html = render_to_string(f"verklaringen/documenten/{sjabloon}.html", context)
    beelden = dict(beelden or {})
    if merk in (CONCEPT, WERKDOCUMENT, VOORBEELD):
        beelden[merk] = (SVG, watermerk(merk))
    return Drukwerk(html, beelden, dict(bijlagen or {}))


def merk_tekst(merk: str = "", *, met_code: bool = False) -> str:
    """The line above every sheet; with a code it is a document that gets a seal."""
    if not settings.DEMO:
        return MERKEN[merk]
    # the demo seals with a test certificate only
    delen = ["TESTZEGEL." if met_code else "", MERKEN[merk], MERKEN[VOORBEELD]]
    return " ".join(filter(None, delen))


@cache
def watermerk(merk: str) -> bytes:
    return (BEELDEN / f"{merk}.svg").read_bytes()


def dag(iso: str) -> date:
    """The day in a snapshot, for the template to write out in Dutch. Raises: ValueError."""
    datum = parse_date(iso)
    if datum is None:
        raise ValueError(f"geen datum: {iso!r}")
    return datum


def qr(code: str) -> bytes:
    """QR of the controle page; the code stands behind # and so reaches no server log."""
    uit = io.BytesIO()
    segno.make(f"{settings.CONTROLEER_URL}#{code}", error="m").save(
        uit, kind="svg", border=0, scale=1, omitsize=True
    )
    return uit.getvalue()


def controle_adres() -> str:
    """What a person types and compares: host and path, without https and #."""
    delen = urlsplit(settings.CONTROLEER_URL)
    return delen.netloc + delen.path.rstrip("/")


def controle_host() -> str:
    return urlsplit(settings.CONTROLEER_URL).netloc
