"""The languages that a visitor can choose, each by its own name in its own script."""

from collections.abc import Iterable
from typing import Final

from runtime.texts import TRANSLATIONS

DUTCH: Final = "nl"

OWN_NAMES: Final = {
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "pl": "Polski",
    "uk": "Українська",
    "ti": "ትግርኛ",
    "pap": "Papiamentu",
    "de": "Deutsch",
    "fr": "Français",
}


def translated() -> frozenset[str]:
    """The languages that have a catalogue for visitors, and Dutch, which needs none."""
    catalogues = TRANSLATIONS.glob("*/LC_MESSAGES/visitor.?o")
    return frozenset({DUTCH, *(path.parent.parent.name for path in catalogues)})


def offered(of_the_branch: Iterable[str], known: frozenset[str]) -> tuple[str, ...]:
    """What the branch has and the kiosk can say, in the branch's order; Dutch if that is nothing."""
    return tuple(each for each in of_the_branch if each in known and each in OWN_NAMES) or (DUTCH,)


def named(names: dict[str, str], language: str) -> str:
    """The name in the language, else in Dutch, else in any."""
    return names.get(language) or names.get(DUTCH) or next(iter(names.values()), "")
