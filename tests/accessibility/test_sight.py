"""Low vision and colour: how large letters are, what stands out from what, and what is left of it in grey."""

from __future__ import annotations

from dataclasses import replace
from math import radians, tan
from typing import TYPE_CHECKING

import pytest
from kiosk_screens import SIZES, at_page, pages, paint, visitor_views
from PIL import Image

from kiosk.guidance.items import items_of
from kiosk.screens.drawing import brush_for, drawn
from kiosk.view import Control, View, buttons_of
from runtime.languages import LANGUAGES
from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Picture, Ring, Touch, Words
from screenkit.palette import contrast
from screenkit.sizes import CAP_SHARE

if TYPE_CHECKING:
    from screenkit.palette import Colour, Palette

LARGE_ENOUGH = ("1920x1080", "1280x720", "1080x1920")
"""Ten inches and up."""

LANGUAGES_HERE = [
    language if language in {"nl", "ar"} else pytest.param(language, marks=pytest.mark.long) for language in LANGUAGES
]
"""All of them in the long run, the two that differ most in every run."""

LOOKS = ("standard", "contrast", "large-contrast", "reading", "contrast-blind")
MAIN_ROAD = ("welcome", "topics", "number", "languages", "still-there", "another", "line-full")


def asides(view: View) -> set[object]:
    """What is not needed to get a number: where one is, the row and what goes with speech."""
    guide = view.frame.guide
    around = [*view.frame.row, *((guide.quieter, guide.louder, guide.repeat) if guide else ())]
    return {"header", "language", "caption", "label", *(button.control for button in around if button)}


def capitals(size: str, view: View, parts: list[Drawn]) -> dict[str, float]:
    """How high the capitals of all essential texts are, as multiples of what can be read at the viewing distance."""
    screen = SIZES[size]
    mm_per_px = screen.millimetres[1] / screen.pixels[1]
    needed_mm = screen.viewing_distance_mm * tan(radians(0.7))
    details = {button.detail for button in buttons_of(view)}
    return {
        part.text: part.fitted.size_px * CAP_SHARE * mm_per_px / needed_mm
        for part in parts
        if isinstance(part, Words) and part.text and part.name not in asides(view) and part.text not in details
    }


def too_small(size: str, language: str, look: str, times: float, names: tuple[str, ...] = ()) -> dict[str, float]:
    return {
        f"{name}: {text}": round(high, 2)
        for name, view in visitor_views(size, language, look)
        if not names or name in names
        for parts in pages(size, view)
        for text, high in capitals(size, view, parts).items()
        if high < times
    }


@pytest.mark.parametrize("language", LANGUAGES_HERE)
@pytest.mark.parametrize("size", LARGE_ENOUGH)
def test_a11y_15_what_matters_can_be_read_from_where_one_stands(size: str, language: str) -> None:
    assert too_small(size, language, "standard", 1.0) == {}


@pytest.mark.parametrize("size", LARGE_ENOUGH)
def test_a11y_15_larger_letters_are_twice_as_large_on_the_way_to_a_number(size: str) -> None:
    assert too_small(size, "nl", "large", 1.98, MAIN_ROAD) == {}


@pytest.mark.parametrize("language", LANGUAGES_HERE)
@pytest.mark.parametrize("size", LARGE_ENOUGH)
def test_a11y_15_larger_letters_are_larger_in_every_language(size: str, language: str) -> None:
    assert too_small(size, language, "large", 1.1) == {}


@pytest.mark.parametrize("size", SIZES)
def test_a11y_15_larger_letters_lose_no_control(size: str) -> None:
    for (name, standard), (_, large) in zip(
        visitor_views(size, "nl", "standard"), visitor_views(size, "nl", "large"), strict=True
    ):
        wanted = {button.control for button in buttons_of(standard)} - {Control("page")}
        found = {part.name for parts in pages(size, large) for part in parts if isinstance(part, Touch)}
        assert wanted <= found, name


def stands_on(parts: list[Drawn], at: int, palette: Palette) -> Colour:
    """The colour behind a part."""
    ink = parts[at].ink  # type: ignore[union-attr]
    behind = [part for part in parts[:at] if isinstance(part, Panel | Touch) and part.box.holds(ink)]
    return behind[-1].tone.fill if behind else palette.paper


def weak(size: str, view: View) -> list[str]:
    """What stands out too little: words, signs, the edges of what can be touched."""
    parts, palette = drawn(paint(size), view), brush_for(paint(size), view).palette
    found = []
    for at, part in enumerate(parts):
        if isinstance(part, Words) and part.text and contrast(part.colour, stands_on(parts, at, palette)) < 7:
            found.append(part.text)
        if isinstance(part, Picture) and _is_sign(part) and contrast(part.tint, stands_on(parts, at, palette)) < 3:
            found.append(part.file.name)
        if isinstance(part, Touch) and max(contrast(part.tone.border, palette.paper), _fill(part, palette)) < 3:
            found.append(str(part.name))
    return found


def _fill(part: Touch, palette: Palette) -> float:
    return contrast(part.tone.fill, palette.paper)


def _is_sign(part: Picture) -> bool:
    """Whether it is a white shape, to be coloured."""
    with Image.open(part.file) as picture:
        return {colour[:3] for _, colour in picture.convert("RGBA").getcolors(1 << 20) or []} == {(255, 255, 255)}  # type: ignore[index,misc]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", [pytest.param("1920x1080", marks=pytest.mark.long), "800x480"])
def test_a11y_16_words_stand_out_seven_to_one_and_signs_and_edges_three_to_one(size: str, look: str) -> None:
    assert {name: found for name, view in visitor_views(size, "nl", look) if (found := weak(size, view))} == {}


def shape_of(size: str, view: View) -> list[object]:
    """All of a screen but its colours."""
    grey = []
    for part in drawn(paint(size), at_page(view, 0)):
        match part:
            case Words():
                grey.append((part.box, part.text))
            case Picture():
                grey.append((part.ink, part.file))
            case Touch() | Panel() | Ring():
                grey.append((type(part), part.box))
    return grey


def test_a11y_18_every_state_differs_in_a_word_a_tick_or_an_edge_and_not_in_colour_alone() -> None:
    size = "1920x1080"
    standard = dict(visitor_views(size, "nl", "standard"))
    pairs = [
        (standard["number"], standard["number-fetched"]),
        (standard["number-own-language"], standard["number-own-language-on"]),
        (standard["topics"], standard["plaza"]),
        (standard["topics"], dict(visitor_views(size, "nl", "contrast"))["topics"]),
        (standard["topics"], dict(visitor_views(size, "nl", "reading"))["topics"]),
    ]
    for one, other in pairs:
        assert shape_of(size, one) != shape_of(size, other)


def test_a11y_18_of_all_languages_only_the_chosen_one_has_a_tick() -> None:
    size = "1920x1080"
    parts = drawn(paint(size), dict(visitor_views(size, "nl", "standard"))["languages"])
    tiles = [part for part in parts if isinstance(part, Touch) and str(part.name.kind) == "language"]  # type: ignore[attr-defined]
    signs = [part.ink for part in parts if isinstance(part, Picture)]
    ticked = [tile.name for tile in tiles if any(tile.box.holds(ink) for ink in signs)]
    assert ticked == [Control("language", "nl")]


def rings(size: str, view: View) -> list[tuple[object, Ring]]:
    """The ring around each thing that can be marked."""
    found = []
    for item in items_of(view):
        parts = drawn(paint(size), replace(view, frame=replace(view.frame, mark=item.place)))
        found += [(item.place, part) for part in parts if isinstance(part, Ring)]
    return found


@pytest.mark.parametrize("look", ["standard", "contrast"])
@pytest.mark.parametrize(
    "size", [size if size == "1280x720" else pytest.param(size, marks=pytest.mark.long) for size in SIZES]
)
def test_a11y_20_the_ring_is_three_millimetres_thick_and_stands_out_three_to_one(size: str, look: str) -> None:
    screen = SIZES[size]
    mm_per_px = min(mm / px for mm, px in zip(screen.millimetres, screen.pixels, strict=True))
    for name, view in visitor_views(size, "nl", look):
        paper = brush_for(paint(size), view).palette.paper
        for place, ring in rings(size, view):
            # On seven inches there is no room for such a ring around words.
            if size != "800x480" or isinstance(place, Control):
                assert 2 * ring.thick * mm_per_px >= 3.0, (name, place)
            assert contrast(ring.ink, ring.sun) >= 3
            assert max(contrast(ring.ink, paper), contrast(ring.sun, paper)) >= 3


def test_a11y_20_the_ring_lies_around_what_has_the_focus() -> None:
    size = "1920x1080"
    view = dict(visitor_views(size, "nl", "standard"))["topics"]
    boxes = {part.name: part.box for part in drawn(paint(size), view) if isinstance(part, Touch)}
    for place, ring in rings(size, view):
        if place in boxes:
            assert _around(ring).holds(boxes[place])


def _around(ring: Ring) -> Box:
    return ring.box.inset(-2 * ring.thick)
