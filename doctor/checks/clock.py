"""Whether the time is right: days, tickets and certificates depend on it."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from doctor.box import Box
from doctor.machine import Machine
from doctor.report import Finding, critical, good, warning

IN_STEP_FILE: Final = "/run/systemd/timesync/synchronized"
RTC_FILE: Final = "/sys/class/rtc/rtc0/since_epoch"
MOST_APART_S: Final = 60.0
FAR_APART_S: Final = 3600.0
MOST_OFFSET_S: Final = 1.0

_REFUSED: Final = -1
_ERROR_STATE: Final = 5
_ADVICE: Final = (
    "Give it a time server it can reach ([network] time_server, UDP port 123), or a clock with a battery. "
    "At once: set the clock from the console, or: timedatectl set-time."
)


class _Timex(ctypes.Structure):
    """struct timex of adjtimex(2), as far as it is read, with room for the rest."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("rest", ctypes.c_byte * 512),
    )


@dataclass(frozen=True, slots=True)
class Kernel:
    """What the kernel says of its clock."""

    is_in_step: bool
    offset_s: float


def kernel() -> Kernel | None:
    """As adjtimex(2) tells it, whichever time service steers it; None where a sandbox forbids to ask."""
    timex = _Timex()
    state = ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(timex))
    return None if state == _REFUSED else Kernel(state != _ERROR_STATE, abs(timex.esterror) / 1e6)


def by_timedated(machine: Machine) -> Kernel:
    """As systemd-timedated tells it, which asks the kernel outside of any sandbox."""
    ran = machine.commands.run("timedatectl", "show", "--property=NTPSynchronized")
    return Kernel(ran is not None and ran.is_fine and ran.out.strip() == "NTPSynchronized=yes", 0.0)


def look(box: Box) -> Iterator[Finding]:
    """Says whether the clock is kept in step, how far off it may be, and what the clock with a battery says."""
    rtc = box.machine.text(RTC_FILE)
    apart_s = abs(int(rtc) - box.now.timestamp()) if rtc and rtc.isdecimal() else None
    is_in_step = box.machine.has(IN_STEP_FILE)
    yield judge(kernel() or by_timedated(box.machine), apart_s, is_in_step=is_in_step)
    hub = next((word for device, word in box.words.items() if device in box.of("hub")), None)
    if hub is not None and hub.said.status.facts.get("clock") == "untrusted":
        yield critical("The hub does not trust the clock, so no day opens by itself.", _ADVICE, "hub")


def judge(steered: Kernel, rtc_apart_s: float | None, *, is_in_step: bool) -> Finding:
    """What to make of it; `rtc_apart_s` is how far the clock with a battery is from the system's, if there is one."""
    if is_in_step or steered.is_in_step:
        if steered.is_in_step and steered.offset_s > MOST_OFFSET_S:
            return warning(f"The clock may be {steered.offset_s:.1f} s off.", _ADVICE, offset_s=steered.offset_s)
        return good("It is in step with a time server.", is_in_step=True, has_battery=rtc_apart_s is not None)
    if rtc_apart_s is None:
        return warning("No time server was reached, and there is no clock with a battery.", _ADVICE, is_in_step=False)
    told = f"No time server was reached; the clock with a battery is {rtc_apart_s:.0f} s apart."
    if rtc_apart_s > FAR_APART_S:
        return critical(told, _ADVICE, is_in_step=False, rtc_apart_s=round(rtc_apart_s))
    if rtc_apart_s > MOST_APART_S:
        return warning(told, _ADVICE, is_in_step=False, rtc_apart_s=round(rtc_apart_s))
    return good("No time server, but a clock with a battery keeps the time.", is_in_step=False, has_battery=True)
