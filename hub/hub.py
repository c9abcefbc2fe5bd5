"""The loop: takes requests out of the inbox, has them carried out, and tells the network."""

import logging
import time
from collections.abc import Iterable

from hub.alerts.alerts import Alerts
from hub.button import Button
from hub.devices import Devices
from hub.inbox import Connected, Heard, Inbox, Item, Request
from hub.ledger import Ledger
from hub.reports.bureau import Bureau
from hub.sitting import Done
from hub.snapshots.board import Boards
from hub.snapshots.floor import floor
from hub.snapshots.head import View
from hub.snapshots.menu import menu
from hub.snapshots.publisher import SHORTEST_INTERVAL_S, Publisher
from hub.telling import Teller
from runtime.logs import RateLimited
from runtime.process import Stop, Systemd
from runtime.settings.model import Settings
from wire.link import MAX_EXPIRY_S, Link
from wire.payload import encode
from wire.state import Floor
from wire.topics import StateKind

MOST_AT_ONCE = 64
JOB_EXPIRY_S = 20
BOARD_EVERY_S = 1.0
"""Where nothing happened that the waiting room is told of, its board changes by the time alone."""
ALL: tuple[StateKind, ...] = tuple(SHORTEST_INTERVAL_S)
BUT_THE_BOARD: tuple[StateKind, ...] = ("menu", "floor")
TOUCH_EVERY_S = 60.0
TOUCH_WHEN_DEGRADED_EVERY_S = 5.0

log = logging.getLogger(__name__)


class Hub:
    """One branch's hub, run by one thread until it is asked to stop."""

    def __init__(self, settings: Settings, ledger: Ledger, link: Link, inbox: Inbox, teller: Teller) -> None:
        self._settings = settings
        self._ledger = ledger
        self._link = link
        self._inbox = inbox
        self._teller = teller
        self._noise = RateLimited(log)
        self._devices = Devices(settings)
        self._button = Button(settings)
        self._alerts = Alerts(settings)
        self._bureau = Bureau(inbox.wake)
        self._publisher = Publisher(link, {"board": Boards().board, "menu": menu, "floor": self._floor})
        self._touched_s = time.monotonic()
        self._board_at_s = -BOARD_EVERY_S
        self._condition = self._how_it_is()

    def run(self, stop: Stop, systemd: Systemd) -> None:
        """Serve until the end is asked for; a batch in hand is finished."""
        while not stop.is_asked():
            self.turn(self._inbox.take(MOST_AT_ONCE, self._publisher.patience_s()))
            # Only now: what the turn had to write in the database is written, or is known to have failed.
            if self._link.is_sound:
                systemd.alive()

    def turn(self, items: list[Item]) -> None:
        """Once around: commands, statuses, the time, then the snapshots."""
        self._attend([item for item in items if not isinstance(item, Request)])
        requests = [request for item in items if (request := self._request(item))]
        if requests:
            self._serve(requests)
        else:
            self._ledger.pass_time()
        self._tell(Done(self._bureau.turn(self._ledger)))
        self._touch()
        self._publish(ALL if not requests or self._is_board_due() else BUT_THE_BOARD)
        self._teller.tell()

    def _request(self, item: Item) -> Request | None:
        if isinstance(item, Heard) and item.is_news:
            return self._button.request(item.status)
        return item if isinstance(item, Request) else None

    def _serve(self, requests: list[Request]) -> None:
        done = self._ledger.carry_out(requests)
        if done.is_for_the_waiting_room:
            self._publish(["board"])
        self._tell(done)
        for request, what in done.later:
            if not self._bureau.take(request, what):
                self._noise.warning("reports", "too many reports are asked for at once; dropped one")

    def _publish(self, kinds: Iterable[StateKind]) -> None:
        if "board" in kinds:
            self._board_at_s = time.monotonic()
        if not self._ledger.is_unsaved:
            view = View(self._settings, self._ledger.branch, self._ledger.epoch, self._ledger.clock.now())
            self._publisher.publish(view, self._ledger.revision, kinds)
            self._alerts.look(is_alone=view.is_somebody_alone)

    def _attend(self, items: list[Item]) -> None:
        for item in items:
            if isinstance(item, Heard) and self._devices.hear(item.status, is_news=item.is_news):
                self._ledger.note_device(item.status)
            elif isinstance(item, Connected) and item.is_connected:
                self._publisher.forget()
                self._board_at_s = -BOARD_EVERY_S
                self._teller.start_over()

    def _tell(self, done: Done) -> None:
        for reply in done.replies:
            to = reply.request.response_topic
            if to:
                self._link.publish(to, reply.payload, correlation=reply.request.correlation, expiry_s=MAX_EXPIRY_S)
        for device, job in done.jobs:
            self._link.publish(self._link.topics.job(device), encode(job), expiry_s=JOB_EXPIRY_S)

    def _is_board_due(self) -> bool:
        return time.monotonic() - self._board_at_s >= BOARD_EVERY_S

    def _touch(self) -> None:
        every_s = TOUCH_WHEN_DEGRADED_EVERY_S if self._ledger.is_degraded else TOUCH_EVERY_S
        if time.monotonic() - self._touched_s > every_s:
            self._touched_s = time.monotonic()
            self._ledger.touch()
        condition = self._how_it_is()
        if condition != self._condition:
            self._condition = condition
            self._link.announce_status()

    def _how_it_is(self) -> tuple[bool, bool]:
        return self._ledger.is_degraded, self._ledger.clock.peek().is_trusted

    def _floor(self, view: View) -> Floor:
        return floor(view, self._devices.on_the_floor())
