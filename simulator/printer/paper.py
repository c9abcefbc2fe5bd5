"""The roll of paper below the head and the cutter, and the slips that come off it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from simulator.printer.head import Head

LONGEST_SLIP_MM = 2000


@dataclass(frozen=True, slots=True)
class Slip:
    """A piece of paper that came off: `ink` is mode "1", as wide as the paper, 1 is black."""

    head: Head
    ink: Image.Image
    is_torn: bool


class Roll:
    """Holds what has left the head since the last cut; the piece between head and cutter stays for the next slip."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._to_cutter = head.to_cutter_dots
        self._longest = round(LONGEST_SLIP_MM * head.dots_per_mm)
        self._margin = (head.paper_dots - head.dots) // 2
        self._strips: list[tuple[int, int, Image.Image]] = []
        self._height = self._to_cutter

    @property
    def has_ink(self) -> bool:
        """Is anything printed on it?"""
        return bool(self._strips)

    @property
    def is_too_long(self) -> bool:
        """Does so much hang out of the printer that somebody tears it off?"""
        return self._height > self._longest

    def advance(self, dots: int, ink: Image.Image | None) -> None:
        """Feed, printing from the top of what is fed."""
        if ink is not None and ink.getbbox():
            self._strips.append((self._margin, self._height, ink))
        self._height += dots

    def cut(self) -> Slip | None:
        """Cut at the cutter; what is printed below it comes out with the next slip."""
        height = self._height - self._to_cutter
        if not height:
            return None
        whole = self._draw()
        slip = Slip(self._head, whole.crop((0, 0, whole.width, height)), is_torn=False)
        self._begin(whole.crop((0, height, whole.width, whole.height)))
        return slip

    def tear(self) -> Slip | None:
        """Tear off all that came out; nothing when it is blank."""
        slip = Slip(self._head, self._draw(), is_torn=True) if self.has_ink else None
        self._begin(None)
        return slip

    def _begin(self, rest: Image.Image | None) -> None:
        self._strips = [(0, 0, rest)] if rest is not None and rest.getbbox() else []
        self._height = self._to_cutter

    def _draw(self) -> Image.Image:
        """All of the paper, with the piece between head and cutter fed out as one does to tear it off."""
        paper = Image.new("1", (self._head.paper_dots, self._height))
        for left, top, ink in self._strips:
            paper.paste(1, (left, top), ink)
        return paper
