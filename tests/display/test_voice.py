from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from heard import Listener
from msgspec.structs import replace

from board.phrases import LONGEST_S, Phrase, Phrases
from display.voice import AFTER_CHIME_S, Voice
from voices.espeak import EspeakVoice
from voices.player import Player
from voices.voices import Saying, Voices

if TYPE_CHECKING:
    from paper_hub import PaperHub

    from wire.state import Call

PHRASES = Phrases("nl", {"2": {"nl": "Balie 2"}})


@pytest.fixture
def call(hub: PaperHub) -> Call:
    return hub.call("27").calls[0]


def voice(player: Any, volume_percent: int = 60, *, has_sound: bool = True, **more: Any) -> Voice:
    voices = Voices([EspeakVoice("nl"), EspeakVoice("en")])
    return Voice(player, voices, PHRASES.of, volume_percent, has_sound=has_sound, **more)


def test_where_sound_is_switched_off_nothing_is_played_and_nothing_is_broken(call: Call) -> None:
    silent = voice(Player("no-such-player"), has_sound=False)
    silent.say(call)
    assert not silent.is_heard
    assert not silent.is_broken
    assert silent.languages == frozenset()


def test_lost_sound_is_told_once(call: Call) -> None:
    lost = voice(Player("no-such-player"), is_quiet=lambda _call: True)
    told: list[bool] = []
    lost.on_change = lambda: told.append(lost.is_broken)
    assert lost.is_heard
    lost.say(call)
    lost.say(call)
    assert told == [True]
    assert not lost.is_heard


def test_sound_that_is_there_is_told_as_heard(call: Call) -> None:
    heard = voice(Player("true"), is_quiet=lambda _call: True)
    heard.say(call)
    assert heard.is_heard


def test_after_the_chime_the_number_is_said_in_dutch_and_then_in_the_visitors_language(call: Call) -> None:
    listener, said = Listener(), list[tuple[str, str]]()

    def note(_call: Call, phrase: Phrase, _saying: Saying) -> None:
        said.append((phrase.language, phrase.text))

    voice(listener, note=note).say(replace(call, languages=("nl", "en")))
    assert said == [("nl", "Nummer 27. Balie 2."), ("en", "Number 27. Desk 2.")]
    chime, dutch, english = listener.heard
    assert 0.6 <= chime.lasts_s <= 0.8
    assert dutch.begins_s - chime.ends_s >= AFTER_CHIME_S
    assert english.begins_s > dutch.ends_s
    assert max(dutch.lasts_s, english.lasts_s) <= LONGEST_S


def test_a_language_without_a_voice_is_left_to_the_screen(call: Call) -> None:
    listener = Listener()
    voice(listener).say(replace(call, languages=("nl", "ti")))
    assert len(listener.heard) == 2


def test_in_a_quiet_part_of_the_day_there_is_only_the_chime(call: Call) -> None:
    listener = Listener()
    voice(listener, is_quiet=lambda _call: True).say(call)
    assert len(listener.heard) == 1


def test_chime_and_speech_are_as_loud_as_the_volume_says(call: Call) -> None:
    soft, loud, off = Listener(), Listener(), Listener()
    voice(soft, 50).say(call)
    voice(loud, 100).say(call)
    voice(off, 0).say(call)
    for one, other in zip(soft.heard, loud.heard, strict=True):
        assert one.factor == pytest.approx(other.factor / 4)
    assert [each.factor for each in off.heard] == [0, 0]


def test_a_desk_whose_name_takes_too_long_is_said_without_the_single_figures(hub: PaperHub) -> None:
    hub.call("B127", "2")
    long = replace(hub.calls[0], desk_name="Spreekkamer van de formulierenbrigade 12")
    listener = Listener()
    voice(listener).say(long)
    assert listener.heard[1].lasts_s <= LONGEST_S
