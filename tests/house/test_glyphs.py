import string
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from babel.dates import format_date

from kiosk.ticket import fonts as of_tickets
from kiosk.ticket.letters import FOLDED
from runtime.catalogues import read, template
from runtime.languages import LANGUAGES, OWN_NAMES, SOURCE
from runtime.settings.catalogue import DESK, KNOWN, LINE_NAMES
from runtime.texts import TRANSLATIONS
from runtime.writing.letters import _RANGES, missing
from screenkit.fonts_by_script import files_for, has
from screenkit.type import Weight

WEEK, YEAR = range(7), range(1, 13)


def days(language: str) -> Iterator[str]:
    monday = date(2026, 11, 23)
    for pattern in ("EEEE", "EEE", "MMMM"):
        yield from (format_date(monday + timedelta(days=day), pattern, locale=language) for day in WEEK)
        yield from (format_date(date(2026, month, 1), pattern, locale=language) for month in YEAR)


def translated(language: str) -> Iterator[str]:
    catalogue = template("visitor") if language == SOURCE else read(TRANSLATIONS / language / "LC_MESSAGES/visitor.po")
    for message in catalogue:
        said = message.id if language == SOURCE else message.string
        yield from [said] if isinstance(said, str) else said or ()


def letters(language: str) -> str:
    """Every letter that a visitor may see in a language, each once."""
    names = [names[language] for names in (LINE_NAMES, DESK, *(topic.names for topic in KNOWN.values()))]
    numbers = f"{string.ascii_uppercase}{string.digits}:\N{EN DASH}"
    told = "".join([*translated(language), *names, *days(language), OWN_NAMES[language], numbers])
    return "".join(sorted({letter for letter in told if not letter.isspace()}))


@pytest.mark.parametrize("weight", ["regular", "strong", "heavy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screens_have_every_letter_of_every_language(language: str, weight: Weight) -> None:
    files = files_for(language, weight)
    assert [letter for letter in letters(language) if not any(has(file, letter) for file in files)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ticket_has_every_letter_of_every_language(language: str) -> None:
    runs = of_tickets.runs(letters(language).translate(FOLDED), language)
    assert [run for run in runs if not all(of_tickets._has(run.face, letter) for letter in run.text)] == []


@cache
def all_that_is_shown() -> str:
    signs = (chr(code) for first, last in _RANGES for code in range(first, last + 1))
    return "".join(sign for sign in signs if unicodedata.category(sign)[0] in "LMNPS")


@pytest.mark.parametrize("weight", ["regular", "strong", "heavy"])
def test_the_screens_have_every_letter_that_is_not_replaced(weight: Weight) -> None:
    files = files_for(SOURCE, weight)
    assert [letter for letter in all_that_is_shown() if not any(has(file, letter) for file in files)] == []


def test_the_ticket_has_every_letter_that_is_not_replaced() -> None:
    faces = (of_tickets.SANS, of_tickets.ARABIC, of_tickets.ETHIOPIC)
    assert [sign for sign in all_that_is_shown() if not any(of_tickets._has(face, sign) for face in faces)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_ours_is_replaced(language: str) -> None:
    assert missing(letters(language)) == ""


@pytest.mark.parametrize("language", ["ar", "ti"])
def test_a_language_in_its_own_script_is_written_in_one_font_but_for_what_that_lacks(language: str) -> None:
    own = [letter for letter in letters(language) if letter.isalpha() and not letter.isascii()]
    assert [letter for letter in own if not has(files_for(language, "regular")[0], letter)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_the_same_in_every_language(language: str) -> None:
    assert [letter for letter in letters(language) if letter.isdecimal()] == list(string.digits)
