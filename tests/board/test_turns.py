from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from board.turns import MAX_BOARD_BYTES, Turns, calling_ids, desk_of, is_newer, read_board, turns
from wire.payload import Unreadable, encode
from wire.times import at_moment

if TYPE_CHECKING:
    from paper_hub import PaperHub

    from wire.state import Board


def shown_by(board: Board, later_s: float = 0) -> Turns:
    """Who is shown so long after the board."""
    return turns(board, at_moment(board.at) + timedelta(seconds=later_s), desk_of)


def shown(side: tuple[object, ...]) -> list[tuple[str, str]]:
    return [(turn.number, turn.desk_name) for turn in side]  # type: ignore[attr-defined]


def test_who_is_calling_is_called_now_and_the_newest_comes_first(hub: PaperHub) -> None:
    hub.call("26", "1")
    assert shown(shown_by(hub.call("27", "2")).now) == [("27", "Balie 2"), ("26", "Balie 1")]


def test_who_is_at_the_desk_or_gone_was_called_earlier(hub: PaperHub) -> None:
    hub.call("25", "3", "past")
    hub.call("26", "1", "at-desk")
    assert shown(shown_by(hub.call("27", "2")).earlier) == [("26", "Balie 1"), ("25", "Balie 3")]


def test_a_call_that_was_taken_back_stays_for_a_minute_unless_the_number_is_called_again(hub: PaperHub) -> None:
    hub.call("27")
    back = hub.turn("27", "taken-back")
    assert shown(shown_by(back, 59).now) == [("27", "Balie 2")]
    assert shown_by(back, 60) == Turns()
    assert shown(shown_by(hub.call("27", "3")).now) == [("27", "Balie 3")]


def test_the_last_five_stay(hub: PaperHub) -> None:
    for number in range(1, 9):
        hub.call(str(number), "1", "past")
    assert [turn.number for turn in shown_by(hub.board()).earlier] == ["8", "7", "6", "5", "4"]


def test_a_number_that_is_called_again_elsewhere_stands_there_only(hub: PaperHub) -> None:
    hub.call("25", "3", "past")
    hub.call("24", "1", "past")
    both = shown_by(hub.call("25", "2"))
    assert shown(both.now) == [("25", "Balie 2")]
    assert shown(both.earlier) == [("24", "Balie 1")]


def test_fifty_calls_are_all_shown(hub: PaperHub) -> None:
    for number in range(1, 51):
        hub.call(str(number), str(number))
    assert len(shown_by(hub.board()).now) == 50
    assert len(calling_ids(hub.board())) == 50


def test_a_text_from_outside_is_one_line_of_bounded_length(hub: PaperHub) -> None:
    hub.call("27\n\x1b[2J" + "9" * 100, "2\r\n" + "x" * 1000)
    (turn,) = shown_by(hub.board()).now
    assert turn.number == "27 [2J99"
    assert turn.desk_name.startswith("Balie 2 xxx")
    assert len(turn.desk_name) == 40


def test_within_an_epoch_a_lower_revision_is_old_news(hub: PaperHub) -> None:
    old, new = hub.board(), hub.board()
    assert is_newer(old, None)
    assert is_newer(new, old)
    assert is_newer(new, new)
    assert not is_newer(old, new)


def test_a_new_epoch_begins_anew_at_any_revision(hub: PaperHub) -> None:
    old = hub.board(revision=900)
    assert is_newer(hub.board(epoch="another", revision=1), old)


def test_a_board_is_read_with_fields_that_nobody_knows_yet(hub: PaperHub) -> None:
    board = hub.call("27")
    payload = msgspec.json.decode(encode(board)) | {"weather": "fine"}
    assert read_board(msgspec.json.encode(payload)) == board


@pytest.mark.parametrize(
    "payload", [b"", b"{", b"[]", b'{"epoch": 1}', b"[" * 50_000, b"\xff\xfe", b" " * (MAX_BOARD_BYTES + 1)]
)
def test_what_is_no_board_is_not_read(payload: bytes) -> None:
    with pytest.raises(Unreadable):
        read_board(payload)


@pytest.mark.parametrize("field", ["at", "opens_at"])
def test_a_board_with_a_time_that_is_none_is_not_read(hub: PaperHub, field: str) -> None:
    with pytest.raises(Unreadable):
        read_board(encode(hub.board(**{field: "half past ten"})))
