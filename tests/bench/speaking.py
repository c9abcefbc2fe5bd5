"""From a text until its first sample goes to the sound card, against the voice's program alone."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue

from watch import Ratio, Times, in_turn

from kiosk.events import Event, FellSilent
from kiosk.speech.speaker import Speaker
from kiosk.speech.utterance import Utterance
from runtime.settings.devices import Audio
from voices.espeak import EspeakVoice
from voices.player import DEFAULT, Player
from voices.sound import Sound
from voices.voices import voices_here

TEXT = "Waarvoor komt u?"
MUST, AIM = 3.0, 1.5


class FirstSample(Player):
    """Stands in for the sound card: notes when it could have begun, and is done."""

    def __init__(self) -> None:
        super().__init__()
        self.at_s = 0.0

    def play(
        self,
        _sound: Sound,
        _device: str = DEFAULT,
        *,
        factor: Callable[[], float] = lambda: 1.0,
        is_cut: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Note the time."""
        del factor
        self.at_s = time.perf_counter()
        return not is_cut()


class Mouth:
    """A speaker that says one text at a time."""

    def __init__(self) -> None:
        self._told: SimpleQueue[Event] = SimpleQueue()
        self._card = FirstSample()
        self._speaker = Speaker(Audio(), self._told.put, voices=voices_here((Path("nowhere"),)), player=self._card)
        self._speaker.start()

    def say(self) -> float:
        """How long it took to begin, in seconds."""
        begun_s = time.perf_counter()
        self._speaker.say((Utterance(TEXT, "nl", "title"),))
        while self._told.get() != FellSilent():
            pass
        return self._card.at_s - begun_s

    def close(self) -> None:
        self._speaker.stop()


def speaking(rounds: int, times: int) -> Ratio:
    """How much the kiosk adds to what eSpeak NG takes to make the sound."""
    voice, spoken, floor = EspeakVoice("nl"), Times(), Times()
    with closing(Mouth()) as mouth:

        def said() -> float:
            return sorted(spoken.note(mouth.say()) for _ in range(times))[times // 2]

        value = in_turn(rounds, said, lambda: floor.add(lambda: voice.speak(TEXT), times))
    return Ratio(value, MUST, AIM, {**spoken.told(), "floor_p50_ms": round(floor.p50_s * 1000, 3)})
