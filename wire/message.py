"""A message as it came in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """What a handler gets; `is_retained` tells a kept message from one that was sent just now.

    `unread_s` is how long it may have lain on the line because this program stood still.
    """

    topic: str
    payload: bytes
    is_retained: bool = False
    response_topic: str | None = None
    correlation: bytes | None = None
    expiry_s: int | None = None
    unread_s: float = 0.0

    @property
    def is_expired(self) -> bool:
        """Whether its expiry may have passed while it lay unread."""
        return self.expiry_s is not None and self.unread_s >= self.expiry_s
