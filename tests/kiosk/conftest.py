from collections.abc import Iterator

import pytest
from kiosk_play import Play, menu, new_ticket, play, settings
from x_server import x_server

__all__ = ["Play", "menu", "new_ticket", "play", "settings"]


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """An X server of this run's own."""
    with x_server() as display:
        yield display
