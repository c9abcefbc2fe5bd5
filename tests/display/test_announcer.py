from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from wav_writer import WavWriter, stretches

from board.phrases import Phrases
from display.announcer import PAUSE_S, Announcer
from display.voice import Voice
from voices.sound import from_wav
from voices.voices import voices_here

if TYPE_CHECKING:
    from pathlib import Path

    from paper_hub import PaperHub

    from wire.state import Call

LIMIT_S = 30.0
PAUSE_HERE_S = 0.05


@dataclass
class Ear:
    """Hears an announcer: what was lit, what was played and when; `lasts_s` is how long a sound takes."""

    lasts_s: float = 0.02
    lit: list[str] = field(default_factory=list)
    begun: list[float] = field(default_factory=list)
    ended: list[float] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def on_turn(self, call: Call) -> None:
        """See the light."""
        self.lit.append(call.number)

    def play(self, call: Call) -> None:
        """Hear a call to its end."""
        self.begun.append(time.monotonic())
        time.sleep(self.lasts_s)
        self.ended.append(time.monotonic())
        with self.changed:
            self.heard.append(call.number)
            self.changed.notify()

    def wait_for(self, count: int) -> list[str]:
        """Wait until so many calls were heard."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.heard) >= count, LIMIT_S), self.heard
        return self.heard


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def announcer(ear: Ear) -> Iterator[Announcer]:
    announcer = Announcer(ear.on_turn, ear.play, pause_s=PAUSE_HERE_S)
    announcer.start()
    yield announcer
    announcer.stop()


def calls(hub: PaperHub, *numbers: str) -> tuple[Call, ...]:
    for number in numbers:
        hub.call(number)
    return tuple(reversed(hub.calls[: len(numbers)]))


def test_between_two_calls_there_are_five_seconds() -> None:
    assert PAUSE_S == 5


def test_calls_keep_their_order_and_none_is_lost(announcer: Announcer, ear: Ear, hub: PaperHub) -> None:
    announcer.announce(calls(hub, "1", "2"))
    announcer.announce(calls(hub, "3"))
    announcer.announce(calls(hub, "4", "5"))
    assert ear.wait_for(5) == ["1", "2", "3", "4", "5"]


def test_calls_never_overlap_and_the_pause_is_kept(announcer: Announcer, ear: Ear, hub: PaperHub) -> None:
    announcer.announce(calls(hub, "1", "2", "3"))
    ear.wait_for(3)
    gaps = [begun - ended for ended, begun in zip(ear.ended, ear.begun[1:], strict=False)]
    assert len(gaps) == 2
    assert all(gap >= PAUSE_HERE_S for gap in gaps)


def test_the_screen_shows_a_call_before_it_sounds(announcer: Announcer, hub: PaperHub, ear: Ear) -> None:
    announcer.announce(calls(hub, "1"))
    ear.wait_for(1)
    assert ear.lit == ["1"]


def test_who_is_no_longer_called_loses_the_turn(announcer: Announcer, ear: Ear, hub: PaperHub) -> None:
    first, second, third = calls(hub, "1", "2", "3")
    announcer.announce((first, second, third))
    announcer.keep_only(frozenset({first.call_id, third.call_id}))
    assert ear.wait_for(2) == ["1", "3"]


def test_who_was_announced_and_is_called_back_hears_so_once(announcer: Announcer, ear: Ear, hub: PaperHub) -> None:
    said, unsaid = calls(hub, "1", "2")
    announcer.announce((said,))
    ear.wait_for(1)
    back = tuple(replace(call, state="taken-back") for call in (said, unsaid))
    announcer.take_back(back)
    announcer.take_back(back)
    announcer.keep_only(frozenset())
    announcer.announce(calls(hub, "3"))
    assert ear.wait_for(3) == ["1", "1", "3"]


def test_it_ends_at_once_although_calls_wait(announcer: Announcer, hub: PaperHub, ear: Ear) -> None:
    announcer.announce(calls(hub, *map(str, range(100))))
    ear.wait_for(1)
    begin = time.monotonic()
    announcer.stop()
    assert time.monotonic() - begin < 8
    assert len(ear.heard) < 100


AT_ONCE = 20
APART_S = 1 / AT_ONCE


def test_twenty_calls_within_a_second_are_all_said_in_order_five_seconds_apart_and_a_recall_again(
    hub: PaperHub, tmp_path: Path
) -> None:
    room, said = WavWriter(), list[str]()
    voice = Voice(
        room,  # type: ignore[arg-type] - it stands in
        voices_here(()),
        Phrases("nl", {}).of,
        60,
        has_sound=True,
        note=lambda call, phrase, _saying: said.append(f"{call.number} {phrase.language}"),
        wait=room.wait,
    )
    announcer = Announcer(lambda _call: None, voice.say, wait=room.wait)
    made = twenty_within_a_second(hub)
    recalled = replace(made[3], times_called=2)
    for call in (*made, recalled):
        announcer.announce([call])
    announcer.start()
    expected = [f"{call.number} {language}" for call in (*made, recalled) for language in call.languages]
    wait_until(lambda: len(said) == len(expected) and len(room.played) == len(expected) + AT_ONCE + 1)
    announcer.stop()
    assert said == expected
    room.write(tmp_path / "room.wav")
    heard = stretches(from_wav((tmp_path / "room.wav").read_bytes()).samples, silence_s=4.5)
    assert len(heard) == AT_ONCE + 1
    gaps = [begins - ended for (_, ended), (begins, _) in pairwise(heard)]
    assert min(gaps) >= PAUSE_S
    assert min(gaps) == pytest.approx(PAUSE_S, abs=0.5)


def twenty_within_a_second(hub: PaperHub) -> list[Call]:
    for number in range(AT_ONCE):
        hub.later(APART_S)
        hub.call(f"B{number + 20}", str(number % 3 + 1))
    others = ("nl", "en", "tr")
    return [
        replace(call, languages=tuple(dict.fromkeys(("nl", others[at % 3]))))
        for at, call in enumerate(reversed(hub.calls))
    ]


def wait_until(question: Callable[[], bool]) -> None:
    end_s = time.monotonic() + 100
    while not question():
        assert time.monotonic() < end_s
        time.sleep(0.02)
