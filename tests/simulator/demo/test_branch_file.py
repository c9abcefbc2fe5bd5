from pathlib import Path
from typing import get_args

import pytest

from runtime.settings.load import load
from simulator.demo.branch_file import Mode, Place, Window, write


@pytest.mark.parametrize("mode", get_args(Mode))
def test_the_branch_file_of_every_mode_is_without_faults(tmp_path: Path, mode: Mode) -> None:
    place = Place(tmp_path, 1883, 8080, Window(1920, 1080, 0, 0), Window(960, 540, 1920, 0))
    write(place, mode)
    settings = load(place.branch_file)
    assert settings.branch.mode == mode
    assert settings.broker.port == place.broker_port
    assert settings.displays[0].screen.pixels == (960, 540)
    assert len(settings.desks) == 2


def test_a_window_is_told_the_way_x_tells_it() -> None:
    assert str(Window(1920, 1080, 960, 0)) == "1920x1080+960+0"
