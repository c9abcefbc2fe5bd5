"""What names, numbers and identifiers look like, as types that msgspec checks and as questions for the rest."""

import re
from typing import Annotated, Final
from uuid import uuid4

from msgspec import Meta

NAME: Final = "[a-z0-9][a-z0-9-]{0,39}"
UUID: Final = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
UUID4: Final = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
TICKET_NUMBER: Final = "[A-Z]?[1-9][0-9]{0,5}"
SPARE_NUMBER: Final = "[A-Z][1-9][0-9]{0,5}"


def _whole(pattern: str, description: str) -> Meta:
    # msgspec searches, and "$" would let a last newline through.
    return Meta(pattern=rf"\A{pattern}\Z", description=description)


Name = Annotated[str, _whole(NAME, "a name: small letters, digits and hyphens")]
Id = Annotated[str, Meta(extra_json_schema={"format": "uuid"})]
"""An identifier that the hub gave: a text to whoever reads it."""
AnyId = Annotated[str, _whole(UUID, "a UUID in small letters")]
RandomId = Annotated[str, _whole(UUID4, "a random UUID (version 4) in small letters")]
TicketNumber = Annotated[str, _whole(TICKET_NUMBER, "a number as it is on a ticket, with its letter if it has one")]
SpareNumber = Annotated[str, _whole(SPARE_NUMBER, "a number that a kiosk gave by itself")]

_name = re.compile(NAME)
_random_id = re.compile(UUID4)


def is_name(text: str) -> bool:
    """Whether the whole text is a name."""
    return _name.fullmatch(text) is not None


def is_random_id(text: str) -> bool:
    """Whether the whole text is a random UUID."""
    return _random_id.fullmatch(text) is not None


def checked_name(text: str) -> str:
    """The text itself.

    Raises:
        ValueError: it is no name.
    """
    if not is_name(text):
        raise ValueError(f"no name: {text!r}; expected {NAME}")
    return text


def new_id() -> str:
    """A new random identifier."""
    return str(uuid4())
