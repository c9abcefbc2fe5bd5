"""Texts under each other, on as many pages as it takes to have them readable."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kiosk.screens.buttons import large, stacked
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, put, set_in
from kiosk.view import Button, Frame
from screenkit.boxes import Box
from screenkit.drawn import Drawn

MORE_SHARE: Final = 0.5
"""The button that turns the page takes at most so much of the width."""

NARROW: Final = 1.3
"""Below this shape a sign stands above its word."""

APART: Final = 2.5
"""How high a button with a page for itself is, as a multiple of the body text."""

MORE: Final = "more"
NOWHERE: Final = Box(0, 0, 0, 0)
"""Where the button that turns the page goes when it stands among others already."""

Group = Sequence[Paragraph]
"""Paragraphs that stay together."""


def told(
    paint: Paint,
    frame: Frame,
    box: Box,
    groups: Sequence[Group],
    more: Box | None = None,
    *,
    apart: Button | None = None,
) -> list[Drawn]:
    """All of it in the box where that can be read; else a page, and the button to the next: in its own box or below.

    A button that stands `apart` has the last page for itself.
    """
    box = with_air(paint, box)
    whole = set_in(paint, box, [paragraph for group in groups for paragraph in group])
    if apart is None and (whole.is_readable or len(groups) == 1):
        return put(whole, box, paint.palette.ink)
    if more is None:
        more, box = more_below(paint, box)
    pages = paged(paint, box, _not_headed_alone(paint, box, groups))
    names: list[list[object]] = [[paragraph.name for paragraph in page] for page in pages]
    if apart:
        names.append([apart.control])
    at = page_of(frame, names)
    turned = turn(paint, frame, more, len(names))
    if apart and at == len(pages):
        high = min(box.height, round(APART * paint.size("body")))
        return [*large(paint, box.bottom_part(high)[0], apart), *turned]
    return [*put(set_in(paint, box, pages[at]), box, paint.palette.ink), *turned]


def is_told_at_once(paint: Paint, box: Box, groups: Sequence[Group]) -> bool:
    """Whether one page is enough."""
    return set_in(paint, with_air(paint, box), [paragraph for group in groups for paragraph in group]).is_readable


def with_air(paint: Paint, box: Box) -> Box:
    """The box without what a ring around its first or last words needs."""
    return box.inset(0, _air(paint))


def above_air(paint: Paint, box: Box) -> Box:
    """The box without what a ring around the buttons at its bottom needs."""
    return box.top_part(box.height - _air(paint))[0]


def _air(paint: Paint) -> int:
    return max(0, paint.ring_room - paint.edge) if paint.is_marked else 0


def more_below(paint: Paint, box: Box) -> tuple[Box, Box]:
    """Where the button that turns the page goes, and what is left above it."""
    below, above = box.bottom_part(paint.button, paint.gap)
    wanted = paint.scale.px(420) if not paint.is_large else paint.scale.px(620)
    return below.right_part(min(below.width, max(wanted, round(MORE_SHARE * below.width))))[0], above


def paged(paint: Paint, box: Box, groups: Sequence[Group]) -> list[list[Paragraph]]:
    """As many groups on each page as can be read there; a group that is too long alone has one for itself."""
    pages: list[list[Paragraph]] = []
    for group in (part for whole in groups for part in _split(paint, box, whole)):
        longer = [*(pages[-1] if pages else []), *group]
        if pages and set_in(paint, box, longer).is_readable:
            pages[-1] = longer
        else:
            pages.append(list(group))
    return pages


def _not_headed_alone(paint: Paint, box: Box, groups: Sequence[Group]) -> Sequence[Group]:
    """A page with nothing but a heading tells nobody anything: rather one in the size of what follows it."""
    if len(groups) == 1 or set_in(paint, box, [*groups[0], *groups[1]]).is_readable:
        return groups
    heading = [replace(paragraph, step="body", times=1.0, leading=1.1) for paragraph in groups[0]]
    first = [*heading, *groups[1]]
    return [first, *groups[2:]] if set_in(paint, box, first).is_readable else groups


def _split(paint: Paint, box: Box, group: Group) -> list[Group]:
    """At its line breaks, where it is too long for a page; what is marked stays together."""
    if paint.is_marked or len(group) > 1 or set_in(paint, box, group).is_readable:
        return [group]
    return [[replace(group[0], text=line)] for line in group[0].text.split("\n")]


def page_of(frame: Frame, names: Sequence[Sequence[object]]) -> int:
    """The page with what is marked; else the one that was turned to."""
    marked = (at for at, page in enumerate(names) if frame.mark is not None and frame.mark in page)
    return next(marked, frame.page % len(names))


def turn(paint: Paint, frame: Frame, box: Box, pages: int) -> list[Drawn]:
    """The button to the next page, where there is one and whoever is there turns pages."""
    if pages == 1 or frame.more is None or box == NOWHERE:
        return []
    return more_in(paint, box, frame.more)


def more_in(paint: Paint, box: Box, button: Button) -> list[Drawn]:
    """With its sign beside the word, or above it where that is narrow."""
    return (stacked if box.width < NARROW * box.height else large)(paint, box, as_more(button))


def as_more(button: Button) -> Button:
    """With the sign of what comes next."""
    return replace(button, picture=MORE)
