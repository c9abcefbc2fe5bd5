"""One recording: what is wrong with it, and what is kept of it."""

import math
from array import array
from typing import Final

from voices.loudness import levelling
from voices.sound import FULL_SCALE, Sound, scaled

KEYS_S: Final = 0.15
"""At both ends the key that began or ended the recording is heard."""
FRAME_S: Final = 0.02
MARGIN_S: Final = 0.06
"""Kept before and after the voice."""
FADE_S: Final = 0.01
QUIET_SHARE: Final = 0.1
"""Of the frames: so many are taken for the room alone."""
VOICE_DB: Final = 12.0
"""What is so much above the room is the voice."""
ROOM_AT_LEAST_DB: Final = -80.0
SOFTEST_DB: Final = -40.0
CLEAREST_DB: Final = 25.0
"""A voice this much above its room is clear enough."""
CUT_OFF: Final = FULL_SCALE - 1
MOST_CUT_OFF: Final = 4
SHORTEST_S: Final = 0.12

NOTHING: Final = "I heard nothing. Speak a little louder, and only after the sign."
TOO_SOFT: Final = "Too soft. Come closer to the microphone."
TOO_LOUD: Final = "Too loud: it is cut off. Go back a little from the microphone."
NOISY: Final = "There is noise behind it. Look for a quieter room, or come closer."


def without_keys(sound: Sound) -> Sound:
    """The recording without the clicks of the keys at its ends."""
    edge = round(KEYS_S * sound.rate_hz)
    return Sound(sound.samples[edge:-edge], sound.rate_hz)


def faults(sound: Sound) -> tuple[str, ...]:
    """What is wrong with a recording, for whoever made it; nothing where it can be kept."""
    frames = _levels_db(sound)
    voiced = _voiced(frames)
    if len(voiced) * FRAME_S < SHORTEST_S:
        return (NOTHING,)
    loud, room = max(frames), _room_db(frames)
    found = {
        TOO_SOFT: loud < SOFTEST_DB,
        TOO_LOUD: sum(abs(sample) >= CUT_OFF for sample in sound.samples) > MOST_CUT_OFF,
        NOISY: loud - room < CLEAREST_DB,
    }
    return tuple(fault for fault, is_there in found.items() if is_there)


def cut(sound: Sound) -> Sound:
    """The voice alone, as loud as all others, with soft ends."""
    voiced = _voiced(_levels_db(sound))
    if not voiced:
        return sound
    frame, margin = round(FRAME_S * sound.rate_hz), round(MARGIN_S * sound.rate_hz)
    samples = sound.samples[max(0, voiced[0] * frame - margin) : (voiced[-1] + 1) * frame + margin]
    whole = Sound(_faded(samples, round(FADE_S * sound.rate_hz)), sound.rate_hz)
    return Sound(scaled(whole.samples, levelling(whole)), whole.rate_hz)


def _levels_db(sound: Sound) -> list[float]:
    size = round(FRAME_S * sound.rate_hz)
    frames = (sound.samples[start : start + size] for start in range(0, len(sound.samples) - size + 1, size))
    return [_level_db(frame) for frame in frames]


def _level_db(frame: "array[int]") -> float:
    middle = sum(frame) / len(frame)
    power = sum((sample - middle) ** 2 for sample in frame) / len(frame) / FULL_SCALE**2
    return 10 * math.log10(power) if power else -math.inf


def _room_db(frames: list[float]) -> float:
    quiet = sorted(frames)[: max(1, round(QUIET_SHARE * len(frames)))]
    return max(ROOM_AT_LEAST_DB, quiet[-1])


def _voiced(frames: list[float]) -> list[int]:
    """The places of the frames in which somebody speaks."""
    if not frames:
        return []
    least = _room_db(frames) + VOICE_DB
    return [at for at, level in enumerate(frames) if level >= least]


def _faded(samples: "array[int]", length: int) -> "array[int]":
    last = len(samples) - 1
    return array(
        "h", [round(sample * min(1.0, at / length, (last - at) / length)) for at, sample in enumerate(samples)]
    )
