"""Reading a PDF back the way a person does: its words, its pages, its pixels."""

import io
import subprocess

import pikepdf
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
