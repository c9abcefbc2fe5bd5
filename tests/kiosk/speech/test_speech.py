from collections.abc import Iterator
from pathlib import Path

import pytest
from beep import Beep
from ear import Ear
from heard import Listener
from jack_stand_in import add_card
from sayings import Sayings

from kiosk.effects import Hush, Say, SetVolume
from kiosk.events import FellSilent, HeadsetChanged, LinkChanged, Spoke
from kiosk.speech.speech import Speech
from kiosk.speech.utterance import Utterance
from runtime.settings.devices import Audio
from voices.voices import Voices

HOME = Audio(output="speakers", headset="plughw:CARD=NoSuchHandset")
TITLE = Utterance("Welkom", "nl", "title")


@pytest.fixture
def told() -> Ear:
    return Ear()


@pytest.fixture
def said(tmp_path: Path) -> Sayings:
    return Sayings(tmp_path / "said")


@pytest.fixture
def speech(told: Ear, said: Sayings) -> Iterator[Speech]:
    made = Speech(HOME, Voices([Beep()]), told, said.file, player=Listener())
    made.start()
    yield made
    made.stop()


def test_what_the_flow_decides_is_said_as_loud_as_it_decides(speech: Speech, told: Ear, said: Sayings) -> None:
    speech.do(SetVolume(80))
    speech.do(Say((TITLE,)))
    assert [told.next(), told.next()] == [Spoke(TITLE), FellSilent()]
    assert said.lines[0]["volume"] == 80


def test_hushing_is_silence(speech: Speech, told: Ear, said: Sayings) -> None:
    speech.do(Hush())
    speech.do(Say(()))
    assert told.next() == FellSilent()
    assert said.lines == []


@pytest.mark.parametrize(("is_in", "device"), [(True, HOME.headset), (False, HOME.output)])
def test_who_hears_of_the_headset_can_speak_to_it_already(
    speech: Speech, told: Ear, said: Sayings, *, is_in: bool, device: str
) -> None:
    speech.hear(HeadsetChanged(is_in=True))
    speech.hear(HeadsetChanged(is_in=is_in))
    assert told.rest() == [HeadsetChanged(is_in=True), HeadsetChanged(is_in=is_in)]
    speech.do(Say((TITLE,)))
    told.wait_for(lambda event: event == FellSilent())
    assert said.lines[0]["device"] == device


@pytest.mark.parametrize(("has_socket", "device"), [(False, HOME.headset), (True, HOME.output)])
def test_a_sound_card_that_is_always_there_is_a_headset_unless_keys_tell_of_the_plug(
    tmp_path: Path, *, has_socket: bool, device: str
) -> None:
    add_card(tmp_path, "NoSuchHandset")
    told, said = Ear(), Sayings(tmp_path / "said")
    devices = {"player": Listener(), "cards": tmp_path}
    speech = Speech(HOME, Voices([Beep()]), told, said.file, has_socket_with_keys=has_socket, **devices)
    speech.start()
    speech.do(Say((TITLE,)))
    told.wait_for(lambda event: event == FellSilent())
    speech.stop()
    assert said.lines[0]["device"] == device


def test_what_it_does_not_know_it_only_tells_on(speech: Speech, told: Ear) -> None:
    speech.hear(LinkChanged(is_connected=True))
    assert told.next() == LinkChanged(is_connected=True)
