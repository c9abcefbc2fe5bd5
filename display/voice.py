"""What the room hears of a call: today the chime; spoken words follow on it."""

from collections.abc import Callable

from display.chime import chime
from voices.player import Player
from voices.sound import from_wav
from wire.state import Call


class Voice:
    """Says calls through the loudspeaker, or keeps silent where the branch file says `sound = false`."""

    def __init__(self, player: Player, volume_percent: int, *, has_sound: bool) -> None:
        self._player = player
        self._chime = from_wav(chime(volume_percent)) if has_sound else None
        self._is_stopped = False
        self.on_change: Callable[[], object] = lambda: None
        """Called on the announcer's thread when sound is lost or back."""

    @property
    def is_heard(self) -> bool:
        """Whether calls can be heard, as far as is known."""
        return self._chime is not None and self._player.is_heard is not False

    @property
    def is_broken(self) -> bool:
        """Whether calls should be heard and are not."""
        return self._chime is not None and self._player.is_heard is False

    def say(self, _call: Call) -> None:
        """Let the room hear the call; returns at the end."""
        if self._chime is None:
            return
        was_broken = self.is_broken
        self._player.play(self._chime, is_cut=lambda: self._is_stopped)
        if self.is_broken != was_broken:
            self.on_change()

    def stop(self) -> None:
        """Be silent at once."""
        self._is_stopped = True
