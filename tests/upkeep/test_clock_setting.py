import os
import time
from pathlib import Path

import pytest

from upkeep.clock_setting import REFUSED, run

POP_UP = '[branch]\nid = "markt"\nname = "Markt"\n[network]\nkind = "own-wifi"\n'
NOON = 1_800_000_000


class Clock:
    """Stands for the box's clock, which a test may not touch: notes to what it was set."""

    def __init__(self) -> None:
        self.set_to: list[float] = []

    def __call__(self, at: float) -> None:
        self.set_to.append(at)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def ask(place: Path, clock: Clock, told: str, *, branch: str = POP_UP, age_s: float = 0) -> int:
    config, wish = place / "branch.toml", place / "wish"
    config.write_text(branch)
    wish.write_text(told)
    os.utime(wish, (time.time() - age_s,) * 2)
    return run(config, wish, place / "in-step", clock)


def test_the_box_takes_the_tablets_time_and_believes_it_from_then_on(tmp_path: Path, clock: Clock) -> None:
    assert ask(tmp_path, clock, f"{NOON}\n") == 0
    assert clock.set_to == [pytest.approx(NOON, abs=2)]
    assert (tmp_path / "in-step").exists()


@pytest.mark.parametrize("told", ["", "noon", "0", "-5", "1e30", "nan", "9" * 400])
def test_nonsense_sets_nothing(tmp_path: Path, clock: Clock, told: str) -> None:
    assert ask(tmp_path, clock, told) == REFUSED
    assert clock.set_to == []
    assert not (tmp_path / "in-step").exists()


def test_a_box_with_a_network_leaves_its_clock_to_the_time_server(tmp_path: Path, clock: Clock) -> None:
    assert ask(tmp_path, clock, str(NOON), branch=POP_UP.replace("own-wifi", "wired")) == REFUSED
    assert clock.set_to == []


def test_an_old_wish_counts_no_longer(tmp_path: Path, clock: Clock) -> None:
    assert ask(tmp_path, clock, str(NOON), age_s=3600) == REFUSED
    assert clock.set_to == []
