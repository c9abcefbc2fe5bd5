"""A kiosk that has no printer."""

from typing import Final

from kiosk.printer.result import Verdict
from wire.devices import PrinterState

NOTHING_TO_DO_S: Final = 3600.0


class NoDevice:
    """Answers for a printer that is not there."""

    state: Final = PrinterState("none")
    identity: Final = None
    interval_s: Final = NOTHING_TO_DO_S

    def look(self) -> None:
        """See nothing."""

    def listen(self) -> None:
        """Hear nothing."""

    def print(self, _data: bytes) -> Verdict:
        """Fail, because there is no printer."""
        return Verdict("failed", "no-printer")

    def take_new_roll(self) -> None:
        """Have no roll."""

    def close(self) -> None:
        """Leave nothing."""
