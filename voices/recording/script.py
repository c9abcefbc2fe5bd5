"""What is to be read aloud: first what calls in the waiting room need, then every text of the kiosk's screens."""

from collections.abc import Iterable
from string import digits
from typing import Final

from runtime.texts import Texts
from voices.clips import words_of
from voices.wanted import PLACEHOLDER, wanted

CALLS: Final = ("Nummer {number}.", "Balie {desk}.", "nog even wachten")


def for_calls(language: str, letters: str, also: Iterable[str] = ()) -> tuple[str, ...]:
    """The words around number and desk, the ten figures, the letters, and what else the branch calls by name."""
    say = Texts(language, "visitor").text
    pieces = [piece.strip() for text in CALLS for piece in PLACEHOLDER.split(say(text))]
    return _once([*pieces, *digits, *letters.upper(), *also])


def for_screens(language: str) -> tuple[str, ...]:
    """Every other text."""
    return _once(wanted(language))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text that has a word in it, once."""
    by_words = {words_of(text): text for text in reversed(tuple(texts)) if words_of(text)}
    return tuple(reversed(by_words.values()))
