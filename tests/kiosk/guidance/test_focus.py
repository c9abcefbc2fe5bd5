import pytest

from kiosk.events import Key
from kiosk.guidance.focus import find, first_focus, moved, position
from kiosk.guidance.items import Item
from kiosk.view import Control, Place

TAKE, LARGER, STOP = Control("take"), Control("larger"), Control("read-aloud")
TITLE = Item("title", ("Welkom",), "text", "nl")
HEADER = Item("header", ("Bibliotheek",), "frame", "nl")
ITEMS = (
    HEADER,
    TITLE,
    Item(TAKE, ("Neem een nummer",), "choice", "nl"),
    Item(LARGER, ("Groter",), "row", "nl"),
    Item(STOP, ("Stop",), "row", "nl"),
)


@pytest.mark.parametrize(
    ("focus", "key", "after"),
    [
        ("title", "next", TAKE),
        ("title", "previous", "header"),
        (STOP, "next", "header"),
        ("header", "previous", STOP),
        ("title", "last", STOP),
        ("title", "first", "header"),
        (None, "next", TAKE),
        ("gone", "previous", TAKE),
    ],
)
def test_a_key_leads_on_and_round(focus: Place | None, key: Key, after: Place) -> None:
    assert moved(ITEMS, focus, key) == after


def test_where_there_is_nothing_there_is_no_focus() -> None:
    assert moved((), "title", "next") is None
    assert first_focus(()) is None


def test_a_screen_begins_at_its_first_choice_or_else_at_its_first_text() -> None:
    assert first_focus(ITEMS) == TAKE
    assert first_focus((HEADER, TITLE, ITEMS[3])) == "title"


def test_a_control_counts_among_those_beside_it_and_one_alone_does_not_count() -> None:
    assert [position(ITEMS, item) for item in ITEMS] == [None, None, None, (1, 2), (2, 2)]


def test_what_stands_at_a_place_is_found() -> None:
    assert find(ITEMS, "title") == TITLE
    assert find(ITEMS, None) is None
