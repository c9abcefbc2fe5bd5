import time
from pathlib import Path

import pytest
from speaker_of_a_language import Recorder

from voices.recording.microphone import RATE_HZ, Microphone, MicrophoneError


def test_it_records_until_it_is_stopped(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, (9_000, 10))
    microphone = Microphone(program=recorder.program)
    microphone.start()
    end_s = time.monotonic() + 30
    while recorder.left and time.monotonic() < end_s:
        time.sleep(0.01)
    sound = microphone.stop()
    assert sound.rate_hz == RATE_HZ
    assert sound.lasts_s == pytest.approx(1)
    assert 8_900 < max(sound.samples[RATE_HZ // 2 : RATE_HZ * 6 // 10]) < 9_100


def test_a_missing_recorder_says_what_to_install() -> None:
    with pytest.raises(MicrophoneError, match="install alsa-utils"):
        Microphone(program="no-such-recorder").start()


def test_a_missing_microphone_is_told_in_the_recorders_own_words(tmp_path: Path) -> None:
    microphone = Microphone("nowhere", Recorder(tmp_path, (9_000, 10)).program)
    microphone.start()
    microphone._process.wait(30)
    with pytest.raises(MicrophoneError, match="audio open error"):
        microphone.stop()
