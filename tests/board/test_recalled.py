from __future__ import annotations

from typing import TYPE_CHECKING

from board.recalled import Recalled
from wire.times import at_moment

if TYPE_CHECKING:
    from paper_hub import PaperHub

    from wire.state import Board


def states(recalled: Recalled, board: Board) -> list[str]:
    recalled.heard_board(board)
    return [call.state for call in recalled.as_calling(board, at_moment(board.at)).calls]


def test_a_call_that_sounds_again_during_its_visit_counts_as_calling_for_half_a_minute(hub: PaperHub) -> None:
    recalled = Recalled()
    assert states(recalled, hub.call("26")) == ["calling"]
    assert states(recalled, hub.turn("26", "at-desk")) == ["at-desk"]
    assert states(recalled, hub.recall("26")) == ["calling"]
    assert states(recalled, hub.board()) == ["calling"]
    hub.later(31)
    assert states(recalled, hub.board()) == ["at-desk"]
    assert states(recalled, hub.recall("26")) == ["calling"]
    assert states(recalled, hub.turn("26", "past")) == ["past"]


def test_a_call_that_sounded_twice_before_its_visit_is_at_the_desk_when_that_begins(hub: PaperHub) -> None:
    recalled = Recalled()
    states(recalled, hub.call("26"))
    assert states(recalled, hub.recall("26")) == ["calling"]
    assert states(recalled, hub.turn("26", "at-desk")) == ["at-desk"]


def test_who_hears_of_a_call_only_during_its_visit_takes_nobody_for_called(hub: PaperHub) -> None:
    hub.call("26")
    hub.recall("26")
    assert states(Recalled(), hub.turn("26", "at-desk")) == ["at-desk"]
