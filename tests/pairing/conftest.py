"""A branch whose hub pairs new boxes, on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pairing_hub import PairingHub, make_hub


@pytest.fixture(autouse=True)
def soon_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doors look more often than in a branch whether they are to shut."""
    monkeypatch.setattr("pairing.door.LOOK_S", 0.05)
    monkeypatch.setattr("pairing.finding.LOOK_S", 0.05)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[PairingHub]:
    made = make_hub(tmp_path)
    yield made
    made.desk.close()
    assert made.door.wait_until_shut(20)
