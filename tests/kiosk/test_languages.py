from kiosk.languages import name_of, named, offered, translated
from runtime.languages import LANGUAGES


def test_every_language_with_a_catalogue_can_be_offered() -> None:
    assert translated() == set(LANGUAGES)


def test_a_branch_offers_what_the_kiosk_can_say_in_its_own_order() -> None:
    assert offered(("ar", "en", "nl"), frozenset({"nl", "en"})) == ("en", "nl")


def test_a_branch_with_nothing_that_the_kiosk_can_say_gets_dutch() -> None:
    assert offered(("ar", "tr"), frozenset({"nl", "en"})) == ("nl",)


def test_a_name_falls_back_to_dutch_and_then_to_any() -> None:
    assert named({"nl": "Zorg", "en": "Health care"}, "en") == "Health care"
    assert named({"nl": "Zorg"}, "en") == "Zorg"
    assert named({"de": "Pflege"}, "en") == "Pflege"
    assert named({}, "en") == ""


def test_a_language_is_called_what_its_reader_calls_it_and_else_by_its_own_name() -> None:
    assert (name_of("ar", "nl"), name_of("ar", "en"), name_of("ti", "xx")) == ("Arabisch", "Arabic", "ትግርኛ")
