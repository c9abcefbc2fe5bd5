"""A box with version 1.0 in use, and systemctl and the rest in the hands of the test."""

from pathlib import Path

import pytest
from stand_in_box import StandInBox


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandInBox:
    """Version 1.0 runs, and all is well."""
    made = StandInBox(tmp_path / "box")
    monkeypatch.setenv("PATH", made.on_path()["PATH"])
    made.has("1.0")
    made.uses("1.0")
    return made
