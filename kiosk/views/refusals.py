"""What a refusal of the hub says to a visitor."""

from typing import Final

from runtime.texts import mark
from wire.refusals import RefusalCode

TEXTS: Final[dict[RefusalCode, str]] = {
    "intake-closed": mark("U kunt nu geen nummer nemen."),
    "line-closed": mark("Deze rij is nu gesloten."),
    "line-full": mark("Deze rij is vol."),
    "day-closed": mark("We zijn nu gesloten."),
}
"""Refusals that mean something to a visitor; with any other the kiosk does not work."""
