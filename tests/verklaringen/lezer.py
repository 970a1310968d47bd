"""Reading a PDF back the way a person does: its words, its pages, its pixels."""

import io
import subprocess

import pikepdf
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from PIL import Image


def tekst(pdf: bytes) -> str:
    """Everything on the pages, white space collapsed."""
    return " ".join(_poppler("pdftotext", "-layout", "-", "-", invoer=pdf).decode().split())


def lopende_tekst(pdf: bytes) -> str:
    """The words in the order of the page, every hyphen kept where a name breaks off."""
    return " ".join(_poppler("pdftotext", "-raw", "-", "-", invoer=pdf).decode().split())


def bladen(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def beeld(pdf: bytes, blad=1, dpi=100) -> Image.Image:
    """A page as grey pixels."""
    opdracht = ["pdftoppm", "-r", str(dpi), "-f", str(blad), "-l", str(blad), "-gray", "-"]
    return Image.open(io.BytesIO(_poppler(*opdracht, invoer=pdf)))


def _poppler(*opdracht, invoer: bytes) -> bytes:
    return subprocess.run(opdracht, input=invoer, capture_output=True, check=True).stdout


def ontbrekend(inhoud, pdf: bytes, zonder="") -> list[str]:
    """The texts of frozen content that are not on paper letter for letter, wherever lines break."""
    gelezen = "".join(lopende_tekst(pdf).split())
    return [t for t in _teksten(inhoud, zonder) if "".join(t.split()) not in gelezen]


def _teksten(inhoud, zonder) -> list[str]:
    """Every text in frozen content as it should stand on paper, with days written out."""
    if isinstance(inhoud, dict):
        delen = [deel for naam, deel in inhoud.items() if naam != zonder]
        return [tekst for deel in delen for tekst in _teksten(deel, zonder)]
    if isinstance(inhoud, list):
        return [tekst for deel in inhoud for tekst in _teksten(deel, zonder)]
    dag = parse_date(inhoud) if isinstance(inhoud, str) else None
    return [date_format(dag, "j F Y") if dag else str(inhoud)]


def bladtekst(pdf: bytes, blad: int) -> list[str]:
    """The lines of one page from top to bottom, white space collapsed."""
    opdracht = ["pdftotext", "-layout", "-f", str(blad), "-l", str(blad), "-", "-"]
    regels = _poppler(*opdracht, invoer=pdf).decode().splitlines()
    return [" ".join(regel.split()) for regel in regels if regel.strip()]
