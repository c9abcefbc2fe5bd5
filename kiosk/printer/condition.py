"""How a printer is, as far as it told."""

from dataclasses import dataclass, replace
from typing import Final

from kiosk.printer.answers import Automatic
from kiosk.printer.trouble import Cause

ASKED: Final = (1, 2, 4)
"""The questions of DLE EOT that tell all of it, in the order in which they are put."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What is wrong, fact by fact; all false is a healthy printer."""

    is_offline: bool = False
    is_cover_open: bool = False
    is_paper_out: bool = False
    is_paper_low: bool = False
    has_error: bool = False

    @property
    def cause(self) -> Cause | None:
        """The trouble to name first, if there is one; paper that runs low is none yet."""
        if self.is_cover_open:
            return "cover-open"
        if self.is_paper_out:
            return "paper-out"
        if self.has_error:
            return "error"
        return "offline" if self.is_offline else None


def after_answer(condition: Condition, question: int, byte: int) -> Condition:
    """The condition with the answer to DLE EOT `question`."""
    match question:
        case 1:
            return replace(condition, is_offline=bool(byte & 0x08))
        case 2:
            return replace(condition, is_cover_open=bool(byte & 0x04), has_error=bool(byte & 0x40))
        case _:
            return replace(condition, is_paper_low=bool(byte & 0x0C), is_paper_out=bool(byte & 0x60))


def told_by(status: Automatic) -> Condition:
    """The condition that a printer told by itself."""
    first, second, third, _ = status.data
    return Condition(
        is_offline=bool(first & 0x08),
        is_cover_open=bool(first & 0x20),
        is_paper_out=bool(third & 0x0C),
        is_paper_low=bool(third & 0x03),
        has_error=bool(second & 0x68),
    )


def after_paper(condition: Condition, byte: int) -> Condition:
    """The condition with the answer to GS r 1."""
    return replace(condition, is_paper_low=bool(byte & 0x03), is_paper_out=bool(byte & 0x0C))
