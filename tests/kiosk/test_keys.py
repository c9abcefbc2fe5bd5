import pytest

from kiosk.keys import SDL_KEY, Keys

LEFT, RIGHT, UP, DOWN, TAB, ENTER, NUMPAD_ENTER, SPACE, ESCAPE, BACKSPACE = 276, 275, 273, 274, 9, 13, 271, 32, 27, 8


def meaning(code: int, *modifiers: str, direction: str = "ltr", layout: str = "arrows") -> str | None:
    return Keys(layout).pressed(code, modifiers, direction)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (DOWN, "next"),
        (RIGHT, "next"),
        (UP, "previous"),
        (LEFT, "previous"),
        (TAB, "next"),
        (ENTER, "choose"),
        (NUMPAD_ENTER, "choose"),
        (SPACE, "choose"),
        (ESCAPE, "back"),
        (BACKSPACE, "back"),
        (278, "first"),
        (279, "last"),
        (ord("r"), "repeat"),
        (270, "louder"),
        (269, "quieter"),
        (SDL_KEY + 0x80, "louder"),
        (SDL_KEY + 0x81, "quieter"),
        (SDL_KEY + 0x7F, "stop"),
    ],
)
def test_each_key_means_one_thing(code: int, key: str) -> None:
    assert meaning(code) == key


def test_tab_with_shift_goes_back() -> None:
    assert meaning(TAB, "shift") == "previous"


def test_where_one_reads_from_the_right_the_left_arrow_leads_on() -> None:
    assert (meaning(LEFT, direction="rtl"), meaning(RIGHT, direction="rtl")) == ("next", "previous")
    assert (meaning(DOWN, direction="rtl"), meaning(UP, direction="rtl")) == ("next", "previous")


def test_a_key_that_nobody_knows_says_it_again_and_so_wakes_the_voice_too() -> None:
    assert meaning(ord("5")) == "repeat"


def test_shift_and_its_like_do_nothing_by_themselves() -> None:
    assert {meaning(code) for code in (303, 304, 305, 306, 307, 308, SDL_KEY + 0xE7)} == {None}


def test_a_key_that_is_held_counts_once() -> None:
    keys = Keys("arrows")
    assert [keys.pressed(DOWN, [], "ltr") for _ in range(3)] == ["next", None, None]
    keys.released(DOWN)
    assert keys.pressed(DOWN, [], "ltr") == "next"


def test_the_codes_of_an_audionav_count_only_where_the_branch_has_one() -> None:
    assert meaning(SDL_KEY + 0x72, layout="storm-audionav") == "back"
    assert meaning(SDL_KEY + 0x72) == "repeat"
    assert meaning(DOWN, layout="storm-audionav") == "next"
    assert Keys("storm-audionav").headset(SDL_KEY + 0x6A) is True
    assert Keys("storm-audionav").headset(SDL_KEY + 0x6B) is False
    assert Keys("storm-audionav").headset(DOWN) is None
    assert Keys("arrows").headset(SDL_KEY + 0x6A) is None


def test_every_function_has_a_key_on_either_layout() -> None:
    wanted = {"next", "previous", "choose", "back", "repeat", "quieter", "louder"}
    for layout in ("arrows", "storm-audionav"):
        codes = (*range(400), *(SDL_KEY + usage for usage in range(0x200)))
        assert wanted <= {meaning(code, layout=layout) for code in codes}


def test_a_keyboard_that_went_elsewhere_holds_no_key_down() -> None:
    keys = Keys("arrows")
    keys.pressed(DOWN, [], "ltr")
    keys.forget()
    assert keys.pressed(DOWN, [], "ltr") == "next"
