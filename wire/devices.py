"""How devices are, and the jobs that the hub gives them."""

from typing import Final, Literal

from msgspec import Struct, field

from wire.answers import Ticket
from wire.names import Id
from wire.times import At

DeviceKind = Literal["hub", "kiosk", "display", "console"]
DeviceCondition = Literal["ready", "degraded", "offline"]
PrinterCondition = Literal["ready", "paper-low", "paper-out", "cover-open", "offline", "error", "unknown", "none"]
JobKind = Literal["print-ticket", "print-referral", "test-page"]
Fact = str | int | float | bool | None

PRESS: Final = "button_press"
"""The fact by which a kiosk tells that its button was pressed: the id of the press, for ten seconds."""


class PrinterState(Struct, frozen=True):
    """How a printer is, with a short word more where there is one."""

    state: PrinterCondition
    detail: str | None = None


class DeviceStatus(Struct, frozen=True, kw_only=True):
    """How a device is: retained, sent on change and as a heartbeat; its will is the same with `offline`."""

    device: str
    kind: DeviceKind
    state: DeviceCondition
    at: At
    since: At
    version: str
    printer: PrinterState = PrinterState("none")
    facts: dict[str, Fact] = field(default_factory=dict)


class Job(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something to print; a `job_id` that was handled before is a repeat."""

    job_id: Id
    job: JobKind
    ticket: Ticket | None = None
    partner: str | None = None
    language: str | None = None
