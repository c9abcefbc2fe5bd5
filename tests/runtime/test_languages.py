from typing import get_args

from runtime.languages import LANGUAGES, OWN_NAMES, RIGHT_TO_LEFT, direction
from runtime.settings.values import Language


def test_the_languages_are_those_that_a_branch_may_have_in_their_fixed_order() -> None:
    assert get_args(Language) == LANGUAGES


def test_each_language_has_a_name_of_its_own_in_its_own_script() -> None:
    assert " · ".join(OWN_NAMES.values()) == (
        "Nederlands · English · العربية · Türkçe · Polski · Українська · ትግርኛ · Papiamentu · Deutsch · Français"
    )


def test_only_arabic_is_written_from_right_to_left() -> None:
    assert {language for language in LANGUAGES if direction(language) == "rtl"} == RIGHT_TO_LEFT == {"ar"}
    assert direction("xx") == "ltr"
