from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from simulator.printer.head import head_for
from simulator.printer.paper import Slip
from simulator.printer.tray import Tray


@pytest.fixture
def slip() -> Slip:
    ink = Image.new("1", (640, 200))
    ink.paste(1, (100, 50, 300, 60))
    return Slip(head_for(576), ink, is_torn=False)


def test_slips_are_numbered_and_go_on_after_those_that_lie_there(tmp_path: Path, slip: Slip) -> None:
    (tmp_path / "0041.png").touch()
    (tmp_path / "notes.txt").touch()
    tray = Tray(tmp_path)

    assert [tray.lay(slip).name, tray.lay(slip).name] == ["0042.png", "0043.png"]


def test_nothing_half_written_is_left(tmp_path: Path, slip: Slip) -> None:
    path = Tray(tmp_path / "new").lay(slip)

    assert list(path.parent.iterdir()) == [path]


def test_the_picture_knows_its_resolution(tmp_path: Path, slip: Slip) -> None:
    with Image.open(Tray(tmp_path).lay(slip)) as picture:
        assert round(picture.info["dpi"][0]) == 203


def test_a_folder_that_is_gone_is_an_error_of_the_system(tmp_path: Path, slip: Slip) -> None:
    tray = Tray(tmp_path / "paper")
    (tmp_path / "paper").rmdir()

    with pytest.raises(OSError, match="paper"):
        tray.lay(slip)
