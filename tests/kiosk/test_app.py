"""The kiosk as it runs: a real window, touches of a real pointer, a real broker, hub and (virtual) printer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from PIL import ImageGrab

from runtime.passwords import keep
from runtime.settings.model import Broker
from wire.devices import DeviceStatus
from wire.link import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL.Image import Image

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT = 1280, 720
BUTTON, FETCH, DONE = (0.3, 0.45), (0.6, 0.77), (0.89, 0.77)
HOLD_S = 5.5
COLUMNS, ROWS = (0.62, 0.722, 0.836), (0.24, 0.41, 0.585, 0.76)
KEYS = {1 + column + 3 * row: (COLUMNS[column], ROWS[row]) for row in range(3) for column in range(3)}
ENTER, LEAVE_PAD, RESTART, LEAVE_MENU = (COLUMNS[2], ROWS[3]), (0.1, 0.925), (0.62, 0.93), (0.8, 0.93)
EDGE = 0.04
LIMIT_S = 30.0
DOUBLE_TOUCH_S = 0.6
LEAF, WATER = (27, 94, 63), (11, 59, 99)

BRANCH = """\
[branch]
id = "{branch}"
name = "Bibliotheek Hengelo"

[broker]
port = {port}

[service]
pin_file = "{folder}/service.argon2"

[hub]
database = "sqlite:///{folder}/beurt.db"

[[kiosks]]
device = "kiosk-1"
[kiosks.audio]
output = "null"
[kiosks.screen]
pixels = [{width}, {height}]
millimetres = [344, 194]
[kiosks.printer]
kind = "serial"
port = "{folder}/printer"
baud = 38400
profile = "TM-T20II"
"""


@dataclass
class Point:
    """A kiosk with all that it needs, and somebody who listens on the wire."""

    folder: Path
    x_display: str
    link: Link
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    heard: dict[str, Any] = field(default_factory=dict)

    def starts(self, program: str, *more: str) -> None:
        environment = dict(os.environ) | {
            "DISPLAY": self.x_display,
            "STATE_DIRECTORY": str(self.folder / "state"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
        }
        command = [sys.executable, "-m", "beurt", program, *more]
        with (self.folder / f"{program}.log").open("ab") as log:
            self.running[program] = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)

    def starts_with_branch(self, program: str, *more: str) -> None:
        self.starts(program, "--config", str(self.folder / "branch.toml"), *more)

    def kiosk_starts(self) -> None:
        self.heard.pop("kiosk-1", None)
        self.starts_with_branch("kiosk", "--transcript", str(self.folder / "said.jsonl"))
        self.until(lambda: self.heard.get("kiosk-1", {}).get("printer", {}).get("state") == "ready")
        self.until(lambda: self.shows(LEAF) or self.shows(WATER))

    def dies(self, program: str) -> None:
        self.running[program].kill()
        self.running[program].wait()

    def touches(self, spot: tuple[float, float], times: int = 1) -> None:
        x, y = str(round(spot[0] * WIDTH)), str(round(spot[1] * HEIGHT))
        clicks = ["click", "--repeat", str(times), "--delay", "120", "1"]
        environment = dict(os.environ) | {"DISPLAY": self.x_display}
        subprocess.run(["xdotool", "mousemove", x, y, *clicks], check=True, env=environment, timeout=10)

    def holds(self, spot: tuple[float, float], seconds: float) -> None:
        x, y = str(round(spot[0] * WIDTH)), str(round(spot[1] * HEIGHT))
        environment = dict(os.environ) | {"DISPLAY": self.x_display}
        held = ["mousemove", x, y, "mousedown", "1", "sleep", str(seconds), "mouseup", "1"]
        subprocess.run(["xdotool", *held], check=True, env=environment, timeout=30)

    def presses(self, key: str, held_s: float = 0.0) -> None:
        environment = dict(os.environ) | {"DISPLAY": self.x_display}
        held = ["keydown", key, "sleep", str(held_s), "keyup", key]
        subprocess.run(["xdotool", *held], check=True, env=environment, timeout=10)

    def said(self) -> list[dict[str, Any]]:
        """What the voice began to say, in that order."""
        transcript = self.folder / "said.jsonl"
        lines = map(msgspec.json.decode, transcript.read_bytes().splitlines() if transcript.exists() else ())
        return [line for line in lines if line["event"] == "began"]

    def shows(self, colour: tuple[int, int, int]) -> bool:
        """Whether the large area at the left has that colour."""
        return self.sees().getpixel((round(0.06 * WIDTH), HEIGHT // 2))[:3] == colour

    def colour(self, spot: tuple[float, float]) -> tuple[int, ...]:
        """Near the left edge of what is touched there, where no letters are."""
        return self.sees().getpixel((round((spot[0] - EDGE) * WIDTH), round(spot[1] * HEIGHT)))[:3]

    def sees(self) -> Image:
        return ImageGrab.grab((0, 0, WIDTH, HEIGHT), xdisplay=self.x_display)

    def waiting(self) -> list[dict[str, Any]]:
        return list(self.heard.get("floor", {}).get("waiting", []))

    def until(self, is_so: Callable[[], bool]) -> None:
        end_s = time.monotonic() + LIMIT_S
        while not is_so():
            if time.monotonic() > end_s:
                logs = "\n".join(log.read_text() for log in sorted(self.folder.glob("*.log")))
                raise AssertionError(f"not within {LIMIT_S} s; heard {self.heard}\n{logs}")
            time.sleep(0.05)

    def hear(self, name: str, payload: bytes) -> None:
        self.heard[name] = msgspec.json.decode(payload) if payload else {}


@pytest.fixture
def point(tmp_path: Path, x_display: str, broker: Any) -> Iterator[Point]:
    """Everything runs, and the kiosk shows its one button."""
    branch = f"b{os.getpid()}-{abs(hash(tmp_path)) % 10**9}"
    words = {"branch": branch, "port": broker.port, "folder": tmp_path, "width": WIDTH, "height": HEIGHT}
    (tmp_path / "branch.toml").write_text(BRANCH.format(**words))
    now = "2026-11-21T12:00:00.000Z"
    status = DeviceStatus(device="console-1", kind="console", state="ready", at=now, since=now, version="0")
    link = Link(Broker(port=broker.port), "console-1", branch, status=lambda: status, offline=status)
    point = Point(tmp_path, x_display, link)
    for device in ("hub-1", "kiosk-1"):
        link.subscribe(link.topics.status(device), lambda message, name=device: point.hear(name, message.payload))
    for kind in ("floor", "menu"):
        link.subscribe(link.topics.state(kind), lambda message, name=kind: point.hear(name, message.payload))
    link.start()
    paper = [
        "--serial",
        str(tmp_path / "printer"),
        "--paper",
        str(tmp_path / "paper"),
        "--dump",
        str(tmp_path / "dump"),
    ]
    point.starts("printer", *paper)
    point.starts_with_branch("hub")
    point.until(lambda: (tmp_path / "printer").exists() and "menu" in point.heard)
    point.kiosk_starts()
    yield point
    for process in point.running.values():
        process.terminate()
    for process in point.running.values():
        process.wait(10)
    link.stop()


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
    assert point.running["kiosk"].wait(10) == 0
    assert "2468" not in (point.folder / "kiosk.log").read_text()
    assert point.waiting() == []


def test_keys_alone_take_a_number_and_hear_it_in_full(point: Point) -> None:
    point.presses("Down")
    point.until(lambda: [each["text"] for each in point.said()][-1:] == ["Neem een nummer"])
    texts = [each["text"] for each in point.said()]
    assert texts[1] == "De zuil leest nu alles voor."
    assert "Er is nu niemand." in texts
    point.presses("Return")
    point.until(lambda: [each["paper"] for each in point.waiting()] == ["printed"])
    point.until(lambda: "De bon komt onder het scherm uit." in [each["text"] for each in point.said()])
    assert [each["said"] for each in point.said() if each["place"] == "number"] == ["1. 1."]
    assert [each["language"] for each in point.said() if each["language"] != "nl"] == ["en"]
    time.sleep(DOUBLE_TOUCH_S)
    point.presses("Down", held_s=1.0)
    point.presses("Return")
    point.until(lambda: point.shows(LEAF))
    assert [each["fetch_me"] for each in point.waiting()] == [False]


def test_it_ends_on_sigterm_within_two_seconds_and_says_so(point: Point) -> None:
    kiosk = point.running["kiosk"]
    began_s = time.monotonic()
    kiosk.send_signal(signal.SIGTERM)
    assert kiosk.wait(10) == 0
    assert time.monotonic() - began_s < 2
    point.until(lambda: point.heard["kiosk-1"]["state"] == "offline")
    assert "Traceback" not in (point.folder / "kiosk.log").read_text()
