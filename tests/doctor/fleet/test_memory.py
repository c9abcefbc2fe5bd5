from pathlib import Path

import pytest
from fleets import AT, branch

from doctor.fleet.branches import unreachable
from doctor.fleet.memory import beside, recalled, remember, with_memory


def test_a_branch_that_is_out_of_reach_says_when_it_last_was_not(tmp_path: Path) -> None:
    file = beside(tmp_path / "fleet.html")
    remember(file, (branch("Goor"), branch("Borne")))
    goor, borne = with_memory((unreachable("Goor", "gone"), branch("Borne")), recalled(file))
    assert (goor.reached_at, borne.reached_at) == (AT, AT)


def test_it_is_not_forgotten_when_a_branch_stays_away(tmp_path: Path) -> None:
    file = beside(tmp_path / "fleet.html")
    remember(file, (branch("Goor"),))
    for _ in range(3):
        seen = with_memory((unreachable("Goor", "gone"),), recalled(file))
        remember(file, seen)
    assert recalled(file) == {"Goor": AT}


@pytest.mark.parametrize("text", ["", "[]", "[" * 5000, '{"Goor": 1}'])
def test_a_memory_that_makes_no_sense_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "memory").write_text(text)
    assert recalled(tmp_path / "memory") == {}
