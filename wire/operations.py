"""What each command gives, and who may send it."""

from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["hub", "kiosk", "display", "console", "monitor"]
ResultName = Literal["ticket", "visit_id", "job_id", "steps", "tables"]


@dataclass(frozen=True, slots=True)
class Operation:
    """The fields of a command's answer besides its id and revision, and the roles that may ask it."""

    gives: ResultName | None
    roles: tuple[Role, ...] = ("console",)


_VISITORS_TOO: Final[tuple[Role, ...]] = ("kiosk", "console")

OPERATIONS: Final[dict[str, Operation]] = {
    "take-ticket": Operation("ticket", _VISITORS_TOO),
    "fetch-me": Operation(None, _VISITORS_TOO),
    "own-language": Operation(None, _VISITORS_TOO),
    "withdraw-ticket": Operation(None, _VISITORS_TOO),
    "report-print": Operation(None, ("kiosk",)),
    "open-desk": Operation(None),
    "pause-desk": Operation(None),
    "resume-desk": Operation(None),
    "close-desk": Operation(None),
    "acknowledge": Operation(None),
    "call-next": Operation("ticket"),
    "call-ticket": Operation("ticket"),
    "recall": Operation("ticket"),
    "start-visit": Operation(None),
    "miss-ticket": Operation(None),
    "park-ticket": Operation(None),
    "bring-back": Operation(None),
    "transfer-ticket": Operation(None),
    "correct-topic": Operation(None),
    "finish-visit": Operation("visit_id"),
    "register-visit": Operation(None),
    "register-question": Operation("visit_id"),
    "undo": Operation(None),
    "close-intake": Operation(None),
    "open-intake": Operation(None),
    "close-day": Operation(None),
    "open-day": Operation(None),
    "print-again": Operation("job_id"),
    "print-referral": Operation("job_id"),
    "why": Operation("steps"),
    "day-sheet": Operation("tables"),
    "report": Operation("tables"),
    "report-public": Operation("tables", ("console", "monitor")),
}

RECEIVERS: Final[dict[str, tuple[Role, ...]]] = {
    "menu": ("kiosk", "console"),
    "board": ("display", "console"),
    "floor": ("console",),
    "status": ("hub", "kiosk", "display", "console", "monitor"),
    "job": ("kiosk",),
    "event": ("monitor",),
}
"""Who gets what is not an answer; kiosks and displays get the status of the hub only."""
