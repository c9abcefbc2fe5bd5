from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

import pytest
from kiosk_screens import SIZES, pages, views

from screenkit.boxes import Box
from screenkit.drawn import Drawn, Panel, Picture, Touch, Words
from screenkit.sizes import CAP_SHARE

WIDE = "1920x1080"
TALL = "1080x1920"

Part = TypeVar("Part", bound=Drawn)


def screen(size: str, view_name: str, *, language: str = "nl", look: str = "standard") -> list[Drawn]:
    return pages(size, dict(views(size, language, look))[view_name])[0]


def named(parts: list[Drawn], name: str) -> Words:
    return next(part for part in parts if isinstance(part, Words) and part.name == name)


def every(parts: list[Drawn], kind: type[Part]) -> list[Part]:
    return [part for part in parts if isinstance(part, kind)]


def capitals(words: Words) -> tuple[int, int]:
    """Where the first capitals begin and the last base line is."""
    return words.lines[0].base - round(CAP_SHARE * words.fitted.size_px), words.lines[-1].base


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("size", [WIDE, TALL, "1280x720"])
def test_a_number_and_its_word_have_as_much_room_above_as_below(size: str, language: str) -> None:
    parts = screen(size, "number", language=language)
    plate = every(parts, Panel)[0].box
    top, bottom = capitals(named(parts, "label"))[0], capitals(named(parts, "number"))[1]
    assert abs((top - plate.y) - (plate.bottom - bottom)) <= 3


def test_while_asked_whether_one_is_there_the_number_stays_where_it_was_seen() -> None:
    before, now = (every(screen(WIDE, name), Panel)[0].box for name in ("number", "still-there-number"))
    assert before == now


@pytest.mark.parametrize("size", SIZES)
def test_branch_and_language_are_written_in_letters_as_large(size: str) -> None:
    parts = screen(size, "welcome")
    assert named(parts, "header").fitted.size_px == named(parts, "language").fitted.size_px


def test_on_black_all_pictures_of_topics_stand_on_cards_as_large() -> None:
    cards = {(panel.box.width, panel.box.height) for panel in every(screen(WIDE, "topics", look="contrast"), Panel)}
    assert len(cards) == 1


def test_the_chosen_language_stands_where_it_would_unchosen_with_its_tick_in_the_corner() -> None:
    parts = screen("1280x720", "languages")
    names = {"Nederlands", "English", "Türkçe"}
    told = {words.text: words for words in every(parts, Words) if words.text in names and words.name != "language"}
    assert len({words.lines[0].base for words in told.values()}) == 1
    chosen = next(touch.box for touch in every(parts, Touch) if touch.box.holds(told["Nederlands"].ink))
    tick = next(picture.ink for picture in every(parts, Picture) if chosen.holds(picture.ink))
    assert (tick.x > chosen.x + chosen.width // 2, tick.bottom < chosen.y + chosen.height // 2) == (True, True)


def test_in_portrait_the_words_stand_right_above_the_hours() -> None:
    parts = screen(TALL, "closed")
    told = [words for words in every(parts, Words) if str(words.name).startswith(("title", "sentence"))]
    card: Box = every(parts, Panel)[0].box
    gaps = [below.ink.y - above.ink.bottom for above, below in pairwise(told)]
    assert max(gaps) < card.y - told[-1].ink.bottom < 100
