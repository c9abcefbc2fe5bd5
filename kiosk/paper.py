"""From a ticket or a job to the bytes for the printer; made on the printer's thread, where imports may take time."""

from datetime import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

from runtime.settings.model import Kiosk, Partner, Settings
from wire.answers import Ticket
from wire.devices import Job
from wire.times import at_moment


class PaperMaker:
    """What one kiosk's printer gets."""

    def __init__(self, settings: Settings, kiosk: Kiosk) -> None:
        self._settings = settings
        self._kiosk = kiosk

    def warm_up(self) -> None:
        """Load what the first ticket needs."""
        import_module("kiosk.ticket.compose")
        from kiosk.ticket.warming import warm_up

        warm_up(self._settings, self._kiosk)

    def ticket(self, ticket: Ticket, *, is_large: bool, is_clock_trusted: bool) -> bytes:
        """A visitor's ticket."""
        from kiosk.printer.models import model_of
        from kiosk.ticket.compose import compose
        from kiosk.ticket.render import render

        when = self._local(ticket.taken_at) if is_clock_trusted else None
        slip = compose(ticket, self._settings, self._kiosk, when, is_large=is_large)
        return render(slip, model_of(self._kiosk.printer))

    def other(self, job: Job, identity: str | None) -> bytes:
        """A referral card, or the test page; `identity` is what the printer said of itself."""
        from kiosk.printer.models import model_of
        from kiosk.ticket.compose import compose_referral
        from kiosk.ticket.render import render
        from kiosk.ticket.trial import compose_trial

        if job.job == "test-page":
            slip = compose_trial(self._settings, self._kiosk, identity)
        else:
            slip = compose_referral(self._partner(job.partner), self._settings, job.language)
        return render(slip, model_of(self._kiosk.printer))

    def _partner(self, partner_id: str | None) -> Partner:
        branch = self._settings.branch
        itself = Partner(id=branch.id, name=branch.name)
        return next((partner for partner in self._settings.partners if partner.id == partner_id), itself)

    def _local(self, taken_at: str) -> datetime:
        return at_moment(taken_at).astimezone(ZoneInfo(self._settings.branch.time_zone))
