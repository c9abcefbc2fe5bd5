import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from conftest import Mosquitto

START = """
import sys
from pathlib import Path
from runtime.settings.load import load
from simulator.visitors import run
seconds = float(sys.argv[4]) if len(sys.argv) > 4 else None
sys.exit(run(load(Path(sys.argv[1])), visitors=int(sys.argv[2]), desks=int(sys.argv[3]), seconds=seconds, seed=1))
"""
DESKS = "".join(f'[[desks]]\nid = "{desk}"\nname = {{ nl = "Balie {desk}" }}\nlines = ["ido"]\n' for desk in (1, 2))


def branch_file(folder: Path, port: int) -> Path:
    path = folder / "branch.toml"
    path.write_text(
        f'[branch]\nid = "proef-{uuid4().hex[:8]}"\nname = "Proef"\nlanguages = ["nl", "en", "ar"]\n{DESKS}'
        f'[broker]\nport = {port}\n[hub]\ndatabase = "sqlite:///{folder}/beurt.db"\n'
    )
    return path


@pytest.fixture
def branch(tmp_path: Path, broker: "Mosquitto") -> Iterator[Path]:
    path = branch_file(tmp_path, broker.port)
    with (tmp_path / "hub.log").open("wb") as log:
        hub = subprocess.Popen([sys.executable, "-m", "beurt", "hub", "--config", str(path)], stderr=log)
    for _ in range(800):
        if b"is connected" in (tmp_path / "hub.log").read_bytes():
            break
        time.sleep(0.05)
    yield path
    hub.terminate()
    hub.wait(30)


def visitors(branch: Path, *numbers: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", START, str(branch), *map(str, numbers)]
    return subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)


def test_all_who_come_get_a_number_and_are_called(branch: Path) -> None:
    done = visitors(branch, 40, 2)

    assert done.returncode == 0, done.stderr
    found = re.search(r"tickets (\d+), calls (\d+), visits (\d+)", done.stdout)
    assert found is not None
    tickets, calls, visits = map(int, found.groups())
    # On a very busy machine the hub may take longer than a visitor waits for an answer.
    unanswered = sum(map(int, re.findall(r"(?:timed-out|not-connected) (\d+)", done.stdout)))
    assert 40 - unanswered <= tickets <= 40
    assert calls >= visits >= 30 - unanswered
    assert re.search(r"p50 [\d.]+ ms, p95 [\d.]+ ms", done.stdout)


def test_visitors_come_over_the_time_that_was_asked(branch: Path) -> None:
    done = visitors(branch, 5, 1, 2)

    assert done.returncode == 0, done.stderr
    assert "tickets 5" in done.stdout


def test_without_a_broker_it_says_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    done = visitors(branch_file(tmp_path, port), 1, 1)

    assert done.returncode == 2
    assert "no connection to the broker" in done.stderr
