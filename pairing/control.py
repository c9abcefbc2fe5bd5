"""How the console speaks with the hub's side: a socket in the file system, for the console's user and root only."""

import logging
import os
import pwd
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from pairing.messages import Order, State
from trust.enrolment.line import Broken, receive, send

PLACE: Final = Path(os.environ.get("BEURT_PAIRING_SOCKET", "/run/beurt/pairing.sock"))
"""Elsewhere only where there is no /run/beurt."""
LIMIT_S: Final = 80.0
"""Pairing itself waits until the box has its papers on disk."""
SAID_WITHIN_S: Final = 5.0
BACKLOG: Final = 4
CONSOLE_USER: Final = "beurt-console"
_CREDENTIALS: Final = struct.Struct("3i")

log = logging.getLogger(__name__)


def ask(order: Order, place: Path = PLACE) -> State:
    """What the hub's side answers; raises OSError or Broken where it is not there."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(LIMIT_S)
        line.connect(str(place))
        send(line, order)
        return receive(line, State, LIMIT_S)


def serve(obey: Callable[[Order], State], door: socket.socket) -> None:
    """Answer orders, one at a time, until the door is closed."""
    while True:
        try:
            line, _ = door.accept()
        except OSError:
            return
        with line:
            try:
                line.settimeout(SAID_WITHIN_S)
                _answer(obey, line)
            except (OSError, Broken) as fault:
                log.warning("an order about pairing got no answer: %s", fault)


def opened(place: Path = PLACE) -> socket.socket:
    """The socket, made anew; raises OSError."""
    place.unlink(missing_ok=True)
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o117)
    try:
        door.bind(str(place))
    finally:
        os.umask(before)
    door.listen(BACKLOG)
    return door


def _answer(obey: Callable[[Order], State], line: socket.socket) -> None:
    _, user, _ = _CREDENTIALS.unpack(line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size))
    if user not in _welcome():
        log.warning("user %d may not give orders about pairing", user)
        return
    send(line, obey(receive(line, Order, SAID_WITHIN_S)))


def _welcome() -> frozenset[int]:
    users = {0, os.geteuid()}
    with suppress(KeyError):
        users.add(pwd.getpwnam(CONSOLE_USER).pw_uid)
    return frozenset(users)
