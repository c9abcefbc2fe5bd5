"""Who gets a certificate: a box with a certificate of its own, or with what IT put on its card, which counts once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from runtime.settings.model import Settings
from trust import branch, certificates, files, keys, names
from trust.authority import Authority
from trust.box import Wanted, wanted
from trust.enrolment.line import Answer, Question

GRACE: Final = timedelta(days=400)
"""So long after its end a certificate may still ask for its successor: a set that was in a cupboard for a year."""

USED: Final = "used"
LONGEST_PASSWORD: Final = 200

KeepPassword = Callable[[str, str], None]


class Refused(Exception):  # noqa: N818 - it says what the box is
    """No certificate for this box; the text says why, for its log."""


class Desk:
    """Answers the boxes of one branch; `keep` takes the password that a box made for the broker."""

    def __init__(self, settings: Settings, authority: Authority, organisation: x509.Certificate | None) -> None:
        self._settings = settings
        self._authority = authority
        self._organisation = organisation

    def answer(self, peer: bytes, question: Question, keep: KeepPassword, now: datetime | None = None) -> Answer:
        """What a box hears; `peer` is the certificate (DER) with which it came in. TLS has checked all but its time."""
        try:
            return self._given(x509.load_der_x509_certificate(peer), question, keep, now or datetime.now(UTC))
        except (Refused, ValueError) as fault:
            return Answer(refused=str(fault))

    def _given(self, peer: x509.Certificate, question: Question, keep: KeepPassword, now: datetime) -> Answer:
        device, of_branch = keys.device_of(peer.subject)
        if of_branch != self._settings.branch.id or device not in names.roles(self._settings):
            raise Refused(f'"{device}" of "{of_branch}" is no device of this branch; is it in the branch file?')
        request = x509.load_pem_x509_csr(question.request.encode())
        is_own = _vouches(self._authority.certificate, peer)
        each = self._wanted(device, question.file)
        self._check_time(peer, now, is_own=is_own)
        if is_own:
            self._check_not_revoked(peer)
        else:
            self._check_from_it(peer)
            self._use(peer, each, request)
        certificate = self._authority.issue(request, device, of_branch, names=each.names, kinds=each.kinds, now=now)
        if question.password:
            keep(device, question.password[:LONGEST_PASSWORD])
        chain = certificates.pem(certificate, *(branch.chain(self._authority) if "server" in each.kinds else ()))
        return Answer(certificate=chain.decode(), authority=certificates.pem(self._authority.certificate).decode())

    def _wanted(self, device: str, file: str) -> Wanted:
        box = (device,)
        found = [each for each in wanted(self._settings, box) if each.file == file and each.file != "broker"]
        if not found:
            raise Refused(f'"{device}" has no certificate "{file[:60]}"')
        return found[0]

    def _check_time(self, peer: x509.Certificate, now: datetime, *, is_own: bool) -> None:
        grace = GRACE if is_own else timedelta(0)
        if now > peer.not_valid_after_utc + grace:
            raise Refused("this certificate has ended; pair the box again, or make its card again")

    def _check_not_revoked(self, peer: x509.Certificate) -> None:
        if peer.serial_number in self._authority.revoked():
            raise Refused("this certificate was taken back")

    def _check_from_it(self, peer: x509.Certificate) -> None:
        if self._organisation is None or not _vouches(self._organisation, peer):
            raise Refused("this certificate is of an authority that does not count here")

    def _use(self, peer: x509.Certificate, each: Wanted, request: x509.CertificateSigningRequest) -> None:
        """Note for which key a card's certificate was used: for the same one, as after a power cut, it counts again."""
        file = self._authority.folder / USED
        rows = file.read_text(encoding="ascii").splitlines() if file.exists() else []
        use, digest = f"{peer.serial_number:x}\t{each.file}\t", _digest(request)
        known = [row.removeprefix(use) for row in rows if row.startswith(use)]
        if known and known != [digest]:
            raise Refused("this card was used already, for another box; make a new card, or pair the box")
        if not known:
            content = "".join(f"{row}\n" for row in (*rows, use + digest))
            files.write(file, content.encode("ascii"), files.OWNER_ONLY)


def anchors(authority: Authority, etc: Path) -> tuple[x509.Certificate, ...]:
    """Whose certificates may come to the desk: the branch's own, and the organisation's from the cards."""
    file = etc / branch.ORGANISATION
    return authority.certificate, *(certificates.load(file)[:1] if file.exists() else ())


def _vouches(authority: x509.Certificate, peer: x509.Certificate) -> bool:
    try:
        peer.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _digest(request: x509.CertificateSigningRequest) -> str:
    key = request.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return sha256(key).hexdigest()
