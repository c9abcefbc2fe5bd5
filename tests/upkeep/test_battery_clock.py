import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from upkeep.battery_clock import FAILED, rtc_time, run


def test_a_moment_is_told_as_the_kernel_counts() -> None:
    told = struct.unpack("9i", rtc_time(datetime(2026, 1, 31, 23, 59, 58, tzinfo=UTC)))
    assert told[:6] == (58, 59, 23, 31, 0, 126)


def test_what_is_no_clock_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "nothing"):
        assert run(place) == FAILED
        assert f"{place} was not set" in capsys.readouterr().err
