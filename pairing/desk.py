"""The hub's side: which boxes show a code, and what the box whose code was typed is given. Safe from any thread."""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from msgspec.structs import replace

from pairing import code
from pairing.messages import Given, Offer, Outcome, State
from pairing.window import OPEN_S, Window
from runtime import passwords
from runtime.settings.load import load
from runtime.settings.model import Settings
from trust import certificates, files, keys, names
from trust.authority import Authority
from trust.box import wanted

TAKEN_WITHIN_S: Final = 60.0
"""A slow card in a box takes its time to have everything on it."""
PASSWORD_BYTES: Final = 32
PROOF_LENGTH: Final = 64

Keep = Callable[[str, str], None]

log = logging.getLogger(__name__)


class Refused(Exception):  # noqa: N818 - it says what the box is
    """A box that may not wait; the text says why, for its log."""


@dataclass(eq=False)
class Waiting:
    """A box that shows a code, and the certificate (DER) that it met."""

    offer: Offer
    salt: bytes
    request: x509.CertificateSigningRequest
    met: bytes
    given: SimpleQueue[Given] = field(default_factory=SimpleQueue)
    taken: SimpleQueue[bool] = field(default_factory=SimpleQueue)
    kept: SimpleQueue[bool] = field(default_factory=SimpleQueue)
    is_chosen: bool = False
    """Whether its code was typed."""

    @property
    def asked(self) -> tuple[bytes, bytes, bytes]:
        """What the box's proof is about."""
        return self.met, self.request.public_bytes(Encoding.DER), self.salt

    def knows(self, key: bytes) -> bool:
        """Whether it is this box's key."""
        return code.is_proof(self.offer.proof, key, "box", *self.asked)


class Desk:
    """Pairs boxes with the branch in a file; `keep` takes the password of a device for the broker."""

    def __init__(self, config: Path, authority: Authority, etc: Path, keep: Keep) -> None:
        self._config = config
        self._authority = authority
        self._etc = etc
        self._keep = keep
        self._lock = threading.Lock()
        self._window: Window[Waiting] = Window(-OPEN_S)

    def state(self, outcome: Outcome = "") -> State:
        """How it stands."""
        now_s, devices = time.monotonic(), tuple(_devices(load(self._config)))
        with self._lock:
            is_open = self._window.is_open(now_s)
            return State(
                is_open=is_open,
                left_s=self._window.left_s(now_s),
                tries=self._window.tries if is_open else 0,
                waiting=self._window.waiting(),
                fingerprint=keys.fingerprint(certificates.load(self._etc / "broker.crt")[0]),
                devices=devices,
                outcome=outcome,
            )

    def is_open(self) -> bool:
        """Whether boxes may come."""
        with self._lock:
            return self._window.is_open(time.monotonic())

    def open(self) -> None:
        """Begin ten minutes; those that ran are over."""
        with self._lock:
            self._window.close()
            self._window = Window(time.monotonic())

    def close(self) -> None:
        """End them."""
        with self._lock:
            self._window.close()

    def arrive(self, offer: Offer, met: bytes) -> Waiting:
        """A box shows a code.

        Raises:
            Refused: it may not wait.
        """
        try:
            request = x509.load_pem_x509_csr(offer.request.encode())
            salt = bytes.fromhex(offer.salt)
        except ValueError as fault:
            raise Refused("its request cannot be read") from fault
        if not request.is_signature_valid or len(salt) != code.SALT_BYTES or len(offer.proof) != PROOF_LENGTH:
            raise Refused("its request is not whole")
        waiting = Waiting(offer, salt, request, met)
        with self._lock:
            if not self._window.take(waiting, time.monotonic()):
                raise Refused("nobody pairs boxes now")
        return waiting

    def leave(self, waiting: Waiting) -> None:
        """A box went away."""
        with self._lock:
            self._window.drop(waiting)

    def is_waiting(self, waiting: Waiting) -> bool:
        """Whether its code still counts, or it is being given its papers."""
        with self._lock:
            return waiting.is_chosen or self._window.holds(waiting, time.monotonic())

    def pair(self, typed: str, device: str) -> Outcome:
        """Give the box that shows this code the papers of a device; blocks until the box has them on disk."""
        settings = load(self._config)
        if device not in _devices(settings):
            return "no-device"
        if device not in settings.broker.accounts:
            return "no-account"
        meant, right_key = code.as_typed(typed), b""

        def is_of(waiting: Waiting) -> bool:
            nonlocal right_key
            key = code.key_of(meant or " " * code.LENGTH, waiting.salt)
            if not waiting.knows(key):
                return False
            right_key = key
            return True

        with self._lock:
            verdict, waiting = self._window.judge(is_of, time.monotonic())
            if waiting is not None:
                waiting.is_chosen = True
        if waiting is None:
            log.warning("a box was not paired: %s", verdict)
            return "closed" if verdict == "right" else verdict
        return self._give(waiting, right_key, settings, device)

    def revoke(self, device: str) -> Outcome:
        """Take back a device's certificates and its password: it is thrown off the broker, and cannot come back."""
        if device not in _devices(load(self._config)):
            return "no-device"
        count = self._authority.revoke(device=device)
        self._keep(device, secrets.token_urlsafe(PASSWORD_BYTES))
        log.warning("%s was taken out: %d certificates taken back, its password is another", device, count)
        return "revoked"

    def _give(self, waiting: Waiting, key: bytes, settings: Settings, device: str) -> Outcome:
        try:
            # Whoever had this device before is not it any more.
            self._authority.revoke(device=device)
            given = self._papers(waiting, settings, device)
        except (OSError, ValueError):
            log.exception("the papers of %s could not be made", device)
            waiting.given.put(Given(refused="its papers could not be made"))
            return "lost"
        proof = code.proof(key, "hub", *waiting.asked, given.words())
        waiting.given.put(replace(given, proof=proof))
        try:
            if not waiting.taken.get(timeout=TAKEN_WITHIN_S):
                return "lost"
        except Empty:
            return "lost"
        self._keep(device, given.password)
        waiting.kept.put(True)  # noqa: FBT003 - the queue holds the answer itself
        log.info("paired: %s", device)
        return "paired"

    def _papers(self, waiting: Waiting, settings: Settings, device: str) -> Given:
        [each] = wanted(settings, (device,))
        certificate = self._authority.issue(
            waiting.request, device, settings.branch.id, names=each.names, kinds=each.kinds
        )
        organisation = self._config.with_name("organisation.toml")
        return Given(
            device=device,
            branch_file=files.read(self._config).decode(),
            organisation_file=files.read(organisation).decode() if organisation.exists() else "",
            authority=certificates.pem(self._authority.certificate).decode(),
            certificate=certificates.pem(certificate).decode(),
            password=secrets.token_urlsafe(PASSWORD_BYTES),
            service_pin=_service_pin(settings, device),
        )


def _service_pin(settings: Settings, device: str) -> str:
    """The hash of the PIN for a kiosk's service menu; "" where this box has none to give."""
    file = settings.service.pin_file
    if file is None or names.roles(settings)[device] != "kiosk":
        return ""
    try:
        return passwords.read(file)
    except passwords.UnusableHash as fault:
        log.warning("%s comes without the PIN of its service menu: %s", device, fault)
        return ""


def _devices(settings: Settings) -> list[str]:
    """What a box without a card can become."""
    return [*(kiosk.device for kiosk in settings.kiosks), *(display.device for display in settings.displays)]
