"""Frozen content and its fingerprint."""

import hashlib

import rfc8785

from trajecten.rules import Bezwaar

TEKENS_HOOGUIT = 60_000


def vingerafdruk(inhoud: dict) -> str:
    """SHA-256 over the canonical JSON (RFC 8785). Raises: Bezwaar when the content is too long."""
    canoniek = rfc8785.dumps(inhoud)
    if len(canoniek.decode()) > TEKENS_HOOGUIT:
        raise Bezwaar("Er staat te veel tekst in dit document. Maak de tekst korter.")
    return hashlib.sha256(canoniek).hexdigest()
