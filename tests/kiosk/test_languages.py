from kiosk.languages import named, offered, translated


def test_what_nobody_who_speaks_it_has_read_is_not_offered() -> None:
    assert translated() == {"nl", "en"}


def test_a_branch_offers_what_the_kiosk_can_say_in_its_own_order() -> None:
    assert offered(("ar", "en", "nl"), frozenset({"nl", "en"})) == ("en", "nl")


def test_a_branch_with_nothing_that_the_kiosk_can_say_gets_dutch() -> None:
    assert offered(("ar", "tr"), frozenset({"nl", "en"})) == ("nl",)


def test_a_name_falls_back_to_dutch_and_then_to_any() -> None:
    assert named({"nl": "Zorg", "en": "Health care"}, "en") == "Health care"
    assert named({"nl": "Zorg"}, "en") == "Zorg"
    assert named({"de": "Pflege"}, "en") == "Pflege"
    assert named({}, "en") == ""
