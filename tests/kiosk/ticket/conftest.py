"""A branch, its tickets, and the paper that they become."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from snapshots import ticket

from kiosk.printer.models import model_of
from kiosk.ticket.compose import compose
from kiosk.ticket.render import render
from kiosk.ticket.slip import Slip
from runtime.settings.model import Branch, Kiosk, Line, Printer, Settings

PLACE = {"nl": "bij de blauwe stoelen", "en": "by the blue chairs"}


@dataclass(frozen=True)
class Sample:
    """A ticket of a branch, with what the tests change of it."""

    number: str = "27"
    language: str = "nl"
    people_before: int = 3
    place: Mapping[str, str] = field(default_factory=lambda: PLACE)
    line: str = "ido"
    profile: str = "TM-T20II"
    width_dots: int = 576
    qr: str = "none"
    now: datetime | None = datetime(2026, 11, 21, 10, 41)  # noqa: DTZ001 - the branch's own time
    is_large: bool = False

    @property
    def printer(self) -> Printer:
        """The printer as the branch file has it."""
        return Printer(kind="serial", port="/dev/null", profile=self.profile, width_dots=self.width_dots, qr=self.qr)

    @property
    def slip(self) -> Slip:
        """What is on the paper."""
        given = ticket(
            self.number,
            line=self.line,
            topic="geld",
            language=self.language,
            fetch_me=True,
            taken_at="2026-11-21T09:41:00.000Z",
            people_before=self.people_before,
        )
        kiosk = Kiosk(printer=self.printer)
        branch = Branch(id="hengelo", name="Bibliotheek Hengelo", waiting_place=dict(self.place))
        lines = (Line(id="ido", name={"nl": "Informatiepunt", "en": "Information point"}),)
        settings = Settings(branch=branch, lines=lines, kiosks=(kiosk,))
        return compose(given, settings, kiosk, self.now, is_large=self.is_large)

    @property
    def data(self) -> bytes:
        """The bytes for its printer."""
        return render(self.slip, model_of(self.printer))


@pytest.fixture
def sample() -> Callable[..., Sample]:
    """Makes sample tickets; call it with what is to differ."""
    return Sample
