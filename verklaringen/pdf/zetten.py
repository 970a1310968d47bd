"""Setting a document in PDF/A-3a with WeasyPrint: the only module that imports it."""

import io
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from verklaringen.pdf.drukwerk import Drukwerk, RenderFout

SCHEMA = "pv-asset:"
OPMAAK = Path(__file__).with_name("opmaak.css")
VARIANT = "pdf/a-3a"


class AlleenEigen(URLFetcher):
    """Knows the pictures of this one document: no network, no file, no data: url."""

    def __init__(self, beelden: dict[str, tuple[str, bytes]]):
        super().__init__(
            allowed_protocols=("pv-asset",), allow_redirects=False, fail_on_errors=True
        )
        self._beelden = {SCHEMA + naam: beeld for naam, beeld in beelden.items()}

    def fetch(self, url, headers=None):
        if url not in self._beelden:
            raise FatalURLFetchingError("geweigerd: " + url[:80])
        soort, inhoud = self._beelden[url]
        return URLFetcherResponse(url, inhoud, {"Content-Type": soort})


@cache
def lettertypen() -> FontConfiguration:
    return FontConfiguration()


@cache
def opmaak() -> CSS:
    return CSS(string=OPMAAK.read_text(), url_fetcher=AlleenEigen({}), font_config=lettertypen())


def zetten(drukwerk: Drukwerk, variant: str | None = VARIANT) -> bytes:
    """The PDF of one document. Raises: RenderFout, also for WeasyPrint's own BaseException."""
    try:
        document = HTML(string=drukwerk.html, url_fetcher=AlleenEigen(drukwerk.beelden))
        return document.write_pdf(
            stylesheets=[opmaak()],
            font_config=lettertypen(),
            pdf_variant=variant,
            attachments=bijlagen(drukwerk),
            finisher=elke_bijlage_eenmaal,
        )
    except FatalURLFetchingError as fout:
        raise RenderFout(str(fout)) from None
    except Exception as fout:
        raise RenderFout(f"{type(fout).__name__}: {fout}"[:500]) from fout


def bijlagen(drukwerk: Drukwerk) -> list[Attachment]:
    """The attachments as PDF/A-3 wants them: with a description and what they are to the page."""
    nu = datetime.now(UTC)
    return [
        Attachment(
            file_obj=io.BytesIO(inhoud),
            url_fetcher=AlleenEigen({}),
            name=naam,
            description=omschrijving,
            relationship="Data",
            created=nu,
            modified=nu,
        )
        for naam, (omschrijving, inhoud) in drukwerk.bijlagen.items()
    ]


def elke_bijlage_eenmaal(document, pdf) -> None:
    """WeasyPrint 70 names each attachment twice in /AF. Mended before the bytes are written, so
    nobody has to read a finished PDF for it.
    """
    if af := pdf.catalog.get("AF"):
        af[:] = dict.fromkeys(af)
