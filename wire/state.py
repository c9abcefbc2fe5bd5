"""The retained snapshots: the menu for kiosks, the board for the waiting room, the floor for staff."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from wire.answers import Ticket
from wire.commands import Paper
from wire.devices import DeviceCondition, DeviceKind, PrinterCondition
from wire.names import Id
from wire.times import At

Clock = Literal["trusted", "untrusted"]
Mode = Literal["one-button", "topics", "plaza"]
Intake = Literal["open", "closed"]
Staffed = Literal["now", "later", "no"]
CallState = Literal["calling", "at-desk", "past", "taken-back"]
DeskState = Literal["closed", "paused", "free", "calling", "visit"]


class Snapshot(Struct, frozen=True, kw_only=True):
    """What every snapshot carries; `day` is null while the day is closed."""

    epoch: Id
    revision: int
    at: At
    day: Annotated[str, Meta(extra_json_schema={"format": "date"})] | None
    clock: Clock


class MenuTopic(Struct, frozen=True, kw_only=True):
    """Something to choose on the kiosk; `hours` are those of today."""

    id: str
    line: str
    picture: str | None
    names: dict[str, str]
    open: bool
    hours: str | None
    topics: tuple["MenuTopic", ...] = ()


class Menu(Snapshot, frozen=True, kw_only=True):
    """What a kiosk shows."""

    branch_name: str
    mode: Mode
    intake: Intake
    notice: str | None
    opens_at: At | None
    closes_at: At | None
    staffed: Staffed
    coming: bool
    waiting: int
    alert: bool = False
    languages: tuple[str, ...]
    topics: tuple[MenuTopic, ...]


class Call(Struct, frozen=True, kw_only=True):
    """A number that is or was called to a desk."""

    call_id: Id
    number: str
    desk: str
    desk_name: str
    called_at: At
    times_called: int
    state: CallState
    languages: tuple[str, ...]


class Board(Snapshot, frozen=True, kw_only=True):
    """What the waiting room shows: no topic, no line, no ticket."""

    branch_name: str
    intake: Intake
    notice: str | None
    opens_at: At | None
    closes_at: At | None
    staffed: Staffed
    coming: bool
    calls: tuple[Call, ...]


class WaitingTicket(Struct, frozen=True, kw_only=True):
    """A ticket that waits, is set aside or was missed; `paper` is null until a kiosk says what came out."""

    ticket_id: Id
    number: str
    line: str
    topic: str | None
    topic_name: str | None
    language: str
    fetch_me: bool
    taken_at: At
    paper: Paper | None
    device: str


class FloorDesk(Struct, frozen=True, kw_only=True):
    """A desk, the ticket it has, and until when its last action can be taken back."""

    id: str
    name: str
    lines: tuple[str, ...]
    state: DeskState
    ticket: Ticket | None
    undo_until: At | None


class UnregisteredVisit(Struct, frozen=True, kw_only=True):
    """A visit of today of which nobody wrote down what it was about."""

    visit_id: Id
    ended_at: At
    topic: str | None


class FloorDevice(Struct, frozen=True, kw_only=True):
    """A device as staff see it."""

    device: str
    kind: DeviceKind
    state: DeviceCondition
    printer: PrinterCondition
    detail: str | None


class Today(Struct, frozen=True, kw_only=True):
    """The true counts of the day, also where a list is cut short."""

    taken: int
    waiting: int
    parked: int
    helped: int
    missed: int
    unregistered: int


class Floor(Snapshot, frozen=True, kw_only=True):
    """What staff see; `waiting` is in the order of calling."""

    intake: Intake
    notice: str | None
    coming: bool
    waiting: tuple[WaitingTicket, ...]
    parked: tuple[WaitingTicket, ...]
    missed: tuple[WaitingTicket, ...]
    desks: tuple[FloorDesk, ...]
    unregistered: tuple[UnregisteredVisit, ...]
    devices: tuple[FloorDevice, ...]
    today: Today
