"""Speech as it sounds: real voices, on a device that notes what it gets; measured by the transcript."""

from __future__ import annotations

import ast
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from aloud import Aloud
from heard import Listener
from loudspeaker import Loudspeaker
from once_of_three import once_of_three
from sayings import at_s

from kiosk.events import Chosen, Explored, HeadsetChanged, HeldLong, KeyPressed, Spoke, Touched
from kiosk.guidance.items import visible_texts
from kiosk.view import Control
from runtime.languages import LANGUAGES, OWN_NAMES
from runtime.settings.model import Audio, Kiosk, Printer
from voices.espeak import VOICES
from voices.player import NULL, Player

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.events import Event
    from runtime.settings.model import Settings
    from wire.state import Menu

    MakeAloud = Callable[..., Aloud]

ROOT = Path(__file__).parents[2]
VOLUME = 55
SPEAKERS, HANDSET = "speakers", "plughw:CARD=Handset"
HOME = Audio(output=SPEAKERS, headset=HANDSET, volume=VOLUME)
UNHEARD = Audio(output=NULL, headset=NULL, volume=VOLUME)
CUT_WITHIN_S = 0.2
WALK = (("topic", "digid"), ("take", "digid"))


@pytest.fixture
def aloud(settings: Settings, menu: Menu, tmp_path: Path) -> Iterator[MakeAloud]:
    """Sets a stage with the hub there; without a player of its own every sound is over at once."""
    made: list[Aloud] = []

    def make(audio: Audio = HOME, player: Player | None = None) -> Aloud:
        kiosk = Kiosk(printer=Printer(kind="serial", port="/dev/null"), audio=audio)
        folder = tmp_path / str(len(made))
        folder.mkdir()
        languages = frozenset(LANGUAGES)
        made.append(Aloud(settings, kiosk, menu, languages=languages, folder=folder, player=player or Listener()))
        made[-1].hub_is_here(mode="topics", languages=LANGUAGES)
        return made[-1]

    yield make
    for each in made:
        each.close()


def begins(event: Event) -> bool:
    return isinstance(event, Spoke)


def takes_a_number(stage: Aloud, language: str) -> Iterator[list[dict[str, Any]]]:
    """What sounds on each screen of the way to a number, in this language; the screen is there meanwhile."""
    if language != "nl":
        stage.touches("languages")
        stage.touches("language", language)
    stage.touches("read-aloud")
    yield stage.listens()
    for touch in WALK:
        stage.touches(*touch)
        if touch[0] == "take":
            stage.has_number(language=language)
        yield stage.listens()


@pytest.mark.parametrize("language", VOICES)
def test_a11y_02_what_sounds_is_what_stands_on_the_screen_all_of_it_and_nothing_else(
    aloud: MakeAloud, language: str
) -> None:
    stage = aloud()
    for sounded in takes_a_number(stage, language):
        assert visible_texts(stage.view) - {line["text"] for line in sounded} == set()
    assert [line["text"] for line in sounded if line["place"] == "number"] == ["27"]


@pytest.mark.parametrize("language", ["nl", "pl", "uk"])
def test_a11y_05_what_sounds_has_the_language_of_the_screen_and_a_voice_of_it(aloud: MakeAloud, language: str) -> None:
    spoken = {(line["language"], line["voice"]) for line in next(takes_a_number(aloud(), language))}
    assert spoken == {(language, f"espeak-ng {VOICES[language]}")}


def test_a11y_05_the_names_of_languages_are_said_in_them_and_those_without_a_voice_are_not_said(
    aloud: MakeAloud,
) -> None:
    stage = aloud()
    stage.touches("read-aloud")
    stage.touches("languages")
    names = {line["text"]: line["language"] for line in stage.listens() if line["text"] in OWN_NAMES.values()}
    assert names == {OWN_NAMES[language]: language for language in VOICES}


DEEDS: dict[str, Event] = {
    "a touch": Touched(Control("contrast")),
    "a touch beside everything": Touched(Control("fetch-me")),
    "a key": KeyPressed("next"),
    "the key for back": KeyPressed("back"),
    "the key to stop": KeyPressed("stop"),
    "a finger that explores": Explored(Control("languages")),
    "a double touch": Chosen(),
    "a finger that rests": HeldLong(),
    "a headset that goes in": HeadsetChanged(is_in=True),
    "a headset that goes out": HeadsetChanged(is_in=False),
}


def does(stage: Aloud, deed: Event) -> None:
    """As it happens on the kiosk: of the headset the speaker hears first."""
    if isinstance(deed, HeadsetChanged):
        stage.speech.hear(deed)
        stage.listens(until=lambda event: event == deed)
    else:
        stage.happens(deed)


@pytest.mark.parametrize("is_blind", [False, True], ids=["reading", "blind"])
@pytest.mark.parametrize("deed", DEEDS)
def test_a11y_06_any_deed_cuts_off_what_is_being_said_within_200_ms(
    aloud: MakeAloud,
    deed: str,
    is_blind: bool,  # noqa: FBT001
) -> None:
    def cut_after_s() -> float:
        stage = aloud(UNHEARD, Player())
        if is_blind:
            stage.presses("next")
        else:
            stage.touches("read-aloud")
        stage.listens(until=begins)
        now_s = time.time()
        does(stage, DEEDS[deed])
        cut = stage.said_aloud.wait_for(lambda line: line["event"] == "cut")
        return at_s(cut) - now_s

    assert once_of_three(cut_after_s, CUT_WITHIN_S)


def test_a11y_06_the_loudspeaker_falls_silent_within_200_ms(aloud: MakeAloud, tmp_path: Path) -> None:
    def cut_after_s() -> float:
        folder = tmp_path / str(time.monotonic_ns())
        folder.mkdir()
        loudspeaker = Loudspeaker(folder)
        stage = aloud(player=Player(loudspeaker.program))
        stage.touches("read-aloud")
        stage.listens(until=begins)
        while not loudspeaker.samples:
            time.sleep(0.005)
        now_s = time.time()
        stage.touches("read-aloud")
        after_s = at_s(stage.said_aloud.wait_for(lambda line: line["event"] == "cut")) - now_s
        played = len(loudspeaker.samples)
        time.sleep(CUT_WITHIN_S)
        assert len(loudspeaker.samples) == played
        return after_s

    assert once_of_three(cut_after_s, CUT_WITHIN_S)


def test_a11y_06_what_was_said_last_is_said_again_when_asked(aloud: MakeAloud) -> None:
    stage = aloud()
    stage.presses("next")
    stage.listens()
    stage.presses("next")
    once = [line["text"] for line in stage.listens()]
    stage.presses("repeat")
    assert [line["text"] for line in stage.listens()] == once


def test_a11y_11_with_a_headset_in_speech_goes_there_and_nowhere_else(aloud: MakeAloud) -> None:
    stage = aloud()
    stage.speech.hear(HeadsetChanged(is_in=True))
    assert {line["device"] for line in stage.listens()} == {HANDSET}
    stage.chooses("topic", "digid")
    assert {line["device"] for line in stage.listens()} == {HANDSET}


def test_a11y_11_pulled_out_it_is_silent_at_once_but_for_a_warning_and_then_for_good(aloud: MakeAloud) -> None:
    stages: list[Aloud] = []

    def cut_after_s() -> float:
        stages.append(stage := aloud(Audio(output=NULL, headset=HANDSET), Player("cat")))
        stage.speech.hear(HeadsetChanged(is_in=True))
        stage.listens(until=begins)
        now_s = time.time()
        stage.speech.hear(HeadsetChanged(is_in=False))
        cut = stage.said_aloud.wait_for(lambda line: line["event"] == "cut")
        return at_s(cut) - now_s

    assert once_of_three(cut_after_s, CUT_WITHIN_S)
    stage = stages[-1]
    warning = "De koptelefoon is eruit. Het voorlezen stopt."
    stage.listens(until=lambda event: isinstance(event, Spoke) and event.utterance.text == warning)
    assert stage.said_aloud.event("began", warning)["device"] == NULL
    stage.touches("topic", "digid")
    stage.passes(5)
    assert stage.said_aloud.texts[-1] == warning


def test_a11y_12_keys_make_it_louder_and_softer_in_steps_and_a_sample_is_heard(aloud: MakeAloud) -> None:
    listener = Listener()
    stage = aloud(player=listener)
    stage.presses("next")
    stage.listens()
    volumes, factors = [VOLUME], [listener.heard[-1].factor]
    for _ in range(3):
        stage.presses("louder")
        sample = stage.listens()
        volumes.append(sample[0]["volume"])
        factors.append(listener.heard[-1].factor)
    assert volumes == sorted(set(volumes))
    stage.presses("quieter")
    assert stage.listens()[0]["volume"] == volumes[-2]
    assert listener.heard[-1].factor < factors[-1]


def test_a11y_12_the_next_visitor_hears_the_volume_of_the_house(aloud: MakeAloud) -> None:
    stage = aloud()
    stage.presses("next")
    stage.presses("louder", 4)
    assert stage.listens()[-1]["volume"] > VOLUME
    stage.passes(120)
    stage.passes(60)
    while not stage.told.empty():
        stage.listens(until=lambda _event: True)
    stage.presses("next")
    stage.listens(until=begins)
    assert stage.said_aloud.began[-1]["volume"] == VOLUME


def test_a11y_13_no_two_sounds_are_heard_at_once(aloud: MakeAloud) -> None:
    stage = aloud(UNHEARD, Player())
    for key in ("next", "next", "last", "first", "next"):
        stage.presses(key)
        stage.listens(until=begins)
    stage.presses("stop")
    stage.said_aloud.wait_for(lambda line: line["event"] == "cut" and line == stage.said_aloud.lines[-1])
    events = [line["event"] for line in stage.said_aloud.lines]
    assert events == ["began", "cut"] * (len(events) // 2)


def test_a11y_13_nothing_else_in_the_kiosk_makes_a_sound() -> None:
    def rooms_of_sound(file: Path) -> set[str]:
        imported = (
            node.module or "" for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.ImportFrom)
        )
        return {module for module in imported if module in ("voices.player", "display.chime", "kivy.core.audio")}

    files = [file for room in ("kiosk", "screenkit") for file in (ROOT / room).rglob("*.py")]
    sounding = {str(file.relative_to(ROOT)) for file in files if rooms_of_sound(file)}
    assert sounding == {"kiosk/speech/speaker.py", "kiosk/speech/speech.py"}


def test_a11y_46_nothing_sounds_that_nobody_asked_for(aloud: MakeAloud) -> None:
    listener = Listener()
    stage = aloud(player=listener)
    said = [*stage.said]
    for _ in range(60):
        stage.passes(60)
        said += stage.said
    for touch in (("contrast",), ("larger",), ("languages",), ("language", "en"), *WALK):
        stage.touches(*touch)
        said += stage.said
    stage.has_number(language="en")
    for _ in range(10):
        stage.passes(30)
        said += stage.said
    assert said == []
    assert stage.told.empty()
    assert listener.heard == []
    assert stage.said_aloud.lines == []


def test_a11y_46_after_a_visitor_who_walks_away_while_it_speaks_it_is_silent_again(aloud: MakeAloud) -> None:
    listener = Listener()
    stage = aloud(player=listener)
    stage.touches("read-aloud")
    stage.listens()
    stage.passes(90)
    assert stage.listens()[0]["text"] == "Bent u er nog?"
    stage.passes(30)
    heard = len(listener.heard)
    for _ in range(60):
        stage.passes(60)
    assert stage.told.empty()
    assert len(listener.heard) == heard
