"""What the waiting room sees and hears: the layout worked out, a hub's own boards, and a real window."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from ledger_driver import LedgerDriver, TestTime
from loudspeaker import Loudspeaker
from msgspec.structs import replace
from paper_hub import PaperHub
from PIL import ImageStat

from board.branch import phrases, sentences
from board.room import Room
from board.turns import read_board
from display.announcer import Announcer
from display.branch import layout, warn_of_reach
from display.highlight import LIT_S, Highlight
from display.screens.poster import SHADES
from display.voice import Voice
from runtime.settings.model import Branch, Desk, Line, Screen, Settings
from screenkit.palette import contrast
from screenkit.shaping import width_px
from screenkit.sizes import CAP_SHARE
from voices.player import Player
from voices.voices import Voices
from wire.payload import encode
from wire.times import at_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from display_window import MakeShowing, Showing
    from PIL.Image import Image

    from display.layout.layout import Layout
    from display.layout.poster import Line as Written
    from display.layout.poster import Poster

CAP_SHARE_OF_DISTANCE = 0.0122
LETTERS_MM = 0.5
WALL = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
SCREENS = {
    "55 inch at 5 m": Screen(pixels=(1920, 1080), millimetres=(1218, 685), viewing_distance_mm=5000),
    "upright at 5 m": Screen(pixels=(1080, 1920), millimetres=(685, 1218), viewing_distance_mm=5000),
    "43 inch at 3 m": Screen(pixels=(1920, 1080), millimetres=(952, 535), viewing_distance_mm=3000),
}
LIMIT_S = 30.0
FADE_S = 0.6


@pytest.fixture
def branch() -> Settings:
    desks = tuple(Desk(id=number, name={"nl": f"Balie {number}"}) for number in "123")
    return Settings(branch=Branch(id="hengelo", name="Bibliotheek Hengelo"), lines=(Line(id="ido"),), desks=desks)


@pytest.fixture
def room(branch: Settings) -> Room:
    return Room("Bibliotheek Hengelo", sentences(branch), phrases(branch), 0.0)


@pytest.fixture
def hub_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LedgerDriver]:
    ledger = LedgerDriver(tmp_path, TestTime(monkeypatch, tmp_path))
    yield ledger
    ledger.stop()


def layout_on(branch: Settings, screen: Screen) -> Layout:
    return layout(branch, screen, screen.pixels, width_px)


def written(poster: Poster) -> list[Written]:
    return [*poster.lines, *(line for card in poster.cards for line in card.lines)]


def shown(room: Room) -> list[str]:
    turns = room.view(0, WALL).turns
    return [turn.number for turn in (*turns.now, *turns.earlier)]


@pytest.mark.parametrize("screen", SCREENS.values(), ids=list(SCREENS))
def test_a11y_21_number_and_desk_can_be_read_from_the_farthest_seat(
    branch: Settings, room: Room, hub: PaperHub, screen: Screen
) -> None:
    for number, desk in (("24", "1"), ("25", "3"), ("26", "2")):
        room.heard_board(hub.call(number, desk), is_live=True)
    here = layout_on(branch, screen)
    poster = here.poster(room.view(0, WALL))
    least_mm = CAP_SHARE_OF_DISTANCE * screen.viewing_distance_mm - LETTERS_MM
    smallest_px = min(line.size_px for card in poster.cards for line in card.lines)
    assert CAP_SHARE * smallest_px * here.scale.mm_per_px >= least_mm
    assert len(poster.cards) == 3


def test_a11y_21_a_room_too_deep_for_the_screen_is_told_with_how_far_it_reaches(
    branch: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert warn_of_reach(layout_on(branch, SCREENS["55 inch at 5 m"]))
    assert caplog.text == ""
    assert not warn_of_reach(layout_on(branch, replace(SCREENS["55 inch at 5 m"], viewing_distance_mm=15_000)))
    assert "viewing_distance_mm is 15000" in caplog.text


def test_a11y_22_the_newest_call_is_on_top_and_the_last_five_before_stay(room: Room, hub: PaperHub) -> None:
    for number in range(21, 29):
        room.heard_board(hub.call(str(number)), is_live=True)
        hub.turn(str(number), "past")
        hub.later(120)
    room.heard_board(hub.call("29"), is_live=True)
    assert shown(room) == ["29", "28", "27", "26", "25", "24"]


def test_a11y_22_the_newest_call_stays_for_a_minute_at_least_although_nobody_came(
    room: Room, hub_ledger: LedgerDriver
) -> None:
    hub_ledger.do("open-desk", desk="1")
    hub_ledger.take()
    hub_ledger.do("call-next", desk="1")
    hub_ledger.do("miss-ticket", desk="1")
    hub_ledger.wait(seconds=59)
    snapshot = {**hub_ledger.see("board"), "at": at_text(hub_ledger.time.wall)}
    room.heard_board(read_board(encode(snapshot)), is_live=True)
    assert shown(room) == ["1"]


@pytest.fixture
def showing(show: MakeShowing, hub: PaperHub, tmp_path: Path) -> Showing:
    """A display in a window, with a loudspeaker, and nobody called."""
    speaker = Loudspeaker(tmp_path)
    (tmp_path / "aplay").symlink_to(speaker.program)
    showing = show(sound=True)
    before = showing.picture()
    showing.status(hub.status())
    showing.board(hub.board())
    showing.changed(before)
    return showing


@pytest.mark.timeout(120)
@pytest.mark.xdist_group("screens")
def test_a11y_22_and_44_a_call_only_fades_in_once_and_then_nothing_moves(showing: Showing, hub: PaperHub) -> None:
    quiet = showing.picture()
    showing.board(hub.call("27"))
    pictures = watched(showing, quiet)
    levels = [level(picture) for picture in pictures]
    up = [after >= before - 0.5 for before, after in pairwise(levels)]
    assert levels[-1] > levels[0] + 5
    assert all(up), levels
    still = [showing.picture() for _ in range(12)]
    assert all(picture == still[0] for picture in still)


@pytest.mark.timeout(120)
@pytest.mark.xdist_group("screens")
def test_a11y_23_and_26_a_call_and_each_recall_are_both_seen_and_heard(
    showing: Showing, hub: PaperHub, tmp_path: Path
) -> None:
    quiet, speaker = showing.picture(), Loudspeaker(tmp_path)
    showing.board(hub.call("27"))
    called = showing.changed(quiet)
    assert called != quiet
    until(lambda: len(speaker.devices) >= 1)
    sounds = settled(speaker)
    showing.board(hub.recall("27"))
    assert len(showing.said("Announcing", 2)) == 2
    until(lambda: len(speaker.devices) > sounds)


def test_a11y_23_no_call_is_only_a_sound_the_screen_is_told_before_the_chime(hub: PaperHub) -> None:
    happened: list[str] = []
    announcer = Announcer(lambda _call: happened.append("seen"), lambda _call: happened.append("heard"), pause_s=0)
    announcer.start()
    hub.call("27")
    hub.call("28")
    announcer.announce(hub.calls)
    until(lambda: len(happened) == 4)
    announcer.stop()
    assert happened == ["seen", "heard"] * 2


def test_a11y_23_without_sound_a_call_is_lit_twice_as_long(hub: PaperHub) -> None:
    voice = Voice(Player("no-such-player"), Voices([]), lambda _call: (), 60, has_sound=True)
    hub.call("27")
    voice.say(hub.calls[0])
    highlight = Highlight()
    highlight.light(hub.calls[0].call_id, 0.0, is_heard=voice.is_heard)
    assert highlight.lit(2 * LIT_S - 0.1) == hub.calls[0].call_id


def test_a11y_26_a_recall_is_announced_and_lit_anew_although_the_call_is_known(room: Room, hub: PaperHub) -> None:
    room.heard_board(hub.call("27"), is_live=True)
    assert room.heard_board(hub.board(), is_live=True) == ()
    hub.later(25)
    (again,) = room.heard_board(hub.recall("27"), is_live=True)
    assert (again.number, again.times_called) == ("27", 2)
    highlight = Highlight()
    highlight.light(again.call_id, 0.0, is_heard=True)
    highlight.light(again.call_id, 25.0, is_heard=True)
    assert highlight.lit(25.0 + LIT_S - 0.1) == again.call_id


def test_a11y_16_every_text_of_the_display_stands_out_seven_to_one(branch: Settings, room: Room, hub: PaperHub) -> None:
    for number in ("26", "27"):
        room.heard_board(hub.call(number), is_live=True)
    hub.turn("26", "past")
    room.heard_board(hub.board(), is_live=True)
    poster = layout_on(branch, SCREENS["55 inch at 5 m"]).poster(room.view(0, WALL))
    pairs = {(line.colour, under(poster, line)) for line in written(poster) if line.text}
    pairs |= {(line.colour, "sun") for card in poster.cards for line in card.lit()}
    assert {pair: contrast(SHADES[pair[0]], SHADES[pair[1]]) for pair in pairs if not stands_out(*pair)} == {}


def test_a11y_18_in_grey_every_state_of_a_call_is_told_apart(branch: Settings, room: Room, hub: PaperHub) -> None:
    here, told = layout_on(branch, SCREENS["55 inch at 5 m"]), set()
    for state in ("calling", "taken-back", "past"):
        hub.calls.clear()
        room.heard_board(hub.call("27", state=state), is_live=True)
        told.add(frozenset((line.text, line.x, line.size_px) for line in written(here.poster(room.view(0, WALL)))))
    assert len(told) == 3
    assert contrast(SHADES["sun"], SHADES["water"]) >= 3


def under(poster: Poster, line: Written) -> str:
    """The colour of the area that the line begins on."""
    return [
        area.colour
        for area in poster.areas
        if area.box.x <= line.x < area.box.right and area.box.y <= line.baseline < area.box.bottom
    ][-1]


def stands_out(text: str, ground: str) -> bool:
    return contrast(SHADES[text], SHADES[ground]) >= 7  # type: ignore[index]


def level(picture: Image) -> float:
    """How bright it is."""
    return float(ImageStat.Stat(picture.convert("L")).mean[0])


def watched(showing: Showing, before: Image) -> list[Image]:
    """The pictures from the first with the call until the light has come, a second after which nothing changed."""
    pictures: list[Image] = []
    end_s, changed_s = time.monotonic() + LIMIT_S, 0.0
    while time.monotonic() < end_s:
        now = showing.picture()
        if now != before and (not pictures or now != pictures[-1]):
            pictures.append(now)
            changed_s = time.monotonic()
        if len(pictures) > 1 and time.monotonic() - changed_s > 2 * FADE_S + 1:
            return pictures
        time.sleep(0.01)
    raise AssertionError(f"{len(pictures)} pictures, and no end: {showing.log.read_text()}")


def settled(speaker: Loudspeaker) -> int:
    """How many sounds it has played once no other one comes: the number is said after the chime."""
    played, since_s = len(speaker.devices), time.monotonic()
    end_s = since_s + LIMIT_S
    while time.monotonic() < end_s and time.monotonic() - since_s < 3:
        if len(speaker.devices) != played:
            played, since_s = len(speaker.devices), time.monotonic()
        time.sleep(0.1)
    return played


def until(is_so: Callable[[], bool]) -> None:
    """Wait for it."""
    end_s = time.monotonic() + LIMIT_S
    while not is_so():
        assert time.monotonic() < end_s
        time.sleep(0.02)
