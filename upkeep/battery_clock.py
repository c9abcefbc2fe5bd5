"""The clock with a battery, where a box has one: in the kernel's own words, as Debian brings no program for it."""

import fcntl
import os
import struct
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

PLACE: Final = Path("/dev/rtc0")
SET_TIME: Final = 0x4024700A
"""RTC_SET_TIME of linux/rtc.h: _IOW('p', 0x0a, struct rtc_time), and that structure is nine numbers."""

FAILED: Final = 1


def run(place: Path = PLACE) -> int:
    """Set it as the box's own clock is; the exit code is 1 where that failed."""
    now = datetime.now(UTC)
    try:
        handle = os.open(place, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.ioctl(handle, SET_TIME, rtc_time(now))
        finally:
            os.close(handle)
    except OSError as fault:
        click.echo(f"{place} was not set: {fault}", err=True)
        return FAILED
    click.echo(f"{place} is set to {now:%Y-%m-%d %H:%M} UTC")
    return 0


def rtc_time(now: datetime) -> bytes:
    """A moment as struct rtc_time has it: months from 0, years from 1900; the kernel works out the day of the week."""
    return struct.pack("9i", now.second, now.minute, now.hour, now.day, now.month - 1, now.year - 1900, 0, 0, 0)
