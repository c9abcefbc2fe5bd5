"""What one commit writes: facts, answers, closed days, events and publications."""

from collections.abc import Callable
from dataclasses import dataclass, field

from hub.storage.closing import Closing
from hub.storage.published import Published
from queueing.facts import Fact

Event = Callable[[int], bytes]
"""The body of an event, once its sequence number is known."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A command that was answered with `ok`, so that a repeat gets the same."""

    request_id: str
    fingerprint: bytes
    answer: bytes | None
    """None once it went with its day."""
    goes_with_day: bool = False


@dataclass(slots=True)
class Change:
    """What one commit writes."""

    facts: list[Fact] = field(default_factory=list)
    answered: dict[str, Answered] = field(default_factory=dict)
    closings: list[Closing] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    publications: list[Published] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.facts or self.answered or self.closings or self.events or self.publications)

    def close(self, closing: Closing) -> None:
        """Let what this change holds of a day go with that day."""
        self.closings.append(closing)
        self.facts.clear()
        for request_id, kept in self.answered.items():
            if kept.goes_with_day:
                self.answered[request_id] = Answered(request_id, kept.fingerprint, None, kept.goes_with_day)
