from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from beurt_command import BEURT

if TYPE_CHECKING:
    from collections.abc import Callable

    from display_window import MakeShowing, Showing
    from paper_hub import PaperHub

SUN = (255, 197, 61)
WATER = (11, 59, 99)
LIMIT_S = 30.0

pytestmark = [pytest.mark.timeout(90), pytest.mark.xdist_group("screens")]


def share(showing: Showing, colour: tuple[int, int, int]) -> float:
    picture = showing.picture().convert("RGB")
    counts = picture.getcolors(picture.width * picture.height) or []
    return sum(count for count, seen in counts if seen == colour) / (picture.width * picture.height)


def until(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + LIMIT_S
    while not is_so():
        assert time.monotonic() < end_s
        time.sleep(0.05)


def test_a_call_is_seen_and_announced_and_goes_when_the_visitor_is_there(show: MakeShowing, hub: PaperHub) -> None:
    showing = show(sound=True)
    showing.status(hub.status())
    waiting = showing.picture()
    showing.board(hub.board())
    showing.changed(waiting)
    showing.board(hub.call("27", "2"))
    until(lambda: share(showing, SUN) > 0.2)
    call_id = hub.calls[0].call_id
    assert len(showing.said(f"Announcing call {call_id}, time 1")) == 1
    showing.board(hub.turn("27", "at-desk"))
    until(lambda: share(showing, SUN) == 0)


@pytest.mark.long
def test_calls_have_their_turn_five_seconds_apart_and_a_recall_is_one(show: MakeShowing, hub: PaperHub) -> None:
    showing = show()
    showing.board(hub.board())
    begin = time.monotonic()
    showing.board(hub.call("26", "1"))
    showing.board(hub.call("27", "2"))
    assert len(showing.said("Announcing", 2)) == 2
    assert time.monotonic() - begin >= 5
    showing.board(hub.recall("26"))
    assert [line.split("time ")[1] for line in showing.said("Announcing", 3)] == ["1", "1", "2"]


def test_a_retained_board_waits_for_a_heartbeat_after_a_restart(show: MakeShowing, hub: PaperHub) -> None:
    showing = show()
    empty = showing.picture()
    showing.board(hub.call("27", "2"))
    showing.changed(empty)
    assert len(showing.said("Announcing")) == 1
    again = restarted(showing)
    showing.changed(empty)
    assert again.said("connected")
    time.sleep(1)
    assert "Announcing" not in again.log.read_text()
    hub.later(5)
    showing.status(hub.status())
    assert len(again.said("Announcing")) == 1


def restarted(showing: Showing) -> Showing:
    """Kill the display and start it again."""
    showing.process.kill()
    showing.process.wait()
    showing.log = showing.log.with_suffix(".again")
    environment = os.environ | {"DISPLAY": showing.x_display, "PATH": ""}
    with showing.log.open("wb") as out:
        command = [BEURT, "display", "--config", showing.log.with_name("branch.toml")]
        showing.process = subprocess.Popen(command, env=environment, stderr=out)
    return showing


def test_a_hub_that_dies_leaves_the_board_and_the_board_says_so(show: MakeShowing, hub: PaperHub) -> None:
    showing = show()
    start = showing.picture()
    showing.board(hub.call("27", "2", "at-desk"))
    before = showing.changed(start)
    showing.status(hub.status("offline"))
    after = showing.changed(before)
    width, height = showing.pixels
    side = (width * 6 // 10, height * 8 // 10, width, height)
    assert after.crop((0, 0, width * 6 // 10, height)) == before.crop((0, 0, width * 6 // 10, height))
    assert after.crop(side) != before.crop(side)
    showing.status(hub.status())
    assert showing.changed(after) == before


def test_nonsense_on_the_wire_is_one_line_in_the_log_and_nothing_else(show: MakeShowing, hub: PaperHub) -> None:
    showing = show()
    start = showing.picture()
    showing.board(hub.call("27", "2", "at-desk"))
    before = showing.changed(start)
    topic = showing.link.topics.state("board")
    for payload in (b"", b"nonsense", b"[" * 10_000, b"\xff" * 100_000, b'{"epoch": null}', b"{}"):
        showing.link.publish(topic, payload)
        showing.link.publish(showing.link.topics.status("hub-1"), payload)
    showing.board(hub.turn("27", "past"))
    assert len(showing.said("dropped", 2)) == 2
    time.sleep(0.5)
    assert showing.picture() == before
    assert showing.process.poll() is None


def test_a_machine_without_sound_says_so_once_and_shows_calls(show: MakeShowing, hub: PaperHub) -> None:
    showing = show(sound=True)
    showing.board(hub.call("27", "2"))
    showing.board(hub.call("28", "2"))
    assert len(showing.said("Announcing", 2)) == 2
    assert len(showing.said("aplay is missing; install alsa-utils")) == 1


def test_sigterm_ends_it_soon(show: MakeShowing) -> None:
    showing = show()
    begin = time.monotonic()
    showing.process.send_signal(signal.SIGTERM)
    assert showing.process.wait(20) == 0
    assert time.monotonic() - begin < 8


def test_keys_and_clicks_change_nothing(show: MakeShowing, hub: PaperHub) -> None:
    showing = show()
    start = showing.picture()
    showing.board(hub.call("27", "2", "at-desk"))
    before = showing.changed(start)
    environment = os.environ | {"DISPLAY": showing.x_display}
    for act in (["key", "F1"], ["key", "Escape"], ["mousemove", "300", "300", "click", "3"], ["click", "1"]):
        subprocess.run(["xdotool", *act], env=environment, check=True)
    time.sleep(0.5)
    assert showing.process.poll() is None
    assert showing.picture() == before


def test_a_distance_that_the_screen_cannot_serve_is_a_warning(show: MakeShowing) -> None:
    desks = '\n[[desks]]\nid = "1"\nname = { nl = "Spreekkamer 2 op de eerste verdieping" }\n'
    said = show(branch_file=desks).said("viewing_distance_mm is 5000", 2)
    assert len(said) == 2
    assert "'Spreekkamer 2 op de eerste verdieping'" in said[0]


@pytest.mark.parametrize(
    ("arguments", "display", "words"),
    [
        (["--device", "display-9"], ":99", "no display 'display-9'"),
        (["--window", "wide"], ":99", "no window: 'wide'"),
        ([], "", "no screen"),
    ],
)
def test_what_must_be_set_right_first_is_one_clear_line(
    tmp_path: Path, arguments: list[str], display: str, words: str
) -> None:
    file = tmp_path / "branch.toml"
    file.write_text('[branch]\nid = "hengelo"\nname = "Bibliotheek Hengelo"\n')
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    ended = subprocess.run(
        [BEURT, "display", "--config", file, *arguments],
        env=environment | ({"DISPLAY": display} if display else {}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert words in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_flood_of_boards_ends_with_the_last_one_on_the_screen(show: MakeShowing, hub: PaperHub) -> None:
    showing = show()
    start = showing.picture()
    showing.board(hub.call("27", "2", "at-desk"))
    wanted = showing.changed(start)
    for number in range(500):
        hub.calls = hub.calls[:50]
        showing.board(hub.call(str(number + 100), "1", "past"))
    hub.calls.clear()
    showing.board(hub.call("27", "2", "at-desk"))
    end_s = time.monotonic() + 30
    # Without a heartbeat the board would say, after 25 s, that nobody keeps it up to date.
    while showing.picture() != wanted and time.monotonic() < end_s:
        showing.status(hub.status())
        time.sleep(0.2)
    time.sleep(0.5)
    assert showing.picture() == wanted
