"""Where whoever looks after the kiosk is."""

from dataclasses import dataclass, field
from typing import Literal

from kiosk.service.facts import Facts
from wire.commands import Paper

Said = Literal["", "wrong", "unreadable"]
Asked = Literal["", "test-page", "new-roll", "restart"]


@dataclass(frozen=True, slots=True)
class Pad:
    """Giving the PIN."""

    figures: str = field(default="", repr=False)
    is_checking: bool = False
    said: Said = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A test page; `paper` is None while it is on its way."""

    job_id: str
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """Let in; `asked` is what was touched last."""

    facts: Facts | None = None
    asked: Asked = ""
    page: Page | None = None
