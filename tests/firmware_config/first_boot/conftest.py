"""A box that has never been started."""

from pathlib import Path

import pytest
from bare_box import NotedRuns, make_box

from firmware_config.first_boot.place import Place
from firmware_config.first_boot.screen import Screen


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return make_box(tmp_path)


@pytest.fixture
def runs() -> NotedRuns:
    return NotedRuns()


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    tty = tmp_path / "tty1"
    tty.touch()
    return Screen(tty=tty, log=tmp_path / "log.txt")
