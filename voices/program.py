"""`beurt voices`: which voice this device has for each language, what it says, and what clips lack."""

import sys
from pathlib import Path
from typing import Final

from runtime.languages import LANGUAGES, OWN_NAMES
from runtime.logs import configure
from voices.clips import ClipsVoice
from voices.folders import folders
from voices.player import DEFAULT, Player
from voices.sound import Sound, scaled, to_wav
from voices.voice import VoiceError
from voices.voices import Voices, voices_here
from voices.wanted import wanted

FAILED: Final = 1


def run(*, say: tuple[str, str] | None, file: Path | None, device: str | None, missing: str | None) -> int:
    """Do what was asked for; without anything, list."""
    configure("voices")
    if say:
        return _say(*say, file=file, device=device)
    return _missing(missing) if missing else _list()


def _list() -> int:
    """Print each language with its voices, best first, and what is wrong with them; 1 where something is."""
    voices = voices_here()
    faults = [fault for language in LANGUAGES for voice in _clips(voices, language) for fault in voice.check()]
    lines = [f"{language:<4} {OWN_NAMES[language]:<12} {_told(voices, language)}" for language in LANGUAGES]
    _print([*lines, "", "looked for in:", *(f"  {folder}/<language>/" for folder in folders()), *faults])
    return FAILED if faults else 0


def _missing(language: str) -> int:
    """Print the texts that the recorded clips of a language cannot say yet; 1 where there are any."""
    if language not in LANGUAGES:
        _print([f"no language {language!r}; there are: {', '.join(LANGUAGES)}"])
        return FAILED
    clips = _clips(voices_here(), language)
    missing = [text for text in wanted(language) if not any(voice.can_say(text) for voice in clips)]
    _print(missing)
    return FAILED if missing else 0


def _say(language: str, text: str, *, file: Path | None, device: str | None) -> int:
    """Say a text aloud, or put it in a WAV file; 1 where no voice or no loudspeaker does it."""
    voices = voices_here()
    try:
        saying = voices.say(text, language)
    except VoiceError as fault:
        _print([str(fault)])
        return FAILED
    finally:
        voices.close()
    sound = Sound(scaled(saying.sound.samples, saying.levelling), saying.sound.rate_hz)
    _print([f"{saying.voice}, {sound.lasts_s:.1f} s"])
    if file:
        file.write_bytes(to_wav(sound))
        return 0
    player = Player()
    player.play(sound, device or DEFAULT)
    return 0 if player.is_heard is not False else FAILED


def _clips(voices: Voices, language: str) -> list[ClipsVoice]:
    return [voice for voice in voices.of(language) if isinstance(voice, ClipsVoice)]


def _told(voices: Voices, language: str) -> str:
    names = ", ".join(voice.name for voice in voices.of(language))
    if language in voices.languages:
        return names
    return f"{names} (not everything yet: see --missing {language})" if names else "no voice"


def _print(lines: list[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
