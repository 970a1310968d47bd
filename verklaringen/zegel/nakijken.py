"""Looking at a seal. A library that says "valid" is not enough: bytes added after the end of the
file still give a valid signature, over less than the whole file.
"""

import hashlib
import io
from collections.abc import Container

GEEN = "Er zit geen zegel op dit bestand."


class NietOrigineel(Exception):
    """This is not a file as it was sealed; the text says why, in plain Dutch."""


def nakijken(pdf: bytes, eigen: Container[str]) -> str:
    """Fingerprint of the certificate in `eigen` that sealed `pdf` as it is now.

    One signature, over the entire file, that allows no change (DocMDP 1), and that is right.
    Whether the file stands in the register is for the caller. Raises: NietOrigineel.
    """
    try:
        return _nakijken(pdf, eigen)
    except NietOrigineel:
        raise
    except Exception as fout:  # pyHanko has no one class for everything that can be wrong
        raise NietOrigineel("Dit bestand is niet te lezen als PDF met een zegel.") from fout


def _nakijken(pdf: bytes, eigen: Container[str]) -> str:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.validation.pdf_embedded import read_certification_data
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    lezer = PdfFileReader(io.BytesIO(pdf))
    zegels = lezer.embedded_signatures
    if not zegels:
        raise NietOrigineel(GEEN)
    if len(zegels) > 1:
        raise NietOrigineel(f"Er zitten {len(zegels)} handtekeningen op dit bestand, niet één.")
    zegel, certificering = zegels[0], read_certification_data(lezer)
    if zegel.evaluate_signature_coverage() != SignatureCoverageLevel.ENTIRE_FILE:
        raise NietOrigineel("Het zegel gaat niet over het hele bestand.")
    if certificering is None or certificering.permission != MDPPerm.NO_CHANGES:
        raise NietOrigineel("Het zegel laat veranderingen toe.")
    if certificering.author_sig.get_object() != zegel.sig_object:
        raise NietOrigineel("Het zegel laat veranderingen toe.")
    if not _klopt(zegel):
        raise NietOrigineel("De inhoud past niet bij het zegel.")
    afdruk = hashlib.sha256(zegel.signer_cert.dump()).hexdigest()
    if afdruk not in eigen:
        raise NietOrigineel("Het zegel is van iemand anders.")
    return afdruk


def _klopt(zegel) -> bool:
    """The digest of the bytes and the signature over it, with the certificate in the file."""
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    heel, echt = validate_sig_integrity(
        zegel.signer_info,
        zegel.signer_cert,
        expected_content_type="data",
        actual_digest=zegel.compute_digest(),
    )
    return heel and echt
