import string
from collections.abc import Sequence
from difflib import SequenceMatcher

import pytest
from phonemes import phonemes

from voices.espeak import VOICES
from voices.spoken import of_number, spoken

SOME = [*range(1, 22), 27, 34, 42, 58, 66, 70, 75, 80, 81, 90, 91, 97, 99, 100, 101, 110, 125, 200, 271, 333, 617, 999]
MUCH_ALIKE = 0.8
IN_WORDS = {
    "nl": "zevenentwintig",
    "en": "twenty seven",
    "tr": "yirmi yedi",
    "pl": "dwadzieścia siedem",
    "uk": "двадцять сім",
    "pap": "bintishete",
    "de": "siebenundzwanzig",
    "fr": "vingt-sept",
}
TIMES = {
    "nl": {"14:30": "veertien uur dertig", "09:05": "negen uur vijf", "10:00": "tien uur"},
    "en": {"14:30": "fourteen thirty", "09:05": "nine oh five", "10:00": "ten o'clock"},
    "tr": {"14:30": "on dört otuz", "09:05": "dokuz sıfır beş", "10:00": "on sıfır sıfır"},  # noqa: RUF001
    "pl": {"14:30": "czternaście trzydzieści", "09:05": "dziewięć zero pięć", "10:00": "dziesięć zero zero"},
    "uk": {"14:30": "чотирнадцять тридцять", "09:05": "дев'ять нуль п'ять", "10:00": "десять нуль нуль"},
    "pap": {"14:30": "diescuater trinta", "09:05": "nuebe zero cinco", "10:00": "dies zero zero"},
    "de": {"14:30": "vierzehn Uhr dreißig", "09:05": "neun Uhr fünf", "10:00": "zehn Uhr"},
    "fr": {"14:30": "quatorze heures trente", "09:05": "neuf heures cinq", "10:00": "dix heures"},
}


def said(texts: Sequence[str], language: str) -> list[str]:
    return phonemes([spoken(text, language) for text in texts], language)


@pytest.mark.parametrize(
    ("label", "expected"),
    [("27", "27. 2, 7."), ("B27", "B, 27. 2, 7."), ("7", "7."), ("A7", "A, 7."), ("105", "105. 1, 0, 5."), ("?", "?")],
)
def test_a_number_is_said_whole_and_then_figure_by_figure(label: str, expected: str) -> None:
    assert of_number(label) == expected


def alike(one: str, other: str) -> float:
    """How much two pronunciations are alike; in a number vowels are a little other than in its words."""
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()


def the_numbers_are_right(numbers: Sequence[int], language: str) -> None:
    whole = said([str(number) for number in numbers], language)
    figure = dict(zip(string.digits, said(list(string.digits), language), strict=True))
    expected = [
        heard + "".join(figure[each] for each in str(number) if number > 9)
        for heard, number in zip(whole, numbers, strict=True)
    ]
    assert said([of_number(str(number)) for number in numbers], language) == expected
    assert len(set(whole)) == len(numbers)


@pytest.mark.parametrize("language", VOICES)
def test_every_number_is_a_whole_number_and_its_figures_and_no_two_sound_the_same(language: str) -> None:
    the_numbers_are_right(SOME, language)


@pytest.mark.long
@pytest.mark.parametrize("language", VOICES)
def test_every_number_that_there_can_be_is_right(language: str) -> None:
    the_numbers_are_right(range(1, 1000), language)


@pytest.mark.parametrize("language", VOICES)
def test_twenty_seven_is_said_as_people_say_it(language: str) -> None:
    number, words = said(["27", IN_WORDS[language]], language)
    assert alike(number, words) > MUCH_ALIKE


@pytest.mark.parametrize("language", VOICES)
def test_a_time_is_said_as_people_say_it(language: str) -> None:
    times = TIMES[language]
    pairs = zip(said(list(times), language), said(list(times.values()), language), strict=True)
    assert [(time, words) for time, words in pairs if alike(time, words) < MUCH_ALIKE] == []


@pytest.mark.parametrize("language", VOICES)
def test_between_two_times_there_is_a_word_or_a_pause(language: str) -> None:
    assert "\N{EN DASH}" not in spoken("10:00\N{EN DASH}12:00", language)
    heard = said(["10:00\N{EN DASH}12:00", "10:00", "12:00"], language)
    assert heard[0].startswith(heard[1])
    assert heard[0].endswith(heard[2])


@pytest.mark.parametrize("language", VOICES)
def test_every_letter_is_said_by_a_name_of_its_own(language: str) -> None:
    names = said([f"{letter}, 4." for letter in string.ascii_uppercase], language)
    assert len(set(names)) == len(names)
    assert [name for name in names if "(en)" in name and language != "en"] == []


@pytest.mark.parametrize("text", ["Number A 42.", "Number A42.", "Number A, 42."])
def test_the_letter_of_a_number_is_a_letter_and_no_article(text: str) -> None:
    assert "eI" in said([text], "en")[0]
    assert "a#" not in said([text], "en")[0]


def test_ukrainian_gives_latin_letters_their_ukrainian_names() -> None:
    assert said(["Номер B, 27."], "uk") == said(["Номер бе, 27."], "uk")  # noqa: RUF001
    assert said(["Номер B27"], "uk") == said(["Номер бе 27"], "uk")  # noqa: RUF001


def test_words_keep_their_letters() -> None:
    assert spoken("ABC DigiD B", "uk") == "ABC DigiD бе"  # noqa: RUF001
