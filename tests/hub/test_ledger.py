"""Commands, answers and refusals over a real broker, as a third party sees them."""

import json
import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from hub_process import HubProcess
from wire_client import WireClient

UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TICKET_FIELDS = {
    "ticket_id", "number", "line", "topic", "language", "fetch_me", "taken_at", "people_before", "state",
}  # fmt: skip


def take(client: WireClient, **fields: object) -> dict[str, object]:
    answer = client.ask("take-ticket", **{"device": "kiosk-1", **fields})
    assert answer["ok"] is True, answer
    return answer["ticket"]


def code(answer: dict[str, object]) -> object:
    assert answer["ok"] is False, answer
    assert set(answer) == {"request_id", "ok", "refusal"}
    assert set(answer["refusal"]) == {"code", "text"}  # type: ignore[call-overload]
    return answer["refusal"]["code"]  # type: ignore[index]


def test_a_ticket_has_exactly_the_fields_of_the_contract(client: WireClient) -> None:
    request_id = str(uuid4())
    answer = client.send("take-ticket", {"request_id": request_id, "device": "kiosk-1", "topic": "digid-app"})
    assert set(answer) == {"request_id", "ok", "revision", "ticket"}
    ticket = answer["ticket"]
    assert set(ticket) == TICKET_FIELDS
    assert answer["request_id"] == request_id
    assert UUID4.fullmatch(ticket["ticket_id"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", ticket["taken_at"])
    wanted = {"number": "1", "line": "ido", "topic": "digid-app", "language": "nl", "fetch_me": False}
    assert wanted.items() <= ticket.items()
    assert (ticket["people_before"], ticket["state"]) == (0, "waiting")


def test_a_whole_visit_goes_through_every_command_of_the_desk(client: WireClient) -> None:
    take(client)
    take(client, line="taalhuis", language="ar")
    assert client.ask("open-desk", desk="1")["ok"]
    assert client.ask("call-next", desk="1")["ticket"]["number"] == "1"
    assert client.ask("recall", desk="1")["ticket"]["number"] == "1"
    assert client.ask("start-visit", desk="1")["ok"]
    assert client.ask("correct-topic", desk="1", topic="leren")["ok"]
    questions = [{"outcome": "referred", "referred_to": "taalhuis", "need": "find-way"}]
    visit = client.ask("finish-visit", desk="1", questions=questions)
    assert UUID4.fullmatch(visit["visit_id"])
    assert client.ask("register-visit", visit_id=visit["visit_id"], questions=[{"outcome": "helped"}])["ok"]
    assert client.ask("call-next", desk="1")["ticket"]["number"] == "L1"
    assert client.ask("undo", desk="1")["ok"]
    assert client.ask("call-next", desk="1")["ok"]
    assert client.ask("park-ticket", desk="1")["ok"]
    assert client.ask("pause-desk", desk="1")["ok"]
    assert client.ask("resume-desk", desk="1")["ok"]
    assert client.ask("close-desk", desk="1")["ok"]


@pytest.mark.parametrize(
    ("command", "fields", "expected"),
    [
        ("take-ticket", {"device": "kiosk-1", "topic": "nothing"}, "unknown-topic"),
        ("take-ticket", {"device": "kiosk-1", "line": "nothing"}, "unknown-line"),
        ("take-ticket", {"device": "kiosk-9"}, "unknown-device"),
        ("take-ticket", {"device": "kiosk-1", "language": "fr"}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "language": None}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "surprise": 1}, "bad-request"),
        ("take-ticket", {"device": 7}, "bad-request"),
        ("take-ticket", {}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "taken_ago_s": 5}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "spare_number": "R1", "taken_ago_s": 5}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "spare_number": "Z1", "taken_ago_s": 200000}, "too-late"),
        ("no-such-command", {}, "bad-request"),
        ("fetch-me", {"ticket_id": str(uuid4()), "fetch_me": True}, "unknown-ticket"),
        ("withdraw-ticket", {"ticket_id": str(uuid4())}, "unknown-ticket"),
        ("report-print", {"ticket_id": str(uuid4()), "device": "kiosk-9", "paper": "sent"}, "unknown-device"),
        ("call-next", {"desk": "1"}, "desk-closed"),
        ("call-next", {"desk": "9"}, "unknown-desk"),
        ("pause-desk", {"desk": "1"}, "desk-closed"),
        ("undo", {"desk": "1"}, "nothing-to-undo"),
        ("recall", {"desk": "1"}, "not-called"),
        ("open-desk", {"desk": "1", "lines": ["nothing"]}, "unknown-line"),
        ("open-desk", {"desk": "1", "lines": []}, "bad-request"),
        ("register-visit", {"visit_id": str(uuid4()), "questions": [{"outcome": "helped"}]}, "unknown-visit"),
        ("register-question", {"channel": "phone", "questions": []}, "bad-request"),
        ("register-question", {"channel": "fax", "questions": [{"outcome": "helped"}]}, "bad-request"),
        ("close-intake", {"notice": "nothing"}, "bad-request"),
        ("print-again", {"ticket_id": str(uuid4())}, "unknown-ticket"),
        ("print-referral", {"partner": "nothing"}, "bad-request"),
        ("print-referral", {"partner": "taalhuis", "device": "kiosk-2"}, "no-printer"),
        ("why", {"number": "99"}, "unknown-number"),
        ("report", {"from": "2026-02-02", "to": "2026-02-01"}, "bad-request"),
        ("report", {"from": "yesterday", "to": "2026-02-01"}, "bad-request"),
    ],
)
def test_what_cannot_be_is_refused_with_its_code_and_changes_nothing(
    shared: WireClient, command: str, fields: dict[str, object], expected: str
) -> None:
    before = shared.ask("open-intake")["revision"]
    assert code(shared.ask(command, **fields)) == expected
    assert shared.ask("open-intake")["revision"] == before + 1


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"[]", b"7", b"{", b"null", b'{"request_id": 7}', b"[" * 9000])
def test_what_is_no_command_at_all_is_refused_without_an_id(shared: WireClient, body: bytes) -> None:
    answer = shared.send("take-ticket", body)
    assert (code(answer), answer["request_id"]) == ("bad-request", None)


@pytest.mark.parametrize("expiry_s", [None, 11, 3600])
def test_a_command_that_could_act_late_is_refused(shared: WireClient, expiry_s: int | None) -> None:
    body = {"request_id": str(uuid4()), "device": "kiosk-1"}
    assert code(shared.send("take-ticket", body, expiry_s=expiry_s)) == "bad-request"


def test_a_payload_that_is_too_large_is_not_even_read(shared: WireClient) -> None:
    body = {"request_id": str(uuid4()), "device": "kiosk-1", "surprise": "x" * 17000}
    before = int(str(take(shared)["number"]))
    assert shared.hears_nothing_of(shared.post("take-ticket", body))
    assert take(shared)["number"] == str(before + 1)


@pytest.mark.parametrize("place", ["reply/a/b", "reply/", "reply/UPPER", "state/floor", "elsewhere"])
def test_an_answer_goes_to_a_reply_topic_and_nowhere_else(shared: WireClient, place: str) -> None:
    before = int(str(take(shared)["number"]))
    body = {"request_id": str(uuid4()), "device": "kiosk-1"}
    correlation = shared.post("take-ticket", body, reply_to=f"{shared.root}/{place}")
    assert shared.hears_nothing_of(correlation)
    assert take(shared)["number"] == str(before + 2)


def test_a_repeat_gets_the_same_answer_and_changes_nothing(client: WireClient) -> None:
    body = {"request_id": str(uuid4()), "device": "kiosk-1"}
    first = client.send("take-ticket", body)
    assert client.send("take-ticket", body) == first
    assert take(client)["number"] == "2"


def test_the_same_id_with_other_fields_or_another_command_is_refused(client: WireClient) -> None:
    body = {"request_id": str(uuid4()), "device": "kiosk-1"}
    client.send("take-ticket", body)
    assert code(client.send("take-ticket", {**body, "language": "en"})) == "bad-request"
    assert code(client.send("open-day", {"request_id": body["request_id"]})) == "bad-request"


def test_a_refusal_leaves_no_trace_so_that_a_repeat_is_judged_anew(client: WireClient) -> None:
    client.ask("open-desk", desk="1")
    body = {"request_id": str(uuid4()), "desk": "1"}
    assert code(client.send("call-next", body)) == "nobody-waiting"
    take(client)
    assert client.send("call-next", body)["ticket"]["number"] == "1"


def test_an_answer_that_names_a_ticket_goes_with_its_day(client: WireClient) -> None:
    body = {"request_id": str(uuid4()), "device": "kiosk-1"}
    client.send("take-ticket", body)
    client.ask("close-day")
    client.ask("open-day")
    assert code(client.send("take-ticket", body)) == "too-late"
    assert take(client)["number"] == "2"


def test_queries_do_not_raise_the_revision(client: WireClient) -> None:
    take(client)
    before = client.ask("open-desk", desk="2")["revision"]
    for query, fields in (
        ("why", {"number": "1"}),
        ("day-sheet", {}),
        ("report", {"from": "2026-01-01", "to": "2026-12-31"}),
    ):
        assert client.ask(query, **fields)["revision"] == before


def test_why_tells_a_tickets_story_step_by_step(client: WireClient) -> None:
    take(client)
    client.ask("open-desk", desk="1")
    client.ask("call-next", desk="1")
    client.ask("miss-ticket", desk="1")
    steps = client.ask("why", number="1")["steps"]
    assert [step["what"] for step in steps] == ["ticket-taken", "ticket-called", "ticket-missed"]
    assert steps[1]["desk"] == "1"


def test_a_reprint_reaches_the_kiosk_once_as_a_job(client: WireClient) -> None:
    ticket = take(client)
    body = {"request_id": str(uuid4()), "ticket_id": ticket["ticket_id"]}
    answer = client.send("print-again", body)
    assert client.send("print-again", body) == answer
    client.ask("open-desk", desk="1")
    [job] = client.messages("device/kiosk-1/job")
    assert job["job_id"] == answer["job_id"]
    assert (job["job"], job["ticket"]["number"]) == ("print-ticket", "1")


def test_requests_that_nobody_waits_for_any_more_are_not_carried_out(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    late = [client.post("take-ticket", {"request_id": str(uuid4()), "device": "kiosk-1"}, expiry_s=1) for _ in range(3)]
    hub.stalls(1.5)
    answered = [correlation for correlation in late if not client.hears_nothing_of(correlation, 0.1)]
    assert take(client)["number"] == str(len(answered) + 1)


def test_a_command_without_a_place_for_an_answer_is_carried_out(client: WireClient) -> None:
    client.post("take-ticket", {"request_id": str(uuid4()), "device": "kiosk-1"}, reply_to="nowhere")
    assert client.latest("menu", lambda menu: menu["waiting"] == 1)


def test_two_desks_that_call_at_the_same_moment_get_two_tickets(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    one, other = client_of(hub, "one"), client_of(hub, "other")
    take(one)
    take(one)
    for desk in ("1", "2"):
        one.ask("open-desk", desk=desk)
    asked = [
        (client, client.post("call-next", {"request_id": str(uuid4()), "desk": desk}))
        for client, desk in ((one, "1"), (other, "2"))
    ]
    answers = [client.wait_for(lambda c=client, k=correlation: c.answer_to(k)) for client, correlation in asked]
    assert {answer["ticket"]["number"] for answer in answers if answer} == {"1", "2"}


def test_json_that_is_odd_but_valid_is_taken_for_what_it_is(client: WireClient) -> None:
    body = json.dumps({"request_id": str(uuid4()), "device": "kiosk-1"}, indent=4).encode()
    assert client.send("take-ticket", body)["ok"]
