"""What the outside world may know: CloudEvents 1.0 in JSON, by the Dutch government's profile for them."""

from datetime import date
from typing import Final, Generic, Literal, TypeVar

from msgspec import UNSET, Struct, UnsetType

from wire.commands import Channel, Course, Need, Outcome
from wire.devices import DeviceCondition, DeviceKind, PrinterState
from wire.names import Id, new_id
from wire.payload import encode
from wire.times import At

PartOfDay = Literal["morning", "afternoon", "evening"]


class VisitRegistered(Struct, frozen=True, kw_only=True):
    """One question of a visit of a day that has closed; nothing in it leads to a person or a moment."""

    date: date
    part_of_day: PartOfDay
    line: str | None
    topic: str | None
    outcome: Outcome | None
    organisation: str | None
    need: Need | None
    course: Course | None
    channel: Channel | Literal["ticket"]


class DayClosed(Struct, frozen=True, kw_only=True):
    """The totals of a day that has closed."""

    date: date
    taken: int
    withdrawn: int
    helped: int
    unregistered: int
    nobody_there: int
    did_not_come: int


class DeviceChanged(Struct, frozen=True, kw_only=True):
    """A device that is in another state than before."""

    device: str
    kind: DeviceKind
    state: DeviceCondition
    printer: PrinterState


_Data = TypeVar("_Data", VisitRegistered, DayClosed, DeviceChanged)

EVENT_NAMES: Final[dict[type[Struct], str]] = {
    VisitRegistered: "visit-registered",
    DayClosed: "day-closed",
    DeviceChanged: "device-changed",
}


class Event(Struct, Generic[_Data], frozen=True, kw_only=True):
    """A CloudEvent; `sequence` grows by one with each event of the source."""

    specversion: str = "1.0"
    id: Id
    source: str
    type: str
    time: At | UnsetType = UNSET
    sequence: str
    sequencetype: str = "integer"
    datacontenttype: str = "application/json"
    data: _Data


def source_of(organisation: str, branch: str) -> str:
    """Where a branch's events come from; `organisation` is `oin:` or `kvknr:` with its number."""
    return f"urn:nld:{organisation}:systeem:beurt:{branch}"


def encode_event(source: str, sequence: int, data: _Data, *, time: str | UnsetType = UNSET) -> bytes:
    """The payload of an event.

    Raises:
        ValueError: a visit with a time, which would lead to a person.
    """
    if time is not UNSET and isinstance(data, VisitRegistered):
        raise ValueError("a registered visit has no time")
    event = Event(
        id=new_id(),
        source=source,
        type=f"nl.bibliotheken.wachtrij.{EVENT_NAMES[type(data)]}.v1",
        time=time,
        sequence=str(sequence),
        data=data,
    )
    return encode(event)
