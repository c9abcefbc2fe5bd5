"""All that a view may depend on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.languages import named
from kiosk.offer import Offer
from kiosk.stages import Session
from runtime.settings.model import Kiosk, Settings
from runtime.texts import Texts
from wire.devices import PrinterState


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment at the kiosk."""

    settings: Settings
    kiosk: Kiosk
    offer: Offer
    languages: tuple[str, ...]
    session: Session
    printer: PrinterState
    wall: datetime
    voices: frozenset[str] = frozenset()

    @property
    def text(self) -> Callable[[str], str]:
        """The visitor's text for a Dutch one."""
        return Texts(self.session.language, "visitor").text

    @property
    def plural(self) -> Callable[[str, str, int], str]:
        """The visitor's text for so many."""
        return Texts(self.session.language, "visitor").plural

    @property
    def place(self) -> str | None:
        """Where to wait, in the visitor's language; a place without a name in it is not told."""
        return self.settings.branch.waiting_place.get(self.session.language)

    @property
    def line_name(self) -> str:
        """What the general line is called."""
        lines = self.settings.lines
        return (named(lines[0].name, self.session.language) if lines else "") or self.text("Informatiepunt")

    def local(self, moment: datetime) -> datetime:
        """The moment in the branch's own time zone."""
        return moment.astimezone(ZoneInfo(self.settings.branch.time_zone))

    @property
    def is_speaking(self) -> bool:
        """Whether what is on the screen is said as well."""
        return self.session.mode in ("reading", "blind")
