from hypothesis import given
from hypothesis import strategies as st

from kiosk.ticket.wrap import longest_word, wrap


def test_lines_are_about_equally_wide_and_as_few_as_can_be() -> None:
    assert wrap("Ga zitten bij de blauwe stoelen.", 24) == ["Ga zitten bij de", "blauwe stoelen."]
    assert wrap("Bewaar deze bon.", 16) == ["Bewaar deze bon."]


def test_a_figure_stays_with_what_it_counts() -> None:
    assert wrap("Er zijn nog 3 mensen voor u.", 24) == ["Er zijn nog", "3 mensen voor u."]


def test_a_word_that_is_wider_than_the_paper_is_broken() -> None:
    assert wrap("Arbeidsongeschiktheidsverzekering", 16) == ["Arbeidsongeschik", "theidsverzekerin", "g"]


def test_nothing_makes_no_lines() -> None:
    assert wrap(" ", 16) == []
    assert longest_word("") == 0


def test_the_widest_word_is_found() -> None:
    assert longest_word("nog 3 mensen voor u") == len("3 mensen")


@given(st.text("ab 1", max_size=80), st.integers(1, 20))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= width for line in lines)
