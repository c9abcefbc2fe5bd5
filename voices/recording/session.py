"""The talk with whoever records: read this, listen, keep it or do it again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from voices.player import Player
from voices.recording.microphone import Microphone
from voices.recording.shelf import Shelf
from voices.recording.take import cut, faults, without_keys
from voices.sound import Sound

AGAIN, SKIP, STOP, LISTEN = "a", "s", "q", "l"
KEYS: Final = "[Enter] keep  [l] listen again  [a] record again  [s] skip  [q] stop"


class Step(Enum):
    """How a clip ended."""

    KEPT = auto()
    SKIPPED = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class Session:
    """Leads through the clips; `ask` prints a line and gives the answer, `tell` only prints."""

    shelf: Shelf
    microphone: Microphone
    player: Player
    ask: Callable[[str], str]
    tell: Callable[[str], None]

    def record(self, texts: Sequence[str]) -> bool:
        """Record what is not there yet; False where the speaker stopped before the end. Raises MicrophoneError."""
        missing = [text for text in texts if not self.shelf.has(text)]
        for number, text in enumerate(missing, 1):
            self.tell(f"\n{number} of {len(missing)}:   {text}")
            if self._one(text) is Step.STOPPED:
                return False
        return True

    def _one(self, text: str) -> Step:
        while True:
            if (begun := self.ask("  [Enter] begin  [s] skip  [q] stop ")) in {SKIP, STOP}:
                return Step.SKIPPED if begun == SKIP else Step.STOPPED
            sound = self._take()
            wrong = faults(sound)
            for fault in wrong:
                self.tell(f"  {fault}")
            clip = cut(sound)
            answer = self._judged(clip, is_good=not wrong)
            if answer != AGAIN:
                return self._done(text, clip, answer)

    def _take(self) -> Sound:
        self.microphone.start()
        try:
            self.ask("  Recording. Wait a moment, read it aloud, wait a moment, then [Enter] ")
        finally:
            sound = self.microphone.stop()
        return without_keys(sound)

    def _judged(self, clip: Sound, *, is_good: bool) -> str:
        """What the speaker thinks of it; a take with a fault is made again unless somebody says otherwise."""
        while True:
            self.player.play(clip)
            keys = KEYS if is_good else KEYS.replace("[Enter] keep", "[k] keep all the same")
            answer = self.ask(f"  {keys} ")
            if answer != LISTEN:
                return answer if is_good or answer else AGAIN

    def _done(self, text: str, clip: Sound, answer: str) -> Step:
        if answer in {SKIP, STOP}:
            return Step.SKIPPED if answer == SKIP else Step.STOPPED
        self.shelf.keep(text, clip)
        return Step.KEPT
