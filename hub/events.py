"""What the outside world is told: of a closed day, and of devices; nothing of a living ticket."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from msgspec import UNSET, UnsetType, convert

from hub.storage.change import Event
from hub.storage.closing import Closing
from queueing.moment import Moment
from runtime.settings.model import Settings
from wire.devices import DeviceStatus
from wire.events import DayClosed, DeviceChanged, VisitRegistered, encode_event, source_of
from wire.times import at_text

NOBODYS_NUMBER = "kvknr:00000000"


def events_of(closing: Closing, settings: Settings) -> Iterator[Event]:
    """A day's registered questions in no order, then its totals."""
    for row in closing.visits:
        if row["outcome"]:
            yield _event(settings, convert(row, VisitRegistered))
    yield _event(settings, DayClosed(date=closing.day, **closing.totals))


def device_event(status: DeviceStatus, settings: Settings, now: Moment) -> Event:
    """A device is in another state than before."""
    data = DeviceChanged(device=status.device, kind=status.kind, state=status.state, printer=status.printer)
    return _event(settings, data, at_text(now.at))


def _event(settings: Settings, data: Any, time: str | UnsetType = UNSET) -> Event:
    source = source_of(settings.branch.organisation or NOBODYS_NUMBER, settings.branch.id)
    return partial(_encode, source, data, time)


def _encode(source: str, data: Any, time: str | UnsetType, sequence: int) -> bytes:
    return encode_event(source, sequence, data, time=time)
