"""Recorded clips: somebody said it, and it was kept, as `<voices>/<language>/clips/` with an `index.toml` in it.

The index is a table of text = "file.wav". A text is put together from the longest pieces that there are; a number that
nobody recorded whole is said figure by figure.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from voices.loudness import levelling
from voices.sound import Sound, SoundError, from_wav, joined, scaled
from voices.voice import VoiceError
from voices.wanted import wanted

FOLDER: Final = "clips"
INDEX: Final = "index.toml"
GAP_S: Final = 0.12
WORD: Final = re.compile(r"\d+|[^\W\d_]+")

Words = tuple[str, ...]


class ClipsVoice:
    """The clips of one language; raises VoiceError where the index cannot be read or names what is not there."""

    def __init__(self, language: str, folder: Path) -> None:
        self.language = language
        self.name = f"clips in {folder}"
        self._files = {words_of(text): folder / name for text, name in _index(folder / INDEX).items()}
        missing = sorted(file.name for file in self._files.values() if not file.is_file())
        if missing:
            raise VoiceError(f"{folder} lacks {', '.join(missing)}")
        self._longest = max(map(len, self._files), default=0)

    @property
    def says_everything(self) -> bool:
        """Is there a clip for whatever a visitor may read?"""
        return all(map(self.can_say, wanted(self.language)))

    def can_say(self, text: str) -> bool:
        """Are there clips for every word of it?"""
        return bool(self._pieces(text))

    def speak(self, text: str) -> Sound:
        """The text, put together with 120 ms between its pieces; raises VoiceError."""
        pieces = self._pieces(text)
        if not pieces:
            raise VoiceError(f"{self.name} cannot say {text!r}")
        try:
            return joined([_clip(self._files[piece]) for piece in pieces], GAP_S)
        except SoundError as fault:
            raise VoiceError(f"{self.name} cannot say {text!r}: {fault}") from fault

    def check(self) -> list[str]:
        """What is wrong with the files, one line each."""
        faults = []
        for file in sorted(set(self._files.values())):
            try:
                _clip(file)
            except VoiceError as fault:
                faults.append(str(fault))
        return faults

    def _pieces(self, text: str) -> tuple[Words, ...] | None:
        return _covered(words_of(text), self._files, self._longest)


def words_of(text: str) -> Words:
    """The words of a text as they are looked up: without capitals, and without what stands between them."""
    return tuple(WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def _covered(words: Words, files: Mapping[Words, Path], longest: int) -> tuple[Words, ...] | None:
    """The fewest long pieces that make up the words; None where some cannot be said."""
    if not words:
        return ()
    for length in range(min(longest, len(words)), 0, -1):
        if words[:length] in files:
            rest = _covered(words[length:], files, longest)
            if rest is not None:
                return (words[:length], *rest)
    if words[0].isdecimal() and len(words[0]) > 1:
        figures, others = tuple(words[0]), words[1:]
        # Where the figures follow anyway, as in a call, they are not said twice.
        return _covered(others if others[: len(figures)] == figures else (*figures, *others), files, longest)
    return None


def _index(file: Path) -> Mapping[str, str]:
    try:
        index = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise VoiceError(f"{file} cannot be read: {fault}") from fault
    if not all(isinstance(name, str) for name in index.values()):
        raise VoiceError(f'{file} must hold lines of "text" = "file.wav" only')
    return index


@cache
def _clip(file: Path) -> Sound:
    """A clip as loud as all others; raises VoiceError."""
    try:
        sound = from_wav(file.read_bytes())
    except (OSError, SoundError) as fault:
        raise VoiceError(f"{file}: {fault}") from fault
    return Sound(scaled(sound.samples, levelling(sound)), sound.rate_hz)
