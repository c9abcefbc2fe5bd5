"""A line of text in pieces of one font and one direction, as they stand from left to right."""

from dataclasses import dataclass, replace
from functools import lru_cache

from runtime.languages import Direction, direction
from runtime.writing.bidi import NoFribidiError, from_the_left, levels
from runtime.writing.letters import shown
from screenkit.fonts_by_script import files_for, font, has
from screenkit.type import FontError, Weight, font_file


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line in one font and one direction."""

    text: str
    file: str
    level: int

    @property
    def direction(self) -> Direction:
        """Which way it is written."""
        return "rtl" if self.level % 2 else "ltr"

    def advance_px(self, size_px: int) -> float:
        """How far the pen goes."""
        return font(self.file, size_px).getlength(self.text, direction=self.direction)

    def extent_px(self, size_px: int) -> tuple[float, float]:
        """How far its letters reach above and below the base line."""
        _, top, _, bottom = font(self.file, size_px).getbbox(self.text, direction=self.direction, anchor="ls")
        return -top, bottom


def is_plain(text: str, language: str) -> bool:
    """Whether Kivy draws the line right by itself: in one font, from left to right."""
    if direction(language) == "rtl":
        return not text or (text.isascii() and text.isalnum())
    return text.isascii() or all(has(font_file("regular"), letter) for letter in text)


@lru_cache(maxsize=1024)
def pieces(text: str, language: str, weight: Weight, before: str = "", after: str = "") -> tuple[Piece, ...]:
    """The pieces of a line; what stands `before` and `after` it in its paragraph may change their order.

    Raises:
        FontError: libfribidi0 is missing.
    """
    files, found, line = files_for(language, weight), list[Piece](), shown(text)
    for letter, level in zip(line, _levels(line, language, before, after), strict=True):
        last = found[-1] if found and found[-1].level == level else None
        wanted = (last.file, *files) if last else files
        file = next((file for file in wanted if has(file, letter)), files[0])
        if last and last.file == file:
            found[-1] = replace(last, text=last.text + letter)
        else:
            found.append(Piece(letter, file, level))
    return tuple(from_the_left(found, lambda piece: piece.level))


def _levels(line: str, language: str, before: str, after: str) -> list[int]:
    try:
        whole = levels(before + line + after, direction(language))
    except NoFribidiError as missing:
        raise FontError(str(missing)) from missing
    return whole[len(before) :][: len(line)]
