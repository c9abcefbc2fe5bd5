"""What the room hears of a call: the chime, then the number and the desk, said in one language or two."""

import logging
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from board.chime import chime
from board.phrases import Phrase, called_in
from runtime.logs import RateLimited
from voices.loudness import levelling, share
from voices.player import DEFAULT, Player
from voices.voice import VoiceError
from voices.voices import Saying, Voices
from wire.state import Call

AFTER_CHIME_S: Final = 0.4
BETWEEN_LANGUAGES_S: Final = 0.6

Note = Callable[[Call, Phrase, Saying], None]

log = logging.getLogger(__name__)


class Voice:
    """Says calls through the loudspeaker, or keeps silent where the branch file says `sound = false`.

    `phrases` says what is said of a call, `is_quiet` whether it comes in a part of the day without voices; `note` hears
    of each phrase as it begins to sound; `wait` lets seconds pass.
    """

    def __init__(
        self,
        player: Player,
        voices: Voices,
        phrases: Callable[[Call], tuple[Phrase, ...]],
        volume_percent: int,
        *,
        has_sound: bool,
        is_quiet: Callable[[Call], bool] = lambda _call: False,
        note: Note = lambda *_: None,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self._player = player
        self._voices = voices
        self._phrases = phrases
        self._share = share(volume_percent)
        self._chime = chime() if has_sound else None
        self._chime_levelling = levelling(self._chime) if self._chime else 1.0
        self._is_quiet = is_quiet
        self._note = note
        self._stopped = threading.Event()
        self._wait = wait or self._stopped.wait
        self._makers = ThreadPoolExecutor(1, thread_name_prefix="voice")
        self._warnings = RateLimited(log)
        self.on_change: Callable[[], object] = lambda: None
        """Called on the announcer's thread when sound is lost or back."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the room can be called in."""
        return called_in(self._voices) if self._chime else frozenset()

    @property
    def is_heard(self) -> bool:
        """Whether calls can be heard, as far as is known."""
        return self._chime is not None and self._player.is_heard is not False

    @property
    def is_broken(self) -> bool:
        """Whether calls should be heard and are not."""
        return self._chime is not None and self._player.is_heard is False

    def say(self, call: Call) -> None:
        """Let the room hear the call; returns at the end."""
        if self._chime is None:
            return
        was_broken = self.is_broken
        wanted = () if self._is_quiet(call) else self._phrases(call)
        made = [(phrase, self._makers.submit(self._make, phrase)) for phrase in wanted]
        self._player.play(self._chime, factor=self._factor(self._chime_levelling), is_cut=self._stopped.is_set)
        self._say_all(call, made)
        if self.is_broken != was_broken:
            self.on_change()

    def stop(self) -> None:
        """Be silent at once."""
        self._stopped.set()
        self._makers.shutdown(wait=False, cancel_futures=True)
        self._voices.close()

    def _say_all(self, call: Call, made: Iterable[tuple[Phrase, Future[Saying | None]]]) -> None:
        pause_s = AFTER_CHIME_S
        for phrase, future in made:
            saying = future.result()
            if saying is None:
                continue
            self._wait(pause_s)
            if self._stopped.is_set():
                return
            self._note(call, phrase, saying)
            self._player.play(saying.sound, DEFAULT, factor=self._factor(saying.levelling), is_cut=self._stopped.is_set)
            pause_s = BETWEEN_LANGUAGES_S

    def _make(self, phrase: Phrase) -> Saying | None:
        try:
            return phrase.said_by(self._voices)
        except VoiceError as fault:
            self._warnings.warning(phrase.language, "Calls are only shown: %s", fault)
            return None

    def _factor(self, levelling: float) -> Callable[[], float]:
        return lambda: levelling * self._share
