"""How a text is pronounced: what a voice would read wrongly from the letters and figures as they stand."""

import re
from string import ascii_uppercase
from typing import Final

TIME: Final = re.compile(r"\b(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)\b")
RANGE: Final = re.compile(r"\s*\N{EN DASH}\s*(?=\d)")
LABEL: Final = re.compile(r"(?P<letter>[A-Z]?)(?P<digits>\d+)")
LETTER_BEFORE_FIGURES: Final = re.compile(r"(?<!\w)(?P<letter>[A-Z]) ?(?=\d)")
"""In English an A before a word is read as the article; before a comma it is a letter."""
SINGLE_LETTER: Final = re.compile(r"(?<![^\W\d_])[A-Z](?![^\W\d_])")

HOUR: Final = {"nl": "{} uur", "en": "{} o'clock", "de": "{} Uhr", "fr": "{} heures"}
HOUR_AND_MINUTE: Final = {"nl": "{} uur {}", "en": "{} {}", "de": "{} Uhr {}", "fr": "{} heures {}"}
"""The others say the hour and both figures of the minutes, as they are."""
UNTIL: Final = {"nl": "tot", "en": "to", "de": "bis", "fr": "à", "pl": "do", "uk": "до", "pap": "te"}
"""What stands for the dash between two times; the others pause."""

IN_UKRAINIAN: Final = "а бе це де е еф ґе га і йот ка ел ем ен о пе ку ер ес те у ве дубль-ве ікс ігрек зет"  # noqa: RUF001
UKRAINIAN_NAMES: Final = dict(zip(ascii_uppercase, IN_UKRAINIAN.split(), strict=True))
"""Latin letters have Ukrainian names; a Ukrainian voice would say the English ones."""


def of_number(label: str) -> str:
    """How a number is said: whole, then figure by figure, as in "B, 27. 2, 7."; a single figure once.

    Voices say figures and single letters in their own language; a newcomer hears which figure comes first.
    """
    found = LABEL.fullmatch(label)
    if not found:
        return label
    whole = f"{found['letter']}, {found['digits']}." if found["letter"] else f"{found['digits']}."
    return whole if len(found["digits"]) == 1 else f"{whole} {', '.join(found['digits'])}."


def spoken(text: str, language: str) -> str:
    """The text as a voice that makes speech from letters must get it."""
    text = RANGE.sub(f" {UNTIL[language]} " if language in UNTIL else ", ", text)
    text = TIME.sub(lambda found: _time(found, language), text)
    text = LETTER_BEFORE_FIGURES.sub(r"\g<letter>, ", text)
    return _in_ukrainian(text) if language == "uk" else text


def _time(found: re.Match[str], language: str) -> str:
    hour, minute = int(found["hour"]), int(found["minute"])
    if language not in HOUR:
        return f"{hour} {found['minute']}"
    if minute == 0:
        return HOUR[language].format(hour)
    is_oh = language == "en" and found["minute"].startswith("0")
    return HOUR_AND_MINUTE[language].format(hour, f"oh {minute}" if is_oh else minute)


def _in_ukrainian(text: str) -> str:
    return SINGLE_LETTER.sub(lambda found: f"{UKRAINIAN_NAMES[found[0]]} ", text).replace(" ,", ",").rstrip()
