"""Time: as much as anybody wants, and nothing of one visitor left for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.effects import Hush, SetVolume
from kiosk.events import FingerCame, HeadsetChanged, KeyPressed, Spoke
from kiosk.view import Control, NumberView, WelcomeView
from wire.commands import TakeTicket

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk_play import Play

    from kiosk.view import ControlKind

    NewPlay = Callable[..., Play]

VOICES = frozenset({"nl", "en"})
ASKED = "Bent u er nog?"


def with_number(play: NewPlay) -> Play:
    stage = play(voices=VOICES).hub_is_here()
    stage.touches("take")
    stage.has_number()
    return stage


def test_a11y_42_who_takes_any_time_between_two_touches_still_gets_a_number(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here(mode="topics", closes_at=None)
    stage.passes(3600)
    stage.touches("topic", "digid")
    for _ in range(20):
        stage.passes(60)
        assert stage.view.title == ASKED
        stage.touches("still-here")
        assert stage.view.title == "DigiD en inloggen"
    stage.touches("take", "digid")
    assert stage.asked(TakeTicket)


@pytest.mark.parametrize(("setting", "idle_s"), [("contrast", 90), ("larger", 120), ("read-aloud", 120)])
def test_a11y_42_the_screen_returns_after_its_time_and_asks_thirty_seconds_before(
    play: NewPlay, setting: ControlKind, idle_s: float
) -> None:
    stage = play(voices=VOICES).hub_is_here()
    stage.touches(setting)
    stage.passes(idle_s - 30.1)
    assert stage.view.title == "Welkom"
    stage.passes(0.1)
    assert stage.view.title == ASKED
    stage.passes(29.8)
    assert stage.view.title == ASKED
    stage.passes(0.2)
    assert isinstance(stage.view, WelcomeView)
    assert stage.view.frame == play(voices=VOICES).hub_is_here().view.frame


def test_a11y_42_the_warning_is_said_where_the_kiosk_speaks_and_any_key_goes_on(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here(mode="topics")
    stage.happens(HeadsetChanged(is_in=True))
    stage.hears_it_out()
    for _ in range(5):
        stage.passes(90)
        assert stage.hears_it_out()[:2] == [ASKED, "Neem rustig de tijd."]
        stage.happens(KeyPressed("next"))
        assert stage.view.title == "Waarvoor komt u?"
        stage.hears_it_out()


def test_a11y_42_nobody_is_idle_while_the_kiosk_speaks_to_them(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here()
    stage.touches("read-aloud")
    said = stage.utterances
    for each in said:
        stage.passes(60)
        stage.happens(Spoke(each))
        assert stage.view.title == "Welkom"


def test_a11y_42_a_finger_on_the_glass_counts_wherever_it_is(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("contrast")
    for _ in range(5):
        stage.passes(50)
        stage.happens(FingerCame())
    assert (stage.view.title, stage.view.frame.is_high_contrast) == ("Welkom", True)


def test_a11y_43_the_number_stays_until_its_owner_is_ready_and_while_it_is_asked(play: NewPlay) -> None:
    stage = with_number(play)
    for _ in range(10):
        stage.passes(60)
        assert (stage.view.title, stage.view.number) == (ASKED, "27")
        stage.touches("still-here")
        assert isinstance(stage.view, NumberView)
        assert stage.view.number == "27"
    stage.touches("done")
    assert isinstance(stage.view, WelcomeView)


def test_a11y_43_the_number_outlives_languages_letters_and_speech(play: NewPlay) -> None:
    stage = with_number(play)
    stage.touches("larger")
    stage.touches("languages")
    stage.passes(95)
    assert stage.view.number == "27"
    stage.touches("still-here")
    stage.touches("language", "en")
    stage.happens(KeyPressed("next"))
    assert "27" in stage.hears_it_out()
    assert stage.view.number == "27"


def test_a11y_45_nothing_of_one_visitor_is_left_for_the_next(play: NewPlay) -> None:
    fresh = play(voices=VOICES).hub_is_here().view
    stage = play(voices=VOICES).hub_is_here()
    for kind, which in (("languages", ""), ("language", "en"), ("larger", ""), ("contrast", "")):
        stage.chooses(kind, which)
    stage.presses("louder", 3)
    stage.chooses("take")
    stage.has_number(language="en")
    stage.chooses("own-language")
    stage.chooses("done")
    assert stage.view == fresh
    assert SetVolume(55) in stage.out
    assert Hush() in stage.out


@pytest.mark.parametrize("setting", ["larger", "contrast", "read-aloud"])
def test_a11y_45_a_visitor_who_walks_away_leaves_nothing_either(play: NewPlay, setting: ControlKind) -> None:
    fresh = play(voices=VOICES).hub_is_here().view
    stage = play(voices=VOICES).hub_is_here()
    stage.touches(setting)
    stage.passes(90)
    stage.passes(30)
    assert stage.view == fresh
    assert stage.flow.next_tick_s(stage.now) == play().hub_is_here().flow.next_tick_s(stage.now)


def test_a11y_45_who_only_pressed_a_key_leaves_nothing_either(play: NewPlay) -> None:
    fresh = play(voices=VOICES).hub_is_here().view
    stage = play(voices=VOICES).hub_is_here()
    stage.presses("next")
    assert stage.view.frame.mark == Control("take")
    stage.passes(90)
    stage.passes(30)
    assert stage.view == fresh
