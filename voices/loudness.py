"""How loud a sound is to the ear, and how loud it should be: every voice speaks as loud as every other.

Loudness as broadcasters measure it (ITU-R BS.1770-4): blocks of 0.4 s, two gates, and the ear's preference for high
tones. The filter for that is not run: what it lets through follows from how the sound resembles itself a few samples
later, which is ten times as quick here and within 0.2 LU. Its cut below 40 Hz is left out; a voice has nothing there.
"""

import math
from array import array
from cmath import exp
from functools import cache
from operator import mul
from typing import Final

from voices.sound import FULL_SCALE, Sound

LEVEL_LUFS: Final = -23.0
"""The loudness of speech at a volume of 100 %: room enough above it for the peaks of any voice."""
STEP_S: Final = 0.1
STEPS_IN_BLOCK: Final = 4
OFFSET_LU: Final = -0.691
SILENCE_LUFS: Final = -70.0
PAUSE_LU: Final = -10.0
"""What is so much weaker than the rest is a pause, and does not count."""
HIGHEST_PEAK: Final = 0.98
FASTEST_HZ: Final = 32_000
"""Of a rate above it two samples are taken for one."""

SHELF_HZ: Final = 48_000
SHELF: Final = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
"""The standard's first filter, at its own rate."""
LATER_SAMPLES: Final = 6
PITCHES: Final = 512


def loudness_lufs(sound: Sound) -> float:
    """How loud what is said is, its pauses left out; minus infinity for silence."""
    powers = _above(_blocks(_steps(sound)), _power(SILENCE_LUFS))
    if not powers:
        return -math.inf
    powers = _above(powers, _mean(powers) * 10 ** (PAUSE_LU / 10))
    return OFFSET_LU + 10 * math.log10(_mean(powers))


def levelling(sound: Sound) -> float:
    """How many times as loud the sound must become to be like all others; its peaks stay whole."""
    loudness = loudness_lufs(sound)
    if math.isinf(loudness):
        return 1.0
    highest, lowest = max(sound.samples), min(sound.samples)
    peak = max(highest, -lowest) / FULL_SCALE
    return float(min(10 ** ((LEVEL_LUFS - loudness) / 20), HIGHEST_PEAK / peak))


def share(volume_percent: int) -> float:
    """What a volume makes of a sound: the square, because ears hear steps as shares."""
    return (min(max(volume_percent, 0), 100) / 100) ** 2


def _steps(sound: Sound) -> list[float]:
    """The weighted power of each tenth of a second; of a sound that is shorter, of all of it."""
    samples, rate_hz = sound.samples, sound.rate_hz
    while rate_hz > FASTEST_HZ:
        samples, rate_hz = (
            array("h", [(one + other) // 2 for one, other in zip(samples[::2], samples[1::2], strict=False)]),
            rate_hz // 2,
        )
    size = max(1, min(round(STEP_S * rate_hz), len(samples)))
    later = [samples[shift:] for shift in range(LATER_SAMPLES)]
    weights = _weights(rate_hz)
    return [
        sum(
            weight * sum(map(mul, shifted[start : start + size], samples[start : start + size]))
            for weight, shifted in zip(weights, later, strict=True)
        )
        / size
        / FULL_SCALE**2
        for start in range(0, len(samples) - size + 1, size)
    ]


def _blocks(steps: list[float]) -> list[float]:
    size = min(STEPS_IN_BLOCK, len(steps))
    return [_mean(steps[at : at + size]) for at in range(len(steps) - size + 1)] if steps else []


@cache
def _weights(rate_hz: int) -> tuple[float, ...]:
    """The filter's power response as a series of cosines: how much each of the samples that follow counts."""
    pitches = [(at + 0.5) / PITCHES * math.pi for at in range(PITCHES)]
    powers = [_shelf_power(pitch * rate_hz / SHELF_HZ) for pitch in pitches]
    series = [
        2 * _mean([power * math.cos(later * pitch) for power, pitch in zip(powers, pitches, strict=True)])
        for later in range(LATER_SAMPLES)
    ]
    return (series[0] / 2, *series[1:])


def _shelf_power(pitch: float) -> float:
    back = exp(-1j * min(pitch, math.pi))
    over, under = (sum(factor * back**power for power, factor in enumerate(side)) for side in SHELF)
    return abs(over / under) ** 2


def _above(powers: list[float], least: float) -> list[float]:
    return [power for power in powers if power > least]


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - OFFSET_LU) / 10))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
