"""A batch of commands in hand: what it changes, and what the network is to be told of it."""

from dataclasses import dataclass, field

from hub.decoding import Decoded
from hub.inbox import Request
from hub.storage.change import Answered, Change
from queueing.moment import Moment
from wire.devices import Job


@dataclass(frozen=True, slots=True)
class Reply:
    """What to answer, and to whom."""

    request: Request
    payload: bytes


@dataclass(slots=True)
class Done:
    """What the network is to be told of a batch."""

    replies: list[Reply] = field(default_factory=list)
    jobs: list[tuple[str, Job]] = field(default_factory=list)
    """Device and job."""
    later: list[tuple[Request, Decoded]] = field(default_factory=list)
    """What takes long, to be made beside the loop."""
    is_for_the_waiting_room: bool = False
    """Whether something happened that the waiting room may be told of."""


@dataclass(slots=True)
class Sitting:
    """One batch in hand: what it changes, before that is stored."""

    now: Moment
    revision: int
    known: dict[str, Answered]
    change: Change = field(default_factory=Change)
    jobs: list[tuple[str, Job]] = field(default_factory=list)
