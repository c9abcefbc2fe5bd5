"""After a visit: keeps the report, and tells all who were asked for in /etc/beurt/monitoring.toml."""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Final

import msgspec

from doctor.box import Box, kinds
from doctor.machine import Machine, Unreadable
from doctor.report import Report
from doctor.telling import prometheus
from doctor.telling.home_assistant import discoveries
from doctor.telling.monitoring import Faulty, HomeAssistant, Monitoring, Ntfy, read
from doctor.telling.push import NotTold, kuma_request, ntfy_request, send
from runtime.files import FOR_ALL, FOR_GROUP, put
from wire.client import Unreachable
from wire.health import FILE
from wire.notice_board import put_up

log: Final = logging.getLogger(__name__)

Step = Callable[[], None]


def tell(box: Box, report: Report) -> bool:
    """Whether all that was asked for came about; what did not is in the log, and hinders nothing else."""
    before = last(box.machine)
    kept = [_is_done(partial(step, box.machine, report)) for step in (_keep, _keep_metrics)]
    try:
        asked = read(box.machine)
    except Faulty as fault:
        log.error("%s", fault)  # noqa: TRY400 - the line says it all
        return False
    return all([*kept, *(_is_done(step) for step in _outside(box, report, before, asked))])


def last(machine: Machine) -> Report | None:
    """The report of the visit before, if there is one that can be read."""
    try:
        return msgspec.json.decode(machine.text(str(FILE)) or "", type=Report)
    except (Unreadable, msgspec.MsgspecError, ValueError, RecursionError):
        return None


def is_news(before: Report | None, now: Report) -> bool:
    """Whether there are other troubles than the time before; the first time only troubles are."""

    def troubles(report: Report) -> set[tuple[str, str]]:
        return {(finding.name, finding.level) for finding in report.troubles}

    return troubles(now) != (troubles(before) if before else set())


def _outside(box: Box, report: Report, before: Report | None, asked: Monitoring) -> Iterator[Step]:
    if asked.ntfy is not None and is_news(before, report):
        yield partial(_tell_ntfy, asked.ntfy, report, box.machine)
    if asked.uptime_kuma is not None:
        yield partial(send, kuma_request(asked.uptime_kuma, report))
    if asked.home_assistant is not None:
        yield partial(_tell_home, box, report, asked.home_assistant)


def _keep(machine: Machine, report: Report) -> None:
    put(machine.place(FILE), msgspec.json.format(msgspec.json.encode(report), indent=2), FOR_GROUP)


def _keep_metrics(machine: Machine, report: Report) -> None:
    if machine.has(str(PurePosixPath(prometheus.FILE).parent)):
        file = machine.place(prometheus.FILE)
        put(file, prometheus.metrics(report).encode(), FOR_ALL)


def _tell_ntfy(asked: Ntfy, report: Report, machine: Machine) -> None:
    send(ntfy_request(asked, report, machine))


def _tell_home(box: Box, report: Report, asked: HomeAssistant) -> None:
    if box.settings is not None:
        put_up(box.settings.broker, asked.account, discoveries(report, kinds(box.settings), asked.prefix))


def _is_done(step: Step) -> bool:
    try:
        step()
    except (OSError, NotTold, Unreachable) as fault:
        log.warning("not told: %s", fault)
        return False
    return True
