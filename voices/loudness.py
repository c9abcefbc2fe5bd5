"""How loud a sound is, and how loud it should be: every voice speaks as loud as every other."""

import math
from operator import mul
from typing import Final

from voices.sound import FULL_SCALE, Sound

LEVEL_DBFS: Final = -23.0
"""The level of speech at a volume of 100 %: room enough above it for the peaks of any voice."""
BLOCK_S: Final = 0.05
SILENCE_DBFS: Final = -60.0
PAUSE_DB: Final = -10.0
"""What is so much weaker than the rest is a pause, and does not count."""
HIGHEST_PEAK: Final = 0.98


def level_dbfs(sound: Sound) -> float:
    """The mean level of what is said, its pauses left out; minus infinity for silence."""
    powers = _loud_enough(_powers(sound), _power(SILENCE_DBFS))
    if not powers:
        return -math.inf
    powers = _loud_enough(powers, _mean(powers) * _power(PAUSE_DB))
    return 10 * math.log10(_mean(powers))


def levelling(sound: Sound) -> float:
    """How many times as loud the sound must become to be like all others; its peaks stay whole."""
    level = level_dbfs(sound)
    if math.isinf(level):
        return 1.0
    highest, lowest = max(sound.samples), min(sound.samples)
    peak = max(highest, -lowest) / FULL_SCALE
    return min(10 ** ((LEVEL_DBFS - level) / 20), HIGHEST_PEAK / peak)


def share(volume_percent: int) -> float:
    """What a volume makes of a sound: the square, because ears hear steps as shares."""
    return (min(max(volume_percent, 0), 100) / 100) ** 2


def _powers(sound: Sound) -> list[float]:
    size = max(1, round(BLOCK_S * sound.rate_hz))
    blocks = (sound.samples[start : start + size] for start in range(0, len(sound.samples), size))
    return [sum(map(mul, block, block)) / len(block) / FULL_SCALE**2 for block in blocks]


def _loud_enough(powers: list[float], least: float) -> list[float]:
    return [power for power in powers if power >= least]


def _power(decibels: float) -> float:
    return float(10 ** (decibels / 10))


def _mean(powers: list[float]) -> float:
    return sum(powers) / len(powers)
