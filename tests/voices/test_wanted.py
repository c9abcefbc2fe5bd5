from pathlib import Path

import pytest

from runtime.languages import LANGUAGES
from voices.wanted import wanted

PO = """\
# Checked by a native reader: no
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Neem een nummer"
msgstr "Take a number"

msgid "Uw nummer is {number}."
msgstr "{number} is your number."

msgid "Nog niet vertaald: {what}"
msgstr ""

msgid "{n} mens"
msgid_plural "{n} mensen"
msgstr[0] "{n} person"
msgstr[1] "{n} people"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file = tmp_path / "en" / "LC_MESSAGES" / "visitor.po"
    file.parent.mkdir(parents=True)
    file.write_text(PO)
    return tmp_path


def test_every_text_is_wanted_in_pieces_around_what_changes_and_what_is_not_translated_in_dutch(folder: Path) -> None:
    assert wanted("en", folder)[11:] == ("Take a number", "is your number.", "Nog niet vertaald:", "person", "people")


def test_figures_and_the_languages_own_name_are_wanted_too(folder: Path) -> None:
    assert wanted("en", folder)[:11] == ("English", *"0123456789")


def test_dutch_wants_the_texts_of_the_sources(folder: Path) -> None:
    assert wanted("nl", folder)[11:] == ("Neem een nummer", "Uw nummer is", "Nog niet vertaald:", "mens", "mensen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_wants_something(language: str) -> None:
    assert len(wanted(language)) > 50
