"""The kiosk's decisions: what happened goes in, what to do about it comes out, and what to show. No Kivy, no clock."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kiosk.effects import Effect, Note, PrintOther, PrintTicket
from kiosk.events import (
    Answered,
    CornerTouched,
    Event,
    HubHeard,
    JobArrived,
    LinkChanged,
    LookedAround,
    MenuArrived,
    Now,
    PaperCame,
    PinChecked,
    PrinterChanged,
    SpareKept,
    Touched,
)
from kiosk.hub_watch import HubWatch
from kiosk.languages import offered
from kiosk.offer import Offers
from kiosk.service.service import Service
from kiosk.service.views import Around, view_of_service
from kiosk.spare import SpareBook
from kiosk.stages import Asking, Outcome, Session
from kiosk.steps import step, still_possible, topic_to_take
from kiosk.telling import Telling
from kiosk.tickets import BROKER_WAIT_S, Tickets
from kiosk.underway import UnderWay
from kiosk.view import Control, View, buttons_of
from kiosk.views.scene import Scene
from kiosk.views.stage import view_of
from runtime.settings.model import Kiosk, Settings
from wire.devices import Job, PrinterState
from wire.state import Menu

DOUBLE_TOUCH_S: Final = 0.5
SLOW_S: Final = 0.4
WARNING_S: Final = 30.0
"""How long before the end of a visit the visitor is asked whether anybody is there."""


class Flow:
    """One kiosk. `handle` takes an event and gives the effects in order; `view` is what to show after it."""

    def __init__(
        self,
        settings: Settings,
        kiosk: Kiosk,
        *,
        known_languages: frozenset[str],
        boot_id: str,
        new_id: Callable[[], str],
        book: SpareBook | None = None,
    ) -> None:
        self._settings = settings
        self._kiosk = kiosk
        self._known_languages = known_languages
        self._offers = Offers(settings)
        self._hub = HubWatch()
        self._telling = Telling(kiosk.device, boot_id, new_id, book or SpareBook())
        self._tickets = Tickets(settings, kiosk, self._telling, boot_id, new_id)
        self._session = Session(self._first_language)
        self._service = Service(new_id, has_pin=settings.service.pin_file is not None)
        self.printer = PrinterState("none" if kiosk.printer.kind == "none" else "unknown")

    @property
    def spares_waiting(self) -> int:
        """How many spare numbers the hub does not know yet."""
        return len(self._telling.spares.book.waiting)

    @property
    def is_clock_trusted(self) -> bool:
        """Whether the hub trusts its clock, so that its times may stand on paper."""
        return self._offers.now.is_clock_trusted

    def resume(self, under_way: UnderWay, now: Now) -> tuple[Effect, ...]:
        """Go on with what a crash interrupted."""
        language = under_way.request.language or self._first_language
        self._session = Session(language, is_large=under_way.is_large, touched_s=now.up_s)
        outcome = self._tickets.resume(under_way, now)
        if outcome.stage is None:
            self._session = Session(self._first_language)
        return self._done(outcome, now)

    def handle(self, event: Event, now: Now) -> tuple[Effect, ...]:
        """What to do about the event, in order."""
        effects = self._handle(event, now)
        forwarded = self._telling.forward(now) if self._hub.is_here(now.up_s) else ()
        return (*effects, *forwarded)

    def view(self, now: Now) -> View:
        """What to show now; that the hub is being asked shows only when it takes long, so that nothing flickers."""
        if self._service.stage:
            return self._service_view(now)
        is_open = self._offers.now.is_open(now.wall, is_hub_here=self._hub.is_here(now.up_s))
        session, stage = self._session, self._session.stage
        if isinstance(stage, Asking) and now.up_s - stage.since_s < SLOW_S:
            session = replace(session, stage=stage.before)
        return view_of(self._scene(session, now), is_open=is_open)

    def next_tick_s(self, now: Now) -> float | None:
        """When `Ticked` is next of use, in seconds since the machine started."""
        told_s = self._telling.next_s if self._hub.is_here(now.up_s) else None
        times = (*self._visit_times(), *self._service.times, self._hub.away_s, told_s, self._offers.now.turns_s(now))
        return min((each for each in times if each is not None and each > now.up_s), default=None)

    def _handle(self, event: Event, now: Now) -> tuple[Effect, ...]:
        match event:
            case Touched(control):
                return self._serviced(control, now) if self._service.stage else self._touched(control, now)
            case CornerTouched() | PinChecked() | LookedAround():
                return self._service.handle(event, now)
            case MenuArrived(menu):
                return self._take_menu(menu)
            case JobArrived(job):
                return self._print_job(job)
            case Answered() | SpareKept() | PaperCame():
                return self._ended(event, now)
        self._note(event, now)
        return (*self._service.tick(now), *self._tick(now))

    def _ended(self, event: Answered | SpareKept | PaperCame, now: Now) -> tuple[Effect, ...]:
        match event:
            case Answered():
                return self._answered(event, now)
            case SpareKept(is_kept):
                return self._done(self._tickets.spare_kept(now, is_kept=is_kept), now)
            case PaperCame():
                self._service.paper_came(event)
                shown = self._done(self._tickets.paper_came(event, self._session.stage), now)
                return (*shown, *self._telling.paper_came(event, now))

    def _note(self, event: Event, now: Now) -> None:
        match event:
            case PrinterChanged(state):
                self.printer = state
            case HubHeard(is_offline):
                self._hub.hear(is_offline=is_offline, now_s=now.up_s)
            case LinkChanged(is_connected):
                self._hub.is_connected = is_connected

    def _touched(self, control: Control, now: Now) -> tuple[Effect, ...]:
        is_double = now.up_s - self._session.touched_s < DOUBLE_TOUCH_S
        if is_double or isinstance(self._session.stage, Asking) or not self._shows(control, now):
            return ()
        self._session = replace(self._session, touched_s=now.up_s, is_warned=False)
        topic_id = topic_to_take(control, self._offers.now)
        if topic_id is not None:
            return self._done(self._tickets.ask(topic_id, self._session, now), now)
        match control.kind:
            case "fetch-me":
                return self._done(self._telling.toggle_fetch(self._session.stage, now), now)
            case "done":
                return self._end_visit(now)
        self._session = step(self._session, control, self._offers.now)
        return ()

    def _serviced(self, control: Control, now: Now) -> tuple[Effect, ...]:
        effects = self._service.touched(control, now)
        if self._service.stage is None:
            # The second touch of two was not meant for what comes to light.
            self._session = replace(self._session, touched_s=now.up_s)
        return effects

    def _shows(self, control: Control, now: Now) -> bool:
        return any(button.control == control for button in buttons_of(self.view(now)))

    def _answered(self, event: Answered, now: Now) -> tuple[Effect, ...]:
        stage = self._session.stage
        if isinstance(stage, Asking) and stage.request.request_id == event.request_id:
            return self._done(self._tickets.answered(stage, event, now), now)
        return self._done(self._telling.settle(event, stage, now), now)

    def _take_menu(self, menu: Menu) -> tuple[Effect, ...]:
        fault = self._offers.take(menu)
        self._session = replace(self._session, stage=still_possible(self._session.stage, self._offers.now))
        return (Note(fault),) if fault else ()

    def _print_job(self, job: Job) -> tuple[Effect, ...]:
        if not self._telling.papers.is_new_job(job):
            return ()
        if job.job == "print-ticket" and job.ticket is None:
            return (Note("dropped a job to print a ticket without one"),)
        return (PrintTicket(job.job_id, job.ticket) if job.ticket else PrintOther(job),)

    def _tick(self, now: Now) -> tuple[Effect, ...]:
        session = self._session
        if isinstance(session.stage, Asking):
            is_connected = self._hub.is_connected
            return self._done(self._tickets.ask_when_possible(session.stage, now, is_connected=is_connected), now)
        if session.is_fresh(self._first_language):
            return ()
        quiet_s = now.up_s - session.touched_s
        if quiet_s >= session.idle_s(self._kiosk.idle_seconds):
            return self._end_visit(now)
        if quiet_s >= session.idle_s(self._kiosk.idle_seconds) - WARNING_S:
            self._session = replace(session, is_warned=True)
        return ()

    def _visit_times(self) -> tuple[float, ...]:
        session = self._session
        if isinstance(session.stage, Asking):
            return (session.stage.since_s + SLOW_S, session.stage.since_s + BROKER_WAIT_S)
        if session.is_fresh(self._first_language):
            return ()
        ends_s = session.touched_s + session.idle_s(self._kiosk.idle_seconds)
        return (ends_s - WARNING_S, ends_s)

    def _end_visit(self, now: Now) -> tuple[Effect, ...]:
        self._session = Session(self._first_language, touched_s=now.up_s)
        return self._tickets.end().effects

    def _done(self, outcome: Outcome, now: Now) -> tuple[Effect, ...]:
        stage = outcome.stage
        if stage is not None:
            # A finger that comes down as the screen changes was meant for what stood there before.
            is_new = type(stage) is not type(self._session.stage)
            touched_s = now.up_s if is_new else self._session.touched_s
            self._session = replace(self._session, stage=stage, touched_s=touched_s)
        return outcome.effects

    @property
    def _languages(self) -> tuple[str, ...]:
        return offered(self._offers.now.languages, self._known_languages)

    @property
    def _first_language(self) -> str:
        return self._languages[0]

    def _service_view(self, now: Now) -> View:
        is_hub_here = self._hub.is_here(now.up_s)
        device, broker = self._kiosk.device, self._settings.broker
        return view_of_service(
            Around(self._session.language, device, broker, self.printer, is_hub_here), self._service, now.up_s
        )

    def _scene(self, session: Session, now: Now) -> Scene:
        return Scene(
            settings=self._settings,
            kiosk=self._kiosk,
            offer=self._offers.now,
            languages=self._languages,
            session=session,
            printer=self.printer,
            wall=now.wall,
        )
