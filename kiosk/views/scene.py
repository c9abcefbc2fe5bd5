"""All that a view may depend on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.languages import named
from kiosk.offer import Offer
from kiosk.stages import Asking, HasNumber, Languages, Session, Start
from kiosk.view import Button, Control, Frame
from runtime.languages import OWN_NAMES
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

    def frame(self) -> Frame:
        """The header and the fixed row; reading aloud and low buttons have their places in it."""
        is_busy = isinstance(self.session.stage, Asking)
        row = (self._back(), None, *((None, None) if is_busy else (self._larger(), self._languages())), None)
        header = f"{self.offer.branch_name} · {self.line_name}"
        code = self.session.language
        return Frame(header, OWN_NAMES.get(code, ""), row, self.session.is_large, code=code)

    def _back(self) -> Button | None:
        if isinstance(self.session.stage, Start | Asking | HasNumber):
            return None
        return Button(Control("back"), self.text("Terug"), picture="back")

    def _larger(self) -> Button:
        text = self.text("Kleiner") if self.session.is_large else self.text("Groter")
        return Button(Control("larger"), text, picture="letter")

    def _languages(self) -> Button | None:
        if len(self.languages) < 2 or isinstance(self.session.stage, Languages):  # noqa: PLR2004 - nothing to choose
            return None
        return Button(Control("languages"), self.text("Talen"), picture="languages")
