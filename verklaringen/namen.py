"""How documents are called: the number people read, and the secret code that opens the register."""

import hashlib
import re
import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ"  # 23 of them: every slip of one digit or a swap shows
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SOORTEN = ("PV", "MV")
NUMMER = re.compile(r"^(PV|MV)-(20\d\d)-(\d{7})-([A-Z])$")
CODE = re.compile(r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$")
GROEPEN = (5, 5, 5, 5, 6)
ZONDER_ZEGEL = "geen"
TESTZEGEL = "test-"
# How every reason begins why an opdracht waits for the key: the werklijst finds them by it.
GEEN_ZEGEL = "Er is geen geldig zegel"


def controleteken(soort: str, jaar: int, volgnummer: int) -> str:
    """The last letter of a documentnummer: the rest as one number, modulo 23."""
    return LETTERS[int(f"{int(soort, 36)}{jaar}{volgnummer:07d}") % len(LETTERS)]


def documentnummer(soort: str, jaar: int, volgnummer: int) -> str:
    """PV-2026-0012345-C. Readable and sequential, not secret: never enough to see anything."""
    return f"{soort}-{jaar}-{volgnummer:07d}-{controleteken(soort, jaar, volgnummer)}"


def is_documentnummer(nummer: str) -> bool:
    """Of dit een documentnummer is waarvan het controleteken klopt."""
    delen = NUMMER.match(nummer)
    return bool(delen) and delen[4] == controleteken(delen[1], int(delen[2]), int(delen[3]))


def nieuwe_code() -> str:
    """A verificatiecode of 128 random bits, printed as 26 Crockford characters in 5-5-5-5-6."""
    getal = int.from_bytes(secrets.token_bytes(16), "big")
    tekens = "".join(CROCKFORD[getal >> (5 * plek) & 31] for plek in reversed(range(26)))
    return "-".join(_groepen(tekens))


def code_opschonen(getypt: str) -> str:
    """What someone typed as the 26 characters of a code, or "" when it cannot be one.

    Blanks and dashes do not count, nor does case; O is 0, and I and L are 1.
    """
    tekens = re.sub(r"[\s\-–—.]", "", getypt[:200]).upper()
    tekens = tekens.translate(str.maketrans("OIL", "011"))
    return tekens if CODE.match(tekens) else ""


def code_sha256(code: str) -> str:
    """Under what the register keeps a code; the code itself stands only on paper."""
    return hashlib.sha256(code_opschonen(code).encode()).hexdigest()


def zegelmerk(vingerafdruk: str, test: bool) -> str:
    """What the register keeps of the certificate that sealed: a part of its SHA-256."""
    return TESTZEGEL + vingerafdruk[:15] if test else vingerafdruk[:20]


def zegelsoort(merk: str) -> str:
    """geen, test or echt: what this mark in the register says of the seal."""
    if merk == ZONDER_ZEGEL:
        return "geen"
    return "test" if merk.startswith(TESTZEGEL) else "echt"


def _groepen(tekens: str):
    begin = 0
    for lengte in GROEPEN:
        yield tekens[begin : begin + lengte]
        begin += lengte


def gemaskeerd(naam: str) -> str:
    """J•• d• V••••: enough to recognise one's own paper, too little to learn a name from a QR."""
    return " ".join(woord[0] + "•" * (len(woord) - 1) for woord in naam.split())
