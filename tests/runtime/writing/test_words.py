import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.writing.words import words

PIECES = st.sampled_from(["een", "3", "mensen", "A42", "14:30", "«", "»", "?", "(", ")", "€", "·", "", "عربي", "،"])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Vous êtes là ?", ["Vous", "êtes", "là ?"]),
        ("Touchez « Prêt » : merci !", ["Touchez", "« Prêt » :", "merci !"]),
        ("Kom ( nu ) hier", ["Kom", "( nu )", "hier"]),
        ("Hengelo · Informatiepunt", ["Hengelo ·", "Informatiepunt"]),
        ("Dat kost 5 € of € 6", ["Dat", "kost", "5 €", "of", "€ 6"]),
        ("رقمك A42 ؟", ["رقمك", "A42 ؟"]),
    ],
)
def test_a_stop_or_a_bracket_stays_with_the_word_it_belongs_to(text: str, parts: list[str]) -> None:
    assert words(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nog 3 mensen voor u.", ["Nog", "3 mensen", "voor", "u."]),
        ("Bel 074 243 43 43.", ["Bel", "074 243 43 43."]),
        ("zaterdag 21 november 10:41", ["zaterdag", "21 november", "10:41"]),
        ("Nummer A42 is aan de beurt", ["Nummer", "A42", "is", "aan", "de", "beurt"]),
    ],
)
def test_a_figure_stays_with_what_it_counts(text: str, parts: list[str]) -> None:
    assert words(text) == parts


def test_a_figure_leaves_its_word_where_both_do_not_fit_a_line() -> None:
    assert words("Nog 3 mensen ?", lambda together: len(together) < 8) == ["Nog", "3", "mensen ?"]


@given(st.lists(PIECES, max_size=12))
def test_no_letter_is_lost_and_words_are_parted_at_spaces_only(parts: list[str]) -> None:
    text = " ".join(parts)
    assert " ".join(words(text)) == text


@given(st.lists(PIECES.filter(bool), min_size=2, max_size=12))
def test_no_line_begins_with_a_stop_or_a_bracket_that_closes(parts: list[str]) -> None:
    assert [word for word in words(" ".join(parts))[1:] if word[0] in "»?)·،"] == []
