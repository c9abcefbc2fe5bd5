"""Limits of time on a machine that has other things to do too."""

from collections.abc import Callable


def once_of_three(takes_s: Callable[[], float], limit_s: float) -> bool:
    """Whether it takes less; a busy machine may hold up a program for as long as that by itself, but not each time."""
    return any(takes_s() < limit_s for _ in range(3))
