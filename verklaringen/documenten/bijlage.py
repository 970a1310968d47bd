"""verklaring.json: wat op het blad staat, ook voor het systeem van een andere school.

Het formaat heeft een versie en een schema; docs/verklaring-json.md beschrijft het voor wie het
leest. Wat niet op het blad staat, staat er niet in. Eigen ontwerp.
"""

import json
from functools import cache

import rfc8785
from django.conf import settings

from verklaringen.pdf import RenderFout

from .drukken import merk_tekst

FORMAAT, VERSIE = "praktijkleren-portaal/verklaring", 1
NAAM = "verklaring.json"
OMSCHRIJVING = "Wat op dit document staat, voor een computer (JSON)"
SCHEMA = settings.BASE_DIR / "static" / "schema" / f"verklaring-{VERSIE}.schema.json"


def bijlage(gegevens: dict, code: str) -> dict[str, tuple[str, bytes]]:
    """De bijlage van een uitgegeven document: naam -> (omschrijving, canonieke JSON, RFC 8785).

    Raises: RenderFout als de gegevens niet in het schema passen; dan komt er geen document.
    """
    alles = zonder_leeg(
        {"formaat": FORMAAT, "versie": VERSIE, "merk": merk_tekst(met_code=True)}
        | gegevens
        | {"controle": {"adres": settings.CONTROLEER_URL, "code": code}}
    )
    if waar := past_niet(alles):
        # The field, never what stands in it: this sentence reaches lists and logs.
        raise RenderFout(f"De gegevens bij het document kloppen niet met hun schema: {waar}.")
    return {NAAM: (OMSCHRIJVING, rfc8785.dumps(alles))}


def zonder_leeg(deel):
    """Without what is empty on the page: no empty text, table or part."""
    if isinstance(deel, dict):
        gevuld = {naam: zonder_leeg(waarde) for naam, waarde in deel.items()}
        return {naam: waarde for naam, waarde in gevuld.items() if waarde not in ("", [], {}, None)}
    return [zonder_leeg(waarde) for waarde in deel] if isinstance(deel, list) else deel


def past_niet(gegevens: dict) -> str:
    """Where the first difference with the schema is ("$.persoon.naam"); "" when there is none."""
    from jsonschema.exceptions import best_match

    fout = best_match(_toetser(gegevens["soort"]).iter_errors(gegevens))
    return fout.json_path if fout else ""


@cache
def _toetser(soort: str):
    """The schema of this kind of document: of both at once an error would not say where it is."""
    # Imported late: only the worker makes documents.
    from jsonschema import Draft202012Validator

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator({"$ref": f"#/$defs/{soort}", "$defs": schema["$defs"]})
