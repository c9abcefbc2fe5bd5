"""What the board says about calls: who is called now, who was called before, and which of two boards is newer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wire.payload import Unreadable, read
from wire.state import Board, Call
from wire.times import at_moment

EARLIER_CALLS: Final = 5
MAX_BOARD_BYTES: Final = 64 * 1024
LONGEST_NUMBER: Final = 8
LONGEST_DESK_NAME: Final = 40
LONGEST_BRANCH_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """A number and the desk that it is called to, as the screen writes them."""

    call_id: str
    number: str
    desk_name: str


@dataclass(frozen=True, slots=True)
class Turns:
    """Everybody who is called now, and the last five who were called before; both newest first."""

    now: tuple[Turn, ...] = ()
    earlier: tuple[Turn, ...] = ()


def read_board(payload: bytes) -> Board:
    """The board in the payload.

    Raises:
        Unreadable: it is no board, is too large, or holds a time that is none.
    """
    if len(payload) > MAX_BOARD_BYTES:
        raise Unreadable(f"a board of {len(payload)} bytes")
    board = read(payload, Board)
    times = [board.at, *(call.called_at for call in board.calls), *([board.opens_at] if board.opens_at else [])]
    try:
        for time in times:
            at_moment(time)
    except ValueError as fault:
        raise Unreadable(f"no time on a board: {fault}") from fault
    return board


def is_newer(board: Board, than: Board | None) -> bool:
    """Whether a board that came in replaces the kept one: within an epoch a lower revision is old news."""
    return than is None or board.epoch != than.epoch or board.revision >= than.revision


def calling_ids(board: Board) -> frozenset[str]:
    """The calls that still wait for their visitor."""
    return frozenset(call.call_id for call in board.calls if call.state == "calling")


def turns(board: Board) -> Turns:
    """Who is shown; a number stands on the screen once, with its newest call, so that nobody reads two desks."""
    now = tuple(_once(call for call in board.calls if call.state == "calling"))
    called = {turn.number for turn in now}
    before = _once(call for call in board.calls if call.state in {"at-desk", "past"})
    earlier = tuple(turn for turn in before if turn.number not in called)
    return Turns(now, earlier[:EARLIER_CALLS])


def one_line(text: str) -> str:
    """The text without line breaks and other control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _once(calls: Iterable[Call]) -> list[Turn]:
    newest: dict[str, Turn] = {}
    for call in calls:
        newest.setdefault(call.number, _turn(call))
    return list(newest.values())


def _turn(call: Call) -> Turn:
    return Turn(call.call_id, one_line(call.number)[:LONGEST_NUMBER], one_line(call.desk_name)[:LONGEST_DESK_NAME])
