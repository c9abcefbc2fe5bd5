"""The kiosk as it runs: a real window, touches of a real pointer, a real broker, hub and (virtual) printer."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING, Any

import pytest
from kiosk_point import LEAF, LIMIT_S, WATER, Point, kiosk_point
from mosquitto import Mosquitto

from runtime.passwords import keep
from wire.answers import Answer
from wire.commands import CloseDay
from wire.names import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUTTON, FETCH, DONE = (0.3, 0.45), (0.6, 0.77), (0.89, 0.77)
HOLD_S = 5.5
COLUMNS, ROWS = (0.62, 0.722, 0.836), (0.24, 0.41, 0.585, 0.76)
KEYS = {1 + column + 3 * row: (COLUMNS[column], ROWS[row]) for row in range(3) for column in range(3)}
ENTER, LEAVE_PAD, RESTART, LEAVE_MENU = (COLUMNS[2], ROWS[3]), (0.1, 0.925), (0.62, 0.93), (0.86, 0.93)
DOUBLE_TOUCH_S = 0.6


@pytest.fixture
def point(tmp_path: Path, x_display: str, broker: Any) -> Iterator[Point]:
    """Everything runs, and the kiosk shows its one button."""
    with kiosk_point(tmp_path, x_display, broker) as point:
        yield point


def test_a_double_touch_gives_one_number_on_paper_and_staff_see_who_wants_to_be_fetched(point: Point) -> None:
    point.touches(BUTTON, times=2)
    point.until(lambda: [each["paper"] for each in point.waiting()] == ["printed"])
    assert point.waiting()[0]["number"] == "1"
    assert len(list((point.folder / "paper").glob("*.png"))) == 1
    point.until(lambda: point.shows(WATER))
    time.sleep(DOUBLE_TOUCH_S)
    point.touches(FETCH)
    point.until(lambda: [each["fetch_me"] for each in point.waiting()] == [True])
    time.sleep(DOUBLE_TOUCH_S)
    point.touches(DONE)
    point.until(lambda: point.shows(LEAF))
    assert len(point.waiting()) == 1


def test_without_a_hub_there_is_a_spare_number_which_the_hub_learns_when_it_is_back(point: Point) -> None:
    point.dies("hub")
    point.touches(BUTTON)
    point.until(lambda: b"Z1" in (point.folder / "dump").read_bytes())
    assert b"mensen voor u" not in (point.folder / "dump").read_bytes()
    point.starts_with_branch("hub")
    point.until(lambda: [(each["number"], each["paper"]) for each in point.waiting()] == [("Z1", "printed")])
    point.until(lambda: b'"waiting":[]' in next((point.folder / "state").glob("*.spares.json")).read_bytes())


def naming(folder: Path, words: set[bytes]) -> list[str]:
    """The files that name a ticket; what the stand-in of a printer drew is paper."""
    files = [
        file for file in folder.rglob("*") if file.is_file() and file.name != "dump" and file.parent.name != "paper"
    ]
    told = [(file.name, file.read_bytes()) for file in files]
    return [name for name, content in told if any(word in content for word in words) or b'"number":"' in content]


@pytest.mark.long
def test_nothing_that_the_kiosk_keeps_names_a_ticket_of_a_closed_day(point: Point) -> None:
    point.touches(BUTTON)
    point.until(lambda: [each["paper"] for each in point.waiting()] == ["printed"])
    time.sleep(DOUBLE_TOUCH_S)
    point.touches(DONE)
    point.until(lambda: point.shows(LEAF))
    point.dies("hub")
    time.sleep(DOUBLE_TOUCH_S)
    point.touches(BUTTON)
    point.until(lambda: b"Z1" in (point.folder / "dump").read_bytes())
    spares = next((point.folder / "state").glob("*.spares.json")).name
    assert spares in naming(point.folder, {b"Z1"})
    point.starts_with_branch("hub")
    point.until(lambda: [each["number"] for each in point.waiting()] == ["1", "Z1"])
    words = {each["ticket_id"].encode() for each in point.waiting()}
    closed = point.link.ask_and_wait(CloseDay(request_id=new_id()), time_limit_s=LIMIT_S)
    assert isinstance(closed, Answer)
    point.touches(DONE)
    point.until(lambda: naming(point.folder, words) == [])


def test_without_a_broker_the_same_touches_give_a_spare_number_that_then_stands_in_its_place(
    tmp_path: Path, x_display: str
) -> None:
    own = Mosquitto(tmp_path)
    own.start()
    try:
        with kiosk_point(tmp_path, x_display, own) as point:
            point.touches(BUTTON)
            point.until(lambda: [each["number"] for each in point.waiting()] == ["1"])
            time.sleep(DOUBLE_TOUCH_S)
            point.touches(DONE)
            point.until(lambda: point.shows(LEAF))
            own.kill()
            time.sleep(DOUBLE_TOUCH_S)
            point.touches(BUTTON)
            point.until(lambda: b"Z1" in (point.folder / "dump").read_bytes())
            time.sleep(DOUBLE_TOUCH_S)
            point.touches(DONE)
            point.until(lambda: point.shows(LEAF))
            own.start()
            point.until(lambda: [each["number"] for each in point.waiting()] == ["1", "Z1"])
            time.sleep(DOUBLE_TOUCH_S)
            point.touches(BUTTON)
            point.until(lambda: [each["number"] for each in point.waiting()] == ["1", "Z1", "2"])
    finally:
        own.stop()


def test_a_kiosk_that_is_killed_shows_the_number_again(point: Point) -> None:
    point.touches(BUTTON)
    point.until(lambda: [each["paper"] for each in point.waiting()] == ["printed"])
    point.until(lambda: point.shows(WATER))
    shown = point.sees()
    point.dies("kiosk")
    point.kiosk_starts()
    point.until(lambda: point.sees() == shown)
    assert [each["number"] for each in point.waiting()] == ["1"]


def test_a_held_corner_and_the_pin_lead_to_a_restart_in_good_order(point: Point) -> None:
    keep(point.folder / "service.argon2", "2468")
    point.holds((0.5, 0.08), HOLD_S)
    assert point.colour(LEAVE_PAD) != WATER
    point.holds((0.01, 0.01), HOLD_S)
    point.until(lambda: point.colour(LEAVE_PAD) == WATER)
    for figure in (2, 4, 6, 8):
        point.touches(KEYS[figure])
    point.until(lambda: point.colour(ENTER) == LEAF)
    point.touches(ENTER)
    point.until(lambda: point.colour(LEAVE_MENU) == WATER)
    time.sleep(DOUBLE_TOUCH_S)
    point.touches(RESTART)
    assert point.running["kiosk"].wait(30) == 0
    assert "2468" not in (point.folder / "kiosk.log").read_text()
    assert point.waiting() == []


@pytest.mark.long
def test_keys_alone_take_a_number_and_hear_it_in_full(point: Point) -> None:
    point.presses("Down")
    point.until(lambda: [each["text"] for each in point.said()][-1:] == ["Neem een nummer"])
    texts = [each["text"] for each in point.said()]
    assert texts[1] == "De zuil leest nu alles voor."
    assert "Er is nu niemand." in texts
    point.presses("Return")
    point.until(lambda: [each["paper"] for each in point.waiting()] == ["printed"])
    point.until(lambda: "De bon komt onder het scherm uit." in [each["text"] for each in point.said()])
    assert [each["said"] for each in point.said() if each["place"] == "number"] == ["1."]
    assert [each["language"] for each in point.said() if each["language"] != "nl"] == ["en"]
    time.sleep(DOUBLE_TOUCH_S)
    point.presses("Down", held_s=1.0)
    point.presses("Return")
    point.until(lambda: point.shows(LEAF))
    assert [each["fetch_me"] for each in point.waiting()] == [False]


@pytest.mark.long
def test_who_explores_hears_what_is_under_a_finger_and_takes_a_number_by_touching_twice(point: Point) -> None:
    point.presses("Up")
    point.until(lambda: [each["text"] for each in point.said()][-1:] == ["Neem een nummer"])
    before = len(point.said())
    point.touches(BUTTON)
    point.until(lambda: len(point.said()) > before)
    assert point.said()[-1]["text"] == "Neem een nummer"
    time.sleep(DOUBLE_TOUCH_S)
    assert point.waiting() == []
    point.touches(BUTTON, times=2)
    point.until(lambda: [each["number"] for each in point.waiting()] == ["1"])


def test_it_ends_soon_on_sigterm_and_says_so(point: Point) -> None:
    kiosk = point.running["kiosk"]
    began_s = time.monotonic()
    kiosk.send_signal(signal.SIGTERM)
    assert kiosk.wait(10) == 0
    assert time.monotonic() - began_s < 8
    point.until(lambda: point.heard["kiosk-1"]["state"] == "offline")
    assert "Traceback" not in (point.folder / "kiosk.log").read_text()
