"""The pages that the menu leads to; a partner account has none of them."""

from typing import Final

from runtime.texts import mark

LINKS: Final[tuple[tuple[str, str], ...]] = (
    ("/invullen", mark("Nog invullen")),
    ("/dagstaat", mark("Dagstaat")),
    ("/waarom", mark("Waarom deze volgorde?")),
    ("/cijfers", mark("Cijfers")),
    ("/dag/sluiten", mark("Dag sluiten")),
    ("/apparaten", mark("Apparaten")),
    ("/oefenen", mark("Oefenen")),
)
"""Path and words."""

TO_FILL_IN: Final = "/invullen"
SETTINGS: Final = ("/instellingen", mark("Instellingen"))


def links(lines: frozenset[str] | None, unregistered: int) -> tuple[tuple[str, str, int], ...]:
    """Where whoever sees these lines may go (None is the branch's own staff): path, words, and how much is to do."""
    shown = (*(LINKS if lines is None else ()), SETTINGS)
    return tuple((path, words, unregistered if path == TO_FILL_IN else 0) for path, words in shown)
