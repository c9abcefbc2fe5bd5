from hypothesis import given
from hypothesis import strategies as st

from screenkit.wrap import fit, wrap

SIZES = (40, 30, 20, 10)


def monospaced(text: str, size_px: int) -> float:
    """Every letter is as wide as half the font size."""
    return len(text) * size_px / 2


def test_lines_break_between_words() -> None:
    assert wrap("een twee drie vier", 80, 20, monospaced) == ("een twee", "drie", "vier")


def test_a_line_break_in_the_text_stays() -> None:
    assert wrap("een\ntwee", 1000, 20, monospaced) == ("een", "twee")


def test_the_largest_size_that_fits_is_taken() -> None:
    fitted = fit("een twee", (90, 60), SIZES, monospaced)
    assert (fitted.size_px, fitted.lines, fitted.is_whole) == (20, ("een twee",), True)


def test_a_word_that_is_too_wide_makes_the_letters_smaller() -> None:
    assert fit("verzekering", (120, 1000), SIZES, monospaced).size_px == 20


def test_a_text_that_fits_at_no_size_says_so() -> None:
    assert not fit("verzekering", (20, 20), SIZES, monospaced).is_whole


@given(st.lists(st.text("abcdefg", min_size=1, max_size=8), min_size=1, max_size=30), st.integers(40, 400))
def test_no_word_is_lost_or_moved_and_no_line_too_wide(words: list[str], width: int) -> None:
    fitted = fit(" ".join(words), (width, 10_000), SIZES, monospaced)
    assert " ".join(fitted.lines).split(" ") == words
    assert all(monospaced(line, fitted.size_px) <= width for line in fitted.lines)
