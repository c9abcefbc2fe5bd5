from collections.abc import Iterator

import pytest
from x_server import x_server


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """An X server of this run's own, without a window manager."""
    with x_server() as display:
        yield display
