"""The words: few, short, polite, and the same in ten languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import pytest
from babel import Locale
from babel.messages.catalog import Message

from kiosk.pictures import Pictures
from runtime.catalogues import read, template
from runtime.languages import LANGUAGES, SOURCE
from runtime.settings.catalogue import CATALOGUE, DESK, KNOWN, LINE_NAMES, SECOND_LEVEL
from runtime.settings.faults import SettingsFaults
from runtime.settings.load import load
from runtime.texts import TRANSLATIONS, Texts
from screenkit.fonts_by_script import files_for
from screenkit.type import Weight

WEIGHTS: tuple[Weight, ...] = ("regular", "strong", "heavy")
ORDER = ("zero", "one", "two", "few", "many", "other")
SENTENCE_END = re.compile(r"[.?!…።؟:፦]+(?:\s|$)")
ENDINGS = {"።": ".", "؟": "?", "፦": ":", "،": ",", "፣": ","}
ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")
A_KEY = {"OK"}
"""What stands on the keypad itself."""

FAMILIAR = {
    "nl": r"je|jij|jou|jouw|jullie|jezelf",
    "de": r"du|dich|dir|dein\w*|euch|euer",
    "fr": r"tu|te|toi|ton|ta|tes",
    "uk": r"ти|тебе|тобі|твій|твоя|твоє",
    "tr": r"sen|sana|seni|senin",
}
SHAMING = re.compile(
    r"\b(schuld\w*|handicap\w*|beperk\w*|gebrek\w*|laaggeletterd\w*|ongeletterd\w*|vaardig\w*|hulp nodig)"
)


def forms(said: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


def messages(language: str) -> list[Message]:
    catalogue = template("visitor") if language == SOURCE else read(TRANSLATIONS / language / "LC_MESSAGES/visitor.po")
    return [message for message in catalogue if message.id]


def said_in(language: str) -> Iterator[str]:
    """Every text and every name of the set that a visitor may read in a language."""
    for message in messages(language):
        yield from (form for form in forms(message.id if language == SOURCE else message.string) if form)
    yield from (names[language] for names in (LINE_NAMES, DESK, *(topic.names for topic in KNOWN.values())))


def ending(text: str) -> str:
    last = text[-1:]
    return ENDINGS.get(last, last) if category(last).startswith("P") else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_19_no_text_is_in_capitals_or_italics(language: str) -> None:
    shouted = [text for text in said_in(language) if all(letter.isupper() for letter in text if letter.isalpha())]
    assert [text for text in shouted if re.search(r"[^\W\d_]{3}", text)] == []
    files = [file for weight in WEIGHTS for file in files_for(language, weight)]
    assert [file for file in files if "Italic" in file or "Oblique" in file] == []


def test_a11y_35_a_first_screen_has_at_most_eight_tiles(tmp_path: Path) -> None:
    path = tmp_path / "branch.toml"
    nine = "".join(f'[[topics]]\nid = "t{number}"\nnames.nl = "T"\n' for number in range(9))
    path.write_text(f'[branch]\nid = "a"\nname = "A"\nmode = "topics"\n{nine}')
    with pytest.raises(SettingsFaults, match="at most 8 topics"):
        load(path)
    assert len(CATALOGUE) == 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_35_a_tile_has_at_most_three_words(language: str) -> None:
    names = [topic.names[language] for topic in CATALOGUE]
    assert [name for name in names if not 0 < len(name.replace("/", " ").split()) <= 3] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_35_a_tile_below_is_hardly_longer(language: str) -> None:
    names = [topic.names[language] for level in SECOND_LEVEL.values() for topic in level]
    assert [name for name in names if len(name.split()) > 6 or len(name) > 34] == []


def test_a11y_35_each_tile_has_a_picture_that_no_other_on_its_screen_has(tmp_path: Path) -> None:
    for level in (CATALOGUE, *SECOND_LEVEL.values()):
        files = {Pictures(tmp_path).file(topic.picture, 100, 100) for topic in level}
        assert None not in files
        assert len(files) == len(level)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_35_each_tile_has_words_that_can_be_read_aloud(language: str) -> None:
    names = [topic.names[language] for topic in KNOWN.values()]
    assert [name for name in names if not re.fullmatch(r"[\w\s\u2019()?؟,.\-]+", name)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_37_no_sentence_is_longer_than_ten_words(language: str) -> None:
    sentences = [sentence for text in said_in(language) for sentence in SENTENCE_END.split(text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 10] == []


@pytest.mark.parametrize("language", FAMILIAR)
def test_a11y_37_visitors_are_spoken_to_politely(language: str) -> None:
    familiar = re.compile(rf"\b({FAMILIAR[language]})\b", re.IGNORECASE)
    assert [text for text in said_in(language) if familiar.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_37_no_abbreviation_stands_alone(language: str) -> None:
    below = {topic.names[language] for level in SECOND_LEVEL.values() for topic in level}
    alone = [text for text in said_in(language) if text not in below and set(ABBREVIATION.findall(text)) - A_KEY]
    assert alone == []


def test_a11y_37_no_word_shames() -> None:
    assert [text for text in said_in(SOURCE) if SHAMING.search(text.lower())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_37_a_button_is_called_in_a_sentence_as_it_is_called_on_the_screen(language: str) -> None:
    said = Texts(language, "visitor").text
    assert said("Stop") in said("Kies de knop Stop om te stoppen.")
    assert said("Stop") in said("Raak Stop aan om te stoppen.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_number_to_120_takes_the_form_that_cldr_says(language: str) -> None:
    kind_of = Locale.parse(language).plural_form
    kinds = [each for each in ORDER if each in {kind_of(n) for n in range(1000)}]
    counting = [message for message in messages(language) if message.pluralizable]
    assert counting
    for message in counting:
        wanted = forms(message.id if language == SOURCE else message.string)
        for n in range(121):
            said = Texts(language, "visitor").plural(message.id[0], message.id[1], n)
            assert said == wanted[kinds.index(kind_of(n))], (language, n)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_a_space_too_many(language: str) -> None:
    assert [text for text in said_in(language) if text != text.strip() or "  " in text or "\n" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_figures_of_its_own_script(language: str) -> None:
    assert [text for text in said_in(language) if re.search(r"[^\W\D0-9]|[፩-፼]", text)] == []


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != SOURCE])
def test_a_question_stays_a_question_and_a_button_gets_no_full_stop(language: str) -> None:
    others = [
        (dutch, form)
        for message in messages(language)
        for dutch in forms(message.id)[-1:]
        for form in forms(message.string)
        if form and ending(dutch) != ending(form)
    ]
    assert others == []
