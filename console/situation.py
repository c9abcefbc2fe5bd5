"""How things stand for one session: what it is drawn from, and what its buttons mean just now."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from console.actions import ACTIONS
from console.deeds import Deeds
from console.names import Names
from console.picture import Picture
from console.sessions import Session
from wire.state import DeskState, Floor, FloorDesk, WaitingTicket
from wire.times import at_moment

RECALL_S: Final = 25.0
"""So long after a call that nobody answers, calling again is suggested."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `id` stays the same over states, so that whoever stands on it keeps standing there."""

    id: str
    label: str
    path: str
    request_id: str = ""
    hint: str = ""
    key: str = ""
    style: str = ""
    is_pressed: bool | None = None
    """For a button that stays in: whether it is; None for one that does something."""
    language: str = ""
    """Of its label, where that is another than the page's."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that one drawing of the page looks at; `now_s` is the monotonic clock."""

    picture: Picture
    names: Names
    deeds: Deeds
    session: Session
    now_s: float
    is_hub_there: bool
    is_shared: bool = False
    heard_in: frozenset[str] = frozenset()
    """The languages in which phrases can be heard on any device."""

    @property
    def floor(self) -> Floor | None:
        """The floor, if the hub told of one."""
        return self.picture.floor

    @property
    def desk(self) -> FloorDesk | None:
        """The session's desk on the floor."""
        return self.picture.desk(self.session.desk or "")

    @property
    def state(self) -> DeskState:
        """The state of the session's desk; closed until the floor tells."""
        return self.desk.state if self.desk else "closed"

    @property
    def here(self) -> str:
        """The desk and who is at it: what makes a press in this situation another one than in the next."""
        ticket = self.desk.ticket if self.desk else None
        return f"{self.session.desk}/{self.state}/{ticket.ticket_id if ticket else ''}"

    @property
    def waiting(self) -> tuple[WaitingTicket, ...]:
        """Who waits for this desk, in the order of calling."""
        if self.floor is None or self.desk is None:
            return ()
        return tuple(one for one in self.floor.waiting if one.line in self.desk.lines)

    @property
    def about(self) -> str:
        """What a message about this situation is bound to."""
        return f"{self.here}/{','.join(one.ticket_id for one in self.waiting)}"

    def ticket(self, ticket_id: str) -> WaitingTicket | None:
        """A ticket that waits, is set aside or was missed."""
        lists = (self.floor.waiting, self.floor.parked, self.floor.missed) if self.floor else ()
        return next((one for each in lists for one in each if one.ticket_id == ticket_id), None)

    def button(
        self, name: str, label: str = "", hint: str = "", place: str = "", style: str = "", **chosen: str
    ) -> Button:
        """A button of the page, with the id under which it counts once."""
        path = f"/balie/{name}" + (f"?{urlencode(chosen)}" if chosen else "")
        words = label or self.names.texts.text(ACTIONS[name].label)
        request_id = self.session.presses.id_for(f"{self.here} {path}", self.now_s)
        return Button(place or f"{name}-button", words, path, request_id, hint, ACTIONS[name].key, style)

    @property
    def recall_in_s(self) -> float | None:
        """In how long calling again is worth suggesting, less than 0 once it is; None where it is not."""
        ticket = self.desk.ticket if self.desk and self.state == "calling" else None
        call = self.picture.call(ticket.number, self.session.desk or "") if ticket else None
        if call is None or call.times_called > 1:
            return None
        called_s = (self.picture.hub_now(self.now_s) - at_moment(call.called_at)).total_seconds()
        return RECALL_S - called_s
