"""Which calls are new enough to be announced: the rule of the wire, kept by a reader with a clock of its own."""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final

from wire.state import Board, Call
from wire.times import at_moment

NEW_FOR: Final = timedelta(seconds=30)
REMEMBERED_CALLS: Final = 1000


class Announcing:
    """Finds the calls to announce, oldest first; each (call, times called) at most once.

    Only the hub's own clock counts. A retained board may be of any age, so its calls wait until a live board or a
    heartbeat tells the hub's present time.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, int], None] = OrderedDict()
        self._unjudged: Board | None = None

    def heard_board(self, board: Board, *, is_live: bool) -> tuple[Call, ...]:
        """The calls of a board that must be announced now."""
        self._unjudged = board
        return self._judged(at_moment(board.at)) if is_live else ()

    def heard_time(self, present: datetime) -> tuple[Call, ...]:
        """The calls that must be announced now that the hub's present time is known.

        Its clock may have been set back since it wrote a kept board: what lies in its future is not new.
        """
        return self._judged(present, ahead=NEW_FOR)

    def _judged(self, present: datetime, ahead: timedelta | None = None) -> tuple[Call, ...]:
        board, self._unjudged = self._unjudged, None
        if board is None:
            return ()
        ages = [(call, present - at_moment(call.called_at)) for call in reversed(board.calls) if self._is_new(call)]
        return tuple(call for call, age in ages if age < NEW_FOR and (ahead is None or age > -ahead))

    def _is_new(self, call: Call) -> bool:
        if call.state != "calling":
            return False
        key = (call.call_id, call.times_called)
        is_new = key not in self._known
        self._known[key] = None
        self._known.move_to_end(key)
        while len(self._known) > REMEMBERED_CALLS:
            self._known.popitem(last=False)
        return is_new
