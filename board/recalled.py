"""Calls that sound again during their visit, as when nobody was at the desk after all: for a while they are calling."""

from datetime import datetime

from msgspec.structs import replace

from board.announcing import NEW_FOR
from wire.state import Board, Call
from wire.times import at_moment


class Recalled:
    """Remembers of each call on the board how often it had sounded when its visit began."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def heard_board(self, board: Board) -> None:
        """Take in a board."""
        self._times = {call.call_id: self._times_before(call) for call in board.calls}

    def as_calling(self, board: Board, present: datetime) -> Board:
        """The board with what sounded again a moment ago as calling."""
        return replace(board, calls=tuple(self._as_heard(call, present) for call in board.calls))

    def _times_before(self, call: Call) -> int:
        if call.state != "at-desk":
            return call.times_called
        return self._times.get(call.call_id, call.times_called)

    def _as_heard(self, call: Call, present: datetime) -> Call:
        is_again = call.state == "at-desk" and call.times_called > self._times.get(call.call_id, call.times_called)
        is_recent = present - at_moment(call.called_at) < NEW_FOR
        return replace(call, state="calling") if is_again and is_recent else call
