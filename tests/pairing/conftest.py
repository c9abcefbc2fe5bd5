"""A branch whose hub pairs new boxes, on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pairing_hub import PairingHub, make_hub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[PairingHub]:
    made = make_hub(tmp_path)
    yield made
    made.desk.close()
    assert made.door.wait_until_shut(20)
