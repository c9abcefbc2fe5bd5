"""The pages that the menu leads to; a partner account has none of them."""

from typing import Final

from runtime.texts import mark

LINKS: Final[tuple[tuple[str, str], ...]] = (
    ("/invullen", mark("Nog invullen")),
    ("/dagstaat", mark("Dagstaat")),
    ("/waarom", mark("Waarom deze volgorde?")),
    ("/cijfers", mark("Cijfers")),
    ("/dag/sluiten", mark("Dag sluiten")),
    ("/oefenen", mark("Oefenen")),
)
"""Path and words."""

SETTINGS: Final = ("/instellingen", mark("Instellingen"))


def links(lines: frozenset[str] | None) -> tuple[tuple[str, str], ...]:
    """Where whoever sees these lines may go; None is the branch's own staff."""
    return (*(LINKS if lines is None else ()), SETTINGS)
