from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from kiosk_scenes import all_views
from kiosk_screens import LOOKS, SIZES, at_page, pages, paint, views
from screen_faults import faults_of, ring_faults

from kiosk.guidance.items import items_of
from kiosk.screens.drawing import drawn
from kiosk.view import ChoiceView, Control, View, buttons_of
from runtime.languages import LANGUAGES
from screenkit.drawn import Drawn, Picture, Touch, Words
from screenkit.glyphs import glyph_file

SPOKEN = "reading"
CHOSEN = [
    *(("1280x720", "nl", look) for look in LOOKS),
    *(
        (size, "nl", look)
        for size in ("1920x1080", "1080x1920", "800x480")
        for look in ("standard", "large", "reading")
    ),
    *((size, language, "large") for size in ("1920x1080", "1080x1920") for language in ("ar", "uk")),
    *((size, language, "standard") for size in ("1280x720", "800x480") for language in ("ar", "ti", "fr")),
]
"""What every run looks at; the long run looks at all of it."""

EVERY = [(size, language, look) for size in SIZES for language in LANGUAGES for look in LOOKS]


def faults(size: str, language: str, look: str) -> dict[str, list[str]]:
    return {
        f"{name}, page {at}": found
        for name, view in views(size, language, look)
        for at, parts in enumerate(pages(size, view))
        if (found := faults_of(parts, paint(size).scale))
    }


@pytest.mark.parametrize(("size", "language", "look"), CHOSEN, ids=str)
def test_no_text_is_cut_off_nothing_overlaps_and_all_can_be_touched(size: str, language: str, look: str) -> None:
    assert faults(size, language, look) == {}


@pytest.mark.long
@pytest.mark.parametrize(("size", "language", "look"), EVERY, ids=str)
def test_every_screen_in_every_language_size_and_look_is_without_fault(size: str, language: str, look: str) -> None:
    assert faults(size, language, look) == {}


def texts_of(view: View) -> set[str]:
    controls = (text for button in buttons_of(view) for text in (button.text, button.detail))
    texts = (*(text for item in items_of(view) for text in item.texts), *controls)
    return {line for text in texts for line in text.split("\n") if line}


def shown(parts: list[Drawn]) -> set[str]:
    return {line for part in parts if isinstance(part, Words) for line in part.text.split("\n")}


def touchable(parts: list[Drawn]) -> set[object]:
    return {part.name for part in parts if isinstance(part, Touch)}


@pytest.mark.parametrize(
    ("look", "language"), [("standard", "nl"), ("large", "nl"), ("large", "ar"), ("reading", "nl")]
)
@pytest.mark.parametrize("size", SIZES)
def test_turning_all_pages_shows_every_text_and_every_control(size: str, look: str, language: str) -> None:
    lost = {}
    for name, view in all_views(language, look, SIZES[size]):
        turned = pages(size, view)
        more = view.frame.more.control if view.frame.more and len(turned) == 1 else None
        texts = texts_of(view) - ({view.frame.more.text} if view.frame.more and more else set())
        controls = {button.control for button in buttons_of(view)} - {more}
        missing = (texts - set().union(*map(shown, turned))) | (controls - set().union(*map(touchable, turned)))
        if missing:
            lost[name] = missing
    assert lost == {}


@pytest.mark.parametrize("size", SIZES)
def test_the_number_stands_on_every_page_and_who_does_not_know_finds_help_on_each(size: str) -> None:
    found = dict(views(size, "nl", "large"))
    for name in ("number", "number-own-language", "still-there-number"):
        assert all("27" in shown(page) for page in pages(size, found[name])), name
    choices = [name for name in ("topics", "second-level", "plaza") if isinstance(found[name], ChoiceView)]
    assert choices
    for name in choices:
        unsure = next(button.control for button in buttons_of(found[name]) if button.tone == "sun")
        places = {
            part.box
            for page in pages(size, found[name])
            for part in page
            if isinstance(part, Touch) and part.name == unsure
        }
        assert len(pages(size, found[name])) > 1
        assert len(places) == 1, name


@pytest.mark.parametrize("look", ["standard", "large", "reading"])
@pytest.mark.parametrize("size", SIZES)
def test_the_page_with_what_is_marked_is_shown_and_the_ring_is_around_it_alone(size: str, look: str) -> None:
    wrong = {}
    for name, view in views(size, "nl", look):
        for item in items_of(view):
            if item.place == Control("page") and len(pages(size, view)) == 1:
                continue
            marked = replace(view, frame=replace(view.frame, mark=item.place))
            found = ring_faults(drawn(paint(size), marked), paint(size).scale)
            if found:
                wrong[f"{name}: {item.place}"] = found
    assert wrong == {}


def test_without_a_button_to_turn_it_the_pages_still_follow_the_focus() -> None:
    view = dict(views("1920x1080", "nl", "large"))["topics"]
    silent = replace(view, frame=replace(view.frame, more=None, mark=Control("topic", "leren")))
    parts = drawn(paint("1920x1080"), silent)
    assert Control("topic", "leren") in touchable(parts)
    assert Control("page") not in touchable(parts)


def test_an_arabic_screen_is_a_dutch_one_in_a_mirror() -> None:
    width = SIZES["1920x1080"].pixels[0]
    dutch, arabic = (dict(views("1920x1080", code, "standard"))["topics"] for code in ("nl", "ar"))
    boxes = [
        {part.name: part.box for part in drawn(paint("1920x1080"), view) if isinstance(part, Touch)}
        for view in (dutch, arabic)
    ]
    assert {name: box.mirrored(width) for name, box in boxes[0].items()} == boxes[1]


def test_the_way_back_points_where_one_reads_from_and_the_way_to_the_paper_where_it_comes_out() -> None:
    for language, glyph in (("nl", "arrow-left"), ("ar", "arrow-right")):
        found = dict(views("1920x1080", language, "standard"))
        back = next(
            part.box
            for part in drawn(paint("1920x1080"), found["languages"])
            if isinstance(part, Touch) and part.name == Control("back")
        )
        signs = [
            part.file
            for part in drawn(paint("1920x1080"), found["languages"])
            if isinstance(part, Picture) and back.holds(part.ink)
        ]
        assert signs in [[glyph_file(glyph, side)] for side in range(20, 80)]  # type: ignore[arg-type]
        number = replace(found["number"], slot="left")
        arrows = {part.file for part in drawn(paint("1920x1080"), number) if isinstance(part, Picture)}
        assert arrows & {glyph_file("arrow-left", side) for side in range(30, 120)}


def test_a_screen_that_was_not_seen_before_is_computed_before_anybody_waits_for_it() -> None:
    taken_s = []
    views_of_number = [view for name, view in views("1920x1080", "nl", "standard") if name == "number"]
    drawn(paint("1920x1080"), views_of_number[0])
    for figure in range(10, 60):
        view = replace(views_of_number[0], number=f"B{figure}")
        started_s = perf_counter()
        drawn(paint("1920x1080"), at_page(view, 0))
        taken_s.append(perf_counter() - started_s)
    assert sorted(taken_s)[len(taken_s) // 2] < 0.015
