import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from beurt_command import BEURT
from click.testing import CliRunner

from beurt import main

READY_WITHIN_S = 90
END_WITHIN_S = 30
LIKE_A_BROWSER = {"Accept": "text/html"}
X_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 -- where every X server keeps them
PROGRAMS = {"screen", "broker", "hub", "printer", "kiosk", "display", "console"}

pytestmark = [pytest.mark.timeout(180), pytest.mark.xdist_group("screens")]


@dataclass
class Demo:
    """A demo that runs in a folder of its own, as somebody without a screen starts it."""

    process: subprocess.Popen[str]
    folder: Path
    info: dict[str, Any]

    def told(self) -> str:
        """All that it said, once it has ended."""
        return self.process.communicate(timeout=END_WITHIN_S)[0]


def start(folder: Path) -> Demo:
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"} | {"TMPDIR": str(folder)}
    info = folder / "info.json"
    process = subprocess.Popen(
        [BEURT, "demo", "--info", info], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    deadline = time.monotonic() + READY_WITHIN_S
    while not info.exists():
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < deadline, "the demo was not ready in time"
        time.sleep(0.1)
    return Demo(process, folder, json.loads(info.read_text()))


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    running = start(tmp_path)
    yield running
    if running.process.poll() is None:
        running.process.terminate()
        running.told()


def is_there(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_it_tells_where_everything_is_and_leaves_nothing_behind(demo: Demo) -> None:
    info = demo.info
    assert set(info) >= {"console_url", "staff_password", "broker", "branch", "display", "paper", "control", "pids"}
    assert set(info["pids"]) == PROGRAMS
    assert all(is_there(pid) for pid in info["pids"].values())
    assert Path(info["paper"]).is_dir()
    assert Path(info["control"]).is_fifo()
    assert "Wachtwoord" in httpx.get(info["console_url"], headers=LIKE_A_BROWSER, follow_redirects=True).text

    demo.process.send_signal(signal.SIGTERM)
    told = demo.told()

    assert demo.process.returncode == 0, told
    assert info["console_url"] in told
    assert info["staff_password"] in told
    assert [name for name, pid in info["pids"].items() if is_there(pid)] == []
    assert list(demo.folder.iterdir()) == []
    assert not (X_SOCKETS / f"X{info['display'].lstrip(':')}").exists()


def test_a_program_that_dies_ends_the_demo_with_its_last_words(demo: Demo) -> None:
    os.kill(demo.info["pids"]["display"], signal.SIGKILL)
    told = demo.told()

    assert demo.process.returncode == 1
    assert "display ended with exit code -9" in told
    assert [name for name, pid in demo.info["pids"].items() if is_there(pid)] == []


def test_a_screen_that_is_not_there_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path), "DISPLAY": ":77777"}
    ended = subprocess.run([BEURT, "demo"], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ":77777" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_tour_chooses_its_own_modes(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["demo", "--mode", "topics", "--tour", str(tmp_path)])
    assert (told.exit_code, "leave --mode out" in told.output) == (2, True)
