"""Whom the hub answers, at the broker of a box: who asked, and nobody elsewhere."""

import json
import subprocess
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from beurt_command import BEURT
from box_broker import BoxBroker
from links import PATIENCE_S, status_of
from tls_client import TlsClient

from wire.answers import Refused
from wire.commands import WithdrawTicket
from wire.link import Link
from wire.names import new_id

Enter = Callable[..., TlsClient]
ROOT = "beurt/v1/proef"


@pytest.fixture(scope="module")
def hub(box_broker: BoxBroker) -> Iterator[subprocess.Popen[bytes]]:
    """The hub's own process, by the branch file of the box, over the socket."""
    settings = box_broker.settings_here
    with (box_broker.folder / "hub.log").open("wb") as log:
        running = subprocess.Popen([BEURT, "hub", "--config", str(settings.path)], stdout=log, stderr=log)
        yield running
        running.terminate()
        running.wait(30)


@pytest.fixture
def room(enter: Enter, hub: subprocess.Popen[bytes]) -> dict[str, TlsClient]:
    """Every other client, each listening to all that it can; the hub runs."""
    clients = {name: enter(name) for name in ("console-1", "kiosk-1", "kiosk-2", "display-1", "monitor")}
    for client in clients.values():
        client.subscribe(["#"])
    clients["kiosk-1"].wait_heard(lambda topic, _: topic == f"{ROOT}/state/menu")
    assert hub.poll() is None
    return clients


def take_ticket(kiosk: TlsClient, reply_to: str) -> str:
    """Asks for a ticket; the id of the question."""
    question = str(uuid4())
    body = {"request_id": question, "device": kiosk.name}
    assert kiosk.reason(kiosk.publish(f"{ROOT}/command/take-ticket", json.dumps(body), reply_to=reply_to)) < 0x80
    return question


def who_heard(room: dict[str, TlsClient], word: str) -> dict[str, list[str]]:
    return {
        name: topics
        for name, client in room.items()
        if (topics := [topic for topic, payload in client.heard if word in payload])
    }


def test_an_answer_goes_to_who_asked_and_nobody_else_hears_it(room: dict[str, TlsClient]) -> None:
    question = take_ticket(room["kiosk-1"], f"{ROOT}/reply/kiosk-1")
    answer = json.loads(room["kiosk-1"].wait_heard(lambda _, payload: question in payload))
    assert answer["ok"]
    room["monitor"].subscribe(["the/end"])
    assert who_heard(room, question) == {"kiosk-1": [f"{ROOT}/reply/kiosk-1"]}


@pytest.mark.parametrize(
    "elsewhere",
    [
        f"{ROOT}/state/board",
        f"{ROOT}/state/menu",
        f"{ROOT}/device/kiosk-2/job",
        f"{ROOT}/device/hub-1/status",
        f"{ROOT}/event",
        f"{ROOT}/reply/kiosk-1/deeper",
        f"{ROOT}/reply/",
        "beurt/v1/elders/reply/kiosk-1",
        "$SYS/broker/version",
    ],
)
def test_an_answer_never_goes_where_none_belongs(room: dict[str, TlsClient], elsewhere: str) -> None:
    question = take_ticket(room["kiosk-1"], elsewhere)
    after = take_ticket(room["kiosk-2"], f"{ROOT}/reply/kiosk-2")
    room["kiosk-2"].wait_heard(lambda _, payload: after in payload)
    for client in room.values():
        client.subscribe(["the/end"])
    assert who_heard(room, question) == {}


def test_no_client_hears_what_another_was_answered(room: dict[str, TlsClient]) -> None:
    for name, client in room.items():
        client.subscribe([f"{ROOT}/reply/{other}" for other in (*room, "hub-1") if other != name])
    question = take_ticket(room["kiosk-1"], f"{ROOT}/reply/kiosk-1")
    room["kiosk-1"].wait_heard(lambda _, payload: question in payload)
    for client in room.values():
        client.subscribe(["the/end"])
    assert set(who_heard(room, question)) == {"kiosk-1"}


@pytest.mark.usefixtures("hub")
def test_an_answer_that_another_client_had_sent_here_fits_no_question_and_is_dropped(
    enter: Enter, box_broker: BoxBroker
) -> None:
    # The broker tells the hub nobody's name, so this is where it stops: at who never asked.
    meddler = enter("kiosk-1")
    said = {"status": lambda: status_of("kiosk-2"), "offline": status_of("kiosk-2", "offline")}
    link = Link(box_broker.settings_here.broker, "kiosk-2", "proef", **said)
    link.start()
    assert link.wait_connected(PATIENCE_S)
    for _ in range(20):
        take_ticket(meddler, f"{ROOT}/reply/kiosk-2")
    command = WithdrawTicket(request_id=new_id(), ticket_id=new_id())
    answer = link.ask_and_wait(command, time_limit_s=30)
    link.stop()
    assert isinstance(answer, Refused)
    assert answer.request_id == command.request_id
