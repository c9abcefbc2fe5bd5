"""The three roads to what a branch's doctors found; all that comes along them is hostile until it is read."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from doctor.commands import Commands
from doctor.fleet.branches import Branch, of_reports, unreachable
from doctor.fleet.file import BranchEntry, Mqtt, broker
from doctor.fleet.statuses import of_glance
from doctor.report import Report
from wire.client import Unreachable
from wire.glance import look
from wire.health import FILE

LIMIT_S: Final = 15.0
CONNECT_LIMIT_S: Final = 6
MOST_BYTES: Final = 512 * 1024
MOST_BOXES: Final = 50

Road = Callable[[BranchEntry], Branch]


class NotRead(Exception):  # noqa: N818 - it says what did not happen
    """A report did not arrive, or is none; the text says why."""


def road(entry: BranchEntry, beside: Path, now: datetime, commands: Commands) -> Branch:
    """How one branch is, by the road that its entry gives; never raises for what the branch does."""
    try:
        if entry.mqtt is not None:
            return _by_mqtt(entry.name, entry.mqtt, beside, now)
        reports = _by_ssh(entry.ssh, commands) if entry.ssh else _by_folder(beside / (entry.folder or ""))
        return of_reports(entry.name, reports, now)
    except (Unreachable, NotRead) as fault:
        return unreachable(entry.name, f"{fault}.")


def _by_mqtt(name: str, mqtt: Mqtt, beside: Path, now: datetime) -> Branch:
    return of_glance(name, look(broker(mqtt, beside), mqtt.account, mqtt.branch, limit_s=LIMIT_S / 2), now)


def _by_folder(folder: Path) -> list[Report]:
    files = sorted(folder.glob("*.json"))[:MOST_BOXES]
    if not files:
        raise NotRead(f"no doctor.json in {folder}")
    return [_read(file) for file in files]


def _read(file: Path) -> Report:
    try:
        with file.open("rb") as source:
            return _report(source.read(MOST_BYTES), str(file))
    except OSError as fault:
        raise NotRead(f"{file}: {fault.strerror}") from fault


def _by_ssh(hosts: tuple[str, ...], commands: Commands) -> list[Report]:
    """One box after the other, so that a branch is not asked by many at once."""
    return [_over(host, commands) for host in hosts[:MOST_BOXES]]


def _over(host: str, commands: Commands) -> Report:
    options = ("-o", "BatchMode=yes", "-o", f"ConnectTimeout={CONNECT_LIMIT_S}")
    ran = commands.run("ssh", *options, "--", host, f"cat {FILE}", limit_s=LIMIT_S)
    if ran is None:
        raise NotRead("there is no ssh on this computer")
    if not ran.is_fine:
        why = "it takes too long" if ran.is_late else ran.err.strip()[-200:] or f"ssh ended with {ran.code}"
        raise NotRead(f"{host}: {why}")
    return _report(ran.out.encode(), host)


def _report(told: bytes, place: str) -> Report:
    try:
        return msgspec.json.decode(told, type=Report)
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise NotRead(f"{place}: no report of a doctor: {fault}") from fault
