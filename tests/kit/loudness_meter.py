"""Loudness as broadcasters measure it (ITU-R BS.1770), by way of the whole spectrum."""

from typing import Any

import numpy as np

from voices.sound import Sound


def k_weight(pitch_hz: Any) -> Any:
    """ITU-R BS.1770: how strongly the ear's filter lets a pitch through."""
    z = np.exp(-2j * np.pi * pitch_hz / 48_000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    return shelf * (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)


def lufs(sound: Sound) -> float:
    """The loudness as broadcasters measure it, with its two gates."""
    swings = np.array(sound.samples) / 32_767
    weights = np.abs(k_weight(np.fft.rfftfreq(len(swings), 1 / sound.rate_hz)))
    weighted = np.fft.irfft(np.fft.rfft(swings) * weights, len(swings))
    block = round(0.4 * sound.rate_hz)
    powers = np.array([np.mean(weighted[at : at + block] ** 2) for at in range(0, len(swings) - block, block // 4)])
    loud = powers[powers > 10 ** ((-70 + 0.691) / 10)]
    return float(-0.691 + 10 * np.log10(loud[loud > loud.mean() / 10].mean()))
