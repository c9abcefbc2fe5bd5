"""Recorded clips that are tones."""

import math
from array import array
from collections.abc import Mapping
from pathlib import Path

from voices.sound import Sound, to_wav

RATE_HZ = 16_000
CLIP_S = 0.2


def tone(lasts_s: float = CLIP_S, *, pitch_hz: float = 440, peak: int = 8_000, rate_hz: int = RATE_HZ) -> Sound:
    """A tone of one pitch."""
    swing = 2 * math.pi * pitch_hz / rate_hz
    return Sound(array("h", [round(peak * math.sin(swing * at)) for at in range(round(lasts_s * rate_hz))]), rate_hz)


def record(folder: Path, clips: Mapping[str, Sound]) -> Path:
    """Put clips there with their index, and tell where."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for number, (text, sound) in enumerate(clips.items()):
        (folder / f"{number}.wav").write_bytes(to_wav(sound))
        lines.append(f'"{text}" = "{number}.wav"')
    (folder / "index.toml").write_text("\n".join(lines))
    return folder
