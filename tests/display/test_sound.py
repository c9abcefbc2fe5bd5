from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from display.chime import chime
from display.sound import Speaker

MakePlayer = Callable[[str], str]


@pytest.fixture
def player(tmp_path: Path) -> MakePlayer:
    """Makes a player that does as a shell line says."""

    def make(line: str) -> str:
        path = tmp_path / "player"
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)
        return str(path)

    return make


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def test_the_player_gets_the_whole_sound(player: MakePlayer, tmp_path: Path) -> None:
    speaker = Speaker(player(f"cat > {tmp_path}/played"))
    speaker.play(chime(60))
    assert (tmp_path / "played").read_bytes() == chime(60)
    assert speaker.is_heard is True


def test_a_missing_player_is_said_once_with_what_to_install(caplog: pytest.LogCaptureFixture) -> None:
    speaker = Speaker("no-such-player")
    for _ in range(3):
        speaker.play(chime(60))
    assert warnings(caplog) == ["No sound, calls are only shown: no-such-player is missing; install alsa-utils"]
    assert speaker.is_heard is False


def test_a_player_that_fails_is_said_once_in_its_own_last_words(
    player: MakePlayer, caplog: pytest.LogCaptureFixture
) -> None:
    speaker = Speaker(player("echo 'ALSA lib: bla' >&2; echo 'aplay: audio open error' >&2; exit 1"))
    for _ in range(3):
        speaker.play(chime(60))
    assert warnings(caplog) == ["No sound, calls are only shown: aplay: audio open error"]


def test_sound_that_comes_back_is_said_too(player: MakePlayer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    speaker = Speaker(player("exit 1"))
    speaker.play(chime(60))
    player("cat > /dev/null")
    speaker.play(chime(60))
    assert caplog.records[-1].getMessage() == "The sound is back"
    assert speaker.is_heard is True


def test_a_player_that_hangs_is_ended(player: MakePlayer, caplog: pytest.LogCaptureFixture) -> None:
    speaker = Speaker(player("exec sleep 60"), time_limit_s=0.3)
    begin = time.monotonic()
    speaker.play(chime(60))
    assert time.monotonic() - begin < 3
    assert "did not end within 0.3 s" in warnings(caplog)[0]


def test_a_player_that_hears_nothing_of_it_is_a_fault_and_no_crash(player: MakePlayer) -> None:
    speaker = Speaker(player("exec 0<&-; sleep 0.1; exit 3"))
    speaker.play(b"x" * 1_000_000)
    assert speaker.is_heard is False


def test_it_can_be_ended_from_another_thread_and_that_is_no_fault(
    player: MakePlayer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    speaker = Speaker(player(f"echo $$ > {tmp_path}/pid; exec sleep 60"))
    playing = threading.Thread(target=speaker.play, args=(chime(60),))
    playing.start()
    while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
        time.sleep(0.01)
    speaker.stop()
    playing.join(3)
    assert not playing.is_alive()
    assert warnings(caplog) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_ending_silence_is_no_fault() -> None:
    speaker = Speaker()
    speaker.stop()
    assert speaker.is_heard is None
