"""The desk's door: TLS with a certificate on both sides, one box at a time."""

import logging
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cryptography import x509

from trust import certificates
from trust.enrolment.desk import Desk, KeepPassword
from trust.enrolment.line import LIMIT_S, Answer, Broken, Question, receive, send

BACKLOG: Final = 8
_NO_CHECK_TIME: Final = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME: the desk looks at the time itself, as a late box may still ask."""

log = logging.getLogger(__name__)


def context(etc: Path, anchors: tuple[x509.Certificate, ...]) -> ssl.SSLContext:
    """TLS with the broker's certificate, for boxes that one of the anchors vouches for; raises OSError."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_3
    made.load_cert_chain(etc / "broker.crt", etc / "broker.key")
    made.load_verify_locations(cadata=certificates.pem(*anchors).decode())
    made.verify_mode = ssl.CERT_REQUIRED
    made.verify_flags |= _NO_CHECK_TIME
    return made


def serve(
    door: socket.socket, tls: Callable[[], ssl.SSLContext], desk: Desk, keep: KeepPassword, *, visits: int | None = None
) -> None:
    """Answer boxes for ever, or this many; `tls` is asked each time, as the door's own certificate is renewed too."""
    served = 0
    while visits is None or served < visits:
        line, place = door.accept()
        served += 1
        with line:
            line.settimeout(LIMIT_S)
            try:
                _answer(line, tls(), desk, keep)
            except (OSError, Broken) as fault:
                log.warning("a box at %s got no answer: %s", place[0], fault)


def _answer(line: socket.socket, tls: ssl.SSLContext, desk: Desk, keep: KeepPassword) -> None:
    with tls.wrap_socket(line, server_side=True) as safe:
        question = receive(safe, Question)
        peer = safe.getpeercert(binary_form=True)
        answer = desk.answer(peer, question, keep) if peer else Answer(refused="there is no certificate")
        if answer.refused:
            log.warning("a box was refused: %s", answer.refused)
        send(safe, answer)
