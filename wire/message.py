"""A message as it came in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """What a handler gets; `is_retained` tells a kept message from one that was sent just now."""

    topic: str
    payload: bytes
    is_retained: bool = False
    response_topic: str | None = None
    correlation: bytes | None = None
    expiry_s: int | None = None
