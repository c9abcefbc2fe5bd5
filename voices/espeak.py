"""eSpeak NG: a small voice that is everywhere at once; understood by those used to it, pleasant to few."""

import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

from voices.sound import Sound, SoundError, from_wav
from voices.spoken import spoken
from voices.voice import VoiceError

PROGRAM: Final = "espeak-ng"
WORDS_PER_MINUTE: Final = 150
TIME_LIMIT_S: Final = 10

VOICES: Final = {
    "nl": "nl",
    "en": "en-gb",
    "tr": "tr",
    "pl": "pl",
    "uk": "uk",
    "pap": "pap",
    "de": "de",
    "fr": "fr-fr",
}
"""Its names for the languages. It reads Arabic only with all vowels written, and has no Tigrinya."""


@dataclass(frozen=True, slots=True)
class EspeakVoice:
    """One language of the program."""

    language: str
    program: str = PROGRAM
    says_everything: bool = True

    @property
    def name(self) -> str:
        """Its own name for the voice."""
        return f"espeak-ng {VOICES[self.language]}"

    def can_say(self, text: str) -> bool:
        """Anything that has something in it to say."""
        return bool(text.strip())

    def speak(self, text: str) -> Sound:
        """The text, said; raises VoiceError."""
        command = [self.program, "-v", VOICES[self.language], "-s", str(WORDS_PER_MINUTE), "--stdin", "--stdout"]
        try:
            # The text goes in by the pipe: whatever stands in it, it cannot become an option.
            done = subprocess.run(  # noqa: S603
                command,
                input=_plain(spoken(text, self.language)).encode(),
                capture_output=True,
                timeout=TIME_LIMIT_S,
                check=True,
            )
            return from_wav(done.stdout)
        except (OSError, subprocess.SubprocessError, SoundError) as fault:
            raise VoiceError(f"{self.name} could not say {text!r}: {fault}") from fault


def is_here(program: str = PROGRAM) -> bool:
    """Is it installed?"""
    return shutil.which(program) is not None


def _plain(text: str) -> str:
    """Double brackets would begin phonemes."""
    return text.replace("[[", "[ [")
