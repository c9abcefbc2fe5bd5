"""Lets simulated visitors and staff loose on a running hub, and tells how it went."""

import logging
import sys
import time
from contextlib import ExitStack
from threading import Thread

from runtime.logs import configure
from runtime.process import Stop
from runtime.settings.model import Settings
from simulator.people.staff import Clerk
from simulator.people.tally import Tally
from simulator.people.visitors import Visitors
from wire.devices import DeviceKind
from wire.link import Link
from wire.own_status import OwnStatus

log = logging.getLogger(__name__)

CANNOT_START, NOTHING_HEARD = 2, 1
CONNECT_LIMIT_S = 5.0
SIDE_BY_SIDE = 4
"""So many visitors stand at each kiosk at a time where they come as fast as the hub answers."""
BUSY_SHARE = 0.7
IDLE_S, EAGER_IDLE_S = 0.5, 0.02


def run(settings: Settings, *, visitors: int, desks: int, seconds: float | None, seed: int | None) -> int:
    """Let so many visitors come over so many seconds (None: as fast as it goes), and staff help them all."""
    configure("visitors")
    stop, tally, seed = Stop(), Tally(), time.time_ns() if seed is None else seed
    with ExitStack() as stack:
        kiosks = {kiosk.device: _link(settings, kiosk.device, "kiosk", stack) for kiosk in settings.kiosks}
        console = _link(settings, settings.console.device, "console", stack)
        if not all(link.wait_connected(CONNECT_LIMIT_S) for link in (console, *kiosks.values())):
            log.error("no connection to the broker: start it, or correct [broker] in %s", settings.path)
            return CANNOT_START
        crowd = Visitors(settings, tally, visitors, seconds or 0, seed)
        arriving = _arrive(crowd, kiosks, stop)
        staff = [
            Clerk(settings, tally, console, desk.id, seed=seed, pause=stop.wait) for desk in settings.desks[:desks]
        ]
        _work(staff, arriving, _visit_s(visitors, len(staff), seconds), IDLE_S if seconds else EAGER_IDLE_S)
    sys.stdout.write(tally.summary() + "\n")
    return 0 if tally.answers else NOTHING_HEARD


def _visit_s(visitors: int, desks: int, seconds: float | None) -> float:
    """So long that the desks can just help everybody in time."""
    return BUSY_SHARE * seconds * desks / visitors if seconds and visitors else 0.0


def _arrive(crowd: Visitors, kiosks: dict[str, Link], stop: Stop) -> list[Thread]:
    begin_s = time.monotonic()

    def queue_up(link: Link, device: str) -> None:
        while (arrival_s := crowd.next_arrival_s()) is not None:
            if stop.wait(max(0.0, begin_s + arrival_s - time.monotonic())):
                return
            crowd.visit(link, device)

    threads = [
        Thread(target=queue_up, args=(link, device), daemon=True)
        for device, link in kiosks.items()
        for _ in range(SIDE_BY_SIDE)
    ]
    for thread in threads:
        thread.start()
    return threads


def _work(staff: list[Clerk], arriving: list[Thread], visit_s: float, idle_s: float) -> None:
    def all_are_in() -> bool:
        return not any(thread.is_alive() for thread in arriving)

    pace = {"visit_s": visit_s, "idle_s": idle_s, "may_go": all_are_in}
    threads = [Thread(target=clerk.work, kwargs=pace, daemon=True) for clerk in staff]
    for thread in threads:
        thread.start()
    for thread in arriving + threads:
        thread.join()


def _link(settings: Settings, device: str, kind: DeviceKind, stack: ExitStack) -> Link:
    # Without accounts any name will do, and one of their own does not push the real device off the broker.
    name = device if settings.broker.accounts else f"simulated-{device}"[:40]
    own = OwnStatus(name, kind)
    link = Link(settings.broker, name, settings.branch.id, status=own.of, offline=own.offline)
    link.start()
    stack.callback(link.stop)
    return link
