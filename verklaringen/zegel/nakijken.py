"""Looking at a seal. A library that says "valid" is not enough: bytes added after the end of the
file still give a valid signature, over less than the whole file.
"""

import hashlib
import io
from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from datetime import UTC, datetime

GEEN = "Er zit geen zegel op dit bestand."
ONLEESBAAR = "Dit bestand is niet te lezen als PDF met een zegel."
GOED, FOUT, ONBEKEND = "goed", "fout", "onbekend"


class NietOrigineel(Exception):
    """This is not a file as it was sealed; the text says why, in plain Dutch."""


@dataclass(frozen=True)
class Punt:
    """One thing a seal has to be. `stand` is goed, fout (then `bezwaar` says why) or onbekend."""

    belofte: str
    stand: str = ONBEKEND
    bezwaar: str = ""


@dataclass(frozen=True)
class Onderzoek:
    """What was found, point by point; `afdruk` and `gezet_op` are of the one seal, if there is."""

    punten: tuple[Punt, ...]
    afdruk: str = ""  # SHA-256 of the certificate in the file
    gezet_op: datetime | None = None  # as the seal itself says

    @property
    def bezwaar(self) -> str:
        """The first thing that is wrong; "" when nothing is."""
        return next((punt.bezwaar for punt in self.punten if punt.stand == FOUT), "")


def nakijken(pdf: bytes, eigen: Container[str]) -> str:
    """Fingerprint of the certificate in `eigen` that sealed `pdf` as it is now.

    One signature, over the entire file, that allows no change (DocMDP 1), that is right, and set
    while the certificate was valid. Whether the file stands in the register is for the caller.
    Raises: NietOrigineel.
    """
    onderzoek = onderzoeken(pdf, eigen)
    if onderzoek.bezwaar:
        raise NietOrigineel(onderzoek.bezwaar)
    return onderzoek.afdruk


def onderzoeken(pdf: bytes, eigen: Container[str]) -> Onderzoek:
    """Every point of the seal of `pdf`, each by itself. Never raises for what is in the file.

    Hostile bytes may take long or much memory: for those of others see `apart.onderzoeken`.
    """
    try:
        lezer, zegels = _lezen(pdf)
        aantal = len(zegels)
    except Exception:  # pyHanko has no one class for everything that can be wrong
        return onleesbaar()
    if aantal != 1:
        zin = f"Er zitten {aantal} handtekeningen op dit bestand, niet één." if aantal else GEEN
        return onleesbaar(zin)
    zegel = zegels[0]
    gevonden = [replace(PUNTEN[0], stand=GOED)]
    for punt, kijken in zip(PUNTEN[1:], KIJKEN, strict=True):
        try:
            bezwaar = kijken(lezer, zegel, eigen)
        except Exception:
            bezwaar = ONLEESBAAR
        gevonden.append(replace(punt, stand=FOUT if bezwaar else GOED, bezwaar=bezwaar))
    return Onderzoek(tuple(gevonden), *_van_wie_en_wanneer(zegel))


def onleesbaar(zin: str = ONLEESBAAR) -> Onderzoek:
    """There is not one seal to look at, so nothing else can be said."""
    return Onderzoek((replace(PUNTEN[0], stand=FOUT, bezwaar=zin), *PUNTEN[1:]))


def _lezen(pdf: bytes):
    from pyhanko.pdf_utils.reader import PdfFileReader

    lezer = PdfFileReader(io.BytesIO(pdf))
    return lezer, lezer.embedded_signatures


def _hele_bestand(lezer, zegel, eigen) -> str:
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    heel = zegel.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
    return "" if heel else "Het zegel gaat niet over het hele bestand."


def _geen_verandering(lezer, zegel, eigen) -> str:
    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.validation.pdf_embedded import read_certification_data

    certificering = read_certification_data(lezer)
    if (
        certificering is None
        or certificering.permission != MDPPerm.NO_CHANGES
        or certificering.author_sig.get_object() != zegel.sig_object
    ):
        return "Het zegel laat veranderingen toe."
    return ""


def _inhoud(lezer, zegel, eigen) -> str:
    """The digest of the bytes and the signature over it, with the certificate in the file."""
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    heel, echt = validate_sig_integrity(
        zegel.signer_info,
        zegel.signer_cert,
        expected_content_type="data",
        actual_digest=zegel.compute_digest(),
    )
    return "" if heel and echt else "De inhoud past niet bij het zegel."


def _eigen(lezer, zegel, eigen) -> str:
    return "" if _afdruk(zegel) in eigen else "Het zegel is van iemand anders."


def _in_zijn_tijd(lezer, zegel, eigen) -> str:
    """A certificate that expired since still stands for what it sealed in its time."""
    geldig = zegel.signer_cert["tbs_certificate"]["validity"]
    op = zegel.self_reported_timestamp
    if op is None:
        return "Het zegel zegt niet wanneer het is gezet."
    op = op if op.tzinfo else op.replace(tzinfo=UTC)
    if not geldig["not_before"].native <= op <= geldig["not_after"].native:
        return "Het certificaat was niet geldig toen het zegel werd gezet."
    return ""


def _afdruk(zegel) -> str:
    return hashlib.sha256(zegel.signer_cert.dump()).hexdigest()


def _van_wie_en_wanneer(zegel) -> tuple[str, datetime | None]:
    try:
        return _afdruk(zegel), zegel.self_reported_timestamp
    except Exception:
        return "", None


PUNTEN = (
    Punt("Er zit precies één zegel op het bestand."),
    Punt("Het zegel gaat over het hele bestand."),
    Punt("Het zegel laat geen enkele verandering toe."),
    Punt("Het deel waar het zegel over gaat, is niet veranderd."),
    Punt("Het zegel is gezet met een certificaat van dit portaal."),
    Punt("Dat certificaat was geldig toen het zegel werd gezet."),
)
KIJKEN: tuple[Callable[..., str], ...] = (
    _hele_bestand, _geen_verandering, _inhoud, _eigen, _in_zijn_tijd,
)  # fmt: skip
