from ledger_driver import LedgerDriver

from hub.snapshots import floor as module


def test_the_floor_has_exactly_the_fields_of_the_contract(ledger: LedgerDriver) -> None:
    ledger.visit()
    ledger.take(topic="digid-app", language="ar", fetch_me=True)
    floor = ledger.see("floor")
    assert set(floor) == {
        "epoch", "revision", "at", "day", "clock", "intake", "notice", "coming", "waiting", "parked", "missed",
        "desks", "unregistered", "devices", "today",
    }  # fmt: skip
    [waiting] = floor["waiting"]
    assert set(waiting) == {
        "ticket_id", "number", "line", "topic", "topic_name", "language", "fetch_me", "taken_at", "paper", "device",
    }  # fmt: skip
    wanted = {"topic_name": "App doet het niet", "language": "ar", "fetch_me": True, "paper": None, "device": "kiosk-1"}
    assert wanted.items() <= waiting.items()
    assert [set(desk) for desk in floor["desks"]] == [{"id", "name", "lines", "state", "ticket", "undo_until"}] * 2
    assert [set(visit) for visit in floor["unregistered"]] == [{"visit_id", "ended_at", "topic"}]
    assert floor["today"] == {"taken": 2, "waiting": 1, "parked": 0, "helped": 1, "missed": 0, "unregistered": 1}


def test_waiting_is_in_the_order_of_calling(ledger: LedgerDriver) -> None:
    for line in ("ido", "taalhuis", "ido"):
        ledger.take(line=line)
        ledger.wait(seconds=1)
    ledger.do("open-desk", desk="1")
    ledger.do("call-next", desk="1")
    missed = ledger.see("floor")["desks"][0]["ticket"]
    assert missed["number"] == "1"
    ledger.do("miss-ticket", desk="1")
    ledger.do("bring-back", ticket_id=missed["ticket_id"])
    assert [ticket["number"] for ticket in ledger.see("floor")["waiting"]] == ["1", "L1", "2"]


def test_a_ticket_is_parked_or_missed_or_waiting_and_counted_once(ledger: LedgerDriver) -> None:
    tickets = [ledger.take() for _ in range(4)]
    ledger.do("open-desk", desk="1")
    for command in ("park-ticket", "miss-ticket", "miss-ticket"):
        ledger.do("call-next", desk="1")
        ledger.do(command, desk="1")
    ledger.do("withdraw-ticket", ticket_id=tickets[2]["ticket_id"])
    floor = ledger.see("floor")
    assert [[ticket["number"] for ticket in floor[place]] for place in ("parked", "missed", "waiting")] == [
        ["1"], ["2"], ["4"],
    ]  # fmt: skip
    assert floor["today"] == {"taken": 4, "waiting": 1, "parked": 1, "helped": 0, "missed": 1, "unregistered": 0}
    ledger.do("call-ticket", desk="1", ticket_id=tickets[0]["ticket_id"], reason="returned")
    floor = ledger.see("floor")
    assert (floor["parked"], floor["today"]["parked"]) == ([], 0)


def test_lists_are_cut_short_with_their_true_counts_beside_them(ledger: LedgerDriver) -> None:
    for _ in range(205):
        ledger.take()
    floor = ledger.see("floor")
    assert (len(floor["waiting"]), floor["today"]["waiting"], floor["today"]["taken"]) == (module.AT_MOST, 205, 205)


def test_an_action_can_be_undone_until_half_a_minute_later_and_the_floor_says_until_when(ledger: LedgerDriver) -> None:
    ledger.take()
    ledger.do("open-desk", desk="1")
    assert ledger.see("floor")["desks"][0]["undo_until"] is None
    ledger.do("call-next", desk="1")
    assert ledger.see("floor")["desks"][0]["undo_until"] == "2026-11-22T09:00:30.000Z"
    ledger.wait(seconds=29.999)
    assert ledger.see("floor")["desks"][0]["undo_until"] is not None
    ledger.wait(seconds=0.001)
    assert ledger.see("floor")["desks"][0]["undo_until"] is None
    assert ledger.code("undo", desk="1") == "nothing-to-undo"


def test_a_visit_leaves_the_unregistered_once_it_is_registered(ledger: LedgerDriver) -> None:
    visit = ledger.visit()
    assert [item["visit_id"] for item in ledger.see("floor")["unregistered"]] == [visit["visit_id"]]
    ledger.do("register-visit", visit_id=visit["visit_id"], questions=[{"outcome": "helped"}])
    floor = ledger.see("floor")
    assert (floor["unregistered"], floor["today"]["unregistered"], floor["today"]["helped"]) == ([], 0, 1)


def test_help_without_a_ticket_is_no_ended_visit(ledger: LedgerDriver) -> None:
    ledger.do("register-question", channel="phone", questions=[{"outcome": "helped"}])
    assert ledger.see("floor")["today"]["helped"] == 0


def test_the_floor_is_the_same_after_a_restart(ledger: LedgerDriver) -> None:
    ledger.visit()
    ledger.do("undo", desk="1")
    ledger.do("park-ticket", desk="1")
    ledger.take(fetch_me=True)
    before = ledger.see("floor")
    ledger.restart()
    assert ledger.see("floor") == before


def test_an_empty_floor_is_what_is_left_of_a_closed_day(ledger: LedgerDriver) -> None:
    ledger.visit()
    ledger.take()
    ledger.do("close-day")
    floor = ledger.see("floor")
    assert [floor[place] for place in ("waiting", "parked", "missed", "unregistered", "day")] == [[], [], [], [], None]
    assert set(floor["today"].values()) == {0}
    assert {(desk["state"], desk["ticket"], desk["undo_until"]) for desk in floor["desks"]} == {("closed", None, None)}
