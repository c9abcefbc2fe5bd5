"""The folder of clips while it grows: what is there already stays, and a line is added for what is new."""

import json
import tomllib
from pathlib import Path

from runtime.files import put
from voices.clips import INDEX, words_of
from voices.sound import Sound, to_wav
from voices.voice import VoiceError


class Shelf:
    """The clips of one language; raises VoiceError where its index cannot be read."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._index = folder / INDEX
        try:
            lines = tomllib.loads(self._index.read_text(encoding="utf-8")) if self._index.exists() else {}
        except ValueError as fault:
            raise VoiceError(f"{self._index} cannot be read: {fault}") from fault
        self._names = {words_of(text): str(name) for text, name in lines.items()}

    def has(self, text: str) -> bool:
        """Is there a clip of exactly this text?"""
        name = self._names.get(words_of(text))
        return name is not None and (self._folder / name).is_file()

    def keep(self, text: str, sound: Sound) -> Path:
        """Put the clip there; a clip of the same text is replaced."""
        name = self._names.get(words_of(text))
        file = self._folder / (name or self._free_name())
        put(file, to_wav(sound))
        if name is None:
            self._names[words_of(text)] = file.name
            with self._index.open("a", encoding="utf-8") as index:
                index.write(f"{json.dumps(text, ensure_ascii=False)} = {json.dumps(file.name)}\n")
        return file

    def _free_name(self) -> str:
        taken = {*self._names.values(), *(file.name for file in self._folder.glob("*.wav"))}
        return next(name for number in range(1, len(taken) + 2) if (name := f"{number:04}.wav") not in taken)
