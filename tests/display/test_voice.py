from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from display.voice import Voice
from voices.player import Player

if TYPE_CHECKING:
    from conftest import PaperHub

    from wire.state import Call


@pytest.fixture
def call(hub: PaperHub) -> Call:
    return hub.call("27").calls[0]


def test_where_sound_is_switched_off_nothing_is_played_and_nothing_is_broken(call: Call) -> None:
    voice = Voice(Player("no-such-player"), 60, has_sound=False)
    voice.say(call)
    assert not voice.is_heard
    assert not voice.is_broken


def test_lost_sound_is_told_once(call: Call) -> None:
    voice = Voice(Player("no-such-player"), 60, has_sound=True)
    told: list[bool] = []
    voice.on_change = lambda: told.append(voice.is_broken)
    assert voice.is_heard
    voice.say(call)
    voice.say(call)
    assert told == [True]
    assert not voice.is_heard


def test_sound_that_is_there_is_told_as_heard(call: Call) -> None:
    voice = Voice(Player("true"), 60, has_sound=True)
    voice.say(call)
    assert voice.is_heard
