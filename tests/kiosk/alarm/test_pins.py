import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.alarm.pins import LENT, NoPins, lend, pins_here

START = "import sys, kiosk.program, kiosk.alarm.alarm; sys.exit('gpiozero' in sys.modules)"


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Lets go of modules that a test lent."""
    yield
    for name in LENT:
        sys.modules.pop(name, None)


def test_of_the_systems_folder_only_what_reaches_the_pins_is_lent(tmp_path: Path) -> None:
    (tmp_path / "_lgpio.py").write_text("speaks = 'C'\n")
    (tmp_path / "lgpio.py").write_text("import _lgpio\nspeaks = _lgpio.speaks\n")
    (tmp_path / "other_of_the_system.py").write_text("")
    lend(tmp_path)
    assert sys.modules["lgpio"].speaks == "C"
    with pytest.raises(ImportError):
        __import__("other_of_the_system")


def test_the_pipe_that_lgpio_leaves_is_not_left_where_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_lgpio.py").write_text("")
    (tmp_path / "lgpio.py").write_text("pipe = open('.lgd-nfy0', 'w')\npipe.close()\n")
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    lend(tmp_path)
    assert Path.cwd() == here
    assert list(here.iterdir()) == []


def test_a_machine_without_pins_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.alarm.pins.SYSTEM", tmp_path)
    with pytest.raises(NoPins, match="python3-lgpio"):
        pins_here()


def test_a_start_does_not_wait_for_gpiozero() -> None:
    assert subprocess.run([sys.executable, "-c", START], check=False, timeout=60).returncode == 0
