"""The voices that this device has, best first: recorded clips, then Piper, then eSpeak NG."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from runtime.languages import LANGUAGES
from runtime.logs import RateLimited
from voices import espeak
from voices.clips import FOLDER, ClipsVoice
from voices.espeak import EspeakVoice
from voices.folders import folders
from voices.loudness import levelling
from voices.piper import PiperEngine, PiperVoice, models_in
from voices.sound import Sound
from voices.spoken import spoken
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

    def __init__(self, voices: Iterable[Voice], *, close: Callable[[], None] = lambda: None) -> None:
        self.close = close
        """Ends what runs for these voices."""
        self._by_language: dict[str, list[Voice]] = {}
        for voice in voices:
            self._by_language.setdefault(voice.language, []).append(voice)
        self._warnings = RateLimited(log)

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which everything can be said; clips that lack something are not enough."""
        # The last of a language is the quickest to know: only clips must look themselves through.
        return frozenset(
            language
            for language, voices in self._by_language.items()
            if any(voice.says_everything for voice in reversed(voices))
        )

    def of(self, language: str) -> tuple[Voice, ...]:
        """The voices of a language, best first."""
        return tuple(self._by_language.get(language, ()))

    def can_say(self, text: str, language: str) -> bool:
        """Is there a voice for this text?"""
        return any(voice.can_say(text) for voice in self.of(language))

    def say(self, text: str, language: str) -> Saying:
        """The text as a sound; where a voice fails the next one speaks. Raises VoiceError where none is left."""
        for voice in self.of(language):
            if voice.can_say(text):
                try:
                    sound = voice.speak(spoken(text, language) if voice.says_everything else text)
                except VoiceError as fault:
                    self._warnings.warning(voice.name, "%s", fault)
                else:
                    return Saying(sound, voice.name, levelling(sound))
        raise VoiceError(f"no voice for {text!r} in {language}")


def voices_here(places: tuple[Path, ...] | None = None) -> Voices:
    """The voices of this device; nothing is started before somebody speaks."""
    engine = PiperEngine()
    places = folders() if places is None else places
    return Voices((voice for language in LANGUAGES for voice in _of(language, places, engine)), close=engine.close)


def _of(language: str, places: tuple[Path, ...], engine: PiperEngine) -> Iterator[Voice]:
    own = [place / language for place in places]
    for folder in own:
        if (folder / FOLDER).is_dir():
            try:
                yield ClipsVoice(language, folder / FOLDER)
            except VoiceError as fault:
                log.warning("Clips left out: %s", fault)
    if engine.is_here:
        yield from (PiperVoice(language, model, engine) for folder in own for model in models_in(folder))
    if language in espeak.VOICES and espeak.is_here():
        yield EspeakVoice(language)
