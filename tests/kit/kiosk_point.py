"""A whole kiosk point as it runs: a real window, a real broker and hub, a virtual printer, and somebody who listens."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PIL import ImageGrab

from runtime.settings.model import Broker
from wire.devices import DeviceStatus
from wire.link import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL.Image import Image

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT = 1280, 720
EDGE = 0.04
LIMIT_S = 30.0
LEAF, WATER = (27, 94, 63), (11, 59, 99)

BRANCH = """\
[branch]
id = "{branch}"
name = "Bibliotheek Hengelo"
{branch_more}

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
        return [line for line in self.transcript() if line["event"] == "began"]

    def transcript(self) -> list[dict[str, Any]]:
        """What was said and what could be read, line by line."""
        transcript = self.folder / "said.jsonl"
        lines = transcript.read_bytes().split(b"\n") if transcript.exists() else []
        return [msgspec.json.decode(line) for line in lines[:-1]]

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


@contextmanager
def kiosk_point(folder: Path, x_display: str, broker: Any, branch_more: str = "") -> Iterator[Point]:
    """Everything runs, and the kiosk shows its one button."""
    branch = f"b{os.getpid()}-{abs(hash(folder)) % 10**9}"
    words = {
        "branch": branch,
        "port": broker.port,
        "folder": folder,
        "width": WIDTH,
        "height": HEIGHT,
        "branch_more": branch_more,
    }
    (folder / "branch.toml").write_text(BRANCH.format(**words))
    now = "2026-11-21T12:00:00.000Z"
    status = DeviceStatus(device="console-1", kind="console", state="ready", at=now, since=now, version="0")
    link = Link(Broker(port=broker.port), "console-1", branch, status=lambda: status, offline=status)
    point = Point(folder, x_display, link)
    for device in ("hub-1", "kiosk-1"):
        link.subscribe(link.topics.status(device), lambda message, name=device: point.hear(name, message.payload))
    for kind in ("floor", "menu"):
        link.subscribe(link.topics.state(kind), lambda message, name=kind: point.hear(name, message.payload))
    link.start()
    paper = [
        "--serial",
        str(folder / "printer"),
        "--paper",
        str(folder / "paper"),
        "--dump",
        str(folder / "dump"),
    ]
    point.starts("printer", *paper)
    point.starts_with_branch("hub")
    point.until(lambda: (folder / "printer").exists() and "menu" in point.heard)
    point.kiosk_starts()
    yield point
    for process in point.running.values():
        process.terminate()
    for process in point.running.values():
        process.wait(30)
    link.stop()
