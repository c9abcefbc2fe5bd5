"""Whether there is room on the disks, and whether what must be kept can be written."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from doctor.box import Box
from doctor.machine import Machine, Unreadable
from doctor.mounts import MOUNTINFO, Mount, of, parse
from doctor.report import Finding, critical, good, not_here, warning

PLACES: Final = (
    "/",
    "/var/lib/beurt",
    "/var/lib/beurt-kiosk",
    "/var/lib/beurt-display",
    "/var/lib/beurt-console",
    "/var/lib/beurt-health",
    "/var/backups/beurt",
    "/var/lib/mosquitto",
    "/var/log/journal",
)
LOW_PERCENT: Final = 15
LEAST_PERCENT: Final = 5
LEAST_MIB: Final = 100


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a file system is free."""

    free_mib: int
    free_percent: float
    free_inodes_percent: float


def look(box: Box) -> Iterator[Finding]:
    """Says of each file system that matters how full it is, once."""
    mounts = parse(box.machine.text(MOUNTINFO) or "")
    seen: set[object] = set()
    for place in PLACES:
        mount = of(place, mounts)
        if not box.machine.has(place) or (mount or place) in seen:
            continue
        seen.add(mount or place)
        yield from _judged(box.machine, place, mount)
    if not seen:
        yield not_here("None of the places that matter is here.")


def room_of(free: os.statvfs_result) -> Room:
    """What statvfs(3) tells, in numbers for people; a file system without a count of inodes has enough."""
    percent = 100 * free.f_bavail / free.f_blocks if free.f_blocks else 100.0
    inodes = 100 * free.f_favail / free.f_files if free.f_files else 100.0
    return Room(free.f_bavail * free.f_frsize // 2**20, percent, inodes)


def judge(place: str, room: Room) -> Finding:
    """How full is too full."""
    told = f"{room.free_mib} MiB ({room.free_percent:.0f} %) is free, {room.free_inodes_percent:.0f} % of the inodes."
    values = {"free_mib": room.free_mib, "free_percent": round(room.free_percent, 1)}
    least = min(room.free_percent, room.free_inodes_percent)
    advice = f"See what fills it: du -xh --max-depth=2 {place} | sort -h | tail. Logs: journalctl --vacuum-size=32M."
    if least < LEAST_PERCENT or room.free_mib < LEAST_MIB:
        return critical(told, advice, place, **values)
    return warning(told, advice, place, **values) if least < LOW_PERCENT else good(told, place, **values)


def _judged(machine: Machine, place: str, mount: Mount | None) -> Iterator[Finding]:
    try:
        room = room_of(os.statvfs(machine.place(place)))
    except OSError as fault:
        raise Unreadable(f"{place}: {fault.strerror}") from fault
    if mount is not None and mount.is_read_only and place != "/":
        yield critical(
            f"The file system of {place} ({mount.source}) is read-only, so nothing is kept.",
            "The kernel does this after an error of the card. Put in the spare card and restore the backup.",
            place,
        )
    yield judge(place, room)
