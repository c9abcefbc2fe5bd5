from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from board.announcing import Announcing
from wire.times import at_moment

if TYPE_CHECKING:
    from paper_hub import PaperHub

    from wire.state import Board, Call


@pytest.fixture
def announcing() -> Announcing:
    return Announcing()


def live(announcing: Announcing, board: Board) -> list[str]:
    return numbers(announcing.heard_board(board, is_live=True))


def retained(announcing: Announcing, board: Board) -> list[str]:
    return numbers(announcing.heard_board(board, is_live=False))


def heartbeat(announcing: Announcing, hub: PaperHub) -> list[str]:
    return numbers(announcing.heard_time(at_moment(hub.status().at)))


def numbers(calls: tuple[Call, ...]) -> list[str]:
    return [call.number for call in calls]


def test_a_call_is_announced_once(announcing: Announcing, hub: PaperHub) -> None:
    assert live(announcing, hub.call("27")) == ["27"]
    assert live(announcing, hub.board()) == []
    assert heartbeat(announcing, hub) == []


def test_the_same_message_twice_is_announced_once(announcing: Announcing, hub: PaperHub) -> None:
    board = hub.call("27")
    assert live(announcing, board) == ["27"]
    assert live(announcing, board) == []


def test_a_recall_is_announced_again(announcing: Announcing, hub: PaperHub) -> None:
    assert live(announcing, hub.call("27")) == ["27"]
    hub.later(25)
    assert live(announcing, hub.recall("27")) == ["27"]


def test_two_calls_that_come_in_one_board_are_announced_oldest_first(announcing: Announcing, hub: PaperHub) -> None:
    hub.call("26", "1")
    assert live(announcing, hub.call("27", "2")) == ["26", "27"]


def test_a_call_of_thirty_seconds_ago_is_no_news(announcing: Announcing, hub: PaperHub) -> None:
    hub.call("26", "1")
    hub.later(1)
    hub.call("27", "2")
    hub.later(29)
    assert live(announcing, hub.board()) == ["27"]


def test_a_retained_board_announces_nothing_until_a_heartbeat_tells_the_time(
    announcing: Announcing, hub: PaperHub
) -> None:
    assert retained(announcing, hub.call("27")) == []
    hub.later(8)
    assert heartbeat(announcing, hub) == ["27"]
    assert heartbeat(announcing, hub) == []


def test_of_an_old_retained_board_nothing_is_announced_at_all(announcing: Announcing, hub: PaperHub) -> None:
    assert retained(announcing, hub.call("27")) == []
    hub.later(3600)
    assert heartbeat(announcing, hub) == []
    assert live(announcing, hub.board()) == []


def test_a_live_board_tells_the_time_as_well_as_a_heartbeat(announcing: Announcing, hub: PaperHub) -> None:
    assert retained(announcing, hub.call("26", "1")) == []
    hub.later(5)
    assert live(announcing, hub.call("27", "2")) == ["26", "27"]


def test_after_a_reconnect_only_what_was_missed_is_announced(announcing: Announcing, hub: PaperHub) -> None:
    assert live(announcing, hub.call("26", "1")) == ["26"]
    hub.later(4)
    assert retained(announcing, hub.call("27", "2")) == []
    hub.later(4)
    assert heartbeat(announcing, hub) == ["27"]


def test_a_recall_during_a_short_silence_is_announced_once(announcing: Announcing, hub: PaperHub) -> None:
    assert live(announcing, hub.call("27")) == ["27"]
    hub.later(20)
    hub.recall("27")
    hub.later(1)
    assert retained(announcing, hub.recall("27")) == []
    assert heartbeat(announcing, hub) == ["27"]


def test_the_displays_own_clock_plays_no_part(announcing: Announcing, hub: PaperHub) -> None:
    hub.now = hub.now.replace(year=1970)
    assert live(announcing, hub.call("27")) == ["27"]


def test_a_hub_whose_clock_jumped_back_still_calls(announcing: Announcing, hub: PaperHub) -> None:
    hub.call("26", "1")
    hub.later(-600)
    assert live(announcing, hub.board()) == ["26"]


def test_a_reader_that_comes_after_the_hubs_clock_jumped_back_announces_nothing_old(
    announcing: Announcing, hub: PaperHub
) -> None:
    retained(announcing, hub.call("27"))
    hub.later(-86_400)
    assert heartbeat(announcing, hub) == []
    assert live(announcing, hub.board()) == []


def test_who_is_at_the_desk_already_is_not_called(announcing: Announcing, hub: PaperHub) -> None:
    retained(announcing, hub.call("27"))
    assert live(announcing, hub.turn("27", "at-desk")) == []


def test_a_call_that_was_taken_back_is_not_announced(announcing: Announcing, hub: PaperHub) -> None:
    retained(announcing, hub.call("27"))
    assert live(announcing, hub.turn("27", "taken-back")) == []


def test_a_call_that_is_revived_by_undo_is_not_announced_anew(announcing: Announcing, hub: PaperHub) -> None:
    assert live(announcing, hub.call("27")) == ["27"]
    assert live(announcing, hub.turn("27", "past")) == []
    assert live(announcing, hub.turn("27", "calling")) == []


def test_a_later_call_of_the_same_number_is_a_new_one(announcing: Announcing, hub: PaperHub) -> None:
    assert live(announcing, hub.call("27", "1")) == ["27"]
    hub.turn("27", "taken-back")
    assert live(announcing, hub.call("27", "2")) == ["27"]


def test_fifty_calls_at_once_are_all_announced_and_none_twice(announcing: Announcing, hub: PaperHub) -> None:
    for number in range(1, 51):
        hub.call(str(number), str(number))
    assert live(announcing, hub.board()) == [str(number) for number in range(1, 51)]
    assert live(announcing, hub.board()) == []


def test_what_is_remembered_is_bounded(announcing: Announcing, hub: PaperHub) -> None:
    for number in range(5000):
        hub.calls.clear()
        live(announcing, hub.call(str(number)))
    assert len(announcing._known) == 1000
