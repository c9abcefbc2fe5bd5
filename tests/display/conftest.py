from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from msgspec.structs import replace
from PIL import ImageFont, ImageGrab
from x_server import x_server

from runtime.settings.model import Broker
from screenkit.type import Weight, font_file
from wire.devices import DeviceCondition, DeviceStatus
from wire.link import Link
from wire.payload import encode
from wire.state import Board, Call, CallState
from wire.times import at_text

if TYPE_CHECKING:
    from conftest import Mosquitto
    from PIL.Image import Image

BEURT = Path(sys.executable).with_name("beurt")
LIMIT_S = 15.0


@dataclass
class PaperHub:
    """A hub without a queue: writes boards and heartbeats as a hub does, by a clock that the test moves."""

    now: datetime = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
    epoch: str = field(default_factory=lambda: str(uuid4()))
    revision: int = 0
    calls: list[Call] = field(default_factory=list)

    def later(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)

    def call(self, number: str, desk: str = "2", state: CallState = "calling") -> Board:
        """Call a number to a desk."""
        call = Call(
            call_id=str(uuid4()),
            number=number,
            desk=desk,
            desk_name=f"Balie {desk}",
            called_at=at_text(self.now),
            times_called=1,
            state=state,
            languages=("nl",),
        )
        self.calls.insert(0, call)
        return self.board()

    def recall(self, number: str) -> Board:
        """Call the number again."""
        old = self._take(number)
        self.calls.insert(0, replace(old, times_called=old.times_called + 1, called_at=at_text(self.now)))
        return self.board()

    def turn(self, number: str, state: CallState) -> Board:
        """Let the number's newest call be in that state."""
        at = next(index for index, call in enumerate(self.calls) if call.number == number)
        self.calls[at] = replace(self.calls[at], state=state)
        return self.board()

    def board(self, **fields: object) -> Board:
        """The next board."""
        self.revision += 1
        board = Board(
            epoch=self.epoch,
            revision=self.revision,
            at=at_text(self.now),
            day="2026-11-23",
            clock="trusted",
            branch_name="Bibliotheek Hengelo",
            intake="open",
            notice=None,
            opens_at=None,
            closes_at=None,
            staffed="now",
            coming=False,
            calls=tuple(self.calls),
        )
        return replace(board, **fields)

    def status(self, state: DeviceCondition = "ready") -> DeviceStatus:
        """A heartbeat."""
        now = at_text(self.now)
        return DeviceStatus(device="hub-1", kind="hub", state=state, at=now, since=now, version="0.1.0")

    def _take(self, number: str) -> Call:
        call = next(call for call in self.calls if call.number == number)
        self.calls.remove(call)
        return call


@pytest.fixture
def hub() -> PaperHub:
    return PaperHub()


@cache
def _font(size_px: int, weight: Weight) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(weight), size_px)


@cache
def measured(text: str, size_px: int, weight: Weight, _language: str = "nl") -> float:
    """The width of a line, by another library than the one that draws it."""
    return float(_font(size_px, weight).getlength(text))


@pytest.fixture
def measure() -> object:
    return measured


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """An X server of this run's own, without a window manager."""
    with x_server() as display:
        yield display


@dataclass
class Showing:
    """A display that runs in a window, and the hub's side of the wire."""

    process: subprocess.Popen[bytes]
    link: Link
    pixels: tuple[int, int]
    x_display: str
    log: Path

    def board(self, board: Board, *, is_retained: bool = True) -> None:
        """Publish a board."""
        assert self.link.publish(self.link.topics.state("board"), encode(board), is_retained=is_retained)

    def status(self, status: DeviceStatus) -> None:
        """Publish the hub's status."""
        assert self.link.publish(self.link.topics.status("hub-1"), encode(status), is_retained=True)

    def picture(self) -> Image:
        """What the window shows now."""
        return ImageGrab.grab((0, 0, *self.pixels), xdisplay=self.x_display)

    def changed(self, before: Image) -> Image:
        """What the window shows once it shows something else and stays as it is."""
        last, end_s = before, time.monotonic() + LIMIT_S
        while time.monotonic() < end_s:
            time.sleep(0.15)
            now = self.picture()
            if now == last and now != before:
                return now
            last = now
        raise AssertionError("the window did not change: " + self.log.read_text())

    def said(self, words: str, times: int = 1) -> list[str]:
        """The log's lines with these words, once there are so many."""
        end_s = time.monotonic() + LIMIT_S
        while True:
            found = [line for line in self.log.read_text().splitlines() if words in line]
            if len(found) >= times or time.monotonic() > end_s:
                return found
            time.sleep(0.05)


MakeShowing = Callable[..., Showing]


@pytest.fixture
def show(broker: Mosquitto, x_display: str, tmp_path: Path, hub: PaperHub) -> Iterator[MakeShowing]:
    """Starts `beurt display` in a window, with a broker but nothing on it."""
    made: list[Showing] = []

    def start(pixels: tuple[int, int] = (1280, 720), *, sound: bool = False, branch_file: str = "") -> Showing:
        branch = f"display-{uuid4().hex[:12]}"
        file = tmp_path / "branch.toml"
        file.write_text(_branch_file(branch, broker.port, pixels, sound=sound) + branch_file)
        log = tmp_path / "display.log"
        # Without aplay on its path the display cannot make a sound in the room where the tests run.
        environment = os.environ | {"DISPLAY": x_display, "KIVY_HOME": str(tmp_path / "kivy"), "PATH": str(tmp_path)}
        with log.open("wb") as out:
            process = subprocess.Popen([BEURT, "display", "--config", file], env=environment, stderr=out)
        link = Link(Broker(port=broker.port), "hub-1", branch, status=hub.status, offline=hub.status("offline"))
        heard = threading.Event()
        link.subscribe(link.topics.status("display-1"), lambda _message: heard.set())
        link.start()
        made.append(Showing(process, link, pixels, x_display, log))
        assert heard.wait(2 * LIMIT_S), log.read_text()
        return made[-1]

    yield start
    for showing in made:
        showing.link.stop()
        showing.process.terminate()
        showing.process.wait(10)


def _branch_file(branch: str, port: int, pixels: tuple[int, int], *, sound: bool) -> str:
    millimetres = [1218, 685] if pixels[0] > pixels[1] else [685, 1218]
    return f"""
[branch]
id = "{branch}"
name = "Bibliotheek Hengelo"
[broker]
port = {port}
[[displays]]
sound = {str(sound).lower()}
[displays.screen]
pixels = {list(pixels)}
millimetres = {millimetres}
viewing_distance_mm = 5000
[[notices]]
id = "break"
names = {{ nl = "We zijn er om 13 uur weer." }}
"""
