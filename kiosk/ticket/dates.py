"""Day and time as a visitor reads them."""

from datetime import datetime
from typing import Final

PATTERN: Final = "EEE d MMMM HH:mm"
PLAIN: Final = "%d-%m-%Y %H:%M"


def day_and_time(now: datetime, language: str) -> str:
    """For example "za 21 november 10:41"; in figures where the language's names are unknown."""
    # Imported late: its tables take their time to load, and start-up counts.
    from babel import UnknownLocaleError
    from babel.dates import format_datetime

    local = now.replace(tzinfo=None)
    try:
        return _in_latin_digits(format_datetime(local, PATTERN, locale=language))
    except (UnknownLocaleError, ValueError):
        return f"{local:{PLAIN}}"


def _in_latin_digits(text: str) -> str:
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)
