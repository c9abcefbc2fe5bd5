import io
import wave
from typing import Any

import numpy as np
import pytest

from display.chime import RATE_HZ, chime, samples


def played(volume_percent: int = 60) -> Any:
    with wave.open(io.BytesIO(chime(volume_percent))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        return np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16).astype(float)


def loudest_hz(part: Any) -> float:
    strength = np.abs(np.fft.rfft(part * np.hanning(len(part)), n=RATE_HZ * 2))
    return float(np.argmax(strength)) / 2


def test_it_takes_between_six_and_eight_tenths_of_a_second() -> None:
    assert 0.6 <= len(played()) / RATE_HZ <= 0.8


def test_it_is_a_third_that_falls() -> None:
    sound = played()
    first, second = loudest_hz(sound[: RATE_HZ // 4]), loudest_hz(sound[RATE_HZ * 45 // 100 :])
    assert first / second == pytest.approx(2 ** (4 / 12), rel=0.01)


def test_its_strength_lies_between_500_and_1000_hertz() -> None:
    power = np.abs(np.fft.rfft(played())) ** 2
    pitch = np.fft.rfftfreq(len(played()), 1 / RATE_HZ)
    within = power[(pitch > 480) & (pitch < 1000)].sum() / power.sum()
    assert within > 0.98


def test_it_does_not_click() -> None:
    sound = played(100)
    steepest_of_a_tone = 2 * np.pi * 659.26 / RATE_HZ * 32767
    assert np.abs(np.diff(sound)).max() < steepest_of_a_tone
    assert np.abs(sound[:3]).max() < 100
    assert np.abs(sound[-3:]).max() < 100


def test_it_never_overdrives() -> None:
    assert np.abs(played(100)).max() <= 0.81 * 32767


def test_the_volume_makes_it_softer() -> None:
    full, half = np.abs(played(100)).max(), np.abs(played(50)).max()
    assert half / full == pytest.approx(0.5, rel=0.01)


def test_at_volume_nought_there_is_silence() -> None:
    assert not any(samples(0))


def test_a_volume_beyond_the_scale_is_the_end_of_the_scale() -> None:
    assert samples(250) == samples(100)
