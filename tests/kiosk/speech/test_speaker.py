from __future__ import annotations

import logging
import math
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from beep import Beep
from loudspeaker import Loudspeaker
from once_of_three import once_of_three
from piper_stand_in import PiperStandIn, add_model
from sayings import at_s

from kiosk.events import FellSilent, Spoke
from kiosk.speech.utterance import Utterance
from runtime.settings.devices import Audio
from voices.piper import PiperEngine, PiperVoice
from voices.player import NULL
from voices.sound import Sound
from voices.voices import Voices, voices_here

if TYPE_CHECKING:
    from conftest import MakeMouth

TITLE = Utterance("Komt u binnen", "nl", "title")
SENTENCE = Utterance("Ga", "nl", "sentence 0")
LONG = Utterance("Neem een nummer en ga rustig zitten. Wij roepen uw nummer.", "nl", "sentence 1")
HOME = Audio(output="speakers", headset="plughw:CARD=Handset")


def test_each_utterance_is_told_as_it_begins_and_then_the_end(mouth: MakeMouth) -> None:
    speaking = mouth()
    speaking.speaker.say((TITLE, SENTENCE))
    assert [speaking.told.next() for _ in range(3)] == [Spoke(TITLE), Spoke(SENTENCE), FellSilent()]
    events = [(line["event"], line["text"]) for line in speaking.said.lines]
    assert events == [("began", "Komt u binnen"), ("ended", "Komt u binnen"), ("began", "Ga"), ("ended", "Ga")]


def test_there_is_no_gap_between_two_utterances(mouth: MakeMouth) -> None:
    def gap_s() -> float:
        speaking = mouth()
        speaking.speaker.say((TITLE, SENTENCE))
        return at_s(speaking.said.event("began", "Ga")) - at_s(speaking.said.event("ended", "Komt u binnen"))

    assert once_of_three(gap_s, 0.15)


def test_it_begins_soon(mouth: MakeMouth) -> None:
    def begins_after_s() -> float:
        speaking = mouth(voices=voices_here(()))
        begun_s = time.monotonic()
        speaking.speaker.say((LONG,))
        speaking.told.next()
        return time.monotonic() - begun_s

    assert once_of_three(begins_after_s, 1)


def test_what_is_said_anew_takes_the_place_of_what_was_being_said(mouth: MakeMouth) -> None:
    speaking = mouth()
    speaking.speaker.say((LONG, TITLE))
    speaking.told.next()
    speaking.speaker.say((SENTENCE,))
    assert [speaking.told.next() for _ in range(2)] == [Spoke(SENTENCE), FellSilent()]
    assert speaking.said.texts == [LONG.text, "Ga"]


def test_hushing_tells_nothing_and_the_rest_is_not_said(mouth: MakeMouth) -> None:
    speaking = mouth()
    speaking.speaker.say((LONG, TITLE))
    speaking.told.next()
    speaking.speaker.hush()
    speaking.said.event("cut", LONG.text)
    speaking.speaker.say((SENTENCE,))
    assert [speaking.told.next() for _ in range(2)] == [Spoke(SENTENCE), FellSilent()]


def test_saying_nothing_is_silence_at_once(mouth: MakeMouth) -> None:
    speaking = mouth()
    speaking.speaker.say(())
    assert speaking.told.next() == FellSilent()
    assert speaking.said.lines == []


def test_how_something_is_said_may_differ_from_how_it_is_written(mouth: MakeMouth) -> None:
    speaking = mouth()
    written, pronounced = (
        Utterance("7", "nl", "number"),
        Utterance("7", "nl", "number", said="zeven en nog eens zeven"),
    )
    speaking.speaker.say((written, pronounced))
    for _ in range(3):
        speaking.told.next()
    first, first_end, second, second_end = map(at_s, speaking.said.lines)
    assert second_end - second > first_end - first


def test_while_one_thing_sounds_the_next_is_made(mouth: MakeMouth, tmp_path: Path) -> None:
    piper = PiperStandIn(tmp_path)

    def gap_s() -> float:
        engine = PiperEngine(piper.program)
        voice = PiperVoice("nl", add_model(tmp_path, "nl_NL-een"), engine)
        speaking = mouth(voices=Voices([voice], close=engine.close))
        speaking.speaker.say((Utterance("Neem een nummer", "nl", "title"), SENTENCE))
        assert [speaking.told.next() for _ in range(3)][2] == FellSilent()
        assert speaking.said.lines[0]["voice"] == "piper nl_NL-een"
        return at_s(speaking.said.event("began", "Ga")) - at_s(speaking.said.event("ended", "Neem een nummer"))

    assert once_of_three(gap_s, 0.15)


def test_speech_goes_to_the_headset_while_one_is_in(mouth: MakeMouth, tmp_path: Path) -> None:
    loudspeaker = Loudspeaker(tmp_path)
    speaking = mouth(HOME, program=loudspeaker.program)
    for is_in in (False, True, False):
        speaking.speaker.use_headset(is_in)
        speaking.speaker.say((TITLE,))
        speaking.told.wait_for(lambda event: event == FellSilent())
    assert loudspeaker.devices == ["speakers", "plughw:CARD=Handset", "speakers"]


@pytest.mark.parametrize("is_in", [True, False])
def test_plugging_and_unplugging_end_what_is_being_said(mouth: MakeMouth, is_in: bool) -> None:  # noqa: FBT001
    speaking = mouth(Audio(output=NULL, headset=NULL))
    speaking.speaker.use_headset(not is_in)
    speaking.speaker.say((LONG, TITLE))
    speaking.told.next()
    speaking.speaker.use_headset(is_in)
    speaking.said.event("cut", LONG.text)
    assert speaking.told.rest() == []


def test_a_headset_that_was_in_already_changes_nothing(mouth: MakeMouth) -> None:
    speaking = mouth()
    speaking.speaker.say((TITLE,))
    speaking.told.next()
    speaking.speaker.use_headset(is_in=False)
    assert speaking.told.next() == FellSilent()


def test_without_a_device_for_the_headset_speech_goes_where_it_always_goes(mouth: MakeMouth, tmp_path: Path) -> None:
    loudspeaker = Loudspeaker(tmp_path)
    speaking = mouth(Audio(output="speakers"), program=loudspeaker.program)
    speaking.speaker.use_headset(is_in=True)
    speaking.speaker.say((TITLE,))
    speaking.told.wait_for(lambda event: event == FellSilent())
    assert loudspeaker.devices == ["speakers"]


def test_a_new_volume_counts_at_once(mouth: MakeMouth, tmp_path: Path) -> None:
    loudspeaker = Loudspeaker(tmp_path)
    speaking = mouth(Audio(output="speakers", volume=50), program=loudspeaker.program)
    speaking.speaker.say((LONG,))
    speaking.told.next()
    while not loudspeaker.samples:
        time.sleep(0.005)
    speaking.speaker.set_volume(100)
    speaking.told.next()
    assert max(loudspeaker.samples) == pytest.approx(4 * loudspeaker.samples[0], rel=0.02)
    assert [line["volume"] for line in speaking.said.lines] == [50, 100]


def test_a_loudspeaker_that_is_missing_is_said_once_and_the_marks_go_on(
    mouth: MakeMouth, caplog: pytest.LogCaptureFixture
) -> None:
    speaking = mouth(Audio(), program="no-such-player")
    speaking.speaker.say((TITLE, SENTENCE))
    assert [speaking.told.next() for _ in range(3)] == [Spoke(TITLE), Spoke(SENTENCE), FellSilent()]
    assert not speaking.speaker.is_heard
    assert [each.levelno for each in caplog.records if each.levelno >= logging.WARNING] == [logging.WARNING]


def test_a_language_without_a_voice_is_left_out_and_said_once(
    mouth: MakeMouth, caplog: pytest.LogCaptureFixture
) -> None:
    speaking = mouth()
    arabic = Utterance("خذ رقمًا", "ar", "title")
    speaking.speaker.say((arabic, TITLE, arabic))
    assert [speaking.told.next() for _ in range(2)] == [Spoke(TITLE), FellSilent()]
    assert [each.getMessage() for each in caplog.records] == ["no voice for 'خذ رقمًا' in ar"]


class Stumbling(Beep):
    """A voice with a fault in its own program: the first text is too much for it."""

    has_stumbled = False

    def speak(self, text: str) -> Sound:
        if not self.has_stumbled:
            self.has_stumbled = True
            raise ZeroDivisionError
        return super().speak(text)


def test_after_whatever_fault_of_a_voice_the_next_visitor_is_spoken_to_again(
    mouth: MakeMouth, caplog: pytest.LogCaptureFixture
) -> None:
    speaking = mouth(voices=Voices([Stumbling()]))
    speaking.speaker.say((TITLE,))
    assert speaking.told.next() == FellSilent()
    speaking.speaker.say((SENTENCE,))
    assert [speaking.told.next() for _ in range(2)] == [Spoke(SENTENCE), FellSilent()]
    assert [each.getMessage()[:20] for each in caplog.records] == ["The voice broke off;"]


def test_it_knows_the_languages_that_it_can_speak(mouth: MakeMouth) -> None:
    assert mouth(voices=Voices([Beep("nl"), Beep("tr")])).speaker.languages == {"nl", "tr"}


def test_it_ends_at_once_also_while_it_speaks(mouth: MakeMouth) -> None:
    def ends_after_s() -> float:
        speaking = mouth()
        speaking.speaker.say((LONG,))
        speaking.told.next()
        begun_s = time.monotonic()
        speaking.speaker.stop()
        after_s = time.monotonic() - begun_s
        return math.inf if speaking.speaker._thread.is_alive() else after_s

    assert once_of_three(ends_after_s, 0.5)
