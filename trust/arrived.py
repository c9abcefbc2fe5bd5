"""A certificate that another program of this box fetched, which is not believed: whether it may take its place."""

import os
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from trust import certificates, files, keys
from trust.box import Wanted
from trust.certificates import UnusableCertificate

Chain = tuple[x509.Certificate, ...]


class NotGood(Exception):  # noqa: N818 - it says what the certificate is
    """A certificate that does not take the place of the one there is; the text says why."""


def read(file: Path) -> Chain:
    """A certificate with who vouches for it; no link is followed. Raises NotGood."""
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as source:
            return tuple(x509.load_pem_x509_certificates(source.read(files.LARGEST_BYTES)))
    except (OSError, ValueError) as fault:
        raise NotGood("what was fetched for it cannot be read") from fault


def check(chain: Chain, each: Wanted, branch: str, etc: Path) -> None:
    """Raise NotGood unless it is for this box's key and device, of its own authority, and later than what it has.

    Raises:
        UnusableKey, UnusableCertificate: what this box has itself is damaged.
    """
    [authority, *_] = certificates.load(etc / "ca.crt")
    new = chain[0]
    if new.public_key() != keys.load(etc / f"{each.file}.key").public_key():
        raise NotGood("what was fetched is for another key")
    if keys.device_of(new.subject) != (each.device, branch):
        raise NotGood("what was fetched is for another device")
    try:
        new.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature) as fault:
        raise NotGood("what was fetched is of another authority") from fault
    before = _before(etc / f"{each.file}.crt")
    if before is not None and (new == before or new.not_valid_after_utc < before.not_valid_after_utc):
        raise NotGood("what was fetched is no later one")


def _before(file: Path) -> x509.Certificate | None:
    try:
        return certificates.load(file)[0]
    except UnusableCertificate:
        return None
