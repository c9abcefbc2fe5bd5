from __future__ import annotations

from itertools import pairwise

from screen_parts import TALL, WIDE, every, screen

from screenkit.boxes import Box
from screenkit.drawn import Panel, Words


def test_while_asked_whether_one_is_there_the_number_stays_where_it_was_seen() -> None:
    before, now = (every(screen(WIDE, name), Panel)[0].box for name in ("number", "still-there-number"))
    assert before == now


def test_in_portrait_the_words_stand_right_above_the_hours() -> None:
    parts = screen(TALL, "closed")
    told = [words for words in every(parts, Words) if str(words.name).startswith(("title", "sentence"))]
    card: Box = every(parts, Panel)[0].box
    gaps = [below.ink.y - above.ink.bottom for above, below in pairwise(told)]
    assert max(gaps) < card.y - told[-1].ink.bottom < 100
