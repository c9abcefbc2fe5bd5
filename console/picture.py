"""What the hub last told: its snapshots, whether it is there, and what time it has."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar

from console.partners import own
from wire.devices import DeviceStatus
from wire.state import Board, Call, Floor, FloorDesk, Menu, Snapshot
from wire.times import at_moment

HUB_SILENCE_S: Final = 25
"""A hub that is not heard for so long is away."""

_Kind = TypeVar("_Kind", bound=Snapshot)


@dataclass
class Picture:
    """The latest of everything; `now_s` is always the monotonic clock."""

    menu: Menu | None = None
    floor: Floor | None = None
    board: Board | None = None
    _hub: DeviceStatus | None = None
    _hub_heard_s: float = 0.0
    _hub_time: datetime | None = None
    _hub_time_s: float = 0.0

    def take(self, snapshot: Menu | Floor | Board, now_s: float, *, is_retained: bool) -> None:
        """Keep a snapshot, unless a newer one of the same epoch is kept already."""
        match snapshot:
            case Menu():
                self.menu = _newer(self.menu, snapshot)
            case Floor():
                self.floor = _newer(self.floor, snapshot)
            case Board():
                self.board = _newer(self.board, snapshot)
        if not is_retained:
            self._set_clock(snapshot.at, now_s)

    def hear_hub(self, status: DeviceStatus, now_s: float, *, is_retained: bool) -> None:
        """Keep how the hub says it is."""
        self._hub = status
        self._hub_heard_s = now_s
        if not is_retained:
            self._set_clock(status.at, now_s)

    def is_hub_there(self, now_s: float) -> bool:
        """Whether the hub was heard lately and did not say goodbye."""
        if self._hub is None or self._hub.state == "offline":
            return False
        return now_s - self._hub_heard_s < HUB_SILENCE_S

    def hub_now(self, now_s: float) -> datetime:
        """The hub's present time; this machine's own until the hub was heard live."""
        if self._hub_time is None:
            return datetime.now(UTC)
        return self._hub_time + timedelta(seconds=now_s - self._hub_time_s)

    def of(self, lines: frozenset[str] | None) -> "Picture":
        """The same as a partner with these lines sees it; None is the branch's own staff, who see all."""
        return self if lines is None or self.floor is None else replace(self, floor=own(self.floor, lines))

    def desk(self, desk: str) -> FloorDesk | None:
        """How that desk is, if the floor tells."""
        desks = self.floor.desks if self.floor else ()
        return next((one for one in desks if one.id == desk), None)

    def times_called(self, number: str, desk: str) -> int:
        """How often a number was called to the desk where it is now; 0 when the board does not tell."""
        call = self.call(number, desk)
        return call.times_called if call else 0

    def call(self, number: str, desk: str) -> Call | None:
        """The call of a number to the desk where it is now, if the board tells."""
        calls = self.board.calls if self.board else ()
        return next((call for call in calls if (call.number, call.desk) == (number, desk)), None)

    def undo_left_s(self, desk: FloorDesk, now_s: float) -> float:
        """For how long the desk's last action can still be taken back; 0 or less when it cannot."""
        if desk.undo_until is None:
            return 0.0
        return (at_moment(desk.undo_until) - self.hub_now(now_s)).total_seconds()

    def _set_clock(self, at: str, now_s: float) -> None:
        self._hub_time = at_moment(at)
        self._hub_time_s = now_s


def _newer(kept: _Kind | None, came: _Kind) -> _Kind:
    if kept is not None and kept.epoch == came.epoch and came.revision < kept.revision:
        return kept
    return came
