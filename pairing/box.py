"""The new box's side: it shows a code, waits for the hub to prove that it knows that code, and takes its papers."""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_bytes
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding

from pairing import code
from pairing.finding import PORT
from pairing.messages import Given, Offer, Taken
from pairing.window import OPEN_S
from trust import keys
from trust.enrolment.line import LIMIT_S, Broken, receive, send

KEPT_WITHIN_S: Final = 30.0
_UNNAMED: Final = "new-box"


class NotPaired(Exception):  # noqa: N818 - it says what the box is
    """It came to nothing; the text says why."""


@dataclass(frozen=True)
class Paired:
    """What the hub gave, and the key that was made here for it."""

    given: Given
    key: keys.PrivateKey
    chain: tuple[x509.Certificate, ...]


def pair(
    host: str, own_code: str, show: Callable[[str], None], take: Callable[[Paired], None], port: int = PORT
) -> Paired:
    """Wait at the hub until the code was typed, and `take` what it gives; once the hub knows that, it counts.

    `show` is told the fingerprint of the hub's certificate, to be compared with that on the console. Blocks for up to
    ten minutes.

    Raises:
        NotPaired: the hub is not there, refuses, or does not know the code.
    """
    key, salt = keys.make(), token_bytes(code.SALT_BYTES)
    request = keys.request(key, _UNNAMED, _UNNAMED)
    secret = code.key_of(own_code, salt)
    try:
        with (
            socket.create_connection((host, port), timeout=LIMIT_S) as line,
            _context().wrap_socket(line) as safe,
        ):
            met = safe.getpeercert(binary_form=True) or b""
            show(keys.fingerprint(x509.load_der_x509_certificate(met)))
            asked = met, request.public_bytes(Encoding.DER), salt
            pem = request.public_bytes(Encoding.PEM).decode()
            send(safe, Offer(salt=salt.hex(), request=pem, proof=code.proof(secret, "box", *asked)))
            given = receive(safe, Given, OPEN_S)
            if given.refused:
                raise NotPaired(f"the hub at {host} says: {given.refused}")
            if not code.is_proof(given.proof, secret, "hub", *asked, given.words()):
                raise NotPaired(f"what answers at {host} does not know the code")
            paired = _checked(given, key)
            take(paired)
            send(safe, Taken(device=given.device))
            receive(safe, Taken, KEPT_WITHIN_S)
            return paired
    except (OSError, Broken, ValueError) as fault:
        raise NotPaired(f"the hub at {host}, port {port}: {fault}") from fault


def _checked(given: Given, key: keys.PrivateKey) -> Paired:
    chain = tuple(x509.load_pem_x509_certificates(given.certificate.encode()))
    authority = x509.load_pem_x509_certificate(given.authority.encode())
    try:
        chain[0].verify_directly_issued_by(authority)
    except (InvalidSignature, TypeError) as fault:
        raise NotPaired("the hub gave a certificate of somebody else") from fault
    if chain[0].public_key() != key.public_key():
        raise NotPaired("the hub gave a certificate for another key")
    return Paired(given, key, chain)


def _context() -> ssl.SSLContext:
    """TLS with whoever answers: that it is the hub is proved by the code, to which its certificate is bound."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = ssl.TLSVersion.TLSv1_3
    made.check_hostname = False
    made.verify_mode = ssl.CERT_NONE
    return made
