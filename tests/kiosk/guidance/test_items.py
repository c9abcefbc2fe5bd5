from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.events import CornerTouched
from kiosk.guidance.items import items_of, visible_texts
from kiosk.view import Control, buttons_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk_play import Play

    from wire.state import Menu

    NewPlay = Callable[..., Play]


def places(stage: Play) -> list[str]:
    return [item.place if isinstance(item.place, str) else item.place.kind for item in items_of(stage.view)]


def test_a_screen_is_read_from_the_header_over_its_texts_and_choices_to_the_fixed_row(play: NewPlay) -> None:
    stage = play(voices=frozenset({"nl"})).hub_is_here()
    row = ["read-aloud", "larger", "contrast", "languages"]
    assert places(stage) == ["header", "language", "title", "sentence 0", "sentence 1", "take", "page", *row]


def test_the_number_is_read_in_the_order_in_which_it_matters(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    stage.has_number(language="en")
    texts = ["header", "language", "label", "number", "headline", "sentence 0", "sentence 1"]
    assert places(stage) == [*texts, "own-language", "fetch-me", "done", "page", "larger", "contrast", "languages"]


def test_a_closed_branch_reads_its_hours_after_what_to_do(play: NewPlay) -> None:
    stage = play().hub_is_here(intake="closed")
    assert places(stage)[2:4] == ["title", "sentence 0"]


def test_a_closed_topic_has_its_hours_beside_its_name(play: NewPlay, menu: Menu) -> None:
    topics = (replace(menu.topics[0], open=False, hours="13:00-16:00"),)
    stage = play().hub_is_here(mode="plaza", topics=topics)
    tile = next(item for item in items_of(stage.view) if item.place == Control("topic", "digid"))
    assert tile.texts == ("DigiD en inloggen", "13:00-16:00")


def test_every_control_is_an_item(play: NewPlay) -> None:
    stage = play(voices=frozenset({"nl"})).hub_is_here(mode="topics")
    stage.touches("read-aloud")
    controls = {button.control for button in buttons_of(stage.view)}
    assert {item.place for item in items_of(stage.view) if item.is_control} == controls


def test_what_staff_see_is_never_read(play: NewPlay) -> None:
    stage = play()
    stage.flow._service._has_pin = True
    stage.happens(CornerTouched(is_held=True))
    stage.passes(5)
    assert items_of(stage.view) == ()
    assert visible_texts(stage.view) == frozenset()
