"""A loudspeaker whose sounds are noted instead of heard."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from voices.sound import Sound


@dataclass(frozen=True)
class Heard:
    """One sound: when it began, and how many times as loud it was."""

    sound: Sound
    begins_s: float
    factor: float

    @property
    def lasts_s(self) -> float:
        """How long it sounds."""
        return self.sound.lasts_s

    @property
    def ends_s(self) -> float:
        """When it would have ended."""
        return self.begins_s + self.lasts_s


@dataclass
class Listener:
    """Stands in for voices.player.Player: plays nothing, and its clock goes on by what each sound lasts."""

    heard: list[Heard] = field(default_factory=list)
    is_heard: bool | None = None
    skipped_s: float = 0.0

    def play(
        self,
        sound: Sound,
        _device: str = "",
        *,
        factor: Callable[[], float] = lambda: 1.0,
        is_cut: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Note the sound."""
        if is_cut():
            return False
        self.heard.append(Heard(sound, time.monotonic() + self.skipped_s, factor()))
        self.skipped_s += sound.lasts_s
        return True
