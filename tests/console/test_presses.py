from console.presses import KEPT, REPEAT_S, Presses


def test_a_button_keeps_its_id_until_it_worked() -> None:
    presses = Presses()
    first = presses.id_for("next", 0)
    assert presses.id_for("next", 1) == first
    presses.worked(first)
    assert presses.id_for("next", 2) != first


def test_two_buttons_have_two_ids() -> None:
    presses = Presses()
    assert presses.id_for("next", 0) != presses.id_for("recall", 0)


def test_a_press_that_was_not_answered_is_repeated_under_the_same_id_for_a_while() -> None:
    presses = Presses()
    first = presses.id_for("next", 0)
    presses.pressed(first, 100)
    assert presses.id_for("next", 100 + REPEAT_S) == first
    assert presses.id_for("next", 101 + REPEAT_S) != first


def test_an_id_that_nobody_pressed_does_not_grow_old() -> None:
    presses = Presses()
    assert presses.id_for("next", 0) == presses.id_for("next", 100_000)


def test_the_ids_do_not_grow_without_end() -> None:
    presses = Presses()
    for n in range(KEPT * 2):
        presses.id_for(f"button {n}", n)
    assert len(presses._ids) == KEPT
