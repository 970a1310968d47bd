"""The key of the seal, read once and kept, and the certificates we call our own.

The key stands in a PKCS#12 file (settings.ZEGEL_BESTAND); the certificates that ever sealed stand
in a PEM file (settings.ZEGEL_CERTIFICATEN), so that a web process needs no key to check a seal.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TypeGuard

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils import timezone

from .. import namen

KROMMEN = ("secp256r1", "secp384r1")
RSA_MINSTENS = 2048
# A document begun now must be sealed before its certificate ends.
MARGE = timedelta(minutes=10)
NAAMDELEN = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME, NameOID.ORGANIZATIONAL_UNIT_NAME)


class ZegelFout(Exception):
    """There is no seal to issue with now. The text is a plain Dutch sentence that says why."""

    def __init__(self, waarom: str):
        self.waarom = waarom
        super().__init__(f"{namen.GEEN_ZEGEL}: {waarom}")


@dataclass(frozen=True, eq=False)
class Sleutel:
    """A loaded key with its certificate and the certificates between it and its root."""

    sleutel: EllipticCurvePrivateKey | RSAPrivateKey
    certificaat: x509.Certificate
    keten: tuple[x509.Certificate, ...] = ()

    @property
    def naam(self) -> str:
        return naam_op(self.certificaat)

    @property
    def is_test(self) -> bool:
        return is_testcertificaat(self.certificaat)

    @property
    def merk(self) -> str:
        """What the register keeps: see namen.zegelmerk."""
        return namen.zegelmerk(vingerafdruk(self.certificaat), self.is_test)


def naam_op(certificaat: x509.Certificate) -> str:
    """Who seals, as the certificate says."""
    for deel in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        for waarde in certificaat.subject.get_attributes_for_oid(deel):
            return str(waarde.value)
    return ""


def van_wie(merk: str) -> str:
    """The name on the certificate behind this mark in the register; "" when it is not known."""
    try:
        eigen = eigen_certificaten()
    except ZegelFout:
        return ""
    merken = {
        namen.zegelmerk(afdruk, is_testcertificaat(rij)): rij for afdruk, rij in eigen.items()
    }
    return naam_op(merken[merk]) if merk in merken else ""


def vingerafdruk(certificaat: x509.Certificate) -> str:
    """SHA-256 of the certificate, hexadecimal."""
    return certificaat.fingerprint(SHA256()).hex()


def is_testcertificaat(certificaat: x509.Certificate) -> bool:
    """Nobody else vouches for it, or a name in it begins with test: never for real documents."""
    if certificaat.issuer == certificaat.subject:
        return True
    delen = [
        str(deel.value)
        for wie in (certificaat.subject, certificaat.issuer)
        for soort in NAAMDELEN
        for deel in wie.get_attributes_for_oid(soort)
    ]
    return any(re.search(r"\btest", deel, re.IGNORECASE) for deel in delen)


def paraat(nu: datetime | None = None) -> Sleutel | None:
    """The key to seal with now; None where this portal does not seal (ontwikkeling, test).

    Raises: ZegelFout when it should seal and cannot: no file, wrong password, a key that does not
    fit, expired, or not one of our own certificates.
    """
    if not settings.ZEGEL_BESTAND and not settings.ZEGEL_VERPLICHT:
        return None
    sleutel = _laden()
    certificaat, nu = sleutel.certificaat, nu or timezone.now()
    if nu + MARGE > certificaat.not_valid_after_utc:
        tot = timezone.localdate(certificaat.not_valid_after_utc)
        raise ZegelFout(f"het certificaat is verlopen op {tot:%d-%m-%Y}.")
    if nu < certificaat.not_valid_before_utc:
        vanaf = timezone.localdate(certificaat.not_valid_before_utc)
        raise ZegelFout(f"het certificaat geldt pas vanaf {vanaf:%d-%m-%Y}.")
    if settings.OMGEVING == "productie" and sleutel.is_test:
        raise ZegelFout("dit is een testcertificaat.")
    if vingerafdruk(certificaat) not in eigen_certificaten():
        raise ZegelFout("dit certificaat staat niet in de lijst met eigen certificaten.")
    return sleutel


def eigen_certificaten() -> dict[str, x509.Certificate]:
    """Every certificate that ever sealed here, by fingerprint. Without a list: the one in use.

    Raises: ZegelFout when the list cannot be read.
    """
    if not settings.ZEGEL_CERTIFICATEN:
        certificaten = [_laden().certificaat] if settings.ZEGEL_BESTAND else []
    else:
        pad = Path(settings.ZEGEL_CERTIFICATEN)
        try:
            certificaten = list(_certificaten(pad, pad.stat().st_mtime_ns))
        except (OSError, ValueError) as fout:
            raise ZegelFout("de lijst met eigen certificaten is niet te lezen.") from fout
    return {vingerafdruk(certificaat): certificaat for certificaat in certificaten}


def _laden() -> Sleutel:
    if not settings.ZEGEL_BESTAND:
        raise ZegelFout("er is geen sleutel ingesteld.")
    pad = Path(settings.ZEGEL_BESTAND)
    try:
        veranderd_op = pad.stat().st_mtime_ns
        return _lezen(pad, veranderd_op, settings.ZEGEL_WACHTWOORD)
    except OSError as fout:
        raise ZegelFout("het bestand met de sleutel is niet te lezen.") from fout


@lru_cache(maxsize=1)
def _lezen(pad: Path, veranderd_op: int, wachtwoord: str) -> Sleutel:
    """Read the file once; a renewed file has another time of change, and is read again."""
    try:
        geheim = wachtwoord.encode() or None
        sleutel, certificaat, keten = pkcs12.load_key_and_certificates(pad.read_bytes(), geheim)
    except ValueError as fout:
        raise ZegelFout("het wachtwoord past niet, of het bestand is geen PKCS#12.") from fout
    if sleutel is None or certificaat is None:
        raise ZegelFout("in het bestand zit geen sleutel met een certificaat.")
    if not (_is_rsa(sleutel) or _is_kromme(sleutel)):
        raise ZegelFout("deze soort sleutel kan niet; wel P-256, P-384 of RSA vanaf 2048 bits.")
    if sleutel.public_key() != certificaat.public_key():
        raise ZegelFout("de sleutel hoort niet bij het certificaat.")
    return Sleutel(sleutel, certificaat, tuple(keten))


def _is_rsa(sleutel: object) -> TypeGuard[RSAPrivateKey]:
    return isinstance(sleutel, RSAPrivateKey) and sleutel.key_size >= RSA_MINSTENS


def _is_kromme(sleutel: object) -> TypeGuard[EllipticCurvePrivateKey]:
    return isinstance(sleutel, EllipticCurvePrivateKey) and sleutel.curve.name in KROMMEN


@lru_cache(maxsize=1)
def _certificaten(pad: Path, veranderd_op: int) -> tuple[x509.Certificate, ...]:
    return tuple(x509.load_pem_x509_certificates(pad.read_bytes()))
