import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rooms import PYPROJECT, ROOMS, ROOT


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("beurt.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def lint_imports(house: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=house, capture_output=True, text=True, timeout=90, check=False)


def plant(house: Path, name: str, line: str) -> None:
    source = house / name
    source.write_text(f"{source.read_text()}\n{line}\n")


def test_every_room_is_checked_typed_and_shipped() -> None:
    folders = sorted(door.parent.name for door in ROOT.glob("*/__init__.py"))
    assert folders == sorted(ROOMS)
    assert sorted({*ROOMS, "beurt"} ^ set(PYPROJECT["tool"]["mypy"]["packages"])) == []
    assert sorted(set(ROOMS) - set(PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"])) == []


def test_the_house_as_it_stands_keeps_the_directions(house: Path) -> None:
    kept = lint_imports(house)
    assert kept.returncode == 0, kept.stdout


@pytest.mark.parametrize(
    ("name", "line", "contract"),
    [
        ("kiosk/flow/flow.py", "import paho", "Only the wire holds paho BROKEN"),
        ("console/program.py", "from hub import program as other", "not in each other's code BROKEN"),
        ("queueing/order.py", "import time", "The rules are pure"),
        ("board/turns.py", "import kivy", "What decides does not draw"),
        ("simulator/demo/program.py", "import sqlite3", "Only the hub opens a database BROKEN"),
        ("wire/topics.py", "from kiosk import flow", "Imports run one way BROKEN"),
    ],
)
def test_an_import_against_the_direction_breaks_the_check(house: Path, name: str, line: str, contract: str) -> None:
    plant(house, name, line)
    broken = lint_imports(house)
    assert broken.returncode != 0
    assert contract in " ".join(broken.stdout.split())
