import os
import sys
import time
from pathlib import Path

import pytest

from simulator.demo.processes import NotReadyError, ProgramDiedError, Programs, StoppedError

PATIENCE_S = 10.0


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def programs(folder: Path, *, is_stopped: bool = False) -> Programs:
    return Programs(folder, os.environ, lambda: is_stopped)


def test_programs_end_with_the_last_started_first(tmp_path: Path) -> None:
    code = (
        "import signal, sys\n"
        "def end(*_): open('ended', 'a').write(sys.argv[0]); sys.exit()\n"
        "signal.signal(signal.SIGTERM, end); print('up', flush=True); signal.pause()"
    )
    with programs(tmp_path) as running:
        for name in ("one", "two"):
            (tmp_path / name).write_text(code)
            running.start(name, [sys.executable, name])
            running.wait_for(name, lambda name=name: "up" in running.tail(name), PATIENCE_S)
    assert (tmp_path / "ended").read_text() == "twoone"


def test_a_program_that_will_not_end_is_ended_by_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.demo.processes.END_WITHIN_S", 0.1)
    code = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); signal.pause()"
    with programs(tmp_path) as running:
        running.start("deaf", python(code))
        running.wait_for("deaf", lambda: "up" in running.tail("deaf"), PATIENCE_S)
        pid = running.pids["deaf"]
    assert not Path(f"/proc/{pid}").exists()


def test_a_program_that_died_is_named_with_its_last_words(tmp_path: Path) -> None:
    with programs(tmp_path) as running:
        running.start("hub", python("import sys; print('no disk'); sys.exit(3)"))
        with pytest.raises(ProgramDiedError, match=r"(?s)hub ended .*code 3.*no disk"):
            running.wait_for("hub", lambda: False, PATIENCE_S)


def test_a_program_that_does_not_get_ready_is_named(tmp_path: Path) -> None:
    with programs(tmp_path) as running:
        running.start("kiosk", python("import time; time.sleep(60)"))
        with pytest.raises(NotReadyError, match="kiosk: no sign that it is ready in"):
            running.wait_for("kiosk", lambda: False, 0.2)


def test_waiting_ends_when_the_demo_is_asked_to_stop(tmp_path: Path) -> None:
    began = time.monotonic()
    with programs(tmp_path, is_stopped=True) as running, pytest.raises(StoppedError):
        running.wait_for("hub", lambda: False, PATIENCE_S)
    assert time.monotonic() - began < PATIENCE_S
