"""The kiosk's mouth: says one thing after another on a thread of its own, and stops at once when it must."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from kiosk.events import Event, FellSilent, Spoke
from kiosk.speech.transcript import Transcript
from kiosk.speech.utterance import Utterance
from runtime.logs import RateLimited
from runtime.settings.devices import Audio
from voices.loudness import share
from voices.player import Player
from voices.voice import VoiceError
from voices.voices import Saying, Voices, voices_here

STOPS_WITHIN_S: Final = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Talk:
    """What was asked for at once; a talk that is no longer the speaker's own is over."""

    utterances: tuple[Utterance, ...]


class Speaker:
    """Says utterances; `tell` hears on the speaker's thread when each begins to sound, and of the natural end.

    Speech goes to the headset while one is in, and only then. Plugging and unplugging ends what is being said: it was
    not meant for who hears it now.
    """

    def __init__(
        self,
        audio: Audio,
        tell: Callable[[Event], None],
        transcript: Path | None = None,
        *,
        voices: Voices | None = None,
        player: Player | None = None,
    ) -> None:
        self._audio = audio
        self._tell = tell
        self._transcript = Transcript(transcript)
        self._voices = voices or voices_here()
        self._player = player or Player()
        self._volume = audio.volume
        self._is_headset_in = False
        self._talk: _Talk | None = None
        self._is_new = False
        self._is_stopping = False
        self._changed = threading.Condition()
        self._makers = ThreadPoolExecutor(2, thread_name_prefix="voice")
        self._thread = threading.Thread(target=self._run, name="speaker", daemon=True)
        self._warnings = RateLimited(log)

    @property
    def languages(self) -> frozenset[str]:
        """The languages with a voice here."""
        return self._voices.languages

    @property
    def is_heard(self) -> bool:
        """Did the loudspeaker take the last sound, as far as is known?"""
        return self._player.is_heard is not False

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Be silent, and end."""
        self._is_stopping = True
        self.hush()
        if self._thread.is_alive():
            self._thread.join(STOPS_WITHIN_S)
        self._makers.shutdown(wait=False, cancel_futures=True)
        self._voices.close()
        self._transcript.close()

    def say(self, utterances: tuple[Utterance, ...]) -> None:
        """Say these, at once; what is being said ends."""
        with self._changed:
            self._talk, self._is_new = _Talk(utterances), True
            self._changed.notify()

    def hush(self) -> None:
        """Be silent at once; nothing is told."""
        with self._changed:
            self._talk, self._is_new = None, False
            self._changed.notify()

    def show(self, texts: tuple[str, ...]) -> None:
        """These texts stand on the screen: for the transcript."""
        self._transcript.show(texts)

    def set_volume(self, percent: int) -> None:
        """Speak so loud from now on, also what is being said."""
        self._volume = percent

    def use_headset(self, is_in: bool) -> None:  # noqa: FBT001 - a fact, as its event tells it
        """A headset was plugged in, or pulled out."""
        if is_in != self._is_headset_in:
            self.hush()
            self._is_headset_in = is_in

    @property
    def _device(self) -> str:
        return (self._audio.headset if self._is_headset_in else None) or self._audio.output

    def _run(self) -> None:
        while (talk := self._next()) is not None:
            if self._has_said_all(talk):
                self._tell(FellSilent())

    def _has_said_all(self, talk: _Talk) -> bool:
        try:
            return self._say_all(talk)
        except Exception:
            # Whatever a voice or a player stumbled over, the next visitor is spoken to again.
            log.exception("The voice broke off; it speaks again when something else is to be said")
            return talk is self._talk

    def _next(self) -> _Talk | None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_new or self._is_stopping)
            self._is_new = False
            return None if self._is_stopping else self._talk

    def _say_all(self, talk: _Talk) -> bool:
        """Tells whether it came to its end; the next one is made while the present one sounds."""
        coming = [(utterance, partial(self._make, utterance)) for utterance in talk.utterances]
        made: Future[Saying | None] | None = self._makers.submit(coming[0][1]) if coming else None
        for number, (utterance, _) in enumerate(coming):
            saying = made.result() if made else None
            made = self._makers.submit(coming[number + 1][1]) if number + 1 < len(coming) else None
            if talk is not self._talk or (saying and not self._sound(talk, utterance, saying)):
                return False
        return talk is self._talk

    def _make(self, utterance: Utterance) -> Saying | None:
        try:
            return self._voices.say(utterance.said or utterance.text, utterance.language)
        except VoiceError as fault:
            self._warnings.warning(utterance.language, "%s", fault)
            return None

    def _sound(self, talk: _Talk, utterance: Utterance, saying: Saying) -> bool:
        device = self._device
        note = partial(self._transcript.note, utterance=utterance, voice=saying.voice, device=device)
        note("began", volume=self._volume)
        self._tell(Spoke(utterance))
        is_whole = self._player.play(
            saying.sound,
            device,
            factor=lambda: saying.levelling * share(self._volume),
            is_cut=lambda: talk is not self._talk,
        )
        note("ended" if is_whole else "cut", volume=self._volume)
        return is_whole
