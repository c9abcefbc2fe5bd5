from pathlib import Path

import pytest

from console.names import Choice, Names
from runtime.catalogues import read, template
from runtime.settings.load import load
from runtime.texts import TRANSLATIONS

BRANCH = """
[branch]
id = "proef"
name = "Proef"
mode = "{mode}"
languages = ["{first}", "nl", "en"]
"""
LINES = """
[[lines]]
id = "ido"
name = {{ nl = "Informatiepunt", en = "Information point" }}
[[lines]]
id = "taal"
letter = "L"
name = {{ nl = "Taalhuis", en = "Language desk" }}
[[topics]]
id = "digid"
line = "ido"
names = {{ nl = "DigiD", en = "DigiD login" }}
[[desks]]
id = "1"
name = {{ nl = "Balie 1" }}
lines = ["ido"]
"""


def names(folder: Path, text: str, mode: str = "topics", first: str = "nl") -> Names:
    file = folder / "branch.toml"
    file.write_text(
        text.format(mode=mode, first=first).replace('"nl", "nl"', '"nl"').replace('"en", "nl", "en"', '"en"')
    )
    return Names(load(file))


def test_the_page_speaks_the_branchs_first_language(tmp_path: Path) -> None:
    assert names(tmp_path, BRANCH).language == "nl"
    assert names(tmp_path, BRANCH, first="en").language == "en"
    assert names(tmp_path, BRANCH, first="en").texts.text("Volgende") == "Next"


def test_the_page_speaks_dutch_where_staff_cannot_be_expected_to_read_it(tmp_path: Path) -> None:
    assert names(tmp_path, BRANCH, first="ar").language == "nl"


def test_languages_are_named_in_the_language_of_the_page(tmp_path: Path) -> None:
    assert names(tmp_path, BRANCH).spoken("ar") == "Arabisch"
    assert names(tmp_path, BRANCH).spoken("pap") == "Papiaments"
    assert names(tmp_path, BRANCH, first="en").spoken("ar") == "Arabic"


@pytest.mark.parametrize("strange", ["zz", "", "x-y"])
def test_a_language_that_nobody_knows_keeps_its_code(tmp_path: Path, strange: str) -> None:
    assert names(tmp_path, BRANCH).spoken(strange).lower() == strange


def test_with_one_button_and_one_line_there_is_one_choice(tmp_path: Path) -> None:
    assert names(tmp_path, BRANCH, "one-button").choices == (Choice("Geef een nummer"),)


def test_with_one_button_and_more_lines_the_choice_is_a_line(tmp_path: Path) -> None:
    choices = names(tmp_path, BRANCH + LINES, "one-button").choices
    assert choices == (Choice("Informatiepunt", line="ido"), Choice("Taalhuis", line="taal"))


def test_topics_come_first_then_lines_without_topics_then_not_knowing(tmp_path: Path) -> None:
    choices = names(tmp_path, BRANCH + LINES).choices
    assert choices == (
        Choice("DigiD", topic="digid"),
        Choice("Taalhuis", line="taal"),
        Choice("Ik weet het niet"),
    )


def test_every_text_of_the_page_is_there_in_english() -> None:
    english = read(TRANSLATIONS / "en" / "LC_MESSAGES" / "staff.po")
    untranslated = [
        message.id
        for message in template("staff")
        if message.id and any(place.startswith("console/") for place, _ in message.locations)
        if not (english.get(message.id) and english[message.id].string)
    ]
    assert untranslated == []
