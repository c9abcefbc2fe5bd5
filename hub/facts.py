"""Facts as the journal keeps them: a kind and a JSON body."""

import re
from functools import cache
from typing import Any

import msgspec

from queueing import facts as f
from queueing.branch import CHANGES

_encoder = msgspec.json.Encoder()


def kind_of(fact: f.Fact) -> str:
    """The name of a fact's class in the journal: `ticket-taken`."""
    return _kinds()[type(fact)]


def encode_fact(fact: f.Fact) -> bytes:
    """The body of a fact."""
    return _encoder.encode(fact)


def decode_fact(kind: str, body: bytes) -> f.Fact:
    """The fact of a journal row.

    Raises:
        msgspec.MsgspecError: the row is damaged.
        KeyError: no such kind.
    """
    fact: f.Fact = _decoder(kind).decode(body)
    return fact


def ticket_of(fact: f.Fact) -> str | None:
    """The ticket that a fact is about, for finding its story again."""
    return getattr(fact, "ticket_id", None)


@cache
def _kinds() -> dict[type, str]:
    return {kind: re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower() for kind in CHANGES}


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder({name: fact for fact, name in _kinds().items()}[kind])
