"""The branch's own authority, whose key never leaves the hub's box.

It vouches for itself: inside the branch nothing else counts. The organisation vouches for it a second time, through
an authority that goes on the card once, so that browsers that trust the organisation trust the console.
"""

import shutil
from pathlib import Path
from typing import Final

from cryptography import x509

from trust import certificates, files, keys
from trust.authority import CERTIFICATE, KEY, Authority

FOLDER: Final = Path("/var/lib/beurt-authority")
VOUCHED: Final = "vouched.crt"
ENROLMENT: Final = "enrolment"
ORGANISATION: Final = "organisation.crt"


def load_or_create(folder: Path, branch: str) -> Authority:
    """The branch's authority, made on first use, also where a power cut left half of one."""
    if (folder / KEY).exists():
        return Authority.load(folder)
    return Authority.create(folder, f"Aan de beurt {branch}", below=0)


def enrolment(organisation: Authority, folder: Path, branch: str, permitted: tuple[str, ...]) -> None:
    """Make the authority that goes on the hub's card once: it can make one other, for the branch's names only."""
    key = keys.make()
    certificate = organisation.certify(
        key.public_key(), keys.subject(f"Enrolment of {branch}", branch), below=1, permitted=permitted
    )
    certificates.write(folder / CERTIFICATE, certificate)
    keys.write(folder / KEY, key)


def vouch(authority: Authority, card: Path) -> None:
    """Let the organisation's authority on the card vouch for the branch's, as a second certificate for one key.

    Raises:
        UnusableKey, UnusableCertificate: the card's is damaged.
    """
    enrolling = Authority.load(card)
    vouched = enrolling.certify(authority.key.public_key(), authority.certificate.subject)
    certificates.write(authority.folder / VOUCHED, vouched, enrolling.certificate)


def chain(authority: Authority) -> tuple[x509.Certificate, ...]:
    """What a server sends behind its own certificate, so that browsers find the organisation's."""
    file = authority.folder / VOUCHED
    return certificates.load(file) if file.exists() else ()


def publish(authority: Authority, etc: Path) -> None:
    """Write what everybody on this box may read: the authority's certificate, and what it took back."""
    certificates.write(etc / "ca.crt", authority.certificate)
    files.write(etc / "revoked.crl", authority.crl())


def own_organisation(card: Path, etc: Path) -> None:
    """Keep the organisation's certificate, where the card has one."""
    if (card / ORGANISATION).exists():
        etc.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(card / ORGANISATION, etc / ORGANISATION)
