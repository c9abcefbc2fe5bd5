from __future__ import annotations

from screen_parts import WIDE, every, screen

from screenkit.drawn import Panel, Picture, Touch, Words


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
