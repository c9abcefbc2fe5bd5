"""What a kiosk that speaks has besides its screen: a speaker, and an ear for the plug of a headset."""

from collections.abc import Callable
from pathlib import Path

from kiosk.effects import Hush, Say, SetVolume
from kiosk.events import Event, HeadsetChanged
from kiosk.speech.card import CARDS
from kiosk.speech.headset import HeadsetWatch
from kiosk.speech.speaker import Speaker
from runtime.settings.devices import Audio
from voices.player import Player
from voices.voices import Voices


class Speech:
    """Started and stopped as one; `tell` may be called from threads of its own.

    Where the keypad has a socket of its own, its keys tell of the headset: its sound card is there all the time.
    """

    def __init__(
        self,
        audio: Audio,
        voices: Voices,
        tell: Callable[[Event], None],
        transcript: Path | None,
        *,
        has_socket_with_keys: bool = False,
        player: Player | None = None,
        cards: Path = CARDS,
    ) -> None:
        self._tell = tell
        self._speaker = Speaker(audio, tell, transcript, voices=voices, player=player)
        self._headset = HeadsetWatch(None if has_socket_with_keys else audio.headset, self.hear, cards=cards)

    @property
    def is_heard(self) -> bool:
        """Did the loudspeaker take the last sound, as far as is known?"""
        return self._speaker.is_heard

    def start(self) -> None:
        """Be ready to speak, and listen for the headset."""
        self._speaker.start()
        self._headset.start()
        self._speaker.use_headset(self._headset.is_in)

    def stop(self) -> None:
        """Be silent, and end."""
        self._headset.stop()
        self._speaker.stop()

    def do(self, effect: Say | Hush | SetVolume) -> None:
        """One effect; returns at once."""
        match effect:
            case Say(utterances):
                self._speaker.say(utterances)
            case Hush():
                self._speaker.hush()
            case SetVolume(percent):
                self._speaker.set_volume(percent)

    def show(self, texts: tuple[str, ...]) -> None:
        """What can be read on the screen now."""
        self._speaker.show(texts)

    def hear(self, event: Event) -> None:
        """A headset went in or out: speech goes nowhere else from now on, and the flow hears of it."""
        if isinstance(event, HeadsetChanged):
            self._speaker.use_headset(event.is_in)
        self._tell(event)
