from typing import Any

import numpy as np
import pytest

from board.chime import RATE_HZ, chime


def played() -> Any:
    sound = chime()
    assert sound.rate_hz == RATE_HZ
    return np.asarray(sound.samples).astype(float)


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
    sound = played()
    steepest_of_a_tone = 2 * np.pi * 659.26 / RATE_HZ * 32767
    assert np.abs(np.diff(sound)).max() < steepest_of_a_tone
    assert np.abs(sound[:3]).max() < 100
    assert np.abs(sound[-3:]).max() < 100


def test_it_never_overdrives() -> None:
    assert np.abs(played()).max() <= 0.81 * 32767
