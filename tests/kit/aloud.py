"""A play whose words are really said, and noted."""

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk_play import Play
from sayings import Sayings

from kiosk.effects import Effect, Hush, Say, SetVolume
from kiosk.events import Event, FellSilent, Spoke
from kiosk.guidance.items import visible_texts
from kiosk.speech.speech import Speech
from voices.player import Player
from voices.voices import voices_here

PATIENCE_S = 20


@dataclass
class Aloud(Play):
    """The flow, the real voices and the speaker together; only the screen is missing."""

    folder: Path = Path()
    player: Player | None = None
    heard_to: int = 0
    told: "queue.SimpleQueue[Event]" = field(default_factory=queue.SimpleQueue)

    def __post_init__(self) -> None:
        voices = voices_here(())
        self.voices = self.languages & voices.languages
        super().__post_init__()
        self.said_aloud = Sayings(self.folder / "transcript")
        self.speech = Speech(self.kiosk.audio, voices, self.told.put, self.said_aloud.file, player=self.player)
        self.speech.start()

    def happens(self, event: Event) -> tuple[Effect, ...]:
        """What the flow decides to say is said."""
        for effect in super().happens(event):
            if isinstance(effect, Say | Hush | SetVolume):
                self.speech.do(effect)
        return self.out

    def listens(self, until: Callable[[Event], bool] = lambda event: event == FellSilent()) -> list[dict[str, Any]]:
        """The voice goes on until something that it tells: what sounded of it, as the transcript has it.

        Fails where that does not come, and where something sounds that does not stand on the screen just then.
        """
        limit_s = time.monotonic() + PATIENCE_S
        told: list[Event] = []
        while not (told and until(told[-1])):
            told.append(self.told.get(timeout=limit_s - time.monotonic()))
            self.happens(told[-1])
            if isinstance(told[-1], Spoke):
                assert told[-1].utterance.text in visible_texts(self.view)
        spoken = sum(isinstance(event, Spoke) for event in told)
        self.heard_to += spoken
        return self.said_aloud.began[self.heard_to - spoken : self.heard_to]

    def close(self) -> None:
        """Be silent for good."""
        self.speech.stop()
