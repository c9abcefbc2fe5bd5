"""Waiting for what must come true, however busy the machine is."""

import time
from collections.abc import Callable

PATIENCE_S = 30


def becomes(is_so: Callable[[], bool]) -> bool:
    """Whether it becomes so before long."""
    end_s = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end_s:
            return False
        time.sleep(0.02)
    return True
