"""An authority: a key that vouches for others, what it gave out, and what it took back.

Its folder holds `authority.key`, `authority.crt` (its own certificate first, then who vouches for it), `issued`
(serial number, device and end of each certificate) and `revoked` (serial numbers).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from trust import certificates, files, keys
from trust.certificates import AUTHORITY_ENDS, DAYS, VALID_FROM, Issuer, Kind
from trust.keys import PrivateKey, PublicKey

KEY: Final = "authority.key"
CERTIFICATE: Final = "authority.crt"
ISSUED: Final = "issued"
REVOKED: Final = "revoked"


@dataclass(frozen=True)
class Authority:
    """Who vouches, with its key and its own certificate."""

    folder: Path
    key: PrivateKey
    certificate: x509.Certificate

    @classmethod
    def create(cls, folder: Path, name: str, passphrase: str | None = None, *, below: int | None = None) -> Self:
        """A new authority that vouches for itself, its key made here; raises FileExistsError where there is one."""
        if (folder / KEY).exists():
            raise FileExistsError(f"{folder} holds an authority already")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = keys.make()
        subject = keys.subject(name, "Aan de beurt")
        certificate = certificates.of_authority(subject, key.public_key(), Issuer(subject, key), below=below)
        # The key comes last: an authority without a certificate would be taken for a whole one.
        certificates.write(folder / CERTIFICATE, certificate)
        keys.write(folder / KEY, key, passphrase)
        return cls(folder, key, certificate)

    @classmethod
    def load(cls, folder: Path, passphrase: str | None = None) -> Self:
        """The authority in a folder; raises UnusableKey or UnusableCertificate."""
        certificate = certificates.load(folder / CERTIFICATE)[0]
        key = keys.load(folder / KEY, passphrase)
        if key.public_key() != certificate.public_key():
            raise keys.UnusableKey(f"{folder / KEY} is not the key of {folder / CERTIFICATE}")
        return cls(folder, key, certificate)

    def issue(
        self,
        request: x509.CertificateSigningRequest | PublicKey,
        device: str,
        branch: str,
        *,
        names: Sequence[str] = (),
        kinds: Sequence[Kind] = ("client",),
        days: int = DAYS,
        now: datetime | None = None,
    ) -> x509.Certificate:
        """A certificate for a device's key; a request counts for its key only, the names are given here.

        Raises:
            ValueError: the request is not signed with the key that it asks for, or that key is of another kind.
        """
        certificate = certificates.of_device(
            keys.subject(device, branch),
            _public_key(request),
            self.issuer,
            names=names,
            kinds=kinds,
            ends=certificates.end_after(now or datetime.now(UTC), days),
        )
        self._note(ISSUED, f"{certificate.serial_number:x}\t{device}\t{certificate.not_valid_after_utc:%Y-%m-%d}")
        return certificate

    def certify(
        self, key: PublicKey, name: x509.Name, *, below: int | None = 0, permitted: Sequence[str] = ()
    ) -> x509.Certificate:
        """A certificate that makes another key an authority, for the permitted names only."""
        return certificates.of_authority(name, key, self.issuer, below=below, permitted=permitted)

    def revoke(self, *, device: str | None = None, serial: int | None = None) -> int:
        """Take back one certificate, or all of a device; says how many were taken back now."""
        wanted = {serial} if serial is not None else {number for number, owner in self._issued() if owner == device}
        new = wanted - self.revoked()
        for number in sorted(new):
            self._note(REVOKED, f"{number:x}")
        return len(new)

    def revoked(self) -> frozenset[int]:
        """The serial numbers that were taken back."""
        return frozenset(int(row, 16) for row in self._rows(REVOKED))

    def crl(self) -> bytes:
        """The list of what was taken back, as PEM; it never runs out, so that an unattended broker goes on."""
        builder = x509.CertificateRevocationListBuilder(self.issuer.name)
        builder = builder.last_update(VALID_FROM).next_update(AUTHORITY_ENDS)
        revoked = sorted(self.revoked())
        for serial in revoked:
            builder = builder.add_revoked_certificate(_taken_back(serial))
        own = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        builder = builder.add_extension(x509.CRLNumber(len(revoked) + 1), critical=False)
        return builder.add_extension(own, critical=False).sign(self.key, hashes.SHA256()).public_bytes(Encoding.PEM)

    @property
    def issuer(self) -> Issuer:
        """Who signs in this authority's name."""
        return Issuer(self.certificate.subject, self.key)

    def _issued(self) -> list[tuple[int, str]]:
        rows = [row.split("\t") for row in self._rows(ISSUED)]
        return [(int(row[0], 16), row[1]) for row in rows]

    def _rows(self, name: str) -> list[str]:
        file = self.folder / name
        return file.read_text(encoding="ascii").splitlines() if file.exists() else []

    def _note(self, name: str, row: str) -> None:
        # More than one program gives out certificates in this authority's name.
        with files.alone_in(self.folder):
            rows = [*self._rows(name), row]
            files.write(self.folder / name, "".join(f"{each}\n" for each in rows).encode("ascii"), files.OWNER_ONLY)


def _public_key(request: x509.CertificateSigningRequest | PublicKey) -> PublicKey:
    if not isinstance(request, x509.CertificateSigningRequest):
        return request
    key = request.public_key()
    if not request.is_signature_valid or not isinstance(key, PublicKey):
        raise ValueError("the request is not signed with a P-256 key of its own")
    return key


def _taken_back(serial: int) -> x509.RevokedCertificate:
    return x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(VALID_FROM).build()
