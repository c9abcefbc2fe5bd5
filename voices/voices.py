"""The voices that this device has, best first: recorded clips, then Piper, then eSpeak NG."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from runtime.languages import LANGUAGES
from runtime.logs import RateLimited
from voices import espeak
from voices.espeak import EspeakVoice
from voices.loudness import levelling
from voices.sound import Sound
from voices.voice import Voice, VoiceError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Saying:
    """A text as a sound, by which voice, and how many times as loud it must become to be like all others."""

    sound: Sound
    voice: str
    levelling: float


class Voices:
    """Chooses for every text the best voice that can say all of it."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._by_language: dict[str, list[Voice]] = {}
        for voice in voices:
            self._by_language.setdefault(voice.language, []).append(voice)
        self._warnings = RateLimited(log)

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which anything at all can be said."""
        return frozenset(
            language for language in self._by_language if any(v.says_everything for v in self.of(language))
        )

    def of(self, language: str) -> tuple[Voice, ...]:
        """The voices of a language, best first."""
        return tuple(self._by_language.get(language, ()))

    def say(self, text: str, language: str) -> Saying:
        """The text as a sound; where a voice fails the next one speaks. Raises VoiceError where none is left."""
        for voice in self.of(language):
            if voice.can_say(text):
                try:
                    sound = voice.speak(text)
                except VoiceError as fault:
                    self._warnings.warning(voice.name, "%s", fault)
                else:
                    return Saying(sound, voice.name, levelling(sound))
        raise VoiceError(f"no voice for {text!r} in {language}")


def voices_here() -> Voices:
    """The voices of this device; nothing is started before somebody speaks."""
    voices: list[Voice] = []
    if espeak.is_here():
        voices += [EspeakVoice(language) for language in LANGUAGES if language in espeak.VOICES]
    return Voices(voices)
