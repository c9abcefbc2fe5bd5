"""The hub as a process on a real broker: what others see of it, and when."""

import json
import time
from collections.abc import Callable
from uuid import uuid4

import pytest
from hub_process import HubProcess
from wire_client import Payload, WireClient

STATES = ("menu", "board", "floor")


def ask_for_one() -> dict[str, str]:
    return {"request_id": str(uuid4()), "device": "kiosk-1"}


def numbers(floor: Payload) -> set[str]:
    return {ticket["number"] for ticket in floor["waiting"]}


def test_a_snapshot_holds_all_answers_up_to_its_revision_and_comes_at_once(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    client = client_of(start_hub())
    asked = [client.post("take-ticket", ask_for_one()) for _ in range(150)]
    answers = [client.wait_for(lambda wanted=each: client.answer_to(wanted)) for each in asked]
    assert [answer["ticket"]["number"] for answer in answers if answer] == [str(n) for n in range(1, 151)]
    client.latest("floor", lambda floor: floor["today"]["taken"] == 150)
    for floor in client.messages("state/floor"):
        promised = {answer["ticket"]["number"] for answer in answers if answer["revision"] <= floor["revision"]}
        assert promised <= numbers(floor)
    for kind in STATES:
        revisions = [snapshot["revision"] for snapshot in client.messages(f"state/{kind}")]
        assert revisions == sorted(revisions)


def test_menu_and_floor_come_at_most_ten_times_a_second_and_the_board_with_every_call(shared: WireClient) -> None:
    shared.ask("open-desk", desk="1")
    for _ in range(40):
        shared.ask("take-ticket", device="kiosk-1")
    heard, began_s = len(shared.heard), time.monotonic()
    for _ in range(20):
        shared.ask("call-next", desk="1")
        shared.ask("miss-ticket", desk="1")
    lasted_s = time.monotonic() - began_s
    shared.latest("floor", lambda floor: floor["today"]["missed"] >= 20)
    shared.latest("board", lambda board: board["calls"][0]["state"] == "past")
    kinds = [topic.rsplit("/", 1)[1] for topic, _, _ in shared.heard[heard:]]
    assert kinds.count("board") == 40
    for kind in ("menu", "floor"):
        assert 1 <= kinds.count(kind) <= 10 * lasted_s + 2


def test_what_did_not_change_is_not_sent_again(shared: WireClient) -> None:
    shared.ask("acknowledge")
    for kind in STATES:
        shared.latest(kind, lambda snapshot: snapshot["coming"])
    time.sleep(0.3)
    heard = len(shared.heard)
    shared.ask("acknowledge")
    shared.ask("day-sheet")
    time.sleep(0.3)
    assert [topic for topic, _, _ in shared.heard[heard:] if "/state/" in topic] == []


def test_a_reprint_reaches_the_kiosk_once_as_a_job(shared: WireClient) -> None:
    ticket = shared.ask("take-ticket", device="kiosk-1")["ticket"]
    again = {"request_id": str(uuid4()), "ticket_id": ticket["ticket_id"]}
    answer = shared.send("print-again", again)
    assert shared.send("print-again", again) == answer
    shared.ask("acknowledge")
    [job] = shared.messages("device/kiosk-1/job")
    assert job["job_id"] == answer["job_id"]
    assert (job["job"], job["ticket"]["number"]) == ("print-ticket", ticket["number"])
    assert set(job) == {"job_id", "job", "ticket"}


def test_a_device_that_tells_how_it_is_stands_on_the_floor_and_in_an_event(shared: WireClient) -> None:
    at = "2026-11-22T09:00:00.000Z"
    status = {
        "device": "kiosk-2", "kind": "kiosk", "state": "degraded", "at": at, "since": at, "version": "1",
        "printer": {"state": "paper-out", "detail": "rol"}, "facts": {},
    }  # fmt: skip
    shared.publish("device/kiosk-2/status", status)
    floor = shared.latest("floor", lambda floor: "degraded" in {row["state"] for row in floor["devices"]})
    [row] = [row for row in floor["devices"] if row["device"] == "kiosk-2"]
    assert row == {
        "device": "kiosk-2", "kind": "kiosk", "state": "degraded", "printer": "paper-out", "detail": "rol",
    }  # fmt: skip
    changed = "nl.bibliotheken.wachtrij.device-changed.v1"
    told = shared.wait_for(
        lambda: next((each for each in shared.messages("event") if each["data"]["device"] == "kiosk-2"), None)
    )
    assert told is not None
    assert (told["type"], told["data"]["state"], told["data"]["printer"]["state"]) == (changed, "degraded", "paper-out")


def test_requests_that_nobody_waits_for_any_more_are_not_carried_out(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    late = [client.post("take-ticket", ask_for_one(), expiry_s=1) for _ in range(3)]
    hub.stalls(1.5)
    next_one = client.ask("take-ticket", device="kiosk-1")["ticket"]
    answered = [correlation for correlation in late if client.answer_to(correlation)]
    assert next_one["number"] == str(len(answered) + 1)


def test_a_request_that_came_while_the_hub_stood_still_is_as_old_as_it_may_be(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    hub.stalls(3, lambda: client.post("take-ticket", ask_for_one(), expiry_s=2))
    assert client.ask("take-ticket", device="kiosk-1")["ticket"]["number"] == "1"


def test_a_command_without_a_place_for_an_answer_is_carried_out(shared: WireClient) -> None:
    before = shared.latest("menu")["waiting"]
    shared.post("take-ticket", ask_for_one(), reply_to="nowhere")
    assert shared.latest("menu", lambda menu: menu["waiting"] == before + 1)


def test_two_desks_that_call_at_the_same_moment_get_two_tickets(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    one, other = client_of(hub, "one"), client_of(hub, "other")
    for _ in range(2):
        one.ask("take-ticket", device="kiosk-1")
    for desk in ("1", "2"):
        one.ask("open-desk", desk=desk)
    asked = [
        (client, client.post("call-next", {"request_id": str(uuid4()), "desk": desk}))
        for client, desk in ((one, "1"), (other, "2"))
    ]
    answers = [client.wait_for(lambda c=client, k=correlation: c.answer_to(k)) for client, correlation in asked]
    assert {answer["ticket"]["number"] for answer in answers if answer} == {"1", "2"}


def test_after_the_broker_was_restarted_everything_is_published_again(
    own_broker: Callable[..., object], start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    broker = own_broker()
    hub = start_hub(port=broker.port)  # type: ignore[attr-defined]
    client = client_of(hub)
    client.ask("take-ticket", device="kiosk-1")
    before = {kind: client.latest(kind) for kind in STATES}
    client.close()
    broker.kill()  # type: ignore[attr-defined]
    broker.start()  # type: ignore[attr-defined]
    again = client_of(hub, "another")
    for kind in STATES:
        snapshot = again.latest(kind)
        assert snapshot["epoch"] == before[kind]["epoch"]
        assert snapshot["revision"] >= before[kind]["revision"]
    assert again.latest("menu")["waiting"] == 1
    [status, *_] = again.messages(f"device/{hub.device}/status")
    assert status["state"] == "ready"
    assert again.ask("take-ticket", device="kiosk-1")["ticket"]["number"] == "2"


def test_what_the_broker_keeps_is_right_after_the_hub_was_killed_and_started(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    client.ask("open-desk", desk="1")
    client.ask("take-ticket", device="kiosk-1")
    called = client.ask("call-next", desk="1")
    hub.is_killed_and_started(client)
    board = client.latest("board", lambda board: [call["state"] for call in board["calls"]] == ["calling"])
    assert board["revision"] >= called["revision"]
    assert client.ask("undo", desk="1")["ok"]
    states = [status["state"] for status in client.messages(status_of(hub))]
    assert states[-3:] == ["ready", "offline", "ready"]


def test_the_hubs_status_is_as_the_contract_says_and_its_will_has_the_same_shape(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    hub.kill()
    hub.tells(client, "offline")
    status, will = client.messages(status_of(hub))
    assert set(status) == {"device", "kind", "state", "at", "since", "version", "printer", "facts"}
    assert set(will) == set(status)
    assert (status["device"], status["kind"], status["state"]) == (hub.device, "hub", "ready")
    assert status["printer"] == {"state": "none", "detail": None}
    assert json.dumps(status["facts"])


def status_of(hub: HubProcess) -> str:
    return f"device/{hub.device}/status"


@pytest.mark.long
def test_the_hub_says_every_ten_seconds_that_it_is_there(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    time.sleep(21)
    told = client.messages(status_of(hub))
    assert 3 <= len(told) <= 5
    assert {status["since"] for status in told} == {told[0]["since"]}
    assert told[-1]["at"] > told[0]["at"]
