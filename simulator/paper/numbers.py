"""A range of ticket numbers, as one writes it."""

import re
from typing import Final

RANGE: Final = re.compile(r"([1-9]\d{0,2})-([1-9]\d{0,2})")
MOST: Final = 500


def numbers(text: str, letter: str = "") -> list[str]:
    """The numbers from the first to the last, each with the letter before it.

    Raises:
        ValueError: the text is no such range, or one that is too long for a day.
    """
    found = RANGE.fullmatch(text.replace(" ", ""))
    if not found:
        raise ValueError(f"not a range of numbers like 1-40: {text!r}")
    first, last = int(found[1]), int(found[2])
    if not first <= last < first + MOST:
        raise ValueError(f"from low to high, and at most {MOST} slips: {text!r}")
    return [f"{letter}{number}" for number in range(first, last + 1)]
