"""Sealing: a PAdES certification signature over the whole file, after which nothing may change.

DocMDP level 1 (ISO 32000-1, 12.8.2.2): levels 2 and 3 leave room for changes that many viewers
show without a word. PyHanko is imported late: a web process never seals.
"""

import io
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from ..pdf import RenderFout
from .sleutel import Sleutel

VELD = "Zegel"
# Room for what stands in the signature beside the certificates and the signature itself.
OVERIG = 1024


def verzegelen(pdf: bytes, sleutel: Sleutel) -> bytes:
    """`pdf` with one seal that covers all of it. Raises: RenderFout when it cannot be sealed."""
    from pyhanko.sign import fields
    from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

    gegevens = PdfSignatureMetadata(
        field_name=VELD,
        name=sleutel.naam,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    uit = io.BytesIO()
    try:
        zetter = PdfSigner(gegevens, signer=ondertekenaar(sleutel))
        # It starts an event loop, which it may not where one is running: a thread has none.
        with ThreadPoolExecutor(max_workers=1) as draad:
            draad.submit(
                zetter.sign_pdf, schrijver(pdf), bytes_reserved=ruimte(sleutel), output=uit
            ).result()
    except Exception as fout:  # pyHanko has no one class for everything that can be wrong
        raise RenderFout(f"verzegelen lukte niet: {type(fout).__name__}: {fout}"[:500]) from fout
    return uit.getvalue()


def schrijver(pdf: bytes):
    """Adds the seal and nothing else: version and metadata stay as PDF/A-3 (PDF 1.7) wants them."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class AlleenErbij(IncrementalPdfFileWriter):
        def ensure_output_version(self, version):
            pass

        def _update_meta(self):
            pass

    return AlleenErbij(io.BytesIO(pdf))


def ruimte(sleutel: Sleutel) -> int:
    """Hexadecimal characters to keep free: known beforehand, so nothing is signed twice."""
    certificaten = sum(len(_der(rij)) for rij in (sleutel.certificaat, *sleutel.keten))
    return 2 * (certificaten + sleutel.sleutel.key_size // 8 * 2 + OVERIG)


@lru_cache(maxsize=1)
def ondertekenaar(sleutel: Sleutel):
    """A pyHanko signer that holds the loaded key; its own reads the key again at each signature."""
    from asn1crypto import x509
    from pyhanko.sign.signers.pdf_cms import Signer
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class MetGeladenSleutel(Signer):
        async def async_sign_raw(self, data, digest_algorithm, dry_run=False):
            if isinstance(sleutel.sleutel, RSAPrivateKey):
                return sleutel.sleutel.sign(data, PKCS1v15(), SHA256())
            return sleutel.sleutel.sign(data, ECDSA(SHA256()))

    bewaard = SimpleCertificateStore()
    bewaard.register_multiple([x509.Certificate.load(_der(rij)) for rij in sleutel.keten])
    return MetGeladenSleutel(
        signing_cert=x509.Certificate.load(_der(sleutel.certificaat)),
        cert_registry=bewaard,
        embed_roots=False,
    )


def _der(certificaat) -> bytes:
    return certificaat.public_bytes(Encoding.DER)
