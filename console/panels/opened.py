"""Which panel the page shows, as things stand: one that no longer fits the situation is not there."""

from collections.abc import Callable
from typing import Final

from console.panels import by_hand, fraud, intake, moving, phrases, several, ticket
from console.panels.panel import Panel
from console.registering import panels as registering
from console.situation import Situation

PANELS: Final[dict[str, Callable[[Situation], Panel | None]]] = {
    "nieuw": by_hand.panel,
    "nummer": ticket.panel,
    "rij": moving.to_another_line,
    "onderwerp": moving.to_another_topic,
    "weg": several.panel,
    "kiosk": intake.panel,
    "fraude": fraud.panel,
    "vraag": registering.without_ticket,
    "zinnen": phrases.panel,
    "registreren": registering.afterwards,
}
"""By the name in the address that opens it."""

OF_ONE_VISITOR: Final = frozenset({"rij", "onderwerp"})
"""They are about whoever was at the desk when they were opened."""


def panel(at: Situation) -> Panel | None:
    """What is open on the page of this session."""
    opened = at.session.opened
    if opened is None or (opened.name in OF_ONE_VISITOR and opened.here != at.here):
        return None
    return PANELS[opened.name](at)
