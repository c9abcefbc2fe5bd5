"""Moments on the wire: RFC 3339, UTC, milliseconds, Z."""

from datetime import UTC, datetime
from typing import Annotated

from msgspec import Meta

At = Annotated[str, Meta(extra_json_schema={"format": "date-time"})]
"""A moment as its text; `at_moment` reads it."""


def at_text(moment: datetime) -> str:
    """The moment as the wire writes it.

    Raises:
        ValueError: the moment does not know its time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment on the wire needs a time zone")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def at_moment(text: str) -> datetime:
    """The aware moment that the wire's text stands for.

    Raises:
        ValueError: the text is no moment with a time zone.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {text!r}")
    return moment.astimezone(UTC)
