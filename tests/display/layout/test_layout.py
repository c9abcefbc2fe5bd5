from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import radians, tan
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from overlaps import overlapping

from board.room import View
from board.turns import Turn, Turns
from display.layout.layout import Headings, Layout
from display.layout.poster import Poster
from screenkit.boxes import Box
from screenkit.shaping import reach, width_px
from screenkit.sizes import CAP_SHARE, Scale, font_sizes_down

if TYPE_CHECKING:
    from display.layout.poster import Measure
    from runtime.settings.model import Screen

SHORT = ("Balie 3", "Balie 2", "Balie 1")
LONG = ("Spreekkamer 2", "Spreekkamer 1", "Balie 1")
FAIR = "Soms helpen we iemand eerder. Vraag gerust waarom."
AWAY = "Geen verbinding. Laatste stand van donderdag 24 december, 10:41."
QUIET = ("Er wordt nu niemand geroepen.", "Er is nu niemand bij de balie. Neem een nummer, dan weten we dat u er bent.")


def layout(
    screen: Screen, measure: Measure, desks: tuple[str, ...] = SHORT, numbers: tuple[str, ...] = ("88",)
) -> Layout:
    headings = Headings("U bent aan de beurt", "Al geroepen")
    return Layout(Scale(screen, screen.pixels), measure, width_px, headings, numbers, desks)


def view(now: int, earlier: int, desks: tuple[str, ...] = SHORT, letter: str = "", aside: str = FAIR) -> View:
    turns = [Turn(f"call {n}", f"{letter}{n + 20}", desks[n % len(desks)]) for n in range(now + earlier)]
    return View("Bibliotheek Hengelo", Turns(tuple(turns[:now]), tuple(turns[now:])), *QUIET, aside)


ROUNDING_PX = 1
MOST_AT_ONCE = 10
"""So many desks call at once in the largest of branches."""
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


def letters(poster: Poster, measure: Measure) -> list[Box]:
    lines = [*poster.lines, *(line for card in poster.cards for line in card.lines)]
    return [line.box(measure) for line in lines if line.text]


def check_whole(poster: Poster, screen: Screen, measure: Measure) -> None:
    whole = Box(0, 0, *screen.pixels)
    boxes = letters(poster, measure)
    assert [box for box in boxes if not whole.holds(box)] == []
    panes = [area.box for area in poster.areas if area.colour != "line"]
    assert [box for box in boxes if not any(pane.holds(box) for pane in panes)] == []
    assert overlapping(panes) == []
    assert overlapping([card.box for card in poster.cards]) == []
    for card in poster.cards:
        assert all(card.box.x <= line.box(measure).x for line in card.lines)
        assert all(line.box(measure).right <= card.box.right for line in card.lines)
        assert card.box.y - ROUNDING_PX <= card.number.baseline - round(CAP_SHARE * card.number.size_px)
        assert card.lines[-1].box(measure).bottom <= card.box.bottom


def cap_mm(size_px: int, poster_layout: Layout) -> float:
    return CAP_SHARE * size_px * poster_layout.scale.mm_per_px


@pytest.mark.parametrize("desks", [SHORT, LONG], ids=["short names", "long names"])
@pytest.mark.parametrize("earlier", [0, 2, 5])
@pytest.mark.parametrize("now", [0, 1, 2, 3, 4, 5, 6, 8, 12, 50])
def test_nothing_is_cut_off_and_nothing_overlaps(
    screen: Screen, measure: Measure, now: int, earlier: int, desks: tuple[str, ...]
) -> None:
    poster = layout(screen, measure, desks, ("B88",)).poster(view(now, earlier, desks, "B", AWAY))
    check_whole(poster, screen, measure)
    rows = [line.box(measure) for line in poster.lines]
    columns = [box for box in rows if box.height]
    assert overlapping(columns) == []


@pytest.mark.parametrize("now", [1, 2, 3])
def test_number_and_desk_are_large_enough_for_the_farthest_seat(
    large_screen: Screen, measure: Measure, now: int
) -> None:
    where = layout(large_screen, measure)
    poster = where.poster(view(now, 5))
    needed_mm = large_screen.viewing_distance_mm * tan(radians(0.7))
    for card in poster.cards:
        assert cap_mm(card.number.size_px, where) >= needed_mm
        assert cap_mm(card.desk.size_px, where) >= needed_mm
    desks = [line for line in poster.lines if line.text in SHORT]
    assert len(desks) == 5
    assert all(cap_mm(line.size_px, where) >= needed_mm for line in desks)


@pytest.mark.parametrize(("now", "desks"), [(3, LONG), (5, SHORT)], ids=["three, long names", "five, short names"])
def test_a_wide_screen_has_room_for_more(
    wide_screen: Screen, measure: Measure, now: int, desks: tuple[str, ...]
) -> None:
    where = layout(wide_screen, measure, desks, ("B88",))
    sizes = [card.desk.size_px for card in where.poster(view(now, 5, desks, "B")).cards]
    assert min(cap_mm(size, where) for size in sizes) >= wide_screen.viewing_distance_mm * tan(radians(0.7))


@pytest.mark.parametrize("own", [("ar", "الشباك 3"), ("ti", "ባንኮ 3"), ("uk", "Стійка 3"), ("pl", "Stanowisko 3")])
@pytest.mark.parametrize("now", [1, 2, 3, 5])
def test_a_desk_in_the_visitors_own_language_is_as_large_and_inside_its_card(
    large_screen: Screen, measure: Measure, now: int, own: tuple[str, str]
) -> None:
    seen = view(now, 5)
    first = replace(seen.turns.now[0], own_language=own[0], own_name=own[1])
    turns = Turns((first, *seen.turns.now[1:]), seen.turns.earlier)
    poster = layout(large_screen, measure).poster(replace(seen, turns=turns))
    card = poster.cards[0]
    assert card.own is not None
    assert (card.own.text, card.own.language, card.own.size_px) == (
        own[1],
        own[0],
        font_sizes_down(round(0.75 * card.desk.size_px))[0],
    )
    reaches = reach(own[0])
    size, width = card.own.size_px, width_px(own[1], card.own.size_px, "heavy", own[0])
    assert card.own.baseline - reaches.above * size >= card.desk.baseline
    assert card.own.baseline + reaches.below * size <= card.box.bottom + ROUNDING_PX
    assert card.own.x + width <= card.box.right
    assert [other.own for other in poster.cards[1:]] == [None] * (now - 1)


@pytest.mark.parametrize("now", [1, 2, 3])
def test_a_number_that_was_taken_back_has_its_words_inside_its_card_and_moves_nothing(
    large_screen: Screen, measure: Measure, now: int
) -> None:
    seen = view(now, 5)
    back = replace(seen.turns.now[0], desk_name="nog even wachten", is_taken_back=True)
    turns = Turns((back, *seen.turns.now[1:]), seen.turns.earlier)
    where = layout(large_screen, measure)
    before, after = where.poster(seen), where.poster(replace(seen, turns=turns))
    assert after.areas == before.areas
    assert [card.number for card in after.cards] == [card.number for card in before.cards]
    desk = after.cards[0].desk
    assert (desk.text, desk.colour) == ("nog even wachten", "white")
    assert desk.box(measure).right <= after.cards[0].box.right


def test_a_long_branch_name_stays_on_one_line(screen: Screen, measure: Measure) -> None:
    name = "Bibliotheek en Informatiepunt Sint Anthonis aan de Peel"
    for now in (0, 2):
        poster = layout(screen, measure).poster(View(name, view(now, 5).turns, *QUIET, FAIR))
        assert [line.text for line in poster.lines].count(name) == 1
        check_whole(poster, screen, measure)


@pytest.mark.parametrize("now", [1, 2, 3, 4, 7, 50])
def test_all_who_are_called_now_are_equally_large_and_none_is_lost(screen: Screen, measure: Measure, now: int) -> None:
    cards = layout(screen, measure, LONG).poster(view(now, 5, LONG)).cards
    assert [card.number.text for card in cards] == [str(n + 20) for n in range(now)]
    assert len({(card.number.size_px, card.desk.size_px) for card in cards}) == 1
    assert len({(card.box.width, card.box.height) for card in cards}) <= 4
    assert all(card.number.size_px >= card.desk.size_px for card in cards)


def test_up_to_three_calls_stand_one_under_the_other(screen: Screen, measure: Measure) -> None:
    for now in (1, 2, 3):
        cards = layout(screen, measure).poster(view(now, 5)).cards
        assert len({card.box.x for card in cards}) == 1


def test_in_landscape_the_earlier_calls_stand_beside_and_upright_below(screen: Screen, measure: Measure) -> None:
    now, side = [area.box for area in layout(screen, measure).poster(view(2, 5)).areas if area.colour != "line"]
    if screen.pixels[1] > screen.pixels[0]:
        assert now.bottom == side.y
    else:
        assert now.right == side.x


def test_the_earlier_calls_keep_their_places_whoever_is_called(screen: Screen, measure: Measure) -> None:
    where = layout(screen, measure, SHORT, ("88",))
    lists = []
    for now in (0, 1, 2, 3):
        turns = Turns(
            tuple(Turn(f"c{n}", f"3{n}", "Balie 1") for n in range(now)),
            tuple(Turn(f"e{n}", f"2{n}", "Balie 2") for n in range(5)),
        )
        poster = where.poster(View("", turns, *QUIET, FAIR))
        lists.append([line for line in poster.lines if line.colour == "ink"])
    assert all(one == other for one, other in pairwise(lists))


def test_a_lit_card_is_written_in_ink(screen: Screen, measure: Measure) -> None:
    (card,) = layout(screen, measure).poster(view(1, 0)).cards
    assert [line.colour for line in (card.number, card.desk)] == ["white", "sun"]
    assert [line.colour for line in card.lit()] == ["ink", "ink"]


def test_the_whole_sentence_is_shown_when_nobody_is_called(screen: Screen, measure: Measure) -> None:
    for earlier in (0, 5):
        poster = layout(screen, measure).poster(view(0, earlier, aside=AWAY))
        shown = " ".join(line.text for line in poster.lines)
        assert all(text in shown for text in (*QUIET, AWAY, "Bibliotheek Hengelo"))


words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=12)
names = st.lists(words, min_size=1, max_size=4).map(lambda parts: " ".join(parts)[:40])
numbers = st.from_regex(r"[A-Z]?[1-9][0-9]{0,3}", fullmatch=True)


@given(
    now=st.lists(st.tuples(numbers, names), max_size=MOST_AT_ONCE),
    earlier=st.lists(st.tuples(numbers, names), max_size=5),
    sentence=st.lists(words, max_size=25).map(" ".join),
)
@settings(
    max_examples=25, deadline=None, phases=NO_SHRINKING, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_the_board_says_it_stays_on_the_screen(
    screen: Screen,
    measure: Measure,
    now: list[tuple[str, str]],
    earlier: list[tuple[str, str]],
    sentence: str,
) -> None:
    turns = Turns(
        tuple(Turn(f"n{i}", *turn) for i, turn in enumerate(now)),
        tuple(Turn(f"e{i}", *turn) for i, turn in enumerate(earlier)),
    )
    poster = layout(screen, measure).poster(View(sentence[:40], turns, sentence, sentence, sentence))
    assert len(poster.cards) == len(now)
    check_whole(poster, screen, measure)
