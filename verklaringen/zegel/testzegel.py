"""A test certificate of our own, for demo and tests: it vouches for nothing and says so."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    pkcs12,
)
from cryptography.x509.oid import NameOID

NAAM = "TESTZEGEL praktijkleren-portaal"
DAGEN = 3650


def certificaat(sleutel, *, naam=NAAM, vanaf=None, tot=None, door=None):
    """A certificate for `sleutel`; `door` is (certificate, key) of who vouches, else itself."""
    vanaf = vanaf or datetime.now(UTC) - timedelta(days=1)
    wie = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
    bouwer = (
        x509.CertificateBuilder()
        .subject_name(wie)
        .issuer_name(door[0].subject if door else wie)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(vanaf)
        .not_valid_after(tot or vanaf + timedelta(days=DAGEN))
        .add_extension(x509.BasicConstraints(ca=door is None, path_length=None), critical=True)
        .add_extension(_gebruik(door is None), critical=True)
    )
    return bouwer.sign(door[1] if door else sleutel, SHA256())


def nieuwe_sleutel(soort: str = "P-256"):
    """A private key: P-256, or RSA of 3072 bits."""
    if soort == "RSA":
        return rsa.generate_private_key(public_exponent=65537, key_size=3072)
    return ec.generate_private_key(ec.SECP256R1())


def bewaren(bestand: Path, sleutel, rij, *, wachtwoord: str = "", keten=()) -> None:
    """Write key and certificate as PKCS#12, for the owner of the process only."""
    slot = BestAvailableEncryption(wachtwoord.encode()) if wachtwoord else NoEncryption()
    inhoud = pkcs12.serialize_key_and_certificates(b"zegel", sleutel, rij, list(keten), slot)
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.touch(mode=0o600)
    bestand.write_bytes(inhoud)


def klaarzetten(bestand: Path, soort: str = "P-256") -> bool:
    """Make the test certificate of the demo when it is not there yet; True when it was made."""
    if bestand.exists():
        return False
    sleutel = nieuwe_sleutel(soort)
    bewaren(bestand, sleutel, certificaat(sleutel))
    return True


def als_pem(*rijen: x509.Certificate) -> bytes:
    """Certificates as they stand in the list of our own."""
    return b"".join(rij.public_bytes(Encoding.PEM) for rij in rijen)


def _gebruik(zelf: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=zelf,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
