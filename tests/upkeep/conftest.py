"""An organisation that signs releases, for every test of this room."""

from pathlib import Path

import pytest
from small_release import Organisation


@pytest.fixture
def organisation(tmp_path: Path) -> Organisation:
    """Its keys and releases, in a folder of their own."""
    return Organisation(tmp_path / "organisation")
