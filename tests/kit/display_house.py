"""A branch with a real hub, a broker that can be killed, and a display in a window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hub_process import HubProcess
from PIL import ImageGrab
from wire_client import WireClient

if TYPE_CHECKING:
    from mosquitto import Mosquitto
    from PIL.Image import Image

PIXELS = (1280, 720)
LIMIT_S = 40.0
BELOW = 720
"""Where the second display's window is."""
DISPLAYS = """
[[displays]]
device = "display-1"
sound = false
[displays.screen]
pixels = [1280, 720]
millimetres = [1218, 685]
[[displays]]
device = "display-2"
sound = true
[displays.screen]
pixels = [1280, 720]
millimetres = [1218, 685]
"""


@dataclass
class DisplayHouse:
    """Hub, broker and display, each to be killed and started again; the picture is the display's own."""

    folder: Path
    broker: Mosquitto
    x_display: str
    hub: HubProcess = field(init=False)
    process: subprocess.Popen[bytes] | None = None
    second: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.hub = HubProcess(self.folder, self.broker.port)
        self.hub.start()
        self.config = self.folder / "display.toml"
        self.config.write_text(self.hub.config.read_text() + DISPLAYS)
        self.log = self.folder / "display-1.log"
        self.desk: WireClient | None = None
        self.sits_down()
        self.ask("open-desk", desk="1")

    def sits_down(self) -> None:
        """Staff's page comes to the broker, anew where the broker is another."""
        if self.desk:
            self.desk.close()
        self.desk = WireClient(self.broker.port, self.hub.branch)
        self.hub.tells(self.desk, "ready")

    def ask(self, command: str, **fields: Any) -> dict[str, Any]:
        """A command of staff or of a kiosk, which must be obeyed."""
        assert self.desk is not None
        answer = self.desk.ask(command, **fields)
        assert answer["ok"], answer
        return answer

    def call(self) -> None:
        """Somebody takes a number and is called."""
        self.ask("take-ticket", device="kiosk-1")
        self.ask("call-next", desk="1")

    def start(self) -> None:
        """Start the display."""
        self.process = self._started("display-1", 0)

    def start_second(self) -> None:
        """Start the other one of the room, which has sound; its window is below."""
        self.second = self._started("display-2", BELOW)

    def kill(self) -> None:
        """As a power cut would end the display."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def picture(self, top: int = 0) -> Image:
        """What the window shows now."""
        right, high = PIXELS
        return ImageGrab.grab((0, top, right, top + high), xdisplay=self.x_display).convert("RGB")

    def becomes(self, is_it: Callable[[Image], bool]) -> float:
        """Seconds until the window's picture is such."""
        begun_s = time.monotonic()
        while not is_it(self.picture()):
            assert time.monotonic() - begun_s < LIMIT_S, self.log.read_text()
            time.sleep(0.02)
        return time.monotonic() - begun_s

    def rests(self, *unlike: Image) -> Image:
        """The picture once it is none of these and no longer changes."""
        last, since_s, end_s = self.picture(), time.monotonic(), time.monotonic() + LIMIT_S
        while time.monotonic() - since_s < 1.5 or last in unlike:
            assert time.monotonic() < end_s, self.log.read_text()
            time.sleep(0.1)
            now = self.picture()
            if now != last:
                last, since_s = now, time.monotonic()
        return last

    @property
    def announced(self) -> int:
        """How many calls were announced since the first start."""
        return self.log.read_text().count("Announcing")

    def stop(self) -> None:
        """End all of it."""
        if self.process:
            self.kill()
        if self.second:
            self.second.kill()
            self.second.wait()
        if self.desk:
            self.desk.close()
        self.hub.stop()

    def _started(self, device: str, top: int) -> subprocess.Popen[bytes]:
        environment = os.environ | {"DISPLAY": self.x_display, "PATH": str(self.folder)}
        place = f"{PIXELS[0]}x{PIXELS[1]}+0+{top}"
        command = [sys.executable, "-m", "beurt", "display", "--config", str(self.config), "--device", device]
        with (self.folder / f"{device}.log").open("ab") as out:
            return subprocess.Popen([*command, "--window", place], env=environment, stderr=out)


@pytest.fixture
def branch(own_broker: Callable[..., Mosquitto], x_display: str, tmp_path: Path) -> Iterator[DisplayHouse]:
    """A branch whose first desk is open; its displays are not started yet."""
    house = DisplayHouse(tmp_path, own_broker(), x_display)
    yield house
    house.stop()
