"""Visitors: they come at random moments, touch a topic or none, and some change their mind."""

import random
import threading
from collections import deque
from collections.abc import Iterator

from msgspec import UNSET

from runtime.settings.model import Settings, Topic
from simulator.people.tally import Tally
from wire.answers import Answer, Ticket
from wire.commands import FetchMe, OwnLanguage, TakeTicket, WithdrawTicket
from wire.link import Link
from wire.names import new_id

KNOWS_TOPIC = 0.7
SPEAKS_FIRST_LANGUAGE = 0.6
WANTS_OWN_LANGUAGE = 0.3
WANTS_FETCHING = 0.05
WALKS_AWAY = 0.04


class Visitors:
    """A number of visitors over a number of seconds; several threads may let them in side by side."""

    def __init__(self, settings: Settings, tally: Tally, count: int, seconds: float, seed: int) -> None:
        self._settings = settings
        self._tally = tally
        self._choice = random.Random(seed)  # noqa: S311 - play, not secrecy
        self._lock = threading.Lock()
        self._arrivals_s = deque(sorted(self._choice.uniform(0, seconds) for _ in range(count)))
        self._topics = [None, *_all_topics(settings.topics)]

    def next_arrival_s(self) -> float | None:
        """When the next visitor comes, in seconds from the start; None when all have come."""
        with self._lock:
            return self._arrivals_s.popleft() if self._arrivals_s else None

    def visit(self, link: Link, device: str) -> None:
        """One visitor at this kiosk."""
        answer = self._tally.ask(link, self._taking(device))
        if isinstance(answer, Answer) and answer.ticket is not None:
            self._think_again(link, answer.ticket)

    def _taking(self, device: str) -> TakeTicket:
        with self._lock:
            chance = self._choice
            topic = chance.choice(self._topics) if chance.random() < KNOWS_TOPIC else None
            first, *others = self._settings.branch.languages
            is_first = not others or chance.random() < SPEAKS_FIRST_LANGUAGE
            return TakeTicket(
                request_id=new_id(),
                device=device,
                topic=topic or UNSET,
                language=first if is_first else chance.choice(others),
            )

    def _think_again(self, link: Link, ticket: Ticket) -> None:
        with self._lock:
            draw, speaks = self._choice.random(), self._choice.random()
        if draw < WALKS_AWAY:
            self._tally.ask(link, WithdrawTicket(request_id=new_id(), ticket_id=ticket.ticket_id))
        elif draw < WALKS_AWAY + WANTS_FETCHING:
            self._tally.ask(link, FetchMe(request_id=new_id(), ticket_id=ticket.ticket_id, fetch_me=True))
        elif self._is_offered_own_language(ticket) and speaks < WANTS_OWN_LANGUAGE:
            self._tally.ask(link, OwnLanguage(request_id=new_id(), ticket_id=ticket.ticket_id, own_language=True))

    def _is_offered_own_language(self, ticket: Ticket) -> bool:
        return self._settings.calling.own_language and ticket.language != self._settings.branch.languages[0]


def _all_topics(topics: tuple[Topic, ...]) -> Iterator[str]:
    for topic in topics:
        yield topic.id
        yield from _all_topics(topic.topics)
