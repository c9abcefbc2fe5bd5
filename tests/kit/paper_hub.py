"""A hub that has no queue: it only writes what a test wants to be read."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import snapshots
from msgspec.structs import replace

from wire.devices import DeviceCondition, DeviceStatus
from wire.state import Board, Call, CallState
from wire.times import at_text


@dataclass
class PaperHub:
    """A hub without a queue: writes boards and heartbeats as a hub does, by a clock that the test moves."""

    now: datetime = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
    epoch: str = field(default_factory=lambda: str(uuid4()))
    revision: int = 0
    calls: list[Call] = field(default_factory=list)

    def later(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)

    def call(self, number: str, desk: str = "2", state: CallState = "calling") -> Board:
        """Call a number to a desk."""
        called = snapshots.call(
            call_id=str(uuid4()),
            number=number,
            desk=desk,
            desk_name=f"Balie {desk}",
            called_at=at_text(self.now),
            state=state,
        )
        self.calls.insert(0, called)
        return self.board()

    def recall(self, number: str) -> Board:
        """Call the number again."""
        old = self._take(number)
        self.calls.insert(0, replace(old, times_called=old.times_called + 1, called_at=at_text(self.now)))
        return self.board()

    def turn(self, number: str, state: CallState) -> Board:
        """Let the number's newest call be in that state."""
        at = next(index for index, call in enumerate(self.calls) if call.number == number)
        self.calls[at] = replace(self.calls[at], state=state)
        return self.board()

    def board(self, **fields: object) -> Board:
        """The next board."""
        self.revision += 1
        told = snapshots.board(
            epoch=self.epoch,
            revision=self.revision,
            at=at_text(self.now),
            day="2026-11-23",
            calls=tuple(self.calls),
        )
        return replace(told, **fields)

    def status(self, state: DeviceCondition = "ready") -> DeviceStatus:
        """A heartbeat."""
        now = at_text(self.now)
        return DeviceStatus(device="hub-1", kind="hub", state=state, at=now, since=now, version="0.1.0")

    def _take(self, number: str) -> Call:
        call = next(call for call in self.calls if call.number == number)
        self.calls.remove(call)
        return call
