"""Where new boxes come in while the window is open: TLS by the hub's certificate, and an answer to who looks for it."""

import logging
import socket
import ssl
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import Final

from cryptography.hazmat.primitives.serialization import Encoding

from pairing.desk import Desk, Refused, Waiting
from pairing.finding import PORT, answer_seekers
from pairing.messages import Given, Offer, Taken
from trust import certificates
from trust.enrolment.line import LIMIT_S, Broken, receive, send

BACKLOG: Final = 4
MOST_LINES: Final = 8
LOOK_S: Final = 0.5
TAKING_S: Final = 50.0

log = logging.getLogger(__name__)


class Door:
    """Listens from `open` until the desk's window closes; nothing listens at any other time."""

    def __init__(self, desk: Desk, etc: Path, host: str = "", port: int = PORT) -> None:
        self._desk = desk
        self._etc = etc
        self._place = (host, port)
        self._lines = threading.Semaphore(MOST_LINES)
        self._thread = threading.Thread()

    @property
    def port(self) -> int:
        """Where it listens, or will."""
        return self._place[1]

    def open(self) -> None:
        """Listen, if it does not yet; raises OSError."""
        if self._thread.is_alive():
            return
        door = socket.create_server(self._place, backlog=BACKLOG)
        self._place = (self._place[0], door.getsockname()[1])
        self._thread = threading.Thread(target=self._listen, args=(door,), name="pairing door", daemon=True)
        self._thread.start()
        threading.Thread(
            target=answer_seekers, args=(self._place, self._desk.is_open), name="pairing answers", daemon=True
        ).start()

    def wait_until_shut(self, time_limit_s: float) -> bool:
        """Wait until nothing listens any more; False when the time ran out."""
        if self._thread.ident is not None:
            self._thread.join(time_limit_s)
        return not self._thread.is_alive()

    def _listen(self, door: socket.socket) -> None:
        with door:
            door.settimeout(LOOK_S)
            while self._desk.is_open():
                try:
                    line, place = door.accept()
                except TimeoutError:
                    continue
                if not self._lines.acquire(blocking=False):
                    line.close()
                    continue
                threading.Thread(target=self._meet, args=(line, place[0]), name="pairing line", daemon=True).start()

    def _meet(self, line: socket.socket, address: str) -> None:
        try:
            with line:
                line.settimeout(LIMIT_S)
                self._serve(line)
        except Refused as fault:
            log.warning("a box at %s may not wait: %s", address, fault)
        except (OSError, Broken) as fault:
            log.warning("a box at %s is gone: %s", address, fault)
        finally:
            self._lines.release()

    def _serve(self, line: socket.socket) -> None:
        own = certificates.load(self._etc / "broker.crt")[0]
        with _context(self._etc).wrap_socket(line, server_side=True) as safe:
            offer = receive(safe, Offer)
            try:
                waiting = self._desk.arrive(offer, own.public_bytes(Encoding.DER))
            except Refused as fault:
                send(safe, Given(refused=str(fault)))
                raise
            try:
                self._wait(safe, waiting)
            finally:
                self._desk.leave(waiting)
                # Who waits for the box to take its papers hears that it is gone; a second word is not listened to.
                waiting.taken.put(False)  # noqa: FBT003 - the queue holds the answer itself

    def _wait(self, safe: ssl.SSLSocket, waiting: Waiting) -> None:
        safe.settimeout(LOOK_S)
        while waiting.given.empty():
            if not self._desk.is_waiting(waiting):
                send(safe, Given(refused="the code has ended"))
                return
            try:
                safe.recv(1)
            except TimeoutError:
                continue
            # It has nothing to say now: it went away, or is something else.
            return
        safe.settimeout(LIMIT_S)
        given = waiting.given.get()
        send(safe, given)
        taken = receive(safe, Taken, TAKING_S)
        waiting.taken.put(taken.device == given.device)
        with suppress(Empty):
            waiting.kept.get(timeout=LIMIT_S)
            send(safe, taken)


def _context(etc: Path) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_3
    made.load_cert_chain(etc / "broker.crt", etc / "broker.key")
    return made
