"""How many tiles a kiosk's screen has room for, by its size in millimetres."""

from math import ceil
from typing import Final

from runtime.settings.devices import Screen

TILE_MM: Final = 40
GAP_MM: Final = 3.2
AROUND_MM: Final = 40
"""The height that header, question and fixed row take from the tiles."""

MOST_PAGES: Final = 2
"""Nobody looks for a topic over more pages than that."""


def tiles_on_a_page(screen: Screen) -> int:
    """How many tiles of 40 mm stand beside and below each other."""
    width_mm, height_mm = screen.millimetres
    return _fitting(width_mm) * _fitting(height_mm - AROUND_MM)


def pages(screen: Screen, topics: int) -> int:
    """Over how many pages so many topics go; each page has a tile more, for who does not know."""
    room = tiles_on_a_page(screen)
    return 1 if topics < room else ceil(topics / max(1, room - 1))


def has_room_for(screen: Screen, topics: int) -> bool:
    """Whether so many topics can be chosen from without turning more than one page."""
    return pages(screen, topics) <= MOST_PAGES


def _fitting(length_mm: float) -> int:
    return max(0, int((length_mm + GAP_MM) // (TILE_MM + GAP_MM)))
