"""A branch, its kiosk, and a flow that is played as a script."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from msgspec.structs import replace
from snapshots import ticket

from kiosk.effects import Ask, Effect, PrintTicket, Say
from kiosk.events import (
    Answered,
    Event,
    FellSilent,
    HubHeard,
    Key,
    KeyPressed,
    LinkChanged,
    MenuArrived,
    Now,
    Spoke,
    Ticked,
    Touched,
)
from kiosk.flow.flow import Flow
from kiosk.guidance.items import visible_texts
from kiosk.spare import SpareBook
from kiosk.speech.utterance import Utterance
from kiosk.underway import UnderWay
from kiosk.view import Control, ControlKind, Place, View, buttons_of
from runtime.settings.catalogue import CATALOGUE
from runtime.settings.model import Branch, Kiosk, Line, Notice, Printer, Settings, Topic
from wire.answers import Answer, NoAnswer, Refused, Ticket
from wire.commands import TakeTicket
from wire.refusals import Refusal, RefusalCode
from wire.state import Menu, MenuTopic

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
APP = Topic(id="digid-app", line="ido", names={"nl": "App doet het niet", "en": "App does not work"})


@pytest.fixture
def settings() -> Settings:
    return Settings(
        branch=Branch(
            id="hengelo",
            name="Bibliotheek Hengelo",
            waiting_place={"nl": "bij de blauwe stoelen", "en": "by the blue chairs"},
        ),
        lines=(Line(id="ido", name={"nl": "Informatiepunt", "en": "Information point"}),),
        topics=(replace(CATALOGUE[0], topics=(APP,)), *CATALOGUE[1:]),
        notices=(Notice(id="break", names={"nl": "We zijn er om 13 uur weer.", "en": "We are back at 13:00."}),),
    )


@pytest.fixture
def menu(settings: Settings) -> Menu:
    def as_topic(topic: Topic) -> MenuTopic:
        below = tuple(map(as_topic, topic.topics))
        names = dict(topic.names)
        return MenuTopic(id=topic.id, line="ido", picture=topic.id, names=names, open=True, hours=None, topics=below)

    return Menu(
        epoch="e",
        revision=1,
        at="2026-11-21T12:00:00.000Z",
        day="2026-11-21",
        clock="trusted",
        branch_name="Bibliotheek Hengelo",
        mode="one-button",
        intake="open",
        notice=None,
        opens_at=None,
        closes_at="2026-11-21T16:00:00.000Z",
        staffed="now",
        coming=False,
        waiting=0,
        languages=("nl", "en", "ar"),
        topics=tuple(map(as_topic, settings.topics)),
    )


def new_ticket(**changes: Any) -> Ticket:
    return ticket(**{"taken_at": "2026-11-21T12:00:00.000Z", **changes})


@dataclass
class PaperPages:
    """A screen on which every view goes on so many pages, and what is marked is on the second if there is one."""

    pages: int = 1

    def count(self, _view: View) -> int:
        return self.pages

    def shown(self, view: View) -> int:
        return view.frame.page if view.frame.mark in (None, Control("page")) else self.pages - 1


@dataclass
class Play:
    """A flow on a stage: time passes only when the script says so; `out` is what it did last."""

    settings: Settings
    kiosk: Kiosk
    menu: Menu
    book: SpareBook | None = None
    boot_id: str = "boot-1"
    up_s: float = 1000.0
    wall: datetime = NOON
    languages: frozenset[str] = frozenset({"nl", "en"})
    voices: frozenset[str] = frozenset()
    pages: int = 1
    out: tuple[Effect, ...] = ()
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.flow = Flow(
            self.settings,
            self.kiosk,
            known_languages=self.languages,
            boot_id=self.boot_id,
            new_id=lambda: f"00000000-0000-4000-8000-{next(self.ids):012}",
            book=self.book,
            voices=self.voices,
            pages=PaperPages(self.pages),
        )

    @property
    def now(self) -> Now:
        return Now(self.up_s, self.wall)

    @property
    def view(self) -> View:
        return self.flow.view(self.now)

    @property
    def ticket(self) -> Ticket:
        return new_ticket()

    def happens(self, event: Event) -> tuple[Effect, ...]:
        self.out = self.flow.handle(event, self.now)
        return self.out

    def hub_is_here(self, **menu: Any) -> "Play":
        self.happens(LinkChanged(is_connected=True))
        self.happens(HubHeard(is_offline=False))
        self.happens(MenuArrived(replace(self.menu, **menu)))
        return self

    def touches(self, kind: ControlKind, which: str = "") -> tuple[Effect, ...]:
        """After a second in which nothing happened."""
        self.passes(1)
        return self.touches_at_once(kind, which)

    def touches_at_once(self, kind: ControlKind, which: str = "") -> tuple[Effect, ...]:
        return self.happens(Touched(Control(kind, which)))

    def presses(self, key: Key, times: int = 1) -> tuple[Effect, ...]:
        """After a second in which nothing happened, each time."""
        for _ in range(times):
            self.passes(1)
            self.happens(KeyPressed(key))
        return self.out

    def goes_to(self, place: Place) -> None:
        """By keys, one step at a time; the first key switches the keys on."""
        if self.view.frame.mark is None:
            self.presses("next")
        for _ in range(100):
            if self.view.frame.mark == place:
                return
            self.presses("next")
        raise AssertionError(f"the focus never comes to {place}")

    def chooses(self, kind: ControlKind, which: str = "") -> tuple[Effect, ...]:
        """The same as `touches`, by keys."""
        self.goes_to(Control(kind, which))
        return self.presses("choose")

    def has_number(self, **ticket: Any) -> None:
        """The ticket that was asked for just now is given; the printer has not said anything."""
        self.is_answered(self.asked(TakeTicket).request_id, **ticket)

    @property
    def printing(self) -> str:
        """The id of the print that was ordered just now."""
        (job_id,) = [each.job_id for each in self.out if isinstance(each, PrintTicket)]
        return job_id

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """What is to be said by what was done last."""
        return next((each.utterances for each in self.out if isinstance(each, Say)), ())

    @property
    def said(self) -> list[str]:
        return [each.text for each in self.utterances]

    def hears_it_out(self) -> list[str]:
        """The voice says all of it; each text is on the screen while it is said."""
        utterances = self.utterances
        for each in utterances:
            self.happens(Spoke(each))
            assert each.text in visible_texts(self.view)
        self.happens(FellSilent())
        return [each.text for each in utterances]

    def passes(self, seconds: float) -> tuple[Effect, ...]:
        self.up_s += seconds
        self.wall += timedelta(seconds=seconds)
        return self.happens(Ticked())

    def asked(self, kind: type) -> Any:
        """The one command of that kind that was sent last."""
        (command,) = [each.command for each in self.out if isinstance(each, Ask) and isinstance(each.command, kind)]
        return command

    def is_answered(self, request_id: str, **changes: Any) -> tuple[Effect, ...]:
        answer = Answer(request_id=request_id, revision=2, ticket=new_ticket(**changes))
        return self.happens(Answered(request_id, answer))

    def is_done(self, request_id: str) -> tuple[Effect, ...]:
        return self.happens(Answered(request_id, Answer(request_id=request_id, revision=2)))

    def is_refused(self, request_id: str, code: RefusalCode) -> tuple[Effect, ...]:
        return self.happens(Answered(request_id, Refused(request_id=request_id, refusal=Refusal(code, "Nee."))))

    def is_unheard(self, request_id: str) -> tuple[Effect, ...]:
        return self.happens(Answered(request_id, NoAnswer("timed-out")))

    def resumes(self, under_way: UnderWay) -> tuple[Effect, ...]:
        self.out = self.flow.resume(under_way, self.now)
        return self.out

    def controls(self) -> list[str]:
        return [f"{b.control.kind} {b.control.which}".strip() for b in buttons_of(self.view)]


@pytest.fixture
def play(settings: Settings, menu: Menu) -> Callable[..., Play]:
    """Sets a stage; the hub is not there yet."""

    def make(**changes: Any) -> Play:
        kiosk = Kiosk(printer=Printer(kind="serial", port="/dev/null"))
        return Play(**{"settings": settings, "kiosk": kiosk, "menu": menu, **changes})

    return make
