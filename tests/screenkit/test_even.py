import pytest
from hypothesis import given
from hypothesis import strategies as st

from screenkit.even import evenly
from screenkit.wrap import fit, wrap

SIZE = 20
HIGH = 10_000


def monospaced(text: str, size_px: int) -> float:
    """Every letter is as wide as half the font size."""
    return len(text) * size_px / 2


def lines(text: str, letters: int) -> tuple[str, ...]:
    """As it is shown where so many letters fit a line."""
    return fit(text, (letters * SIZE // 2, HIGH), (SIZE,), monospaced).lines


def test_no_word_is_left_alone_on_the_last_line() -> None:
    assert lines("U hoeft uw naam niet te zeggen.", 25) == ("U hoeft uw naam", "niet te zeggen.")


def test_a_sentence_begins_on_a_line_of_its_own_where_that_costs_no_line() -> None:
    told = "Er is nu niemand. Er komt iemand naar u toe."
    assert lines(told, 30) == ("Er is nu niemand.", "Er komt iemand naar u toe.")


def test_lines_as_long_count_for_more_than_a_comma() -> None:
    assert lines("Aa, bbbbbbbb cccccccc dddd", 22) == ("Aa, bbbbbbbb", "cccccccc dddd")


def test_what_fits_on_one_line_stays_on_it() -> None:
    assert lines("Ga zitten. Neem rustig de tijd.", 40) == ("Ga zitten. Neem rustig de tijd.",)


def test_a_line_break_in_the_text_stays_where_it_is() -> None:
    assert lines("Wij roepen uw nummer.\nWacht", 15) == ("Wij roepen", "uw nummer.", "Wacht")


@pytest.mark.parametrize("stop", ["።", "؟"])
def test_sentences_end_in_every_script(stop: str) -> None:
    assert lines(f"aaa bbb{stop} ccc ddd eee fff", 16) == (f"aaa bbb{stop}", "ccc ddd eee fff")


def test_words_that_are_wider_together_than_they_seem_stay_where_they_were() -> None:
    def crowded(text: str) -> float:
        return 100.0 if text.startswith("bbb ") else float(len(text))

    assert evenly(["aaa", "bbb", "cccc"], ["aaa bbb", "cccc"], 9, crowded) == ["aaa bbb", "cccc"]


@given(st.lists(st.text("abc.,", min_size=1, max_size=8), min_size=1, max_size=30), st.integers(8, 40))
def test_it_takes_as_many_lines_as_without_and_no_line_is_too_wide(words: list[str], letters: int) -> None:
    text = " ".join(words)
    shown = lines(text, letters)
    assert len(shown) == len(wrap(text, letters * SIZE // 2, SIZE, monospaced))
    assert all(len(line) <= letters for line in shown)
    assert " ".join(shown) == text
