"""What follows from a command: paper moves, a cut, an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image


@dataclass(frozen=True, slots=True)
class Advance:
    """Feed the paper by `dots`, printing `ink` at its top (mode "1", as wide as the head, 1 is black)."""

    dots: int
    ink: Image.Image | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """Cut the paper where the cutter is."""


@dataclass(frozen=True, slots=True)
class Confirm:
    """Send these bytes once all that was asked before has been printed."""

    answer: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """Send these bytes now."""

    answer: bytes


@dataclass(frozen=True, slots=True)
class TellPaper:
    """Send now what the paper sensors see."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Tell of changes by itself from now on: the bits of `GS a`."""

    bits: int


Motion = Advance | Cut | Confirm
Effect = Motion | Answer | TellPaper | Watch
