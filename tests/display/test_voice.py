from __future__ import annotations

import logging
import math
import re
import subprocess
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from heard import Heard, Listener
from loudness_meter import lufs
from msgspec.structs import replace

from board.phrases import LONGEST_S, Phrase, Phrases
from board.turns import turns
from display.voice import AFTER_CHIME_S, Voice
from runtime.texts import Texts
from voices.espeak import VOICES, EspeakVoice
from voices.loudness import LEVEL_LUFS
from voices.player import Player
from voices.sound import FULL_SCALE, Sound, scaled, to_wav
from voices.voices import Saying, Voices, voices_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from paper_hub import PaperHub

    from wire.state import Call

log = logging.getLogger(__name__)

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


LOUDNESS_LU = 0.5
"""Nothing is further than this from what it should be, so no two are further apart than 1 LU."""
LETTERS = ("", "A", "B", "L")
DESKS = {desk: {"nl": f"Balie {desk}"} for desk in "123"}


def every_call(hub: PaperHub, numbers: Iterable[str], *languages: str) -> Iterator[Call]:
    """Each number at each desk, in those languages."""
    for number, desk in product(numbers, DESKS):
        hub.calls.clear()
        yield replace(hub.call(number, desk).calls[0], languages=languages)


def what_the_board_says(hub: PaperHub, call: Call, phrases: Phrases) -> list[str]:
    """The number and its desk as they stand on the screen, in one language or in two."""
    board = replace(hub.board(), calls=(call,))
    (turn,) = turns(board, hub.now, phrases.beside).now
    desks = (turn.desk_name, turn.own_name or turn.desk_name)
    return [f"{turn.number} {desk}" for desk in desks[: len(call.languages)]]


def without_the_word_for_number(phrase: Phrase) -> str:
    """What is left of what was said: the number and the desk."""
    lead, _, rest = Texts(phrase.language, "visitor").text("Nummer {number}.").partition("{number}")
    return phrase.text.removeprefix(lead).replace(f"{rest} ", " ", 1).removesuffix(".")


def heard_as_shown(hub: PaperHub, numbers: Iterable[str], phrases: Phrases, *others: str) -> Iterator[Heard]:
    """Says the calls; each must be what the board says and take 8 s at most. What was heard: a chime, and speech."""
    listener, said = Listener(), list[Phrase]()
    announcing = Voice(
        listener,  # type: ignore[arg-type] - it stands in
        voices_here(()),
        phrases.of,
        100,
        has_sound=True,
        note=lambda _call, phrase, _saying: said.append(phrase),
        wait=lambda _seconds: None,
    )
    for call in every_call(hub, numbers, phrases.language, *others):
        said.clear()
        listener.heard.clear()
        announcing.say(call)
        chime, *spoken = listener.heard
        assert [without_the_word_for_number(phrase) for phrase in said] == what_the_board_says(hub, call, phrases)
        assert max(each.lasts_s for each in spoken) <= LONGEST_S
        yield from (chime, *spoken)


def loudness(heard: Heard) -> float:
    """As it is heard; nothing of it may be cut off."""
    assert max(map(abs, heard.sound.samples)) * heard.factor < FULL_SCALE
    return lufs(heard.sound) + 20 * math.log10(heard.factor)


@pytest.mark.parametrize("language", sorted(set(VOICES) - {"nl"}))
def test_what_is_heard_is_what_stands_on_the_board_and_all_of_it_is_equally_loud(hub: PaperHub, language: str) -> None:
    levels = [loudness(heard) for heard in heard_as_shown(hub, ["27", "B8"], Phrases("nl", DESKS), language)]
    assert len(levels) == 3 * 2 * len(DESKS)
    assert max(abs(level - LEVEL_LUFS) for level in levels) <= LOUDNESS_LU, levels


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("language", sorted(VOICES))
def test_all_numbers_at_all_desks_are_heard_as_they_stand_there(hub: PaperHub, language: str, tmp_path: Path) -> None:
    numbers = [f"{letter}{number}" for letter, number in product(LETTERS, range(1, 100))]
    desks = {
        desk: {language: Texts(language, "visitor").text("Balie {desk}.").format(desk=desk)[:-1]} for desk in DESKS
    }
    levels, measured = [], []
    for at, heard in enumerate(heard_as_shown(hub, numbers, Phrases(language, desks))):
        # The chime is always the same one.
        if at % 2 or at == 0:
            levels.append(loudness(heard))
        if at % 101 == 0:
            measured.append(by_ffmpeg(heard, tmp_path / "call.wav"))
    assert max(abs(level - LEVEL_LUFS) for level in levels) <= LOUDNESS_LU, (min(levels), max(levels))
    assert max(measured) - min(measured) <= 2 * LOUDNESS_LU, measured
    told = f"{len(levels)} sounds, {min(levels):.2f} to {max(levels):.2f}, by ffmpeg {min(measured)} to {max(measured)}"
    log.info("%s: %s LUFS", language, told)


def by_ffmpeg(heard: Heard, file: Path) -> float:
    """The loudness that ffmpeg measures, in LUFS."""
    file.write_bytes(to_wav(Sound(scaled(heard.sound.samples, heard.factor), heard.sound.rate_hz)))
    command = ["ffmpeg", "-nostdin", "-hide_banner", "-i", file, "-af", "ebur128", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return float(re.findall(r"I: +(-?[\d.]+) LUFS", told)[-1])
