"""The phrases, in the order in which a visit needs them."""

from typing import Final

from runtime.texts import Texts, mark

PHRASES: Final = (
    mark("Welkom."),
    mark("Gaat u zitten."),
    mark("Heeft u de brief bij u?"),
    mark("Wij bellen een tolk."),
    mark("Er komt iemand naar u toe."),
)


def phrase(place: int, language: str) -> str:
    """One phrase in the language of a visitor; in Dutch where nobody translated it."""
    return Texts(language, "visitor").text(PHRASES[place])
