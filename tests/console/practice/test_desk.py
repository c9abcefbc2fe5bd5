import pytest

from console.practice.desk import BUTTONS, HINTS, VISITORS, PracticeDesk


def pressed(*names: str) -> PracticeDesk:
    desk = PracticeDesk()
    for name in names:
        desk = desk.press(name)
    return desk


def test_a_whole_visit_is_walked_through() -> None:
    assert pressed("volgende").here == VISITORS[0]
    assert pressed("volgende", "is-er").state == "visit"
    done = pressed("volgende", "is-er", "klaar")
    assert (done.state, done.here, done.waiting) == ("free", None, VISITORS[1:])


def test_who_did_not_come_can_come_after_all() -> None:
    desk = pressed("volgende", "niet-gekomen")
    assert desk.missed == VISITORS[:1]
    assert desk.press("is-er-toch").waiting == VISITORS


def test_one_step_can_be_undone_once() -> None:
    undone = pressed("volgende", "is-er", "ongedaan")
    assert (undone.state, undone.here) == ("calling", VISITORS[0])
    assert undone.press("ongedaan") == undone


def test_an_empty_line_is_said_and_one_can_begin_anew() -> None:
    desk = pressed(*("volgende", "is-er") * 4, "volgende")
    assert (desk.last, desk.here) == ("leeg", None)
    assert desk.press("opnieuw") == PracticeDesk()


@pytest.mark.parametrize("name", ["klaar", "is-er", "is-er-toch", "ongedaan", "nonsense"])
def test_a_button_that_is_not_there_does_nothing(name: str) -> None:
    assert PracticeDesk().press(name) == PracticeDesk()


def test_every_button_has_a_hint() -> None:
    assert {name for buttons in BUTTONS.values() for name, _ in buttons} <= HINTS.keys()
