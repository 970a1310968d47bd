"""Ways to tamper with a sealed PDF, each made with the tools that somebody would use for it."""

import io
import re
import subprocess
import tempfile
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from verklaringen import zegel
from verklaringen.zegel import testzegel

naam = generic.pdf_name
# The one text of three glyphs that lie in the font as 5, 1 and 2 do: the 512 hours.
UREN = re.compile(rb"\[<(\w{4})>([\d.]*)<(\w{4})>[\d.]*<(\w{4})>[\d.]*\]")


def andere_letter(pdf: bytes) -> bytes:
    """A later revision in which the 512 hours of the page are 912."""

    def vervangen(gevonden):
        vijf, een, twee = (int(gevonden[nummer], 16) for nummer in (1, 3, 4))
        if (vijf - een, twee - een) != (4, 1):
            return gevonden[0]
        return gevonden[0].replace(gevonden[1], b"%04x" % (een + 8), 1)

    schrijver = IncrementalPdfFileWriter(io.BytesIO(pdf))
    blad = schrijver.root["/Pages"]["/Kids"][0]
    inhoud = UREN.sub(vervangen, blad["/Contents"].data)
    blad["/Contents"] = schrijver.add_object(generic.StreamObject(stream_data=inhoud))
    schrijver.update_container(blad)
    return _geschreven(schrijver)


def aantekening(pdf: bytes) -> bytes:
    """A later revision with a note laid over the page, as a PDF reader adds it."""
    schrijver = IncrementalPdfFileWriter(io.BytesIO(pdf))
    blad = schrijver.root["/Pages"]["/Kids"][0]
    letter = _rij(Type=naam("/Font"), Subtype=naam("/Type1"), BaseFont=naam("/Helvetica"))
    vel = generic.StreamObject(
        _rij(
            Type=naam("/XObject"),
            Subtype=naam("/Form"),
            BBox=_getallen(0, 0, 300, 30),
            Resources=_rij(Font=_rij(F=letter)),
        ),
        stream_data=b"BT /F 20 Tf 5 8 Td (Diploma behaald) Tj ET",
    )
    notitie = _rij(
        Type=naam("/Annot"),
        Subtype=naam("/FreeText"),
        Rect=_getallen(100, 700, 400, 730),
        Contents=generic.pdf_string("Diploma behaald"),
        AP=_rij(N=schrijver.add_object(vel)),
    )
    blad["/Annots"].append(schrijver.add_object(notitie))
    schrijver.update_container(blad["/Annots"])
    schrijver.update_container(blad)
    return _geschreven(schrijver)


def bytes_erachter(pdf: bytes) -> bytes:
    return pdf + b"\n% hier staat nu iets\n"


def opnieuw_bewaard(pdf: bytes) -> bytes:
    return _programma(pdf, "qpdf", "--object-streams=generate", "in.pdf", "uit.pdf")


def naar_pdf_geprint(pdf: bytes) -> bytes:
    return _programma(pdf, "pdftocairo", "-pdf", "in.pdf", "uit.pdf")


def samengevoegd(pdf: bytes) -> bytes:
    """Twice the same document in one file, the second time only its first page."""
    return _programma(pdf, "qpdf", "--empty", "--pages", "in.pdf", "in.pdf", "1", "--", "uit.pdf")


def nagemaakt(pdf: bytes) -> bytes:
    """Without our seal, changed, and sealed again with a key of one's own under our name."""
    kaal = naar_pdf_geprint(andere_letter(pdf))
    sleutel = testzegel.nieuwe_sleutel()
    return zegel.verzegelen(kaal, zegel.Sleutel(sleutel, testzegel.certificaat(sleutel)))


WEGEN = {
    "andere letter": andere_letter,
    "aantekening": aantekening,
    "bytes erachter": bytes_erachter,
    "opnieuw bewaard": opnieuw_bewaard,
    "naar PDF geprint": naar_pdf_geprint,
    "samengevoegd": samengevoegd,
    "nagemaakt": nagemaakt,
}


def _rij(**velden) -> generic.DictionaryObject:
    return generic.DictionaryObject({naam(f"/{veld}"): w for veld, w in velden.items()})


def _getallen(*getallen: int) -> generic.ArrayObject:
    return generic.ArrayObject(map(generic.NumberObject, getallen))


def _geschreven(schrijver) -> bytes:
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _programma(pdf: bytes, *opdracht: str) -> bytes:
    with tempfile.TemporaryDirectory() as map_:
        (Path(map_) / "in.pdf").write_bytes(pdf)
        subprocess.run(opdracht, cwd=map_, check=True, capture_output=True)
        return (Path(map_) / "uit.pdf").read_bytes()
