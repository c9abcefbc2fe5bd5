from __future__ import annotations

import logging
import threading
import time
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from loudspeaker import Loudspeaker
from once_of_three import once_of_three

from voices.player import NULL, Player
from voices.sound import Sound

MakeProgram = Callable[[str], str]

RATE_HZ = 22_050
SHORT = Sound(array("h", [1000, -1000] * (RATE_HZ // 10)), RATE_HZ)
LONG = Sound(array("h", [1000, -1000] * (RATE_HZ * 2 // 3)), RATE_HZ)


@pytest.fixture
def program(tmp_path: Path) -> MakeProgram:
    """Makes a player that does as a shell line says."""

    def make(line: str) -> str:
        path = tmp_path / "player"
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)
        return str(path)

    return make


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def folder(within: Path) -> Path:
    """One that nothing was in yet."""
    made = within / str(time.monotonic_ns())
    made.mkdir()
    return made


def wait_until(is_so: Callable[[], bool]) -> None:
    until_s = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < until_s
        time.sleep(0.005)


def test_the_loudspeaker_gets_the_whole_sound_on_the_device_that_was_named(tmp_path: Path) -> None:
    loudspeaker = Loudspeaker(tmp_path)
    player = Player(loudspeaker.program)
    assert player.play(SHORT, "plughw:CARD=Handset")
    assert loudspeaker.samples == SHORT.samples
    assert loudspeaker.devices == ["plughw:CARD=Handset"]
    assert player.is_heard is True


def test_the_systems_own_player_takes_a_sound_as_it_is_given(tmp_path: Path) -> None:
    player = Player()
    assert player.play(SHORT, f"file:{tmp_path}/played,raw")
    assert (tmp_path / "played").read_bytes().startswith(SHORT.samples.tobytes())


def test_the_systems_own_player_says_what_is_wrong_with_a_device(caplog: pytest.LogCaptureFixture) -> None:
    player = Player()
    assert player.play(SHORT, "plughw:CARD=NoSuchCard")
    assert player.is_heard is False
    assert len(warnings(caplog)) == 1


def test_a_new_volume_is_heard_at_once(tmp_path: Path) -> None:
    def heard_after_s() -> float:
        loudspeaker, factors = Loudspeaker(folder(tmp_path)), [1.0]
        playing = threading.Thread(
            target=Player(loudspeaker.program).play, args=(LONG, "default"), kwargs={"factor": lambda: factors[0]}
        )
        playing.start()
        wait_until(lambda: len(loudspeaker.samples) > RATE_HZ // 2)
        heard = len(loudspeaker.samples)
        factors[0] = 0.5
        playing.join(30)
        changed = [*loudspeaker.samples, 500].index(500)
        return (changed - heard) / RATE_HZ

    assert once_of_three(heard_after_s, 0.2)


def test_a_sound_is_cut_off_within_200_ms_and_that_is_no_fault(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def cut_after_s() -> float:
        loudspeaker, cut = Loudspeaker(folder(tmp_path)), threading.Event()
        ends: list[bool] = []
        playing = threading.Thread(
            target=lambda: ends.append(Player(loudspeaker.program).play(LONG, is_cut=cut.is_set))
        )
        playing.start()
        wait_until(lambda: len(loudspeaker.samples) > 0)
        cut.set()
        begun_s = time.monotonic()
        playing.join(30)
        after_s = time.monotonic() - begun_s
        assert ends == [False]
        return after_s

    assert once_of_three(cut_after_s, 0.2)
    assert warnings(caplog) == []


def test_nothing_is_played_that_was_cut_before_it_began(tmp_path: Path) -> None:
    loudspeaker = Loudspeaker(tmp_path)
    assert not Player(loudspeaker.program).play(SHORT, is_cut=lambda: True)
    assert loudspeaker.devices == []


@pytest.mark.parametrize("device", [NULL, "default"])
def test_where_nobody_hears_it_a_sound_lasts_as_long_as_elsewhere(device: str) -> None:
    begun_s = time.monotonic()
    assert Player("true").play(SHORT, device)
    assert time.monotonic() - begun_s >= SHORT.lasts_s


def test_a_missing_player_is_said_once_with_what_to_install(caplog: pytest.LogCaptureFixture) -> None:
    player = Player("no-such-player")
    for _ in range(3):
        player.play(SHORT)
    assert warnings(caplog) == ["No sound, everything is only shown: no-such-player is missing; install alsa-utils"]
    assert player.is_heard is False


def test_a_player_that_fails_is_said_once_in_its_own_last_words(
    program: MakeProgram, caplog: pytest.LogCaptureFixture
) -> None:
    player = Player(program("echo 'ALSA lib: bla' >&2; echo 'aplay: audio open error' >&2; exit 1"))
    for _ in range(3):
        player.play(SHORT)
    assert warnings(caplog) == ["No sound, everything is only shown: aplay: audio open error"]


def test_sound_that_comes_back_is_said_too(program: MakeProgram, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    player = Player(program("exit 1"))
    player.play(SHORT)
    program("cat > /dev/null")
    player.play(SHORT)
    assert caplog.records[-1].getMessage() == "The sound is back"
    assert player.is_heard is True


@pytest.mark.parametrize("line", ["exec sleep 60", "cat > /dev/null; exec sleep 60"])
def test_a_player_that_hangs_is_ended(program: MakeProgram, caplog: pytest.LogCaptureFixture, line: str) -> None:
    player = Player(program(line), patience_s=0.3)
    begun_s = time.monotonic()
    player.play(SHORT)
    assert time.monotonic() - begun_s < 30
    assert "in time" in warnings(caplog)[0]


def test_a_player_that_hears_nothing_of_it_is_a_fault_and_no_crash(program: MakeProgram) -> None:
    player = Player(program("exec 0<&-; sleep 0.1; exit 3"))
    player.play(SHORT)
    assert player.is_heard is False
