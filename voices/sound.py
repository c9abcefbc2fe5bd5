"""A piece of sound, and the WAV files that it comes in and goes out as."""

import io
import wave
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

SAMPLE_BYTES: Final = 2
FULL_SCALE: Final = 32_767


class SoundError(ValueError):
    """A file that is no sound we can play; the text says why."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of 16 bits, one channel."""

    samples: "array[int]"
    rate_hz: int

    @property
    def lasts_s(self) -> float:
        """How long it sounds."""
        return len(self.samples) / self.rate_hz


def from_wav(data: bytes) -> Sound:
    """The sound in a WAV file, of several channels their mean; raises SoundError.

    A header that does not know the length yet, as a program writes that streams, is no fault.
    """
    try:
        with wave.open(io.BytesIO(data)) as file:
            width, channels, rate_hz = file.getsampwidth(), file.getnchannels(), file.getframerate()
            frames = file.readframes(file.getnframes())
    except (EOFError, wave.Error) as fault:
        raise SoundError(f"no WAV file of plain samples: {fault}") from fault
    if width != SAMPLE_BYTES:
        raise SoundError(f"its samples have {8 * width} bits; 16 are needed")
    whole = len(frames) // (SAMPLE_BYTES * channels) * SAMPLE_BYTES * channels
    samples = array("h", frames[:whole])
    return Sound(samples if channels == 1 else _mean(samples, channels), rate_hz)


def to_wav(sound: Sound) -> bytes:
    """A WAV file of the sound."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(SAMPLE_BYTES)
        writer.setframerate(sound.rate_hz)
        writer.writeframes(sound.samples.tobytes())
    return file.getvalue()


def scaled(samples: "array[int]", factor: float) -> "array[int]":
    """The samples, so many times as loud; what would be louder than loud is cut off."""
    if factor == 1:
        return samples
    return array("h", [max(-FULL_SCALE, min(FULL_SCALE, round(sample * factor))) for sample in samples])


def joined(sounds: Iterable[Sound], gap_s: float) -> Sound:
    """The sounds one after another with silence between them; all at the rate of the first, raises SoundError."""
    parts = list(sounds)
    rate_hz = parts[0].rate_hz
    if any(part.rate_hz != rate_hz for part in parts):
        raise SoundError(f"not all have the same rate: {sorted({part.rate_hz for part in parts})} Hz")
    silence = array("h", bytes(SAMPLE_BYTES * round(gap_s * rate_hz)))
    samples = array("h")
    for number, part in enumerate(parts):
        samples += silence + part.samples if number else part.samples
    return Sound(samples, rate_hz)


def _mean(samples: "array[int]", channels: int) -> "array[int]":
    each = [samples[channel::channels] for channel in range(channels)]
    return array("h", [sum(frame) // channels for frame in zip(*each, strict=True)])
