import pytest

from runtime.languages import LANGUAGES
from voices.clips import words_of
from voices.recording.script import for_calls, for_screens


@pytest.mark.parametrize("language", LANGUAGES)
def test_calls_need_a_handful_of_clips_each_asked_for_once(language: str) -> None:
    texts = for_calls(language, "ab", ("Loket hal", "Nummer"))
    assert {*"0123456789", "A", "B", "Loket hal"} < set(texts)
    assert len({words_of(text) for text in texts}) == len(texts) <= 20


def test_the_words_around_a_call_are_those_of_the_language() -> None:
    assert for_calls("ti", "")[:3] == ("ቁጽሪ", "ባንኮ", "ቁሩብ ተጸበዩ")


def test_screens_need_many_more() -> None:
    assert len(for_screens("ti")) > 80
