"""The languages that a visitor can choose."""

from collections.abc import Iterable

from runtime.languages import LANGUAGES, OWN_NAMES, SOURCE
from runtime.texts import TRANSLATIONS


def translated() -> frozenset[str]:
    """The languages that can be offered: Dutch, and those with a catalogue; a branch switches one on by naming it."""
    catalogues = TRANSLATIONS.glob("*/LC_MESSAGES/visitor.?o")
    return frozenset({SOURCE, *(path.parent.parent.name for path in catalogues)}) & frozenset(LANGUAGES)


def offered(of_the_branch: Iterable[str], known: frozenset[str]) -> tuple[str, ...]:
    """What the branch has and the kiosk can say, in the branch's order; Dutch if that is nothing."""
    return tuple(each for each in of_the_branch if each in known) or (SOURCE,)


def named(names: dict[str, str], language: str) -> str:
    """The name in the language, else in Dutch, else in any."""
    return names.get(language) or names.get(SOURCE) or next(iter(names.values()), "")


def name_of(language: str, reader: str) -> str:
    """What the language is called in the reader's; its own name where CLDR does not know."""
    # Imported late: its tables take their time to load, and start-up counts.
    from babel import Locale, UnknownLocaleError

    try:
        known = Locale.parse(reader).languages.get(language)
    except (UnknownLocaleError, ValueError):
        known = None
    return str(known or OWN_NAMES.get(language, language))
