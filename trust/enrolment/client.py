"""How a box asks the hub for its certificates."""

import socket
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from trust import box, files, keys
from trust.box import Wanted
from trust.branch import ORGANISATION
from trust.enrolment.line import LIMIT_S, PORT, Answer, Broken, Question, receive, send

ONCE: Final = "once"
"""On the card: `<device>.once.crt` and `.key`, which count for one box."""


class NotGiven(Exception):  # noqa: N818 - it says what the certificate is
    """No certificate from the hub; the text says why."""


@dataclass(frozen=True)
class Road:
    """The way to the hub: its name, whom to trust there, and with which certificate and key to come in."""

    host: str
    anchor: Path
    certificate: Path
    key: Path
    port: int = PORT


def first_road(host: str, card: Path, device: str, port: int = PORT) -> Road:
    """The road of a box that has nothing but its card."""
    pair = card / f"{device}.{ONCE}.crt", card / f"{device}.{ONCE}.key"
    return Road(host, card / ORGANISATION, pair[0], pair[1], port)


def own_road(host: str, etc: Path, device: str, port: int = PORT) -> Road:
    """The road of a box that renews what it has."""
    pair = etc / "devices" / f"{device}.crt", etc / "devices" / f"{device}.key"
    return Road(host, etc / "ca.crt", pair[0], pair[1], port)


def ask(road: Road, etc: Path, each: Wanted, request_of: str, password: str = "") -> None:
    """Ask for one certificate and put it in its place, the branch's authority beside it.

    Raises:
        NotGiven: the hub cannot be reached, or refuses.
    """
    chain, authority = given(road, each, box.key_of(etc, each), request_of, password)
    files.write(etc / "ca.crt", authority)
    box.install(etc, each, chain)


def given(
    road: Road, each: Wanted, key: keys.PrivateKey, request_of: str, password: str = ""
) -> tuple[tuple[x509.Certificate, ...], bytes]:
    """What the hub gives for a key: the certificate with who vouches for it, and the branch's authority (PEM).

    Raises:
        NotGiven: the hub cannot be reached, or refuses.
    """
    request = keys.request(key, each.device, request_of).public_bytes(Encoding.PEM).decode()
    answer = _asked(road, Question(file=each.file, request=request, password=password))
    if answer.refused:
        raise NotGiven(f"the hub at {road.host} gives no certificate for {each.device}: {answer.refused}")
    chain = tuple(x509.load_pem_x509_certificates(answer.certificate.encode()))
    if chain[0].public_key() != key.public_key():
        raise NotGiven(f"the hub at {road.host} gave a certificate for another key")
    return chain, answer.authority.encode()


def _asked(road: Road, question: Question) -> Answer:
    try:
        tls = ssl.create_default_context(cafile=road.anchor)
        tls.minimum_version = ssl.TLSVersion.TLSv1_3
        tls.load_cert_chain(road.certificate, road.key)
        with (
            socket.create_connection((road.host, road.port), timeout=LIMIT_S) as line,
            tls.wrap_socket(line, server_hostname=road.host) as safe,
        ):
            send(safe, question)
            return receive(safe, Answer)
    except (OSError, Broken) as fault:
        raise NotGiven(f"no answer from the hub at {road.host}, port {road.port}: {fault}") from fault
