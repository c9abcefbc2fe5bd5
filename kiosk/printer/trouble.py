"""What can be wrong with a printer, under one name each."""

from typing import Final, Literal

from wire.devices import PrinterCondition

Cause = Literal[
    "paper-out",
    "cover-open",
    "error",
    "offline",
    "silent",
    "not-found",
    "gone",
    "too-slow",
    "busy",
    "no-printer",
    "stopped",
]

CONDITIONS: Final[dict[Cause, PrinterCondition]] = {
    "paper-out": "paper-out",
    "cover-open": "cover-open",
    "error": "error",
    "no-printer": "none",
}


class PrinterTrouble(Exception):  # noqa: N818 - a trouble is what it is
    """The printer did not do as asked; `cause` is the name that goes over the wire."""

    def __init__(self, cause: Cause, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause = cause


def condition_of(cause: Cause) -> PrinterCondition:
    """The state of a printer that has this trouble."""
    return CONDITIONS.get(cause, "offline")
