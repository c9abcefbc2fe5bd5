from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from board.phrases import Phrases
from board.room import Room, View
from board.sentences import Sentences
from runtime.texts import Texts

if TYPE_CHECKING:
    from paper_hub import PaperHub

WALL = datetime(2026, 11, 23, 9, 45, tzinfo=UTC)
QUIET = "Er wordt nu niemand geroepen."
FAIR = "Soms helpen we iemand eerder. Vraag gerust waarom."


@pytest.fixture
def room() -> Room:
    sentences = Sentences(Texts("nl", "visitor"), ZoneInfo("Europe/Amsterdam"), {})
    return Room("Hengelo", sentences, Phrases("nl", {}), now_s=0)


def now(view: View) -> list[str]:
    return [turn.number for turn in view.turns.now]


def earlier(view: View) -> list[str]:
    return [turn.number for turn in view.turns.earlier]


def test_a_day_in_the_waiting_room(room: Room, hub: PaperHub) -> None:
    assert room.view(0, WALL).title == "Even wachten…"
    assert room.view(0, WALL).branch_name == "Hengelo"

    room.heard_hub(hub.status(), is_live=False, now_s=1)
    assert room.heard_board(hub.board(), is_live=False) == ()
    assert room.view(1, WALL).title == QUIET
    assert room.view(1, WALL).branch_name == "Bibliotheek Hengelo"

    assert [call.number for call in room.heard_board(hub.call("26", "1"), is_live=True)] == ["26"]
    assert now(room.view(2, WALL)) == ["26"]

    assert [call.number for call in room.heard_board(hub.call("27", "2"), is_live=True)] == ["27"]
    assert now(room.view(3, WALL)) == ["27", "26"]

    assert room.heard_board(hub.turn("26", "at-desk"), is_live=True) == ()
    assert now(room.view(4, WALL)) == ["27"]
    assert earlier(room.view(4, WALL)) == ["26"]

    assert room.heard_board(hub.turn("27", "taken-back"), is_live=True) == ()
    (back,) = room.view(5, WALL).turns.now
    assert (back.number, back.desk_name) == ("27", "nog even wachten")
    hub.later(70)
    room.heard_hub(hub.status(), is_live=True, now_s=6)
    assert now(room.view(6, WALL)) == []
    assert earlier(room.view(6, WALL)) == ["26"]

    hub.calls.clear()
    room.heard_board(hub.board(day=None, intake="closed", staffed="no"), is_live=True)
    assert room.view(6, WALL).title == "We zijn nu gesloten."
    assert earlier(room.view(6, WALL)) == []


def test_who_is_called_again_during_the_visit_is_announced_and_shown_again(room: Room, hub: PaperHub) -> None:
    room.heard_board(hub.call("26"), is_live=True)
    assert room.heard_board(hub.turn("26", "at-desk"), is_live=True) == ()
    assert [call.number for call in room.heard_board(hub.recall("26"), is_live=True)] == ["26"]
    assert now(room.view(1, WALL)) == ["26"]
    assert room.calling_ids == {hub.calls[0].call_id}
    hub.later(31)
    room.heard_hub(hub.status(), is_live=True, now_s=2)
    assert (now(room.view(2, WALL)), earlier(room.view(2, WALL))) == ([], ["26"])


def test_a_board_that_overtook_another_stays(room: Room, hub: PaperHub) -> None:
    first, second = hub.call("26"), hub.call("27")
    room.heard_board(second, is_live=True)
    assert room.heard_board(first, is_live=True) == ()
    assert now(room.view(0, WALL)) == ["27", "26"]


def test_a_restored_database_is_a_new_beginning(room: Room, hub: PaperHub) -> None:
    room.heard_board(hub.call("27"), is_live=True)
    hub.epoch, hub.revision = "restored", 0
    hub.calls.clear()
    room.heard_board(hub.call("5"), is_live=True)
    assert now(room.view(0, WALL)) == ["5"]


def test_without_the_hub_the_last_board_stays_and_says_how_old_it_is(room: Room, hub: PaperHub) -> None:
    room.heard_board(hub.call("27"), is_live=True)
    hub.later(120)
    room.heard_hub(hub.status(), is_live=True, now_s=120)
    assert room.view(145, WALL).aside == FAIR
    view = room.view(146, WALL)
    assert now(view) == ["27"]
    assert view.aside == "Geen verbinding. Laatste stand van 10:43."


def test_a_hub_that_died_is_told_at_once(room: Room, hub: PaperHub) -> None:
    room.heard_board(hub.call("27"), is_live=True)
    room.heard_hub(hub.status("offline"), is_live=True, now_s=1)
    assert room.view(1, WALL).aside == "Geen verbinding. Laatste stand van 10:41."


def test_the_hub_is_back_and_all_is_as_before(room: Room, hub: PaperHub) -> None:
    room.heard_board(hub.call("27"), is_live=True)
    before = room.view(1, WALL)
    room.heard_hub(hub.status("offline"), is_live=True, now_s=2)
    room.heard_hub(hub.status(), is_live=True, now_s=30)
    assert room.view(30, WALL) == before


def test_a_last_will_with_its_old_time_announces_nothing(room: Room, hub: PaperHub) -> None:
    will = hub.status("offline")
    hub.later(3600)
    assert room.heard_board(hub.call("27"), is_live=False) == ()
    assert room.heard_hub(will, is_live=True, now_s=1) == ()


def test_what_was_called_while_the_line_was_down_is_announced_with_the_heartbeat(room: Room, hub: PaperHub) -> None:
    room.heard_board(hub.call("26", "1"), is_live=True)
    hub.later(15)
    assert room.heard_board(hub.call("27", "2"), is_live=False) == ()
    assert now(room.view(15, WALL)) == ["27", "26"]
    assert room.heard_hub(hub.status(), is_live=False, now_s=15) == ()
    hub.later(5)
    assert [call.number for call in room.heard_hub(hub.status(), is_live=True, now_s=20)] == ["27"]


def test_tomorrow_follows_the_hubs_clock_although_the_board_does_not_change(room: Room, hub: PaperHub) -> None:
    closed = hub.board(intake="closed", staffed="no", opens_at="2026-11-24T09:00:00.000Z")
    room.heard_board(closed, is_live=True)
    assert room.view(1, WALL).detail == "We zijn morgen om 10:00 uur weer open."
    hub.later(20 * 3600)
    room.heard_hub(hub.status(), is_live=True, now_s=72_000)
    assert room.view(72_001, WALL).detail == "We zijn vandaag om 10:00 uur weer open."


def test_who_is_still_called_is_known_by_call(room: Room, hub: PaperHub) -> None:
    assert room.calling_ids == frozenset()
    hub.call("26")
    room.heard_board(hub.call("27"), is_live=True)
    assert room.calling_ids == {call.call_id for call in hub.calls}
