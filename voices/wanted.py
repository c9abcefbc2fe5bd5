"""What recorded clips of a language must hold before they alone can speak there: all that a visitor may read."""

import re
from functools import cache
from pathlib import Path
from string import digits
from typing import Final

from runtime.catalogues import read
from runtime.languages import OWN_NAMES, SOURCE
from runtime.texts import TRANSLATIONS

PLACEHOLDER: Final = re.compile(r"\{[^}]*\}")


@cache
def wanted(language: str, folder: Path = TRANSLATIONS) -> tuple[str, ...]:
    """Every text for visitors, what lies on both sides of a {placeholder} apart, and the ten figures.

    What a branch names itself, its topics and lines, stands in no catalogue and is not among them.
    """
    texts = [OWN_NAMES[language], *digits]
    for message in read(folder / _catalogue_of(language) / "LC_MESSAGES" / "visitor.po"):
        if message.id:
            own, source = _forms(message.string), _forms(message.id)
            texts += [form for form in (own if any(own) and language != SOURCE else source) if form]
    pieces = (piece.strip() for text in texts for piece in PLACEHOLDER.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if any(map(str.isalnum, piece))))


def _catalogue_of(language: str) -> str:
    """Dutch has no catalogue of its own: it is the message ids of every other."""
    return "en" if language == SOURCE else language


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)
