"""Keys: made where they are used, kept in a file for one owner, known by the fingerprint of their certificate."""

from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from trust import files

PrivateKey = ec.EllipticCurvePrivateKey
PublicKey = ec.EllipticCurvePublicKey

_GROUP = 4


class UnusableKey(Exception):  # noqa: N818 - it says what the file holds
    """A key file that cannot be read, holds another kind of key, or needs another passphrase."""


def make() -> PrivateKey:
    """A new key, on the curve P-256: every browser, broker and library of today takes it."""
    return ec.generate_private_key(ec.SECP256R1())


def write(file: Path, key: PrivateKey, passphrase: str | None = None, mode: int = files.OWNER_ONLY) -> None:
    """Keep a key in a file, under a passphrase where one is given."""
    lock: KeySerializationEncryption = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    files.write(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock), mode)


def load(file: Path, passphrase: str | None = None) -> PrivateKey:
    """The key in a file.

    Raises:
        UnusableKey: there is none, or the passphrase is not its own.
    """
    try:
        key = load_pem_private_key(files.read(file), passphrase.encode() if passphrase else None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as fault:
        raise UnusableKey(f"{file}: {fault}") from fault
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise UnusableKey(f"{file} holds a key of another kind")
    return key


def load_or_make(file: Path, mode: int = files.OWNER_ONLY) -> PrivateKey:
    """The key in a file, made on first use; raises UnusableKey."""
    if not file.exists():
        write(file, make(), mode=mode)
    return load(file)


def is_locked(file: Path) -> bool:
    """Does this key file ask for a passphrase?"""
    return b"ENCRYPTED" in files.read(file)


def request(key: PrivateKey, device: str, branch: str) -> x509.CertificateSigningRequest:
    """What a device asks a certificate with: its name, and proof that it holds the key."""
    return x509.CertificateSigningRequestBuilder().subject_name(subject(device, branch)).sign(key, hashes.SHA256())


def subject(device: str, branch: str) -> x509.Name:
    """A device as a certificate names it: CN is the device, O its branch."""
    return x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, branch), x509.NameAttribute(NameOID.COMMON_NAME, device)]
    )


def device_of(name: x509.Name) -> tuple[str, str]:
    """The device and the branch in a certificate's name, each "" where it is not there once."""
    found = [name.get_attributes_for_oid(kind) for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)]
    device, branch = (str(each[0].value) if len(each) == 1 else "" for each in found)
    return device, branch


def fingerprint(certificate: x509.Certificate) -> str:
    """The certificate's SHA-256 in groups of four, for two people who compare two screens."""
    text = certificate.fingerprint(hashes.SHA256()).hex().upper()
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))
