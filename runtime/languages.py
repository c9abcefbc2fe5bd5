"""The ten languages: their own names, which way they are written, in the order in which they are offered."""

from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

SOURCE: Final = "nl"
"""The language of the message ids: what a catalogue lacks is said in it."""

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
"""Each in its own script; the order is fixed, so that hands remember it."""

LANGUAGES: Final = tuple(OWN_NAMES)

OURS: Final = frozenset({"nl", "en"})
"""The languages that the project itself is written in; the others need a native reader."""

RIGHT_TO_LEFT: Final = frozenset({"ar"})


def direction(language: str) -> Direction:
    """Which way a language is written; unknown ones from left to right."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
