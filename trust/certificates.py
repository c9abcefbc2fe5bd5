"""What stands in a certificate, of an authority and of a device."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Final, Literal, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from trust import files
from trust.keys import PrivateKey, PublicKey

Kind = Literal["server", "client"]

VALID_FROM: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""Long ago, so that a box whose clock stands still does not refuse what is new."""
AUTHORITY_ENDS: Final = datetime(2070, 1, 1, tzinfo=UTC)
DAYS: Final = 90

_USES: Final = {"server": ExtendedKeyUsageOID.SERVER_AUTH, "client": ExtendedKeyUsageOID.CLIENT_AUTH}


class Issuer(NamedTuple):
    """Who signs: a name, and a key."""

    name: x509.Name
    key: PrivateKey


class UnusableCertificate(Exception):  # noqa: N818 - it says what the file holds
    """A certificate file that cannot be read, or holds something else."""


def of_authority(
    name: x509.Name, key: PublicKey, issuer: Issuer, *, below: int | None, permitted: Sequence[str] = ()
) -> x509.Certificate:
    """An authority's certificate: `below` authorities may follow it, for no other than the permitted names."""
    builder = (
        _started(name, key, issuer)
        .not_valid_after(AUTHORITY_ENDS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=below), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
    )
    if permitted:
        subtrees = [_constraint(each) for each in permitted]
        builder = builder.add_extension(x509.NameConstraints(subtrees, None), critical=True)
    return builder.sign(issuer.key, hashes.SHA256())


def of_device(
    name: x509.Name, key: PublicKey, issuer: Issuer, *, names: Sequence[str], kinds: Sequence[Kind], ends: datetime
) -> x509.Certificate:
    """A device's certificate, for the DNS names and addresses under which others reach it."""
    builder = (
        _started(name, key, issuer)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([_USES[kind] for kind in kinds]), critical=False)
    )
    if names:
        alternatives = [_alternative(each) for each in names]
        builder = builder.add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
    return builder.sign(issuer.key, hashes.SHA256())


def end_after(now: datetime, days: int) -> datetime:
    """When a certificate of this many days ends, never before it begins."""
    return max(now, VALID_FROM + timedelta(days=1)) + timedelta(days=days)


def write(file: Path, *chain: x509.Certificate) -> None:
    """Write certificates one after the other, the device's own first."""
    files.write(file, pem(*chain))


def pem(*chain: x509.Certificate) -> bytes:
    """Certificates as text, one after the other."""
    return b"".join(each.public_bytes(Encoding.PEM) for each in chain)


def load(file: Path) -> tuple[x509.Certificate, ...]:
    """The certificates in a file, the device's own first.

    Raises:
        UnusableCertificate: there is none.
    """
    try:
        return tuple(x509.load_pem_x509_certificates(files.read(file)))
    except (OSError, ValueError) as fault:
        raise UnusableCertificate(f"{file}: {fault}") from fault


def _started(name: x509.Name, key: PublicKey, issuer: Issuer) -> x509.CertificateBuilder:
    own = issuer.key.public_key()
    return (
        x509.CertificateBuilder(issuer.name, name, key, x509.random_serial_number())
        .not_valid_before(VALID_FROM)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(own), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _alternative(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _constraint(name: str) -> x509.GeneralName:
    try:
        network: IPv4Network | IPv6Network = ip_network(name)
    except ValueError:
        return x509.DNSName(name)
    return x509.IPAddress(network)
