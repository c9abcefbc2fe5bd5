"""A call as sounds: the chime, then what is said of it, each as a WAV file; made once and kept for a while."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from board.chime import chime
from board.phrases import Phrase
from voices.loudness import levelling, share
from voices.sound import Sound, scaled, to_wav
from voices.voice import VoiceError
from voices.voices import Voices
from wire.state import Call

KEPT: Final = 32


class Sounds:
    """Makes the sounds of calls, one at a time; `part` 0 is the chime, the others are the phrases."""

    def __init__(
        self,
        voices: Voices,
        phrases: Callable[[Call], tuple[Phrase, ...]],
        is_quiet: Callable[[Call], bool],
        volume_percent: int,
    ) -> None:
        self._voices = voices
        self._phrases = phrases
        self._is_quiet = is_quiet
        self._share = share(volume_percent)
        self._made: OrderedDict[tuple[str, int, str, int], bytes] = OrderedDict()
        self._making = asyncio.Lock()

    def parts(self, call: Call) -> int:
        """How many sounds the call has."""
        spoken = () if self._is_quiet(call) else self._phrases(call)
        return 1 + sum(bool(self._voices.of(phrase.language)) for phrase in spoken)

    async def wav(self, call: Call, part: int) -> bytes | None:
        """One of them; None where it has not so many, or the voice fails."""
        if not 0 <= part < self.parts(call):
            return None
        key = (call.call_id, call.times_called, call.state, part)
        async with self._making:
            if key not in self._made:
                made = await asyncio.to_thread(self._make, call, part)
                if made is None:
                    return None
                self._made[key] = made
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            return self._made[key]

    def _make(self, call: Call, part: int) -> bytes | None:
        if part == 0:
            sound = chime()
            return self._as_wav(sound, levelling(sound))
        phrases = [phrase for phrase in self._phrases(call) if self._voices.of(phrase.language)]
        phrase = phrases[part - 1]
        try:
            saying = phrase.said_by(self._voices)
        except VoiceError:
            return None
        return self._as_wav(saying.sound, saying.levelling)

    def _as_wav(self, sound: Sound, levelling: float) -> bytes:
        return to_wav(Sound(scaled(sound.samples, levelling * self._share), sound.rate_hz))
