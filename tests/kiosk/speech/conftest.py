"""A speaker."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from beep import Beep
from ear import Ear
from sayings import Sayings

from kiosk.speech.speaker import Speaker
from runtime.settings.devices import Audio
from voices.player import NULL, Player
from voices.voices import Voices


class Mouth:
    """A speaker, what it tells and what it said."""

    def __init__(self, audio: Audio, file: Path, player: Player | None, voices: Voices) -> None:
        self.told = Ear()
        self.said = Sayings(file)
        self.speaker = Speaker(audio, self.told, file, player=player, voices=voices)
        self.speaker.start()


MakeMouth = Callable[..., Mouth]


@pytest.fixture
def mouth(tmp_path: Path) -> Iterator[MakeMouth]:
    """Makes mouths that beep; nobody hears them unless told otherwise."""
    made: list[Mouth] = []

    def make(audio: Audio | None = None, *, program: str | None = None, voices: Voices | None = None) -> Mouth:
        player = Player(program) if program else None
        file = tmp_path / f"said-{len(made)}"
        made.append(Mouth(audio or Audio(output=NULL), file, player, voices or Voices([Beep()])))
        return made[-1]

    yield make
    for each in made:
        each.speaker.stop()
