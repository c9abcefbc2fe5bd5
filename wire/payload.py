"""Payloads: JSON in UTF-8, written from message classes and read back into them."""

from typing import Any, Final, TypeVar

import msgspec

MAX_PAYLOAD_BYTES: Final = 16 * 1024
"""A command or a status above this size is dropped unread."""

FAULTS: Final = (msgspec.MsgspecError, RecursionError, ValueError)
"""All that reading hostile bytes raises: nesting that is too deep and broken UTF-8 have their own."""

_encoder = msgspec.json.Encoder()
_Kind = TypeVar("_Kind")


class Unreadable(Exception):  # noqa: N818 - it says what the payload is
    """A payload that is not the message that was expected."""


def encode(message: Any) -> bytes:
    """The bytes of a message, or of plain values that hold messages."""
    return _encoder.encode(message)


def read(payload: bytes, kind: type[_Kind], most_bytes: int | None = None) -> _Kind:
    """The message in the payload; fields that the class does not know are ignored.

    Raises:
        Unreadable: it is larger than `most_bytes`, no JSON or not such a message.
    """
    if most_bytes is not None and len(payload) > most_bytes:
        raise Unreadable(f"no {kind.__name__}: {len(payload)} bytes are too many")
    try:
        return msgspec.json.decode(payload, type=kind)
    except FAULTS as fault:
        raise Unreadable(f"no {kind.__name__}: {fault}") from fault
