from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.events import HeadsetChanged
from kiosk.view import WelcomeView
from runtime.settings.model import Kiosk, Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk_play import Play

    NewPlay = Callable[..., Play]

HIGH = Screen(millimetres=(476, 268), bottom_above_floor_mm=900)


def row(stage: Play) -> list[str]:
    return [button.text if button else "" for button in stage.view.frame.row]


def test_the_row_has_six_places_and_what_is_of_no_use_leaves_its_place_empty(play: NewPlay) -> None:
    stage = play(voices=frozenset({"nl"})).hub_is_here(mode="topics")
    assert row(stage) == ["", "Voorlezen", "Groter", "Donker", "Talen", ""]
    stage.touches("topic", "digid")
    assert row(stage) == ["Terug", "Voorlezen", "Groter", "Donker", "Talen", ""]
    stage.touches("languages")
    assert row(stage) == ["Terug", "Voorlezen", "Groter", "Donker", "", ""]


def test_a_kiosk_that_cannot_say_the_language_does_not_offer_to(play: NewPlay) -> None:
    stage = play(voices=frozenset({"nl"})).hub_is_here()
    stage.touches("languages")
    stage.touches("language", "en")
    assert row(stage)[1] == ""


def test_a_branch_that_wants_no_speech_gets_none(play: NewPlay) -> None:
    stage = play(kiosk=Kiosk(speech=False), voices=frozenset({"nl"})).hub_is_here()
    assert row(stage)[1] == ""
    assert stage.happens(HeadsetChanged(is_in=True)) == ()


def test_a_screen_that_reaches_too_high_offers_its_controls_lower_and_high_again(play: NewPlay) -> None:
    stage = play(kiosk=Kiosk(screen=HIGH)).hub_is_here()
    assert row(stage)[5] == "Lager"
    stage.touches("lower")
    assert (stage.view.frame.is_low, row(stage)[5]) == (True, "Hoger")
    stage.touches("lower")
    assert (stage.view.frame.is_low, row(stage)[5]) == (False, "Lager")


def test_while_the_hub_is_asked_there_is_nothing_to_touch_and_the_places_stay(play: NewPlay) -> None:
    stage = play(voices=frozenset({"nl"})).hub_is_here()
    stage.touches("take")
    stage.passes(0.5)
    assert row(stage) == [""] * 6
    assert stage.controls() == []


def test_the_strip_for_the_voice_is_there_while_it_speaks_and_only_then(play: NewPlay) -> None:
    stage = play(voices=frozenset({"nl"})).hub_is_here()
    assert stage.view.frame.guide is None
    stage.touches("read-aloud")
    assert row(stage)[1] == "Stop"
    guide = stage.view.frame.guide
    assert guide
    assert (guide.quieter.text, guide.louder.text, guide.repeat.text) == ("Zachter", "Harder", "Nog een keer")
    stage.touches("read-aloud")
    assert (stage.view.frame.guide, row(stage)[1]) == (None, "Voorlezen")


def test_turning_the_page_goes_on_and_another_size_begins_anew(play: NewPlay) -> None:
    stage = play().hub_is_here(mode="topics")
    stage.touches("page")
    stage.touches("page")
    assert stage.view.frame.page == 2
    stage.touches("larger")
    assert stage.view.frame.page == 0
    stage.touches("page")
    stage.touches("topic", "digid")
    assert stage.view.frame.page == 0


@pytest.mark.parametrize(("mode", "is_one_button"), [("topics", True), ("plaza", False)])
def test_topics_that_a_small_screen_has_no_room_for_become_one_button(
    play: NewPlay, mode: str, *, is_one_button: bool
) -> None:
    stage = play(kiosk=Kiosk(screen=Screen(millimetres=(154, 86)))).hub_is_here(mode=mode)
    assert isinstance(stage.view, WelcomeView) == is_one_button
