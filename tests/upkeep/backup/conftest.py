"""A hub's ledger with days that closed and one that is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_driver import LedgerDriver, TestTime


@pytest.fixture
def hub_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> TestTime:
    """The computer's clocks, set by hand."""
    return TestTime(monkeypatch, tmp_path)


@pytest.fixture
def driver(hub_time: TestTime, tmp_path: Path) -> Iterator[LedgerDriver]:
    """A hub without its network, on a database of its own."""
    (tmp_path / "state").mkdir()
    made = LedgerDriver(tmp_path / "state", hub_time)
    yield made
    made.stop()
