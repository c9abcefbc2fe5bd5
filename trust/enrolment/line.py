"""One line of JSON each way over TLS, with a limit on its length and on the time that it takes."""

import socket
import time
from typing import Final, TypeVar

import msgspec

PORT: Final = 8444
LONGEST_BYTES: Final = 64 * 1024
LIMIT_S: Final = 10.0
_PIECE: Final = 4096


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a box asks: a certificate signing request (PEM) for a file, and the password that it made for the broker."""

    file: str
    request: str
    password: str = ""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What it gets: its certificate with who vouches for it, the branch's authority (both PEM), or why not."""

    certificate: str = ""
    authority: str = ""
    refused: str = ""


_Said = TypeVar("_Said", bound=msgspec.Struct)


class Broken(Exception):  # noqa: N818 - it says what the line is
    """The other side says too much, too slowly, or something else."""


def send(line: socket.socket, said: msgspec.Struct) -> None:
    """Say one thing; raises OSError."""
    line.sendall(msgspec.json.encode(said) + b"\n")


def receive(line: socket.socket, kind: type[_Said], limit_s: float = LIMIT_S) -> _Said:
    """Hear one thing, within the limits; raises Broken or OSError."""
    heard, ends = b"", time.monotonic() + limit_s
    while not heard.endswith(b"\n"):
        left = ends - time.monotonic()
        if left <= 0 or len(heard) > LONGEST_BYTES:
            raise Broken("the other side takes too long, or says too much")
        line.settimeout(left)
        piece = line.recv(_PIECE)
        if not piece:
            raise Broken("the other side closed the line")
        heard += piece
    try:
        return msgspec.json.decode(heard, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError) as fault:
        raise Broken(f"the other side says something else: {fault}") from fault
