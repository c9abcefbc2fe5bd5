"""The kiosk's decisions: what happened goes in, what to do about it comes out, and what to show. No Kivy, no clock."""

from collections.abc import Callable

from kiosk.effects import Effect, Note, PrintOther, PrintTicket
from kiosk.events import (
    Answered,
    CornerTouched,
    Event,
    FellSilent,
    HeldLong,
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
    Spoke,
    Touched,
)
from kiosk.flow.guided import Deed, Guided
from kiosk.flow.hub_watch import HubWatch
from kiosk.flow.pages import OnePage, Pages
from kiosk.flow.telling import Telling
from kiosk.flow.tickets import Tickets
from kiosk.flow.visit import Visit
from kiosk.service.service import Service
from kiosk.service.views import Around, view_of_service
from kiosk.spare import SpareBook
from kiosk.underway import UnderWay
from kiosk.view import View
from runtime.settings.model import Kiosk, Settings
from wire.devices import Job, PrinterState


class Flow:
    """One kiosk. `handle` takes an event and gives the effects in order; `view` is what to show after it.

    `voices` are the languages that the kiosk can say, `pages` tells how its screen cuts them up.
    """

    def __init__(
        self,
        settings: Settings,
        kiosk: Kiosk,
        *,
        known_languages: frozenset[str],
        boot_id: str,
        new_id: Callable[[], str],
        book: SpareBook | None = None,
        voices: frozenset[str] = frozenset(),
        pages: Pages | None = None,
    ) -> None:
        self._settings = settings
        self._kiosk = kiosk
        self._hub = HubWatch()
        self._telling = Telling(kiosk.device, boot_id, new_id, book or SpareBook())
        self._visit = Visit(
            settings,
            kiosk,
            known_languages=known_languages,
            voices=voices,
            pages=pages or OnePage(),
            hub=self._hub,
            telling=self._telling,
            tickets=Tickets(settings, kiosk, self._telling, boot_id, new_id),
        )
        self._guided = Guided(self._visit, kiosk.audio.volume)
        self._service = Service(new_id, has_pin=settings.service.pin_file is not None)

    @property
    def printer(self) -> PrinterState:
        """How the printer is."""
        return self._visit.printer

    @property
    def spares_waiting(self) -> int:
        """How many spare numbers the hub does not know yet."""
        return len(self._telling.spares.book.waiting)

    @property
    def is_clock_trusted(self) -> bool:
        """Whether the hub trusts its clock, so that its times may stand on paper."""
        return self._visit.offers.now.is_clock_trusted

    def resume(self, under_way: UnderWay, now: Now) -> tuple[Effect, ...]:
        """Go on with what a crash interrupted."""
        return self._visit.resume(under_way, now)

    def handle(self, event: Event, now: Now) -> tuple[Effect, ...]:
        """What to do about the event, in order."""
        hushed = self._guided.hush() if isinstance(event, Deed) else ()
        effects = self._handle(event, now)
        led = self._guided.lead(self.view(now))
        forwarded = self._telling.forward(now) if self._hub.is_here(now.up_s) else ()
        return (*hushed, *effects, *led, *forwarded)

    def view(self, now: Now) -> View:
        """What to show now."""
        return self._service_view(now) if self._service.stage else self._visit.view(now)

    def next_tick_s(self, now: Now) -> float | None:
        """When `Ticked` is next of use, in seconds since the machine started."""
        told_s = self._telling.next_s if self._hub.is_here(now.up_s) else None
        turns_s = self._visit.offers.now.turns_s(now)
        times = (*self._visit.times, *self._service.times, self._hub.away_s, told_s, turns_s)
        return min((each for each in times if each is not None and each > now.up_s), default=None)

    def _handle(self, event: Event, now: Now) -> tuple[Effect, ...]:
        if isinstance(event, Deed):
            return self._done_by_hand(event, now)
        match event:
            case CornerTouched() | PinChecked() | LookedAround():
                return self._service.handle(event, now)
            case MenuArrived(menu):
                return self._visit.take_menu(menu)
            case JobArrived(job):
                return self._print_job(job)
            case Answered() | SpareKept() | PaperCame():
                return self._ended(event, now)
        return self._noted(event, now)

    def _done_by_hand(self, event: Deed, now: Now) -> tuple[Effect, ...]:
        if not self._service.stage:
            is_in_corner = isinstance(event, HeldLong) and self._service.is_held
            return () if is_in_corner else self._guided.handle(event, now)
        if not isinstance(event, Touched):
            return ()
        effects = self._service.touched(event.control, now)
        if self._service.stage is None:
            # The second touch of two was not meant for what comes to light.
            self._visit.screen_changed(now)
        return effects

    def _ended(self, event: Answered | SpareKept | PaperCame, now: Now) -> tuple[Effect, ...]:
        match event:
            case Answered():
                return self._visit.answered(event, now)
            case SpareKept(is_kept):
                return self._visit.spare_kept(now, is_kept=is_kept)
            case PaperCame():
                self._service.paper_came(event)
                return self._visit.paper_came(event, now)

    def _noted(self, event: Event, now: Now) -> tuple[Effect, ...]:
        match event:
            case Spoke() | FellSilent():
                self._guided.heard(event, now)
            case PrinterChanged(state):
                self._visit.printer = state
            case HubHeard(is_offline):
                self._hub.hear(is_offline=is_offline, now_s=now.up_s)
            case LinkChanged(is_connected):
                self._hub.is_connected = is_connected
        return (*self._service.tick(now), *self._visit.tick(now))

    def _print_job(self, job: Job) -> tuple[Effect, ...]:
        if not self._telling.papers.is_new_job(job):
            return ()
        if job.job == "print-ticket" and job.ticket is None:
            return (Note("dropped a job to print a ticket without one"),)
        return (PrintTicket(job.job_id, job.ticket) if job.ticket else PrintOther(job),)

    def _service_view(self, now: Now) -> View:
        is_hub_here = self._hub.is_here(now.up_s)
        device, broker = self._kiosk.device, self._settings.broker
        return view_of_service(
            Around(self._visit.session.language, device, broker, self.printer, is_hub_here), self._service, now.up_s
        )
