from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from x_server import x_server

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def told() -> dict[str, list[int]]:
    """What each touch led to: how often that a finger rests was told, and how often the button under it acted."""
    with x_server() as display:
        environment = dict(os.environ) | {"PYTHONPATH": str(HERE.parents[2]), "DISPLAY": display}
        command = [sys.executable, str(HERE / "try_hold.py")]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_a_short_touch_is_a_touch(told: dict[str, list[int]]) -> None:
    assert told["short"] == [0, 1]


def test_a_finger_that_rests_is_told_once_and_what_is_under_it_does_not_act(told: dict[str, list[int]]) -> None:
    assert told["long"] == [1, 0]
    assert told["between"] == [1, 0]


def test_a_hand_that_trembles_rests_too_and_one_that_moves_on_does_not(told: dict[str, list[int]]) -> None:
    assert told["trembled"] == [1, 0]
    assert told["moved"][0] == 0


def test_the_corner_for_staff_is_left_alone(told: dict[str, list[int]]) -> None:
    assert told["corner"] == [0, 0]
