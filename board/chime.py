"""The chime before a call: two soft tones, a falling third, made here and not downloaded."""

import math
from array import array
from dataclasses import dataclass
from typing import Final

from voices.sound import FULL_SCALE, Sound

RATE_HZ: Final = 24_000
LENGTH_S: Final = 0.78
LOUDEST: Final = 0.8
"""Share of full scale."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone: when it begins, how long it sounds, how high."""

    starts_s: float
    lasts_s: float
    frequency_hz: float

    def at(self, moment_s: float) -> float:
        """The tone's sample between -1 and 1; it begins and ends at nothing, so it does not click."""
        age_s = moment_s - self.starts_s
        if not 0 <= age_s < self.lasts_s:
            return 0.0
        swing = math.sin(2 * math.pi * self.frequency_hz * age_s)
        return swing * _ramp(age_s / RISE_S) * _ramp((self.lasts_s - age_s) / FALL_S) * math.exp(-age_s / FADES_IN_S)


RISE_S: Final = 0.015
FALL_S: Final = 0.12
FADES_IN_S: Final = 0.22
E5_HZ: Final = 659.26
C5_HZ: Final = 523.25
TONES: Final = (Tone(0.0, 0.42, E5_HZ), Tone(0.3, LENGTH_S - 0.3, C5_HZ))


def chime() -> Sound:
    """The chime at its loudest: 0.78 s."""
    shape = [sum(tone.at(index / RATE_HZ) for tone in TONES) for index in range(round(LENGTH_S * RATE_HZ))]
    loudness = FULL_SCALE * LOUDEST / max(abs(value) for value in shape)
    return Sound(array("h", (round(value * loudness) for value in shape)), RATE_HZ)


def _ramp(share: float) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * min(max(share, 0.0), 1.0))
