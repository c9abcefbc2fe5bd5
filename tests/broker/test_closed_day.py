"""What a day leaves on the disk once it is closed: nothing of a ticket, wherever one looks."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hub_process import HubProcess
from mosquitto import Mosquitto
from wire_client import Payload, WireClient

from kiosk.memory import Memory
from kiosk.spare import Spare, SpareBook
from runtime.settings.load import load
from upkeep.backup.making import back_up
from wire.names import new_id
from wire.payload import encode

PERSISTENT = """\
allow_anonymous true
persistence true
persistence_location {folder}/
autosave_interval 1
autosave_on_changes true
log_type all
"""
NUMBER = re.compile(rb'"(?:number|spare_number)"\s*:\s*"')
"""How a ticket's number stands in anything that speaks of a ticket: bare figures could be anything."""

PATIENCE_S = 20.0


@dataclass
class Words:
    """What names a ticket: ids of tickets and visits, and of the requests that asked for them."""

    tickets: set[bytes] = field(default_factory=set)
    requests: set[bytes] = field(default_factory=set)

    def add(self, answer: Payload) -> None:
        self.requests.add(answer["request_id"].encode())
        if "ticket" in answer:
            self.tickets.add(answer["ticket"]["ticket_id"].encode())
        if "visit_id" in answer:
            self.tickets.add(answer["visit_id"].encode())


@dataclass
class Point:
    """A hub, a broker that keeps what it has on disk, a kiosk's files, and backups, all below one folder."""

    folder: Path
    hub: HubProcess
    client: WireClient

    @property
    def spares(self) -> Memory:
        return Memory(self.folder / "kiosk", self.hub.branch, "kiosk-1")

    def ask(self, command: str, **fields: object) -> Payload:
        answer = self.client.ask(command, **fields)
        assert answer["ok"], (command, answer)
        return answer

    def naming(self, words: Words) -> dict[str, str]:
        """The files that name a ticket, with one word of what they say of it."""
        found = {}
        for file in self.folder.rglob("*"):
            content = file.read_bytes() if file.is_file() else b""
            # The hub knows a request that comes again for two days; with its answer gone, it leads to no ticket.
            wanted = words.tickets if file.name.startswith("beurt.db") else words.tickets | words.requests
            named = next((word for word in wanted if word in content), None) or NUMBER.search(content)
            if named:
                found[str(file.relative_to(self.folder))] = str(named)
        return found

    def spare(self) -> Spare:
        """A number that the kiosk gives while the hub is away."""
        given = Spare(
            number="Z1",
            request_id=new_id(),
            instead_of=new_id(),
            topic="digid",
            language="nl",
            boot_id="boot",
            taken_up_s=1.0,
            taken_at=datetime.now(UTC),
        )
        assert self.spares.keep_spares(SpareBook(day=given.taken_at.date(), given=1, waiting=(given,)))
        return given


@pytest.fixture
def point(tmp_path: Path, own_broker: Callable[..., Mosquitto]) -> Iterator[Point]:
    store = tmp_path / "store"
    store.mkdir()
    broker = own_broker(settings=PERSISTENT.format(folder=store))
    hub = HubProcess(tmp_path, broker.port)
    hub.start()
    client = WireClient(broker.port, hub.branch)
    client.latest("menu")
    yield Point(tmp_path, hub, client)
    client.close()
    hub.stop()


def a_day(point: Point) -> Words:
    """Tickets that are helped, missed, parked, printed again or just wait; all that names them."""
    point.ask("open-desk", desk="1")
    words = Words()
    for number in range(6):
        words.add(taken := point.ask("take-ticket", device="kiosk-1", topic="digid", language="ar"))
        if number == 0:
            words.add(point.ask("print-again", ticket_id=taken["ticket"]["ticket_id"], device="kiosk-1"))
    for end in ("finish-visit", "miss-ticket", "park-ticket"):
        words.add(point.ask("call-next", desk="1"))
        if end == "finish-visit":
            point.ask("start-visit", desk="1")
        words.add(point.ask(end, desk="1", **({"questions": [{"outcome": "helped"}]} if end == "finish-visit" else {})))
    spare = point.spare()
    words.add(answer := point.client.send("take-ticket", encode(spare.as_command("kiosk-1"))))
    assert answer["ok"], answer
    words.requests.add(spare.instead_of.encode())
    return words


def test_nothing_on_the_disk_names_a_ticket_of_a_closed_day(point: Point) -> None:
    words = a_day(point)
    settings = load(point.hub.config)
    back_up(settings, point.folder / "backups")
    end_s = time.monotonic() + PATIENCE_S
    while "store/mosquitto.db" not in (before := point.naming(words)) and time.monotonic() < end_s:
        time.sleep(0.1)
    # The scan sees what is there while the day is open, and a backup of that day has nothing of it.
    assert {"store/mosquitto.db", f"kiosk/{point.hub.branch}.kiosk-1.spares.json"} <= set(before)
    assert any(name.startswith("beurt.db") for name in before)
    assert not [name for name in before if "backups" in name]
    point.ask("close-day")
    book = point.spares.spares()
    point.spares.keep_spares(book.without(book.waiting[0]))
    while (found := point.naming(words)) and time.monotonic() < end_s + PATIENCE_S:
        time.sleep(0.1)
    assert found == {}
    assert back_up(settings, point.folder / "backups") is not None
    point.hub.stop()
    assert point.naming(words) == {}
