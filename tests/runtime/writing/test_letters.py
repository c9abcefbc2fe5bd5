import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.writing.letters import _RANGES, clusters, missing, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Bibliotheek Hengelo · één", "Bibliotheek Hengelo · één"),
        ("Bibliotheek 📚 Hengelo", "Bibliotheek Hengelo"),
        ("📚", ""),
        ("Balie ①, ㎏", "Balie 1, kg"),
        ("图书馆", "???"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
    ],
)
def test_what_no_font_has_is_shown_plainer_or_left_out(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_what_cannot_be_shown_is_named_once() -> None:
    assert missing("图书 📚 en 图书, één رقم") == "图书📚"


def test_a_letter_keeps_the_signs_above_and_below_it() -> None:
    assert list(clusters("جيدًا")) == ["ج", "ي", "دً", "ا"]  # noqa: RUF001
    assert list(clusters("")) == []


@given(st.text(max_size=30))
def test_whatever_comes_in_no_letter_is_shown_that_no_font_has(text: str) -> None:
    assert missing(shown(text)) == ""
    assert "".join(clusters(text)) == text


@cache
def letters() -> str:
    signs = (chr(code) for first, last in _RANGES for code in range(first, last + 1))
    return "".join(sign for sign in signs if unicodedata.category(sign)[0] in "LMNPS")


def test_every_letter_that_is_shown_stands_for_itself() -> None:
    assert len(letters()) > 3000
    assert missing(letters()) == ""
