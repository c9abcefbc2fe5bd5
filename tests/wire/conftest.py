"""Links that end with the test."""

from collections.abc import Iterator

import pytest
from links import Links


@pytest.fixture
def links() -> Iterator[Links]:
    """The links of one branch."""
    made = Links()
    yield made
    made.stop()
