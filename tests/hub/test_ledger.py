"""Commands, answers and refusals, as a third party would read them."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from ledger_driver import LedgerDriver, Payload, body, request

UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TICKET_FIELDS = {
    "ticket_id", "number", "line", "topic", "language", "fetch_me", "taken_at", "people_before", "state",
}  # fmt: skip
NO_ID = str(uuid4())
HELPED = [{"outcome": "helped"}]


def test_a_ticket_has_exactly_the_fields_of_the_contract(ledger: LedgerDriver) -> None:
    taken = body(device="kiosk-1", topic="digid-app")
    [answer] = ledger.send(("take-ticket", taken))
    ticket = answer["ticket"]
    assert set(answer) == {"request_id", "ok", "revision", "ticket"}
    assert answer["request_id"] == taken["request_id"]
    assert set(ticket) == TICKET_FIELDS
    assert UUID4.fullmatch(ticket["ticket_id"])
    wanted = {
        "number": "1", "line": "ido", "topic": "digid-app", "language": "nl", "fetch_me": False,
        "taken_at": "2026-11-22T09:00:00.000Z", "people_before": 0, "state": "waiting",
    }  # fmt: skip
    assert wanted.items() <= ticket.items()


def test_a_line_that_is_named_goes_before_the_topics_own(ledger: LedgerDriver) -> None:
    ticket = ledger.take(topic="digid", line="taalhuis", language="ar", fetch_me=True)
    assert (ticket["number"], ticket["topic"], ticket["language"], ticket["fetch_me"]) == ("L1", "digid", "ar", True)
    assert ledger.take(topic="leren")["people_before"] == 1


def test_a_whole_visit_goes_through_every_command_of_the_desk(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.take(line="taalhuis", language="ar")
    ledger.do("open-desk", desk="1")
    called = ledger.do("call-next", desk="1")["ticket"]
    assert (called["number"], called["state"], called["people_before"]) == ("1", "calling", 0)
    assert ledger.do("recall", desk="1")["ticket"]["number"] == "1"
    ledger.do("start-visit", desk="1")
    ledger.do("correct-topic", desk="1", topic="leren")
    questions = [{"outcome": "referred", "referred_to": "taalhuis", "need": "find-way", "topic": "digid"}]
    visit = ledger.do("finish-visit", desk="1", questions=questions)
    assert UUID4.fullmatch(visit["visit_id"])
    ledger.do("register-visit", visit_id=visit["visit_id"], questions=HELPED)
    assert ledger.do("call-next", desk="1")["ticket"]["number"] == "L1"
    ledger.do("undo", desk="1")
    ledger.do("call-next", desk="1")
    ledger.do("transfer-ticket", desk="1", line="ido", topic="digid")
    assert ledger.do("call-next", desk="1")["ticket"]["line"] == "ido"
    ledger.do("park-ticket", desk="1")
    ledger.do("pause-desk", desk="1")
    ledger.do("resume-desk", desk="1")
    ledger.do("close-desk", desk="1")


OK_WITHOUT_RESULT = ("open-desk", "pause-desk", "resume-desk", "close-desk", "acknowledge", "close-intake", "open-day")


def test_an_answer_has_no_more_than_its_result(ledger: LedgerDriver) -> None:
    for name in OK_WITHOUT_RESULT:
        answer = ledger.do(name, **({"desk": "1"} if "desk" in name else {}))
        assert set(answer) == {"request_id", "ok", "revision"}, name
    ledger.do("open-desk", desk="1")
    assert set(ledger.do("register-question", channel="phone", questions=HELPED)) == {
        "request_id", "ok", "revision", "visit_id",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("command", "fields", "expected"),
    [
        ("take-ticket", {"device": "kiosk-1", "topic": "nothing"}, "unknown-topic"),
        ("take-ticket", {"device": "kiosk-1", "line": "nothing"}, "unknown-line"),
        ("take-ticket", {"device": "kiosk-9"}, "unknown-device"),
        ("take-ticket", {"device": "kiosk-9", "language": "fr"}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "language": None}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "surprise": 1}, "bad-request"),
        ("take-ticket", {"device": "Kiosk 1"}, "bad-request"),
        ("take-ticket", {"device": 7}, "bad-request"),
        ("take-ticket", {}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "fetch_me": "yes"}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "taken_ago_s": 5}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "spare_number": "Z1", "taken_ago_s": -1}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "spare_number": "Z0", "taken_ago_s": 5}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "spare_number": "R1", "taken_ago_s": 5}, "bad-request"),
        ("take-ticket", {"device": "console-1", "spare_number": "Z1", "taken_ago_s": 5}, "bad-request"),
        ("take-ticket", {"device": "kiosk-1", "spare_number": "Z1", "taken_ago_s": 200000}, "too-late"),
        ("take-ticket", {"device": "kiosk-1", "spare_number": "Z1", "taken_ago_s": 1e300}, "too-late"),
        ("no-such-command", {}, "bad-request"),
        ("fetch-me", {"ticket_id": NO_ID, "fetch_me": True}, "unknown-ticket"),
        ("fetch-me", {"ticket_id": "1", "fetch_me": True}, "bad-request"),
        ("own-language", {"ticket_id": NO_ID, "own_language": True}, "unknown-ticket"),
        ("own-language", {"ticket_id": NO_ID, "own_language": "yes"}, "bad-request"),
        ("own-language", {"ticket_id": NO_ID}, "bad-request"),
        ("withdraw-ticket", {"ticket_id": NO_ID}, "unknown-ticket"),
        ("report-print", {"ticket_id": NO_ID, "device": "kiosk-9", "paper": "sent"}, "unknown-device"),
        ("report-print", {"ticket_id": NO_ID, "device": "kiosk-1", "paper": "sent"}, "unknown-ticket"),
        ("report-print", {"ticket_id": NO_ID, "device": "kiosk-1", "paper": "eaten"}, "bad-request"),
        ("report-print", {"ticket_id": NO_ID, "device": "kiosk-1", "paper": "sent", "cause": "X"}, "bad-request"),
        ("call-next", {"desk": "1"}, "desk-closed"),
        ("call-next", {"desk": "9"}, "unknown-desk"),
        ("call-ticket", {"desk": "1", "ticket_id": NO_ID, "reason": "other"}, "unknown-ticket"),
        ("call-ticket", {"desk": "1", "ticket_id": NO_ID, "reason": "friend"}, "bad-request"),
        ("pause-desk", {"desk": "1"}, "desk-closed"),
        ("undo", {"desk": "1"}, "nothing-to-undo"),
        ("recall", {"desk": "1"}, "not-called"),
        ("acknowledge", {"desk": "9"}, "unknown-desk"),
        ("open-desk", {"desk": "1", "lines": ["nothing"]}, "unknown-line"),
        ("open-desk", {"desk": "1", "lines": []}, "bad-request"),
        ("transfer-ticket", {"desk": "1", "line": "nothing"}, "unknown-line"),
        ("transfer-ticket", {"desk": "1", "line": "ido", "topic": "nothing"}, "unknown-topic"),
        ("correct-topic", {"desk": "1", "topic": "nothing"}, "unknown-topic"),
        ("finish-visit", {"desk": "1", "questions": []}, "bad-request"),
        ("finish-visit", {"desk": "9", "questions": [{"outcome": "helped", "organisation": "nothing"}]}, "bad-request"),
        ("finish-visit", {"desk": "1", "questions": [{"outcome": "helped", "topic": "nothing"}]}, "unknown-topic"),
        ("finish-visit", {"desk": "1", "questions": [{"outcome": "helped", "note": "Jansen"}]}, "bad-request"),
        ("finish-visit", {"desk": "1", "questions": [{}]}, "bad-request"),
        ("register-visit", {"visit_id": NO_ID, "questions": HELPED}, "unknown-visit"),
        ("register-question", {"channel": "phone", "questions": []}, "bad-request"),
        ("register-question", {"channel": "fax", "questions": HELPED}, "bad-request"),
        ("register-question", {"channel": "desk", "questions": [{**HELPED[0], "referred_to": "x"}]}, "bad-request"),
        ("close-intake", {"notice": "nothing"}, "bad-request"),
        ("print-again", {"ticket_id": NO_ID}, "unknown-ticket"),
        ("print-referral", {"partner": "nothing"}, "bad-request"),
        ("print-referral", {"partner": "taalhuis", "language": "fr"}, "bad-request"),
        ("print-referral", {"partner": "taalhuis", "device": "kiosk-9"}, "unknown-device"),
        ("print-referral", {"partner": "taalhuis", "device": "kiosk-2"}, "no-printer"),
        ("why", {"number": "99"}, "unknown-number"),
        ("report", {"from": "2026-02-02", "to": "2026-02-01"}, "bad-request"),
        ("report", {"from": "yesterday", "to": "2026-02-01"}, "bad-request"),
        ("report", {"from": "2026-02-01", "to": "2026-02-01", "by": "week"}, "bad-request"),
        ("report-public", {"from": "2026-02-01", "to": "2026-02-01", "audience": "internal"}, "bad-request"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_code_and_changes_nothing(
    ledger: LedgerDriver, command: str, fields: Payload, expected: str
) -> None:
    before = ledger.see("floor"), ledger.ledger.revision
    answer = ledger.ask(command, **fields)
    assert set(answer) == {"request_id", "ok", "refusal"}
    assert set(answer["refusal"]) == {"code", "text"}
    assert (answer["ok"], answer["refusal"]["code"]) == (False, expected)
    assert (ledger.see("floor"), ledger.ledger.revision) == before


@pytest.mark.parametrize(
    "payload", [b"", b"\xff\xfe", b"[]", b"7", b"{", b"null", b'{"request_id": 7}', b"[" * 9000, b'{"request_id":"1"}']
)
def test_what_is_no_command_at_all_is_refused_without_an_id(ledger: LedgerDriver, payload: bytes) -> None:
    [reply] = ledger.carry_out(("take-ticket", payload)).replies
    answer = json.loads(reply.payload)
    assert (answer["request_id"], answer["refusal"]["code"]) == (None, "bad-request")


def test_the_first_reason_of_the_contracts_order_is_the_one_that_is_told(ledger: LedgerDriver) -> None:
    ticket = ledger.take()
    ledger.do("open-desk", desk="1")
    ledger.do("pause-desk", desk="1")
    assert ledger.code("call-ticket", desk="1", ticket_id=ticket["ticket_id"], reason="other") == "desk-paused"
    ledger.do("withdraw-ticket", ticket_id=ticket["ticket_id"])
    assert ledger.code("call-ticket", desk="1", ticket_id=ticket["ticket_id"], reason="other") == "desk-paused"
    ledger.do("resume-desk", desk="1")
    assert ledger.code("call-ticket", desk="1", ticket_id=ticket["ticket_id"], reason="other") == "not-waiting"
    assert ledger.code("print-again", ticket_id=ticket["ticket_id"], device="kiosk-2") == "not-waiting"
    ledger.do("close-intake")
    assert ledger.code("take-ticket", device="kiosk-9", language="fr") == "bad-request"
    assert ledger.code("take-ticket", device="kiosk-9") == "unknown-device"
    assert ledger.code("take-ticket", device="kiosk-1") == "intake-closed"
    ledger.do("close-day")
    assert ledger.code("take-ticket", device="kiosk-9") == "unknown-device"
    assert ledger.code("take-ticket", device="kiosk-1", spare_number="Z1", taken_ago_s=1e6) == "day-closed"
    assert ledger.code("close-intake", notice="nothing") == "bad-request"
    assert ledger.code("close-intake", notice="break") == "day-closed"
    assert ledger.code("call-next", desk="9") == "unknown-desk"


def test_a_full_line_is_full_and_another_is_not(ledger: LedgerDriver) -> None:
    for _ in range(3):
        ledger.take(line="taalhuis")
    assert ledger.code("take-ticket", device="kiosk-1", line="taalhuis") == "line-full"
    assert ledger.take()["number"] == "1"
    ledger.do("close-intake")
    assert ledger.code("take-ticket", device="kiosk-1", line="taalhuis") == "intake-closed"


def test_a_repeat_gets_the_same_answer_and_changes_nothing_also_after_a_restart(ledger: LedgerDriver) -> None:
    same = "take-ticket", body(device="kiosk-1")
    first, again = ledger.send(same, same)
    assert first["ok"]
    assert again == first
    ledger.restart()
    assert ledger.send(same) == [first]
    assert ledger.take()["number"] == "2"


def test_an_answer_is_kept_for_two_days_by_the_hubs_clock(ledger: LedgerDriver) -> None:
    same = "acknowledge", body()
    first = ledger.send(same)
    ledger.wait(hours=47)
    ledger.ledger.touch()
    assert ledger.send(same) == first
    ledger.wait(hours=2)
    ledger.ledger.touch()
    assert ledger.rows("SELECT count(*) FROM requests") == [(0,)]


def test_the_same_id_with_other_fields_or_another_command_is_refused(ledger: LedgerDriver) -> None:
    taken = body(device="kiosk-1")
    ledger.send(("take-ticket", taken))
    for name, other in (
        ("take-ticket", {**taken, "language": "en"}),
        ("take-ticket", {**taken, "fetch_me": False}),
        ("open-day", {"request_id": taken["request_id"]}),
    ):
        [answer] = ledger.send((name, other))
        assert answer["refusal"]["code"] == "bad-request"


def test_a_refusal_leaves_no_trace_so_that_a_repeat_is_judged_anew(ledger: LedgerDriver) -> None:
    ledger.do("open-desk", desk="1")
    call = "call-next", body(desk="1")
    [refused] = ledger.send(call)
    assert refused["refusal"]["code"] == "nobody-waiting"
    ledger.take()
    [called] = ledger.send(call)
    assert called["ticket"]["number"] == "1"


def test_an_answer_that_names_a_ticket_or_a_visit_goes_with_its_day_and_others_stay(ledger: LedgerDriver) -> None:
    takes, visit = ("take-ticket", body(device="kiosk-1")), ("finish-visit", body(desk="1"))
    others = ("acknowledge", body()), ("day-sheet", body()), ("print-referral", body(partner="taalhuis"))
    ledger.send(takes, *others)
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    ledger.do("start-visit", desk="1")
    why = "why", body(number="1")
    ledger.send(visit, why)
    kept = ledger.send(*others)
    ledger.do("close-day")
    ledger.do("open-day")
    assert [answer["refusal"]["code"] for answer in ledger.send(takes, visit, why)] == ["too-late"] * 3
    assert ledger.send(*others) == kept
    [other] = ledger.send(("take-ticket", {**takes[1], "language": "en"}))
    assert other["refusal"]["code"] == "bad-request"
    assert ledger.take()["number"] == "2"


def test_an_answer_in_the_same_batch_as_the_close_goes_with_the_day_too(ledger: LedgerDriver) -> None:
    takes = "take-ticket", body(device="kiosk-1")
    answers = ledger.send(takes, ("close-day", body()), ("open-day", body()), takes)
    assert answers[0]["ok"]
    assert answers[3]["refusal"]["code"] == "too-late"
    ledger.restart()
    assert ledger.send(takes)[0]["refusal"]["code"] == "too-late"
    assert ledger.rows("SELECT taken, nobody_there FROM days") == [(1, 1)]


def test_good_and_bad_requests_of_one_batch_get_each_their_own_answer_in_their_order(ledger: LedgerDriver) -> None:
    late = request("take-ticket", body(device="kiosk-1"), expiry_s=-1)
    requests = [
        request("take-ticket", body(device="kiosk-1")),
        request("take-ticket", b"{"),
        late,
        request("call-next", body(desk="1")),
        request("take-ticket", body(device="kiosk-9")),
        request("take-ticket", body(device="kiosk-1")),
    ]
    replies = ledger.ledger.carry_out(requests).replies
    assert [reply.request for reply in replies] == [each for each in requests if each is not late]
    answers = [json.loads(reply.payload) for reply in replies]
    said = [answer["ticket"]["number"] if answer["ok"] else answer["refusal"]["code"] for answer in answers]
    assert said == ["1", "bad-request", "desk-closed", "unknown-device", "2"]


def test_every_change_raises_the_revision_and_nothing_else_does(ledger: LedgerDriver) -> None:
    first = ledger.do("open-desk", desk="1")["revision"]
    assert ledger.do("open-desk", desk="1")["revision"] == first
    ledger.ask("call-next", desk="1")
    for query, fields in (
        ("day-sheet", {}),
        ("report", {"from": "2026-01-01", "to": "2026-12-31"}),
        ("report-public", {"from": "2026-01-01", "to": "2026-12-31"}),
    ):
        assert ledger.do(query, **fields)["revision"] == first
    taken = [answer["revision"] for answer in ledger.send(*[("take-ticket", body(device="kiosk-1"))] * 1)]
    assert taken == [first + 1]
    ledger.restart()
    assert ledger.do("acknowledge")["revision"] == first + 2


def test_the_epoch_stays_with_the_database_and_a_new_one_has_another(
    ledger: LedgerDriver, make_ledger: Callable[..., LedgerDriver]
) -> None:
    before = ledger.ledger.epoch
    ledger.restart()
    assert ledger.ledger.epoch == before
    assert UUID4.fullmatch(before)
    assert make_ledger().ledger.epoch != before


def test_a_spare_number_replaces_the_ticket_of_the_unheard_request_in_one_commit(ledger: LedgerDriver) -> None:
    unheard = body(device="kiosk-1")
    ledger.send(("take-ticket", unheard))
    ticket = ledger.take(spare_number="Z1", taken_ago_s=30, instead_of=unheard["request_id"])
    assert (ticket["number"], ticket["taken_at"]) == ("Z1", "2026-11-22T08:59:30.000Z")
    floor = ledger.see("floor")
    assert [waiting["number"] for waiting in floor["waiting"]] == ["Z1"]
    assert (floor["today"]["taken"], floor["today"]["waiting"]) == (2, 1)
    assert ledger.code("take-ticket", device="kiosk-1", spare_number="Z1", taken_ago_s=30) == "bad-request"
    ledger.restart()
    assert ledger.code("take-ticket", device="kiosk-1", spare_number="Z1", taken_ago_s=30) == "bad-request"
    assert ledger.take()["number"] == "2"


def test_where_the_unheard_ticket_was_called_already_that_one_is_the_answer(ledger: LedgerDriver) -> None:
    unheard = body(device="kiosk-1")
    [first] = ledger.send(("take-ticket", unheard))
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    ticket = ledger.take(spare_number="Z1", taken_ago_s=30, instead_of=unheard["request_id"])
    assert (ticket["ticket_id"], ticket["state"]) == (first["ticket"]["ticket_id"], "calling")
    assert ledger.see("floor")["today"]["taken"] == 1


@contextmanager
def locked(ledger: LedgerDriver) -> Iterator[None]:
    """Somebody else holds the database."""
    ledger.store._connection.exec_driver_sql("PRAGMA busy_timeout = 50")  # type: ignore[union-attr]
    ledger.store._connection.commit()  # type: ignore[union-attr]
    holder = sqlite3.connect(ledger.database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    yield
    holder.execute("ROLLBACK")
    holder.close()


def test_what_cannot_be_stored_is_refused_and_never_seen(ledger: LedgerDriver) -> None:
    taken = body(device="kiosk-1")
    ledger.take()
    before = ledger.see("floor"), ledger.ledger.revision
    with locked(ledger):
        [answer] = ledger.send(("take-ticket", taken))
        assert answer["refusal"]["code"] == "storage-failed"
        assert ledger.ledger.is_degraded
        assert not ledger.ledger.is_unsaved
        assert (ledger.see("floor"), ledger.ledger.revision) == before
    [answer] = ledger.send(("take-ticket", taken))
    assert answer["ticket"]["number"] == "2"
    assert not ledger.ledger.is_degraded


def test_while_nothing_can_be_stored_other_reasons_to_refuse_go_first_and_old_answers_hold(
    ledger: LedgerDriver,
) -> None:
    known = "take-ticket", body(device="kiosk-1")
    first = ledger.send(known)
    with locked(ledger):
        answers = ledger.send(
            ("take-ticket", body(device="kiosk-1")),
            known,
            ("take-ticket", body(device="kiosk-9")),
            ("call-next", body(desk="1")),
            ("why", body(number="8")),
            ("open-desk", body(desk="1")),
            ("day-sheet", body()),
        )
        assert [answers[1]] == first
        assert [answer["refusal"]["code"] for answer in answers if not answer["ok"]] == [
            "storage-failed", "unknown-device", "desk-closed", "unknown-number", "storage-failed", "storage-failed",
        ]  # fmt: skip
    assert ledger.take()["number"] == "2"


def test_a_day_that_cannot_be_closed_closes_once_it_can(ledger: LedgerDriver) -> None:
    ledger.take()
    with locked(ledger):
        ledger.wait(hours=20)
        assert ledger.ledger.is_degraded
        ledger.ledger.pass_time()
    ledger.ledger.touch()
    ledger.ledger.pass_time()
    assert ledger.see("floor")["day"] is None
    assert ledger.rows("SELECT date, nobody_there FROM days") == [("2026-11-22", 1)]
