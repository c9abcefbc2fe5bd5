"""What comes in over a real broker, good and bad, as a third party would send it."""

import json
from typing import Any
from uuid import uuid4

import pytest
from wire_client import WireClient


def code(answer: dict[str, object]) -> object:
    assert answer["ok"] is False, answer
    return answer["refusal"]["code"]  # type: ignore[index]


def taken(client: WireClient) -> int:
    """How many tickets there were with the one that is taken to find out."""
    return int(client.ask("take-ticket", device="kiosk-1")["ticket"]["number"])


def ask_for_one() -> dict[str, str]:
    return {"request_id": str(uuid4()), "device": "kiosk-1"}


@pytest.mark.parametrize("expiry_s", [None, 0, 11, 3600])
def test_a_command_that_could_act_late_is_refused(shared: WireClient, expiry_s: int | None) -> None:
    before = taken(shared)
    assert code(shared.send("take-ticket", ask_for_one(), expiry_s=expiry_s)) == "bad-request"
    assert taken(shared) == before + 1


@pytest.mark.parametrize("expiry_s", [1, 10])
def test_one_to_ten_seconds_is_a_good_expiry(shared: WireClient, expiry_s: int) -> None:
    assert shared.send("take-ticket", ask_for_one(), expiry_s=expiry_s)["ok"]


def test_a_payload_that_is_too_large_is_not_even_read(shared: WireClient) -> None:
    before = taken(shared)
    large = json.dumps(ask_for_one()).encode()
    assert shared.hears_nothing_of(shared.post("take-ticket", large.ljust(16 * 1024 + 1)))
    assert taken(shared) == before + 1
    assert shared.send("take-ticket", large.ljust(16 * 1024))["ok"]


@pytest.mark.parametrize("place", ["reply/a/b", "reply/", "reply/UPPER", "state/floor", "elsewhere"])
def test_an_answer_goes_to_a_reply_topic_and_nowhere_else(shared: WireClient, place: str) -> None:
    before = taken(shared)
    correlation = shared.post("take-ticket", ask_for_one(), reply_to=f"{shared.root}/{place}")
    assert shared.hears_nothing_of(correlation, 0.3)
    assert taken(shared) == before + 2


@pytest.mark.parametrize("name", ["no-such-command", "take-ticket/too", "Take-Ticket", "take-ticket "])
def test_a_command_that_does_not_exist_is_refused(shared: WireClient, name: str) -> None:
    body = ask_for_one()
    answer = shared.send(name, body)
    assert (code(answer), answer["request_id"]) == ("bad-request", body["request_id"])


def test_the_correlation_data_comes_back_byte_for_byte(shared: WireClient) -> None:
    for correlation in (b"\x00", b"\xff" * 300, "é".encode()):
        shared.post("acknowledge", {"request_id": str(uuid4())}, correlation=correlation)
        assert shared.wait_for(lambda wanted=correlation: shared.answer_to(wanted))


def test_json_that_is_odd_but_valid_is_taken_for_what_it_is(shared: WireClient) -> None:
    assert shared.send("take-ticket", json.dumps(ask_for_one(), indent=4).encode())["ok"]


def test_a_flood_of_nonsense_is_logged_in_a_line_or_two_and_disturbs_nobody(shared: Any) -> None:
    before = taken(shared)
    for number in range(300):
        shared.post("take-ticket", b"\xff" * (1 + number % 50), reply_to="nowhere")
        shared.publish("device/kiosk-1/status", ["no", "status", number])
        shared.publish("device/kiosk-1/status", {"device": "kiosk-2", "kind": "kiosk", "state": "ready"})
    assert taken(shared) == before + 1
    assert shared.hub.log.count("WARNING") <= 6


def test_a_status_on_another_devices_topic_is_no_status(shared: WireClient) -> None:
    at = "2026-11-22T09:00:00.000Z"
    status = {"device": "kiosk-2", "kind": "kiosk", "state": "ready", "at": at, "since": at, "version": "1"}
    shared.publish("device/kiosk-1/status", status)
    shared.publish("device/kiosk-1/status", {**status, "device": "kiosk-1", "kind": "display"})
    shared.publish("device/kiosk-9/status", {**status, "device": "kiosk-9"})
    shared.ask("acknowledge")
    heard = {device["device"]: device["state"] for device in shared.latest("floor")["devices"]}
    assert (heard["kiosk-1"], heard["kiosk-2"], "kiosk-9" in heard) == ("offline", "offline", False)
