"""One command before the rules: what it refers to, looked up or refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from queueing.intake import may_open_by_itself
from queueing.moment import Moment
from queueing.picture import UNDO_WITHIN, Desk, Picture, Ticket
from queueing.plan import Device, Line, Plan
from queueing.refusals import Refused

SET_ASIDE = frozenset({"parked", "missed"})
CALLABLE = SET_ASIDE | {"waiting"}


@dataclass(frozen=True, slots=True)
class Case:
    """A command's circumstances. Look-ups raise `Refused` with their code of the contract."""

    picture: Picture
    plan: Plan
    now: Moment
    new_id: Callable[[], str]

    @property
    def at(self) -> datetime:
        """When it is judged."""
        return self.now.at

    @property
    def is_new_day(self) -> bool:
        """Whether no day is open and this command may open the next."""
        return self.picture.day is None and may_open_by_itself(self.picture, self.plan, self.now)

    def need_known(self, value: str | None, known: frozenset[str] | tuple[str, ...]) -> None:
        """Refuse an id that the branch file lacks."""
        if value is not None and value not in known:
            raise Refused("bad-request")

    def need_topic(self, topic: str | None) -> None:
        """Refuse a topic that the branch does not have."""
        if topic is not None and topic not in self.plan.topics:
            raise Refused("unknown-topic")

    def line(self, line: str) -> Line:
        """The line of that name."""
        if line not in self.plan.line_of:
            raise Refused("unknown-line")
        return self.plan.line_of[line]

    def device(self, device: str) -> Device:
        """The device of that name."""
        if device not in self.plan.devices:
            raise Refused("unknown-device")
        return self.plan.devices[device]

    def desk(self, desk: str) -> Desk:
        """The desk of that name."""
        if desk not in self.picture.desks:
            raise Refused("unknown-desk")
        return self.picture.desks[desk]

    def ticket(self, ticket_id: str) -> Ticket:
        """The ticket of that id."""
        if ticket_id not in self.picture.tickets:
            raise Refused("unknown-ticket")
        return self.picture.tickets[ticket_id]

    def need_open_day(self) -> None:
        """Refuse while no day is open and this command may not open one."""
        if self.picture.day is None and not self.is_new_day:
            raise Refused("day-closed")

    def need_ready(self, desk: Desk) -> None:
        """Refuse to call from a desk that is closed, paused or calling."""
        codes = {"closed": "desk-closed", "paused": "desk-paused", "calling": "desk-busy"}
        if desk.state in codes:
            raise Refused(codes[desk.state])

    def held_ticket(self, desk: Desk) -> Ticket:
        """The ticket that the desk calls or helps."""
        if desk.ticket_id is None:
            raise Refused("not-called")
        return self.picture.tickets[desk.ticket_id]

    def need_state(self, ticket: Ticket, states: frozenset[str]) -> None:
        """Refuse a ticket that is elsewhere."""
        if ticket.state not in states:
            raise Refused("not-waiting")

    def can_undo(self, desk: Desk) -> bool:
        """Whether the desk's last action is recent, and desk and tickets are still as it left them."""
        undo = desk.undo
        if undo is None or self.at >= undo.at + UNDO_WITHIN or undo.left != (desk.state, desk.ticket_id):
            return False
        return undo.moves == tuple(self.picture.tickets[ticket.id].moves for ticket in undo.tickets)
