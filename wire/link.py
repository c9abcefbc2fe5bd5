"""A program's link to the broker: publish, subscribe, ask, and say how the device is.

Threads: `start` makes one keeper thread, which connects, waits between attempts, sends heartbeats and
ends questions that run out of time; each connection has one network thread, on which handlers,
answers and `on_connection(True)` run. `on_connection(False)` and silence run on the keeper thread, or on the
caller's own where there was no connection to begin with. `publish`, `ask` and `announce_status` are safe from any
thread. Whatever is handed to a link must return soon.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from wire.answers import Answer, NoAnswer, Refused
from wire.asking import Asking, OnAnswer
from wire.client import Unreachable, place, properties_of
from wire.commands import Command, name_of
from wire.connection.keeper import Keeper
from wire.connection.session import Session, Subscription
from wire.connection.shield import shielded
from wire.devices import DeviceStatus
from wire.health import Health
from wire.local_word import FOLDER, LocalWord, keep
from wire.message import Message
from wire.payload import encode
from wire.times import at_text
from wire.topics import Topics

if TYPE_CHECKING:
    from runtime.settings.model import Broker

MIN_EXPIRY_S: Final = 1
MAX_EXPIRY_S: Final = 10
STOP_LIMIT_S: Final = 1.5
_MAX_REMEMBERED_REFUSALS: Final = 1000

log = logging.getLogger(__name__)


class Link:
    """One device on one branch's topics, connected for as long as it runs."""

    def __init__(
        self,
        broker: "Broker",
        device: str,
        branch: str,
        *,
        status: Callable[[], DeviceStatus],
        offline: DeviceStatus,
        heartbeat_s: float = 60,
        health: Health | None = None,
        words: Path = FOLDER,
    ) -> None:
        self.topics = Topics(branch)
        self.on_connection: Callable[[bool], None] = lambda _is_connected: None
        self._status_topic = self.topics.status(device)
        self._broker = broker
        self._device = device
        self._status = status
        self._health = health or Health()
        self._words = words
        self._offline = offline
        self._heartbeat_s = heartbeat_s
        self._heartbeat_at_s = 0.0
        self._asking = Asking()
        self._subscriptions = [Subscription(self.topics.reply(device), self._asking.take_answer)]
        self._session: Session | None = None
        self._has_greeted = False
        self._subscribed = threading.Event()
        self._refused_topics: set[str] = set()
        self._keeper = Keeper(f"link of {device}", self._hold)

    @property
    def is_connected(self) -> bool:
        """Whether something published now would be sent."""
        session = self._session
        return session is not None and session.is_up

    @property
    def is_sound(self) -> bool:
        """Whether its threads do their work, with a broker or without; what a watchdog wants to know."""
        session = self._session
        return self._keeper.is_running and (session is None or session.is_moving)

    def wait_connected(self, time_limit_s: float) -> bool:
        """Waits until it is connected and the subscriptions hold; False when the time ran out."""
        return self._subscribed.wait(time_limit_s)

    def subscribe(self, topic_filter: str, handler: Callable[[Message], None], *, wants_retained: bool = True) -> None:
        """Hands what arrives by the filter to the handler, on each connection; only before `start`.

        Raises:
            RuntimeError: the link runs already.
        """
        if self._keeper.has_started:
            raise RuntimeError("subscribe before the link starts")
        self._subscriptions.append(Subscription(topic_filter, handler, wants_retained))

    def start(self) -> None:
        """Begins to connect; returns at once."""
        self._keeper.start()

    def stop(self) -> None:
        """Says that the device is offline and ends the connection, within about two seconds."""
        self._keeper.stop(STOP_LIMIT_S)

    def publish(
        self,
        topic: str,
        payload: bytes,
        *,
        is_retained: bool = False,
        expiry_s: int | None = None,
        correlation: bytes | None = None,
    ) -> bool:
        """Sends with QoS 1; False when unconnected, and then nothing is kept for later."""
        session = self._session
        if session is None:
            return False
        properties = properties_of(expiry_s=expiry_s, correlation=correlation)
        return session.publish(topic, payload, properties, is_retained=is_retained)

    def announce_status(self) -> bool:
        """Publishes how the device is now; False when unconnected."""
        self._heartbeat_at_s = time.monotonic() + self._heartbeat_s
        status = self._health.added_to(self._status())
        keep(LocalWord(is_connected=self._session is not None, status=status), self._words)
        return self.publish(self._status_topic, encode(status), is_retained=True)

    def ask(self, command: Command, on_answer: OnAnswer, *, time_limit_s: float = 2) -> None:
        """Sends a command; `on_answer` gets the answer, the refusal or the silence, exactly once."""
        session = self._session
        deadline_s = time.monotonic() + time_limit_s
        correlation = self._asking.add(on_answer, deadline_s) if session else None
        if session is None or correlation is None:
            on_answer(NoAnswer("too-many" if session else "not-connected"))
            return
        properties = properties_of(
            expiry_s=min(MAX_EXPIRY_S, max(MIN_EXPIRY_S, ceil(time_limit_s))),
            correlation=correlation,
            response_topic=self.topics.reply(self._device),
        )
        if not session.publish(self.topics.command(name_of(command)), encode(command), properties):
            self._asking.give_up(correlation, "not-connected")
        else:
            self._keeper.wake_by(deadline_s)

    def ask_and_wait(self, command: Command, *, time_limit_s: float = 2) -> Answer | Refused | NoAnswer:
        """Sends a command and waits for what comes of it; never from a handler."""
        box: SimpleQueue[Answer | Refused | NoAnswer] = SimpleQueue()
        self.ask(command, box.put, time_limit_s=time_limit_s)
        try:
            return box.get(timeout=time_limit_s + STOP_LIMIT_S)
        except Empty:
            return NoAnswer("timed-out")

    def _hold(self) -> None:
        will = self._status_topic, encode(replace(self._offline, at=at_text(datetime.now(UTC))))
        session = Session(
            self._broker,
            self._device,
            will=will,
            subscriptions=self._subscriptions,
            on_up=self._greet,
            on_subscribed=self._subscribed.set,
            on_change=self._keeper.wake,
        )
        try:
            session.open()
            self._attend(session)
        finally:
            self._leave(session)
        if not self._keeper.is_stopping:
            raise Unreachable(session.reason)

    def _greet(self, session: Session) -> None:
        self._session = session
        self._has_greeted = True
        log.info("%s is connected to %s", self._device, place(self._broker))
        shielded("announcing the status", self.announce_status)
        self._tell_connection(is_connected=True)

    def _attend(self, session: Session) -> None:
        while not (session.ended.is_set() or self._keeper.is_stopping):
            self._asking.expire(time.monotonic())
            self._tell_refused(session)
            if time.monotonic() >= self._heartbeat_at_s:
                shielded("announcing the status", self.announce_status)
            self._keeper.sleep_until(min(self._heartbeat_at_s, self._asking.next_deadline_s()))

    def _leave(self, session: Session) -> None:
        self._session = None
        session.close()
        # Only now can the network thread greet no more.
        self._session = None
        shielded("telling the doctor", self._tell_doctor)
        self._asking.give_up_all("not-connected")
        self._subscribed.clear()
        if self._has_greeted:
            self._has_greeted = False
            self._tell_connection(is_connected=False)

    def _tell_doctor(self) -> None:
        keep(LocalWord(is_connected=False, status=self._status()), self._words)

    def _tell_connection(self, *, is_connected: bool) -> None:
        shielded("the connection's hook", self.on_connection, is_connected)

    def _tell_refused(self, session: Session) -> None:
        for sent in session.take_refused():
            if sent.correlation is not None:
                self._asking.give_up(sent.correlation, "not-allowed")
            if sent.topic not in self._refused_topics and len(self._refused_topics) < _MAX_REMEMBERED_REFUSALS:
                self._refused_topics.add(sent.topic)
                log.warning("the broker does not let %s publish to %s", self._device, sent.topic)
