"""Keys alone: everything that a finger can do on the glass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.effects import Ask, PrintTicket, Say
from kiosk.events import HeadsetChanged, HeldLong, KeyPressed, Touched
from kiosk.guidance.items import items_of
from kiosk.view import Control, NumberView, buttons_of
from runtime.languages import LANGUAGES
from wire.commands import FetchMe, TakeTicket

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk_play import Play

    from kiosk.events import Event

    NewPlay = Callable[..., Play]

VOICES = frozenset({"nl", "en"})
OF_SPEECH = {"read-aloud", "quieter", "louder", "repeat", "listen", "no-listen", "page"}


def replayed(play: NewPlay, path: tuple[Control, ...], *, by_keys: bool) -> Play:
    """A stage on which these were chosen one after another; the hub answers at once."""
    stage = play(voices=VOICES).hub_is_here(mode="topics")
    for control in path:
        deed = stage.chooses if by_keys else stage.touches
        deed(control.kind, control.which)
        if any(isinstance(each, Ask) and isinstance(each.command, TakeTicket) for each in stage.out):
            stage.has_number()
    return stage


def screen(stage: Play) -> tuple[object, ...]:
    view = stage.view
    texts = tuple(text for item in items_of(view) if item.group in ("text", "choice") for text in item.texts)
    return type(view), view.frame.is_large, view.frame.is_high_contrast, texts


def choices(stage: Play) -> list[Control]:
    return [button.control for button in buttons_of(stage.view) if button.control.kind not in OF_SPEECH]


def test_a11y_01_keys_reach_every_screen_and_every_choice_that_touch_reaches(play: NewPlay) -> None:
    paths: list[tuple[Control, ...]] = [()]
    met = set()
    while paths:
        path = paths.pop(0)
        by_touch, by_keys = (replayed(play, path, by_keys=each) for each in (False, True))
        assert screen(by_keys) == screen(by_touch)
        if screen(by_touch) in met or len(path) > 3:
            continue
        met.add(screen(by_touch))
        paths += [(*path, control) for control in choices(by_touch)]
    assert len(met) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_01_a_ticket_in_every_language_by_keys_alone(play: NewPlay, language: str) -> None:
    stage = play(voices=VOICES, languages=frozenset(LANGUAGES)).hub_is_here(languages=LANGUAGES)
    if language not in VOICES:
        stage.chooses("read-aloud")
    if language != "nl":
        stage.chooses("languages")
        stage.chooses("language", language)
    stage.chooses("take")
    assert stage.asked(TakeTicket).language == language


def test_a11y_50_keys_alone_lead_to_what_the_kiosk_tells_of_itself_and_back(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here(mode="topics")
    before = screen(stage)
    stage.chooses("languages")
    stage.chooses("about")
    assert stage.said[0] == "Over deze zuil"
    assert {"Alles kan ook met toetsen.", "Werkt er iets niet? Zeg het bij de balie."} <= set(stage.said)
    stage.presses("back")
    stage.presses("back")
    assert screen(stage) == before


def test_a11y_01_whoever_moves_is_never_stuck_and_comes_round_both_ways(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here(mode="topics")
    stage.presses("next")
    places = [item.place for item in items_of(stage.view)]
    start = stage.view.frame.mark
    for key in ("next", "previous"):
        met = []
        for _ in places:
            stage.presses(key)
            met.append(stage.view.frame.mark)
        assert set(met) == set(places)
        assert stage.view.frame.mark == start
    stage.presses("last")
    assert stage.view.frame.mark == places[-1]
    stage.presses("first")
    assert stage.view.frame.mark == places[0]


def at_start(_stage: Play) -> None:
    pass


def at_languages(stage: Play) -> None:
    stage.touches("languages")


def at_asking(stage: Play) -> None:
    stage.touches("take")
    stage.passes(0.45)


def at_number(stage: Play) -> None:
    stage.touches("take")
    stage.has_number()


def at_refusal(stage: Play) -> None:
    stage.touches("take")
    stage.is_refused(stage.asked(TakeTicket).request_id, "line-full")


def at_warning(stage: Play) -> None:
    stage.touches("larger")
    stage.passes(95)
    assert stage.view.title == "Bent u er nog?"


def at_reading(stage: Play) -> None:
    stage.touches("read-aloud")


@pytest.mark.parametrize("event", [KeyPressed("next"), KeyPressed("choose"), HeadsetChanged(is_in=True), HeldLong()])
@pytest.mark.parametrize("there", [at_start, at_languages, at_asking, at_number, at_refusal, at_warning, at_reading])
def test_a11y_03_a_key_a_headset_and_a_resting_finger_start_speech_from_every_screen(
    play: NewPlay, there: Callable[[Play], None], event: Event
) -> None:
    stage = play(voices=VOICES).hub_is_here()
    there(stage)
    stage.passes(1)
    stage.happens(event)
    assert stage.utterances
    assert stage.hears_it_out()


def test_a11y_04_the_first_sentences_say_what_it_is_how_to_stop_and_how_to_move_and_then_in_english(
    play: NewPlay,
) -> None:
    stage = play(voices=VOICES).hub_is_here()
    stage.presses("next")
    assert stage.said[:5] == [
        "Bibliotheek Hengelo · Informatiepunt",
        "De zuil leest nu alles voor.",
        "Kies de knop Stop om te stoppen.",
        "Druk op pijl omlaag voor het volgende.",
        "Druk op OK om te kiezen.",
    ]
    assert [(each.text, each.language) for each in stage.utterances if each.language != "nl"] == [
        ("For English: press the back key.", "en")
    ]
    stage.presses("back")
    assert "Press OK to choose." in stage.said
    assert stage.view.frame.code == "en"
    stage.presses("back")
    assert stage.view.frame.code == "nl"


def test_a11y_04_every_language_with_a_voice_is_reached_by_keys_and_one_without_is_passed_over(play: NewPlay) -> None:
    stage = play(voices=VOICES, languages=frozenset(LANGUAGES)).hub_is_here(languages=LANGUAGES)
    stage.chooses("languages")
    met = set()
    for _ in items_of(stage.view):
        stage.presses("next")
        met.add(stage.view.frame.mark)
    assert {place.which for place in met if isinstance(place, Control) and place.kind == "language"} == VOICES
    details = {tile.control.which: tile.detail for tile in stage.view.tiles}
    assert {language for language, detail in details.items() if detail == "geen stem"} == set(LANGUAGES) - VOICES


def test_a11y_07_the_focus_is_marked_and_said_with_its_position(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here(mode="topics")
    stage.presses("next")
    stage.presses("next")
    assert stage.said == ["Brief of formulier", "2 van 9"]
    assert stage.view.frame.mark == Control("topic", "brief")
    for item in items_of(stage.view):
        stage.goes_to(item.place)
        stage.presses("repeat")
        assert stage.said[: len(item.texts)] == list(item.texts)


@pytest.mark.parametrize("key", ["choose", "next"])
def test_a11y_29_one_key_at_a_time_is_enough(play: NewPlay, key: str) -> None:
    stage = play(voices=VOICES).hub_is_here()
    stage.presses(key)
    stage.presses("choose")
    assert stage.asked(TakeTicket).language == "nl"


def test_a11y_29_every_control_is_one_touch_and_none_needs_a_longer_or_a_second_one(play: NewPlay) -> None:
    for control in choices(play(voices=VOICES).hub_is_here(mode="topics")):
        stage = play(voices=VOICES).hub_is_here(mode="topics")
        before = stage.view
        stage.touches(control.kind, control.which)
        assert stage.out or stage.view != before, control


@pytest.mark.parametrize("seconds", [0.0, 0.3, 0.49])
def test_a11y_30_pressing_ok_twice_gives_one_ticket(play: NewPlay, seconds: float) -> None:
    stage = play(voices=VOICES).hub_is_here()
    stage.goes_to(Control("take"))
    stage.presses("choose")
    asked = stage.asked(TakeTicket)
    stage.happens(KeyPressed("choose"))
    assert not [each for each in stage.out if isinstance(each, Ask)]
    stage.is_answered(asked.request_id)
    stage.up_s += seconds
    stage.happens(KeyPressed("choose"))
    assert not [each for each in stage.out if isinstance(each, Ask)]
    assert not stage.view.fetch.is_on


@pytest.mark.parametrize("seconds", [0.0, 0.49])
def test_a11y_30_touching_twice_gives_one_ticket(play: NewPlay, seconds: float) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    asked = stage.asked(TakeTicket)
    stage.up_s += seconds
    assert stage.touches_at_once("take") == ()
    stage.passes(1.5)
    stage.is_answered(asked.request_id)
    stage.up_s += seconds
    assert stage.touches_at_once("done") == ()
    assert isinstance(stage.view, NumberView)


def test_a11y_31_who_cannot_touch_the_glass_gets_and_keeps_everything_by_keys_without_speech(play: NewPlay) -> None:
    stage = play().hub_is_here(mode="topics")
    stage.presses("next")
    assert stage.view.frame.mark == Control("topic", "digid")
    stage.chooses("larger")
    stage.chooses("topic", "brief")
    stage.has_number()
    stage.chooses("fetch-me")
    assert stage.asked(FetchMe).fetch_me
    stage.chooses("done")
    assert not [each for each in stage.out if isinstance(each, Say | PrintTicket)]
    assert (stage.view.frame.mark, stage.view.frame.is_large) == (None, False)


def test_a11y_01_a_single_touch_still_works_for_who_moved_by_silent_keys(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.presses("next")
    assert stage.view.frame.mark == Control("take")
    stage.passes(1)
    stage.happens(Touched(Control("take")))
    assert stage.asked(TakeTicket)
    assert stage.view.frame.mark is None
