"""Een zip die ontstaat terwijl hij gelezen wordt: er staat nooit meer dan één bestand in het
geheugen, en er blijft niets van staan.
"""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone

from trajecten.imports.tabel import veilig

EXTENSIES = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "text/csv": ".csv",
}  # fmt: skip
AL_KLEIN = (".pdf", ".jpg", ".png")


class _Afvoer(io.RawIOBase):
    """Where the zip writes; what it wrote is taken out after each file."""

    def __init__(self) -> None:
        self.stukken: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, stuk) -> int:  # type: ignore[override]
        self.stukken.append(bytes(stuk))
        return len(stuk)

    def legen(self) -> bytes:
        uit, self.stukken = b"".join(self.stukken), []
        return uit


def zipstroom(onderdelen: Iterable[tuple[str, bytes]], op: datetime) -> Iterator[bytes]:
    """The bytes of a zip with these (path, content), one part at a time."""
    afvoer = _Afvoer()
    tijd = timezone.localtime(op).timetuple()[:6]
    with zipfile.ZipFile(afvoer, "w") as zip_:
        for pad, inhoud in onderdelen:
            kop = zipfile.ZipInfo(pad, tijd)
            kop.external_attr = 0o600 << 16
            klein = pad.endswith(AL_KLEIN)
            kop.compress_type = zipfile.ZIP_STORED if klein else zipfile.ZIP_DEFLATED
            zip_.writestr(kop, inhoud)
            yield afvoer.legen()
    yield afvoer.legen()


def veilige_naam(naam: str, mimetype: str = "") -> str:
    """A name that leads nowhere: letters, digits, dash and dot, with the extension of its kind."""
    platte = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    zonder = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", platte)
    stam = re.sub(r"[^A-Za-z0-9-]+", "-", zonder).strip("-")
    return (stam[:60] or "bestand") + (EXTENSIES.get(mimetype, ".bin") if mimetype else "")


def als_csv(kop: list[str], rijen: Iterable[Iterable[object]]) -> bytes:
    """RFC 4180 with semicolons, as spreadsheets here open it; no cell is a formula."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(kop)
    schrijver.writerows([veilig("" if cel is None else cel) for cel in rij] for rij in rijen)
    return uit.getvalue().encode("utf-8-sig")
