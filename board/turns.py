"""What the board says about calls: who is called now, who was called before, and which of two boards is newer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from wire.payload import Unreadable, read
from wire.state import Board, Call
from wire.times import at_moment

EARLIER_CALLS: Final = 5
TAKEN_BACK_FOR: Final = timedelta(seconds=60)
"""How long after its call a number that was taken back is told to wait."""
MAX_BOARD_BYTES: Final = 64 * 1024
LONGEST_NUMBER: Final = 8
LONGEST_DESK_NAME: Final = 40
LONGEST_BRANCH_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands with a number: the desk, and again in the visitor's own language where that was asked for."""

    text: str
    own_text: str = ""
    own_language: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A number and the desk that it is called to, as the screen writes them."""

    call_id: str
    number: str
    desk_name: str
    own_name: str = ""
    own_language: str = ""
    is_taken_back: bool = False


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
    board = read(payload, Board, MAX_BOARD_BYTES)
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


def taken_back(board: Board, present: datetime) -> tuple[Call, ...]:
    """The calls that were taken back within the last minute, unless their number was called again."""
    called = {call.number for call in board.calls if call.state == "calling"}
    return tuple(
        call
        for call in board.calls
        if call.state == "taken-back"
        and call.number not in called
        and timedelta(0) <= present - at_moment(call.called_at) < TAKEN_BACK_FOR
    )


def turns(board: Board, present: datetime, beside: Callable[[Call], Beside]) -> Turns:
    """Who is shown; a number stands on the screen once, with its newest call, so that nobody reads two desks.

    `beside` says what stands with a number that is called now, or was until it was taken back.
    """
    back = taken_back(board, present)
    now = tuple(_once((call for call in board.calls if call.state == "calling" or call in back), beside))
    called = {turn.number for turn in now}
    before = _once((call for call in board.calls if call.state in {"at-desk", "past"}), desk_of)
    earlier = tuple(turn for turn in before if turn.number not in called)
    return Turns(now, earlier[:EARLIER_CALLS])


def desk_of(call: Call) -> Beside:
    """The desk as the board names it."""
    return Beside(one_line(call.desk_name)[:LONGEST_DESK_NAME])


def one_line(text: str) -> str:
    """The text without line breaks and other control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _once(calls: Iterable[Call], beside: Callable[[Call], Beside]) -> list[Turn]:
    newest: dict[str, Turn] = {}
    for call in calls:
        if call.number not in newest:
            newest[call.number] = _turn(call, beside(call))
    return list(newest.values())


def _turn(call: Call, beside: Beside) -> Turn:
    return Turn(
        call.call_id,
        one_line(call.number)[:LONGEST_NUMBER],
        beside.text,
        beside.own_text,
        beside.own_language,
        is_taken_back=call.state == "taken-back",
    )
