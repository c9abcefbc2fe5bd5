"""Without sight: what is said, when it stops, and that nothing happens by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kiosk.effects import Ask, Hush, PrintTicket, Remember, Say, SetVolume
from kiosk.events import (
    Chosen,
    Explored,
    FellSilent,
    FingerCame,
    HeadsetChanged,
    HeldLong,
    KeyPressed,
    MenuArrived,
    Spoke,
    Touched,
)
from kiosk.guidance.items import items_of, visible_texts
from kiosk.view import Control, MessageView, NumberView, WelcomeView, buttons_of
from wire.commands import TakeTicket

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk_play import Play

    from kiosk.events import Event
    from wire.state import Menu

    NewPlay = Callable[..., Play]

VOICES = frozenset({"nl", "en"})


def blind(play: NewPlay, **menu: Any) -> Play:
    """A stage on which a headset was put in, and the voice has said what it had to say."""
    stage = play(voices=VOICES).hub_is_here(**menu)
    stage.happens(HeadsetChanged(is_in=True))
    stage.hears_it_out()
    return stage


def reading(play: NewPlay, **menu: Any) -> Play:
    """A stage that is being read aloud."""
    stage = play(voices=VOICES).hub_is_here(**menu)
    stage.touches("read-aloud")
    return stage


def with_number(stage: Play, **ticket: Any) -> Play:
    stage.chooses("take")
    stage.has_number(**ticket)
    return stage


def test_a11y_03_a_resting_finger_asks_aloud_first_and_resting_again_says_yes(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here()
    stage.happens(HeldLong())
    assert stage.view.title == "Wilt u horen wat op het scherm staat?"
    assert stage.hears_it_out() == [
        "Wilt u horen wat op het scherm staat?",
        "Ja? Houd uw vinger dan nog eens 3 tellen stil.",
        "Ja",
        "Nee",
    ]
    stage.happens(HeldLong())
    assert stage.said[1] == "De zuil leest nu alles voor."
    assert stage.view.frame.is_exploring


def test_a11y_03_who_says_no_to_speech_finds_the_screen_as_it_was(play: NewPlay) -> None:
    stage = play(voices=VOICES, languages=frozenset({"nl", "en", "ar"})).hub_is_here(mode="topics")
    stage.touches("languages")
    stage.touches("language", "ar")
    before = stage.view
    stage.happens(HeldLong())
    assert {each.language for each in stage.utterances} == {"nl"}
    stage.touches("no-listen")
    assert stage.view == before


def test_a11y_03_a_headset_is_answered_even_where_the_language_has_no_voice(play: NewPlay) -> None:
    stage = play(voices=VOICES, languages=frozenset({"nl", "en", "ar"})).hub_is_here()
    stage.touches("languages")
    stage.touches("language", "ar")
    stage.happens(HeadsetChanged(is_in=True))
    assert stage.view.frame.code == "nl"
    assert stage.utterances


def test_a_finger_that_finds_a_language_without_a_voice_is_told_so_and_may_choose_it_all_the_same(
    play: NewPlay,
) -> None:
    stage = play(voices=VOICES, languages=frozenset({"nl", "en", "ti"})).hub_is_here(languages=("nl", "en", "ti"))
    stage.happens(HeadsetChanged(is_in=True))
    stage.chooses("languages")
    stage.passes(1)
    stage.happens(Explored(Control("language", "ti")))
    assert [(each.text, each.language) for each in stage.utterances] == [("geen stem", "nl")]
    stage.passes(1)
    stage.happens(Chosen())
    assert (stage.view.frame.code, stage.view.frame.guide, stage.utterances) == ("ti", None, ())


@pytest.mark.parametrize(
    "event",
    [
        KeyPressed("next"),
        KeyPressed("repeat"),
        Explored(Control("take")),
        Chosen(),
        Touched(Control("take")),
        FingerCame(),
        HeldLong(),
        HeadsetChanged(is_in=False),
    ],
)
@pytest.mark.parametrize("speaking", [blind, reading])
def test_a11y_06_whatever_a_visitor_does_silences_the_voice_first(
    play: NewPlay, speaking: Callable[[NewPlay], Play], event: Event
) -> None:
    stage = speaking(play)
    stage.happens(KeyPressed("repeat"))
    assert isinstance(stage.out[-1], Say)
    stage.passes(1)
    out = stage.happens(event)
    assert isinstance(out[0], Hush)


def test_a11y_06_what_was_said_is_said_again_by_key_and_by_button(play: NewPlay) -> None:
    stage = with_number(blind(play))
    said = stage.hears_it_out()
    stage.presses("repeat")
    assert stage.said == said
    stage.passes(1)
    stage.happens(Explored(Control("repeat")))
    stage.passes(1)
    stage.happens(Chosen())
    assert stage.said == said


def test_a11y_06_stop_ends_speech_and_leaves_the_keys(play: NewPlay) -> None:
    stage = blind(play)
    for event in (KeyPressed("repeat"), KeyPressed("stop")):
        stage.happens(event)
    assert isinstance(stage.out[0], Hush)
    stage.presses("next")
    assert stage.utterances == ()
    assert stage.view.frame.mark is not None
    assert stage.view.frame.guide is None
    stage.presses("repeat")
    assert stage.utterances


def test_a11y_08_exploring_says_what_is_there_and_does_nothing_until_it_is_chosen(play: NewPlay) -> None:
    stage = blind(play, mode="topics")
    before = stage.view.title
    for item in items_of(stage.view):
        stage.passes(1)
        out = stage.happens(Explored(item.place))
        assert stage.said[: len(item.texts)] == list(item.texts)
        assert stage.view.frame.mark == item.place
        assert not [each for each in out if isinstance(each, Ask | PrintTicket | Remember)]
    assert stage.view.title == before
    stage.happens(Explored(Control("general")))
    stage.passes(1)
    stage.happens(Chosen())
    assert stage.asked(TakeTicket)


def test_a11y_08_a_single_touch_in_the_blind_mode_changes_and_prints_nothing(play: NewPlay) -> None:
    stage = blind(play)
    for button in buttons_of(stage.view):
        before = stage.view
        stage.touches(button.control.kind, button.control.which)
        assert not [each for each in stage.out if not isinstance(each, Hush)]
        assert stage.view == before


def test_a11y_09_the_number_is_said_in_full_letter_by_letter_and_what_to_do_now(play: NewPlay) -> None:
    stage = with_number(blind(play), number="B27")
    number = next(each for each in stage.utterances if each.place == "number")
    assert (number.text, number.said) == ("B27", "B, 27. 2, 7.")
    assert stage.hears_it_out() == [
        "Uw nummer",
        "B27",
        "Neem uw bon.",
        "De bon komt onder het scherm uit.",
        "Er zijn nog 3 mensen voor u.",
        "Ga zitten bij de blauwe stoelen.\nWij roepen uw nummer.",
        "Kom mij halen",
        "Klaar",
        "Kom mij halen",
        "1 van 2",
    ]


def test_a11y_09_the_number_is_read_and_marked_in_full_to_who_is_read_to(play: NewPlay) -> None:
    stage = reading(play)
    stage.touches("take")
    stage.has_number()
    utterances = stage.utterances
    for utterance in utterances:
        stage.happens(Spoke(utterance))
        if utterance.place != "caption":
            assert stage.view.frame.mark == utterance.place
    said = {each.place for each in utterances}
    assert said >= {item.place for item in items_of(stage.view)}
    stage.happens(FellSilent())
    assert stage.view.frame.mark is None
    assert stage.view.frame.guide is not None


def test_a11y_09_the_other_modes_say_all_that_is_visible_and_nothing_else(play: NewPlay) -> None:
    for speaking in (blind, reading):
        stage = with_number(speaking(play), number="B27") if speaking is blind else speaking(play)
        said = set(stage.hears_it_out())
        if speaking is blind:
            for item in items_of(stage.view):
                stage.goes_to(item.place)
                stage.presses("repeat")
                said |= set(stage.hears_it_out())
        missing = visible_texts(stage.view) - said
        assert missing == set()


@pytest.mark.parametrize("pages", [1, 3])
def test_a11y_09_what_turns_the_page_is_read_where_there_is_one_to_turn(play: NewPlay, pages: int) -> None:
    stage = play(voices=VOICES, pages=pages).hub_is_here()
    assert stage.touches("read-aloud")
    assert ("Meer" in stage.hears_it_out()) == (pages > 1) == (stage.view.frame.more is not None)


def test_who_explores_turns_the_page_that_is_there(play: NewPlay) -> None:
    stage = play(voices=VOICES, pages=3).hub_is_here(mode="topics")
    stage.happens(HeadsetChanged(is_in=True))
    stage.passes(1)
    stage.happens(Explored(Control("page")))
    assert (stage.said, stage.view.frame.page) == (["Meer"], 2)
    stage.passes(1)
    stage.happens(Chosen())
    assert (stage.view.frame.page, stage.view.frame.mark) == (3, Control("page"))


@pytest.mark.parametrize("speaking", [blind, reading])
def test_a11y_11_pulling_the_headset_out_mutes_at_once_and_says_so_and_then_speech_ends(
    play: NewPlay, speaking: Callable[[NewPlay], Play]
) -> None:
    stage = speaking(play)
    stage.happens(KeyPressed("repeat"))
    out = stage.happens(HeadsetChanged(is_in=False))
    assert isinstance(out[0], Hush)
    assert stage.hears_it_out() == ["De koptelefoon is eruit. Het voorlezen stopt."]
    assert stage.view.frame.guide is None
    stage.touches("larger")
    assert stage.utterances == ()


def test_a11y_11_after_the_headset_a_key_speaks_again_from_the_beginning(play: NewPlay) -> None:
    stage = blind(play)
    stage.happens(HeadsetChanged(is_in=False))
    stage.presses("next")
    assert "De zuil leest nu alles voor." in stage.said


def test_a11y_12_the_volume_goes_in_steps_each_with_a_sample_and_within_bounds(play: NewPlay) -> None:
    stage = blind(play)
    heard, samples = [], []
    for key in (*["louder"] * 6, *["quieter"] * 9):
        stage.presses(key)
        heard += [each.percent for each in stage.out if isinstance(each, SetVolume)]
        samples += stage.hears_it_out()
    assert samples == [f"Geluid: {percent} procent." for percent in heard]
    assert heard == [65, 75, 85, 95, 100, 90, 80, 70, 60, 50, 40, 30, 20]


def test_a11y_12_the_volume_is_reached_by_touch_and_is_its_own_again_for_the_next_visitor(play: NewPlay) -> None:
    stage = reading(play)
    stage.touches("louder")
    assert SetVolume(65) in stage.out
    stage.touches("take")
    stage.has_number()
    stage.touches("done")
    assert SetVolume(55) in stage.out
    assert stage.utterances == ()


def test_a_topic_that_comes_while_it_speaks_does_not_make_it_start_anew(play: NewPlay, menu: Menu) -> None:
    stage = reading(play)
    stage.happens(MenuArrived(menu))
    assert stage.utterances == ()
    assert isinstance(stage.view, WelcomeView)


def test_without_a_voice_nothing_speaks_and_keys_lead_in_silence(play: NewPlay) -> None:
    stage = play().hub_is_here()
    for event in (HeadsetChanged(is_in=True), HeldLong(), KeyPressed("next"), KeyPressed("louder")):
        stage.happens(event)
        assert stage.out == ()
    assert not isinstance(stage.view, MessageView | NumberView)
    assert "read-aloud" not in stage.controls()
