from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from x_server import x_server

HERE = Path(__file__).parent
LEAF, INK, SUN = [27, 94, 63], [22, 32, 46], [255, 197, 61]


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What came of touching a button in a real window."""
    command = [sys.executable, str(HERE / "try_widgets.py")]
    with x_server() as display:
        environment = dict(os.environ) | {"PYTHONPATH": str(HERE.parents[1]), "DISPLAY": display}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_a_button_acts_when_the_finger_is_lifted_and_not_before(told: dict[str, Any]) -> None:
    assert (told["acts_before_lifting"], told["lifted"]) == (0, 1)


def test_sliding_off_takes_the_touch_back_and_sliding_back_makes_it_count(told: dict[str, Any]) -> None:
    assert (told["slid_off"], told["slid_off_and_back"]) == (0, 1)


def test_a_touch_that_began_elsewhere_does_nothing(told: dict[str, Any]) -> None:
    assert (told["outside"], told["slid_on"]) == (0, 0)


def test_a_button_shows_that_it_is_pressed(told: dict[str, Any]) -> None:
    assert told["at_rest"] == LEAF
    assert told["pressed"] != LEAF


def test_focus_is_an_ink_ring_inside_a_sun_ring(told: dict[str, Any]) -> None:
    assert told["ring"] == [INK, SUN]
