"""A loudspeaker whose sounds end up in one WAV file, with the silences between them, by a clock of its own."""

import threading
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from loudness_meter import lufs

from voices.sound import Sound, scaled, to_wav

RATE_HZ = 24_000


@dataclass
class WavWriter:
    """Stands in for voices.player.Player and for the time that it takes; two sounds at once are a fault."""

    is_heard: bool | None = None
    samples: "array[int]" = field(default_factory=lambda: array("h"))
    played: list[Sound] = field(default_factory=list)
    is_busy: threading.Lock = field(default_factory=threading.Lock)

    def play(
        self,
        sound: Sound,
        _device: str = "",
        *,
        factor: Callable[[], float] = lambda: 1.0,
        is_cut: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Write the sound as loud as it must be."""
        assert self.is_busy.acquire(blocking=False), "two sounds at once"
        heard = at_our_rate(Sound(scaled(sound.samples, factor()), sound.rate_hz))
        self.played.append(heard)
        self.samples += heard.samples
        self.is_heard = True
        self.is_busy.release()
        return not is_cut()

    def wait(self, seconds: float) -> None:
        """Write silence."""
        assert not self.is_busy.locked()
        self.samples += array("h", bytes(2 * round(seconds * RATE_HZ)))

    def write(self, file: Path) -> None:
        """Put all of it there."""
        file.write_bytes(to_wav(Sound(self.samples, RATE_HZ)))

    @property
    def loudness(self) -> list[float]:
        """How loud each sound was, in LUFS."""
        return [lufs(sound) for sound in self.played]


def at_our_rate(sound: Sound) -> Sound:
    """The sound at the file's rate."""
    if sound.rate_hz == RATE_HZ:
        return sound
    wanted = np.arange(round(sound.lasts_s * RATE_HZ)) * sound.rate_hz / RATE_HZ
    swings = np.interp(wanted, np.arange(len(sound.samples)), np.array(sound.samples))
    return Sound(array("h", swings.round().astype(np.int16).tobytes()), RATE_HZ)


def stretches(samples: "array[int]", silence_s: float) -> list[tuple[float, float]]:
    """From when to when something sounds, in seconds, parted by at least so much silence."""
    loud = np.flatnonzero(np.abs(np.array(samples)) > 30)
    breaks = np.flatnonzero(np.diff(loud) > silence_s * RATE_HZ)
    begins, ends = loud[np.r_[0, breaks + 1]], loud[np.r_[breaks, len(loud) - 1]]
    return [(float(begin) / RATE_HZ, float(end) / RATE_HZ) for begin, end in zip(begins, ends, strict=True)]
