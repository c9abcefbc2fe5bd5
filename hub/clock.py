"""The hub's time: never backwards, and honest about what it is worth."""

import ctypes
import os
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from queueing.moment import Moment

IN_STEP_FILE = Path("/run/systemd/timesync/synchronized")
UPTIME_FILE = Path("/proc/uptime")
RTC_FILE = Path("/sys/class/rtc/rtc0/since_epoch")
LOOK_EVERY_S = 0.5
TOLERATED_STEP_BACK = timedelta(seconds=2)

_TIMEX_BYTES = 512
_UPTIME_BYTES = 64
_TIME_ERROR = 5


class Clock:
    """Wall time that goes on from the last stored time where the wall clock has fallen behind it."""

    def __init__(self, last_at: datetime | None, uptime_s: float) -> None:
        self._last_at = last_at or datetime.fromtimestamp(0, UTC)
        self._uptime_before_s = uptime_s
        self._started_s = self._last_s = boot_time_s()
        self._looked_s = -LOOK_EVERY_S
        self._was_reliable = False

    def now(self) -> Moment:
        """The moment; no later one will be before it."""
        running_s = boot_time_s()
        moment = self._moment(running_s)
        self._last_at, self._last_s = moment.at, running_s
        return moment

    def peek(self) -> Moment:
        """The moment, for another thread than the loop's; trusted where the clock is in step and has not gone back."""
        return self._moment(boot_time_s())

    def _moment(self, running_s: float) -> Moment:
        wall = _wall()
        behind = self._last_at - wall
        is_back = behind > TOLERATED_STEP_BACK
        passed = timedelta(milliseconds=max(0, int((running_s - self._last_s) * 1000))) if is_back else timedelta()
        at = max(wall, self._last_at + passed)
        is_trusted = not is_back and self._is_reliable(at, running_s)
        return Moment(at, is_trusted, self._uptime_before_s + running_s - self._started_s)

    def _is_reliable(self, at: datetime, running_s: float) -> bool:
        if running_s - self._looked_s > LOOK_EVERY_S:
            self._looked_s = running_s
            self._was_reliable = IN_STEP_FILE.exists() or _is_kernel_in_step() or _has_battery_clock(at)
        return self._was_reliable


def boot_time_s() -> float:
    """Seconds since the machine started, sleep included; the kernel's own word, which nobody can set."""
    try:
        return float(os.pread(_uptime_file(), _UPTIME_BYTES, 0).split()[0])
    except (OSError, ValueError, IndexError):
        return time.clock_gettime(time.CLOCK_BOOTTIME)


@cache
def _uptime_file() -> int:
    # Kept open: to open it takes longer than to read it, and each command asks for the time.
    return os.open(UPTIME_FILE, os.O_RDONLY | os.O_CLOEXEC)


def _wall() -> datetime:
    wall = datetime.now(UTC)
    return wall.replace(microsecond=wall.microsecond // 1000 * 1000)


def _is_kernel_in_step() -> bool:
    """Whether chrony or another time service keeps the kernel's clock (adjtimex(2))."""
    return int(_libc.adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES))) not in {-1, _TIME_ERROR}


def _has_battery_clock(at: datetime) -> bool:
    try:
        since_epoch_s = int(RTC_FILE.read_text())
    except (OSError, ValueError):
        return False
    return datetime.fromtimestamp(since_epoch_s, UTC) > at - timedelta(minutes=1)


_libc = ctypes.CDLL(None, use_errno=True)
