"""What the outside world is told, by a real hub over a real broker, and by the store when nobody listens."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from hub_process import HubProcess
from ledger_driver import LedgerDriver
from wire_client import Payload, WireClient

from hub import telling
from hub.telling import Teller
from wire.topics import Topics

DAY_CLOSED = "nl.bibliotheken.wachtrij.day-closed.v1"
REGISTERED = "nl.bibliotheken.wachtrij.visit-registered.v1"
QUESTIONS = [
    {"outcome": "referred", "referred_to": "taalhuis", "organisation": "uwv", "need": "find-way", "topic": "digid"},
    {"outcome": "course", "course": "digital"},
]


class ListeningLink:
    """A link whose other end takes down what it hears, while it is connected."""

    def __init__(self) -> None:
        self.topics = Topics("proef")
        self.is_connected = True
        self.heard: list[bytes] = []
        self.room = 1000

    def publish(self, _topic: str, payload: bytes) -> bool:
        if not self.is_connected or len(self.heard) >= self.room:
            return False
        self.heard.append(payload)
        return True


@pytest.fixture
def sure_at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(telling, "SURE_AFTER_S", 0.0)
    return


def test_a_closed_day_is_told_by_its_registered_questions_without_time_and_then_its_totals(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    client = client_of(start_hub())
    for _ in range(2):
        client.ask("take-ticket", device="kiosk-1")
    client.ask("open-desk", desk="1")
    for questions in ({"questions": QUESTIONS}, {}):
        client.ask("call-next", desk="1")
        client.ask("start-visit", desk="1")
        client.ask("finish-visit", desk="1", **questions)
    client.ask("register-question", channel="phone", questions=[{"outcome": "helped"}])
    client.ask("close-day")
    assert client.wait_for(lambda: next(iter(told(client, DAY_CLOSED)), None))
    events = told(client, "")
    sequences = [int(event["sequence"]) for event in events]
    assert sequences == list(range(sequences[0], sequences[0] + len(events)))
    assert len({UUID(event["id"]) for event in events}) == len(events)
    for event in events:
        wanted = {
            "specversion": "1.0", "sequencetype": "integer", "datacontenttype": "application/json",
            "source": f"urn:nld:kvknr:12345678:systeem:beurt:{client.root.rsplit('/', 1)[1]}",
        }  # fmt: skip
        assert wanted.items() <= event.items()
    visits = told(client, REGISTERED)
    assert len(visits) == 3
    for visit in visits:
        assert "time" not in visit
        assert set(visit["data"]) == {
            "date", "part_of_day", "line", "topic", "outcome", "organisation", "need", "course", "channel",
        }  # fmt: skip
    assert {(v["data"]["outcome"], v["data"]["channel"], v["data"]["topic"]) for v in visits} == {
        ("referred", "ticket", "digid"), ("course", "ticket", None), ("helped", "phone", None),
    }  # fmt: skip
    [totals] = told(client, DAY_CLOSED)
    assert totals["data"] == {
        "date": totals["data"]["date"], "taken": 2, "withdrawn": 0, "helped": 2, "unregistered": 1,
        "nobody_there": 0, "did_not_come": 0,
    }  # fmt: skip


def test_nothing_is_lost_while_the_broker_is_away_and_the_count_goes_on(ledger: LedgerDriver) -> None:
    link = ListeningLink()
    link.is_connected = False
    teller = Teller(link, ledger.store)  # type: ignore[arg-type]
    ledger.visit(questions=QUESTIONS)
    ledger.do("close-day")
    teller.tell()
    ledger.restart()
    link.is_connected = True
    teller = Teller(link, ledger.store)  # type: ignore[arg-type]
    teller.tell()
    assert len(link.heard) == 3
    assert [f'"sequence":"{number}"'.encode() in body for number, body in enumerate(link.heard, 1)] == [True] * 3


def test_a_connection_that_broke_at_once_makes_it_tell_the_same_again(ledger: LedgerDriver) -> None:
    link = ListeningLink()
    teller = Teller(link, ledger.store)  # type: ignore[arg-type]
    ledger.do("close-day")
    teller.tell()
    teller.start_over()
    teller.tell()
    assert len(link.heard) == 2
    assert link.heard[0] == link.heard[1]


@pytest.mark.usefixtures("sure_at_once")
def test_what_surely_arrived_is_forgotten(ledger: LedgerDriver) -> None:
    link = ListeningLink()
    teller = Teller(link, ledger.store)  # type: ignore[arg-type]
    ledger.do("close-day")
    teller.tell()
    assert ledger.rows("SELECT * FROM events") == []
    teller.start_over()
    teller.tell()
    assert len(link.heard) == 1


@pytest.mark.usefixtures("sure_at_once")
def test_many_events_go_in_bits_as_the_network_has_room(ledger: LedgerDriver) -> None:
    for _ in range(250):
        ledger.do("register-question", channel="desk", questions=[{"outcome": "helped"}])
    ledger.do("close-day")
    link = ListeningLink()
    link.room = 30
    teller = Teller(link, ledger.store)  # type: ignore[arg-type]
    teller.tell()
    assert len(link.heard) == 30
    link.room = 1000
    for _ in range(4):
        teller.tell()
    assert len(link.heard) == 251
    assert ledger.rows("SELECT * FROM events") == []


def told(client: WireClient, kind: str) -> list[Payload]:
    return [event for event in client.messages("event") if kind in event["type"]]
