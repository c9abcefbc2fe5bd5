import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog import Watchdog
from wayland_door import WaylandDoor


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Watchdog]:
    ear = Watchdog(tmp_path)
    yield ear
    ear.close()


@pytest.fixture
def door(tmp_path: Path) -> Iterator[WaylandDoor]:
    door = WaylandDoor(tmp_path / "wayland-0")
    yield door
    door.close()


@pytest.fixture
def watch(tmp_path: Path, ear: Watchdog) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "beurt", "compositor-watch", "--socket", str(tmp_path / "wayland-0")]
    with subprocess.Popen(command, env={**os.environ, **ear.environment}) as watch:
        yield watch
        watch.kill()


@pytest.mark.usefixtures("watch")
def test_it_is_ready_once_the_compositor_answers_and_tells_when_that_hangs(ear: Watchdog, door: WaylandDoor) -> None:
    door.answer()
    assert ear.hears(b"READY=1")
    door.answer()
    assert ear.hears(b"WATCHDOG=1")
    line, _ = door.question()
    with line:
        assert ear.hears(b"WATCHDOG=trigger")


def test_it_ends_when_asked(watch: "subprocess.Popen[bytes]", ear: Watchdog, door: WaylandDoor) -> None:
    door.answer()
    assert ear.hears(b"READY=1")
    watch.send_signal(signal.SIGTERM)
    assert watch.wait(30) == 0
