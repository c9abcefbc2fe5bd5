"""An IT department and a card."""

from pathlib import Path

import pytest
from card_office import CardOffice, make_office


@pytest.fixture
def office(tmp_path: Path) -> CardOffice:
    return make_office(tmp_path)
