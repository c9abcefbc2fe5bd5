"""Where the two panes are: who is called now, and beside it (below it in portrait) who was called before."""

from dataclasses import dataclass
from typing import Final

from display.layout import called, earlier
from screenkit.boxes import Box
from screenkit.sizes import Scale

NARROWEST_SIDE: Final = 0.36
USUAL_SIDE: Final = 0.40
WIDEST_SIDE: Final = 0.46
LOWEST_SIDE: Final = 0.48
HIGHEST_SIDE: Final = 0.58

MARGIN: Final = 64
"""From a pane's edge to its text, in pixels of the 1080p grid; so are the other measures here."""
HEADING_HEIGHT: Final = 108
NAME_HEIGHT: Final = 88
ASIDE_HEIGHT: Final = 196
CARD_MARGIN: Final = 32


@dataclass(frozen=True, slots=True)
class Pane:
    """One pane: its whole box, and the parts from the top down."""

    box: Box
    heading: Box
    middle: Box
    foot: Box


def panes(called_widths: called.Widths, columns: earlier.Columns, readable_px: int, scale: Scale) -> tuple[Pane, Pane]:
    """The pane of now and the pane at its side; both wide enough to be read from the farthest seat, if that can be."""
    screen = Box(0, 0, *scale.pixels)
    if scale.is_portrait:
        side, now = screen.bottom_part(_side_height(readable_px, scale))
    else:
        side, now = screen.right_part(_side_width(called_widths, columns, readable_px, scale))
    return _pane(now, scale.px(CARD_MARGIN), scale.px(NAME_HEIGHT), scale), _pane(
        side, scale.px(MARGIN), scale.px(ASIDE_HEIGHT), scale
    )


def whole(scale: Scale) -> Pane:
    """One pane over the whole screen."""
    return _pane(Box(0, 0, *scale.pixels), scale.px(CARD_MARGIN), scale.px(ASIDE_HEIGHT), scale)


def _pane(box: Box, margin: int, foot: int, scale: Scale) -> Pane:
    heading, rest = box.top_part(scale.px(HEADING_HEIGHT))
    below, middle = rest.bottom_part(foot)
    text = scale.px(MARGIN)
    return Pane(box, heading.inset(text, 0), middle.inset(margin, 0), below.inset(text, 0))


def _side_width(called_widths: called.Widths, columns: earlier.Columns, readable_px: int, scale: Scale) -> int:
    whole = scale.pixels[0]
    wanted = columns.width_px(readable_px) + 2 * scale.px(MARGIN)
    left_over = whole - called.narrowest_px(called_widths, readable_px) - 2 * scale.px(CARD_MARGIN + CARD_MARGIN)
    wide = min(max(wanted, round(USUAL_SIDE * whole)), round(WIDEST_SIDE * whole))
    return max(min(wide, left_over), round(NARROWEST_SIDE * whole))


def _side_height(readable_px: int, scale: Scale) -> int:
    high = scale.pixels[1]
    wanted = earlier.height_px(readable_px) + scale.px(HEADING_HEIGHT + ASIDE_HEIGHT)
    return min(max(wanted, round(LOWEST_SIDE * high)), round(HIGHEST_SIDE * high))
