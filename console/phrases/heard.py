"""Phrases as sounds, for a device that has no voice of its own for the language; each is made once."""

import asyncio
from typing import Final

from console.phrases.said import PHRASES, phrase
from voices.loudness import share
from voices.sound import Sound, scaled, to_wav
from voices.voice import VoiceError
from voices.voices import Voices

VOLUME_PERCENT: Final = 100
"""How loud it is at the desk is up to the device there."""


class Heard:
    """The phrases by the voices of this machine."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self.languages = voices.languages
        """The languages in which they can be heard."""
        self._made: dict[tuple[str, int], bytes] = {}
        self._making = asyncio.Lock()

    async def wav(self, language: str, place: int) -> bytes | None:
        """One phrase as a WAV file; None where there is none, or no voice for it."""
        if language not in self.languages or not 0 <= place < len(PHRASES):
            return None
        async with self._making:
            if (language, place) not in self._made:
                made = await asyncio.to_thread(self._make, language, place)
                if made is None:
                    return None
                self._made[language, place] = made
        return self._made[language, place]

    def _make(self, language: str, place: int) -> bytes | None:
        try:
            saying = self._voices.say(phrase(place, language), language)
        except VoiceError:
            return None
        loud = scaled(saying.sound.samples, saying.levelling * share(VOLUME_PERCENT))
        return to_wav(Sound(loud, saying.sound.rate_hz))
