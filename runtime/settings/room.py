"""How many tiles a kiosk's screen has room for, by its size in millimetres and how far away it is read."""

from math import ceil, radians, tan
from typing import Final

from runtime.settings.devices import Screen

TILE_MM: Final = 40
GAP_MM: Final = 3.2
AROUND_MM: Final = 40
"""The height that header, question and fixed row take from the tiles, besides that of their letters."""

LETTER: Final = tan(radians(0.7)) / 0.714
"""The size of letters for each unit of distance: EN 301 549 clause 5.1.4, and how high Noto Sans has its capitals."""

LARGEST_LETTER: Final = 0.08
"""As a share of the short side: on a screen too small for its distance letters are smaller than they should be."""

AROUND_LETTERS: Final = 2.35
TILE_LETTERS: Final = 8
"""Found by drawing the eight topics of the set on screens of 7 to 22 inches: a tile that is narrower breaks a word."""

MOST_PAGES: Final = 2
"""Nobody looks for a topic over more pages than that."""


def tiles_on_a_page(screen: Screen) -> int:
    """How many tiles of at least 40 mm stand beside and below each other with letters that can be read."""
    width_mm, height_mm = screen.millimetres
    letter_mm = min(LETTER * screen.viewing_distance_mm, LARGEST_LETTER * min(width_mm, height_mm))
    columns = _fitting(width_mm, max(TILE_MM, TILE_LETTERS * letter_mm))
    return columns * _fitting(height_mm - AROUND_MM - AROUND_LETTERS * letter_mm, TILE_MM)


def pages(screen: Screen, topics: int) -> int:
    """Over how many pages so many topics go; each page has a tile more, for who does not know."""
    room = tiles_on_a_page(screen)
    return 1 if topics < room else ceil(topics / max(1, room - 1))


def has_room_for(screen: Screen, topics: int) -> bool:
    """Whether so many topics can be chosen from without turning more than one page."""
    return pages(screen, topics) <= MOST_PAGES


def _fitting(length_mm: float, tile_mm: float) -> int:
    return max(0, int((length_mm + GAP_MM) // (tile_mm + GAP_MM)))
