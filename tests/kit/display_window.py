"""A display that runs in a window of its own X server, and the hub's side of the wire."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from beurt_command import BEURT
from paper_hub import PaperHub
from PIL import ImageGrab
from x_server import x_server

from runtime.settings.model import Broker
from wire.devices import DeviceStatus
from wire.link import Link
from wire.payload import encode
from wire.state import Board

if TYPE_CHECKING:
    from mosquitto import Mosquitto
    from PIL.Image import Image

LIMIT_S = 30.0
STILL_LOOKS = 4


@pytest.fixture
def hub() -> PaperHub:
    return PaperHub()


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
        last, looks, end_s = before, 0, time.monotonic() + LIMIT_S
        while time.monotonic() < end_s:
            time.sleep(0.15)
            now = self.picture()
            looks = looks + 1 if now == last else 0
            if looks >= STILL_LOOKS and now != before:
                return now
            last = now
        raise AssertionError("the window did not change: " + self.log.read_text())

    def shows(self, wanted: Image) -> None:
        """Wait until the window shows this, however slow the machine is; the hub goes on telling that it is there."""
        end_s = time.monotonic() + LIMIT_S
        while (now := self.picture()) != wanted and time.monotonic() < end_s:
            self.link.announce_status()
            time.sleep(0.2)
        assert now == wanted, self.log.read_text()

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
        showing.process.wait(30)


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
